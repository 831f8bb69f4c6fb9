internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// The feeds of a configuration, for other programs.
struct OPMLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opml",
    abstract: "Write the feeds of daybrief.yml as a list that feed readers take in (OPML 2.0).",
    discussion: """
      daybrief opml > feeds.opml
      """)

  @OptionGroup var configuration: ConfigurationOptions

  func run() throws {
    let (configuration, _) = try configuration.load()
    let text = FeedSource.opml(configuration.feeds, title: configuration.settings.title)
    StandardStreams.write(Data(text.utf8))
  }
}
