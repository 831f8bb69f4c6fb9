internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

@main
struct Daybrief: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "daybrief", abstract: "Turns a day's press articles into a static site.",
    subcommands: [Extract.self, Cluster.self, MatchNames.self])

  struct Extract: ParsableCommand {
    @Flag(name: .customLong("as-is")) var asIs = false
    func run() throws {
      Filters(write: StandardStreams.write, report: { StandardStreams.tell($0.message) }).extract(
        StandardStreams.readInput(), file: "-", asIs: asIs)
    }
  }
  struct Cluster: ParsableCommand {
    @Flag(name: .customLong("as-is")) var asIs = false
    func run() throws {
      Filters(write: StandardStreams.write, report: { StandardStreams.tell($0.message) }).cluster(
        StandardStreams.readInput(), file: "-", asIs: asIs)
    }
  }
  struct MatchNames: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "match-names")
    func run() throws {
      Filters(write: StandardStreams.write, report: { StandardStreams.tell($0.message) }).matchNames(
        StandardStreams.readInput(), file: "-")
    }
  }
}
