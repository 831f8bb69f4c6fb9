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
    defer { try? FileManager.default.removeItem(atPath: runs) }
    let started = ContinuousClock.now
    let machine = Machine(
      program: bench.program, work: runs, checkout: Benchmarks.absolute(package), peers: peers)
    let all: [any Work] = [
      Extraction(), PageToText(), Clustering(), Site(), WholePath(), Scaling(), GrowthCurves(), WorldsDay(),
    ]
    let chosen = only.isEmpty ? all : all.filter { work in only.contains { work.name.hasPrefix($0) } }
    guard !chosen.isEmpty else {
      throw ValidationError("--only takes one of: " + all.map(\.name).joined(separator: ", "))
    }
    let rows = try chosen.flatMap { try $0.rows(bench) }
    let document = Document(
      rows: rows, machine: machine, size: size, seconds: started.duration(to: .now) / .seconds(1),
      profiles: try String(contentsOfFile: "\(package)/profiles.md", encoding: .utf8))
    print(only.isEmpty ? document.table : document.markdown)
    if only.isEmpty { try document.markdown.write(toFile: output, atomically: true, encoding: .utf8) }
  }

  private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
}
