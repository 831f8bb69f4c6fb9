internal import Measurement

/// A kind of work to measure, with what people use for it today and what it is to reach.
protocol Work {
  /// What the program is told to be doing.
  var name: String { get }
  /// Measures, and gives back rows of the table.
  func rows(_ bench: Bench) throws -> [Row]
}

extension Work {
  /// How many runs are made where patience lasts.
  var runs: Int { 5 }

  /// What stands in the table where a peer is not installed.
  var notInstalled: String { "not installed (`make bench-peers`)" }

  /// The median processor time of the same on one article.
  func startUp(_ name: String, _ bench: Bench, _ run: () throws -> Sample) throws -> Double {
    bench.say("\(name), start-up")
    return Spread(try (0..<bench.pick(1, 3)).map { _ in try run().processorSeconds })?.median ?? 0
  }
}
