/// One side of a comparison: what was run, on how many articles, and what it used.
package struct Side: Sendable {
  package var name: String
  package var command: String
  /// How many articles or pages the value counts.
  package var count: Int
  package var samples: [Sample]
  /// Processor seconds of the same on one article, where it was measured.
  package var startUp: Double?
  /// Files and bytes written, and the like.
  package var note = ""
  /// Bytes written.
  package var written = 0.0
  /// The value of each run: a rate or seconds.
  package var values: [Double]

  /// Rates of articles a processor second, without start-up where it was measured.
  package init(rate name: String, command: String, count: Int, samples: [Sample], startUp: Double?) {
    self.init(
      name, command: command, count: count, samples: samples,
      values: samples.map { sample in
        startUp.flatMap { Rate.net(count, sample, startUp: $0) } ?? Rate.whole(count, sample)
      })
    self.startUp = startUp
  }

  /// Wall seconds.
  package init(seconds name: String, command: String, count: Int, samples: [Sample]) {
    self.init(name, command: command, count: count, samples: samples, values: samples.map(\.wallSeconds))
  }

  /// Values that were worked out elsewhere, one a run.
  package init(_ name: String, command: String, count: Int, samples: [Sample], values: [Double]) {
    (self.name, self.command, self.count, self.samples, self.values) = (name, command, count, samples, values)
  }

  /// The most memory of all runs, in bytes.
  package var peak: Double? { samples.map(\.peakBytes).max() }

  /// The rate with start-up, where it was measured.
  private var withStartUp: String {
    guard startUp != nil else { return "" }
    return Spread(samples.map { Rate.whole(count, $0) })?.text(Numbers.short) ?? ""
  }

  /// The row of the table of runs.
  package var cells: [String] {
    [
      name, Numbers.grouped(count), String(samples.count),
      Spread(samples.map(\.processorSeconds))?.text(Numbers.short) ?? "",
      Spread(samples.map(\.wallSeconds))?.text(Numbers.short) ?? "", startUp.map(Numbers.seconds) ?? "", withStartUp,
      peak.map(Numbers.megabytes) ?? "", note, "`\(command)`",
    ]
  }

  /// The header of the table of runs.
  package static let header = [
    "run", "on", "runs", "processor s", "wall s", "start-up", "rate with it", "peak memory", "", "command",
  ]
}
