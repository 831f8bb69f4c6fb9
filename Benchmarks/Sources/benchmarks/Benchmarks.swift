internal import ArgumentParser
internal import Foundation
internal import Measurement

/// Measures the release program and what people use today, side by side.
///
/// Whole processes, and not a library of benchmarks such as ordo-one's: the stages are `package` API that no other
/// package may call, the peers are processes, and what a user waits for begins with the start of one.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks", abstract: "Measure daybrief and its peers, and write BENCHMARKS.md.")

  @Option(help: "The release program.")
  var program: String

  @Option(help: "The generator of the corpus, make_corpus.py.")
  var corpus: String

  @Option(help: "quick or full.")
  var size = "quick"

  @Flag(help: "Measure the world's day too: 500,000 articles.")
  var world = false

  @Option(help: "Only work whose name begins so; may be repeated.")
  var only: [String] = []

  @Option(help: "Where corpora, peers and runs lie.")
  var work: String

  @Option(help: "The folder of this package.")
  var package: String

  @Option(help: "The file to write; none where only some work is measured.")
  var output: String

  func run() throws {
    guard let size = Bench.Size(rawValue: size) else { throw ValidationError("SIZE is quick or full") }
    let work = Benchmarks.absolute(work)
    let runs = "\(work)/run-\(ProcessInfo.processInfo.processIdentifier)"
    let peers = Peers(scripts: "\(Benchmarks.absolute(package))/peers", environment: "\(work)/venv")
    let bench = Bench(
      program: Benchmarks.absolute(program), size: size, world: world,
      corpora: try Corpora(generator: Benchmarks.absolute(corpus), folder: "\(work)/corpora"), peers: peers, work: runs)
    try FileManager.default.createDirectory(atPath: runs, withIntermediateDirectories: true)
    defer { Benchmarks.removeRuns(in: work, and: runs) }
    let started = ContinuousClock.now
    let machine = Machine(program: bench.program, work: runs, checkout: Benchmarks.absolute(package), peers: peers)
    let all: [any Work] = [
      Extraction(), PageToText(), Clustering(), Site(), WholePath(), Scaling(), GrowthCurves(), WorldsDay(),
    ]
    let chosen = only.isEmpty ? all : all.filter { work in only.contains { work.name.hasPrefix($0) } }
    guard !chosen.isEmpty else {
      throw ValidationError("--only takes one of: " + all.map(\.name).joined(separator: ", "))
    }
    var document = Document(
      rows: [], failed: [], pending: chosen.map(\.name), machine: machine, size: size, seconds: 0,
      profiles: try String(contentsOfFile: "\(package)/profiles.md", encoding: .utf8))
    for work in chosen {
      do {
        let found = try work.rows(bench)
        for row in found { bench.say(row.cells.joined(separator: " | ")) }
        document.rows += found
      } catch {
        // The others are worth their time all the same.
        bench.say("\(work.name): \(error)")
        document.failed.append(work.name)
      }
      document.pending.removeFirst()
      document.seconds = started.duration(to: .now) / .seconds(1)
      // A run that is cut off leaves what it measured.
      if only.isEmpty { try document.markdown.write(toFile: output, atomically: true, encoding: .utf8) }
    }
    print(only.isEmpty ? document.table : document.markdown)
    // What comes now is the removal of all that was written, which takes its time.
    fflush(nil)
    if !document.failed.isEmpty { throw ExitCode.failure }
  }

  /// Removes what this run wrote, and what runs that were cut off left behind.
  private static func removeRuns(in work: String, and own: String) {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: work)) ?? [] where name.hasPrefix("run-") {
      let isAtWork = manager.fileExists(atPath: "/proc/\(name.dropFirst(4))")
      if !isAtWork || "\(work)/\(name)" == own { try? manager.removeItem(atPath: "\(work)/\(name)") }
    }
  }

  private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
