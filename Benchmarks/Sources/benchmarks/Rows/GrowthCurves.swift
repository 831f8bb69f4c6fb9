internal import Measurement

/// How processor time and memory grow with the number of articles: of extraction, of clustering and of a cold build.
///
/// Start-up is taken out first: left in, it hides growth where there is little else. A size is left out, and told,
/// where by the size before it would take too long or fill the disk.
struct GrowthCurves: Work {
  let name = "growth"

  /// What the next size is expected to cost: a little more than in proportion.
  private static let expectedExponent = 1.15
  /// Parts of `daybrief cluster --timings` that are not grouping.
  private static let besides: Set<String> = ["reading", "writing"]

  func rows(_ bench: Bench) throws -> [Row] {
    let sizes = bench.pick([300, 1000, 3000], [1000, 3000, 10_000, 30_000, 100_000, 300_000])
    var (extraction, clustering, build) = try curves(bench, sizes[0])
    var leftOut: [String] = []
    for count in sizes {
      bench.say("growth, \(count) articles")
      guard extraction.fits(count, bench) else {
        leftOut.append("\(Numbers.grouped(count)) articles")
        continue
      }
      let corpus = try bench.corpora.lines(count)
      let extract = try bench.ours(["extract", corpus])
      try extraction.add(count, extract)
      if clustering.fits(count, bench) {
        try clustering.add(count, try bench.ours(["cluster", "--timings", extract.output]))
      } else {
        leftOut.append("clustering of \(Numbers.grouped(count))")
      }
      if build.fits(count, bench), bench.hasRoom(for: build.written(at: count)) {
        try build.add(count, try bench.build(corpus), site: "site")
      } else {
        leftOut.append("a build of \(Numbers.grouped(count))")
      }
    }
    return rows(extraction, clustering, build, leftOut, bench)
  }

  /// Curves without a point, with the start-up of each.
  private func curves(_ bench: Bench, _ least: Int) throws -> (Curve, Curve, Curve) {
    let one = try bench.corpora.head(1, of: try bench.corpora.lines(least))
    let extract = try bench.ours(["extract", one])
    return (
      Curve(name: "extract", startUp: try startUp(name, bench, extract.measured)),
      Curve(name: "cluster", startUp: try startUp(name, bench, try bench.ours(["cluster", extract.output]).measured)),
      Curve(name: "build", startUp: try startUp(name, bench, try bench.build(one).measured))
    )
  }

  private func rows(
    _ extraction: Curve, _ clustering: Curve, _ build: Curve, _ leftOut: [String], _ bench: Bench
  ) -> [Row] {
    let whole = clustering.growth.exponent
    let grouping = Growth(
      clustering.sides.compactMap { side in
        side.samples.first?.told.compactMap(ToldTimes.timings).last.map { parts in
          let seconds = parts.filter { !GrowthCurves.besides.contains($0.key) }.values.reduce(0, +)
          return .init(size: Double(side.count), cost: seconds)
        }
      }
    ).exponent
    var rows = [
      extraction.row("growth of extraction", extraction.growth.exponent),
      clustering.row("growth of clustering", [whole, grouping].compactMap { $0 }.max()),
      build.row("growth of a cold build", build.growth.exponent),
    ]
    rows[1].reaches = [.exponent(1.15)]
    if let whole, let grouping {
      rows[1].notes.append(
        "Growth of clustering: exponent \(Numbers.short(whole)) of the whole process, \(Numbers.short(grouping)) of stories, "
          + "threads, actors and origins alone; the larger counts.")
    }
    if !leftOut.isEmpty {
      rows[0].notes.append(
        "Growth leaves out what would take more than \(Numbers.seconds(Curve.longest(bench))) or fill the disk: "
          + leftOut.joined(separator: ", ") + ".")
    }
    return rows
  }

  /// What one kind of work costs at several sizes.
  private struct Curve {
    let name: String
    /// Processor seconds of one article.
    let startUp: Double
    private(set) var sides: [Side] = []

    init(name: String, startUp: Double) { (self.name, self.startUp) = (name, startUp) }

    /// Seconds that one run may take, by what the run before says.
    static func longest(_ bench: Bench) -> Double { bench.pick(45, 600) }

    var growth: Growth {
      Growth(
        sides.compactMap { side in
          side.samples.first.map { .init(size: Double(side.count), cost: $0.processorSeconds - startUp) }
        })
    }

    func fits(_ count: Int, _ bench: Bench) -> Bool {
      let expected = growth.expected(at: Double(count), exponent: GrowthCurves.expectedExponent)
      return expected.map { $0 < Curve.longest(bench) } ?? true
    }

    /// Bytes that so many articles will write, by the size before.
    func written(at count: Int) -> Double {
      sides.last.map { $0.written / Double($0.count) * Double(count) * GrowthCurves.expectedExponent } ?? 0
    }

    mutating func add(_ count: Int, _ launch: Launch, site: String? = nil) throws {
      var side = Side(
        rate: name, command: launch.shown, count: count, samples: [try launch.measured()], startUp: startUp)
      if let site {
        let files = FolderCount("\(launch.folder)/\(site)")
        (side.note, side.written) = (files.text, files.bytes)
      }
      sides.append(side)
    }

    func row(_ work: String, _ exponent: Double?) -> Row {
      let sizes = "\(Numbers.grouped(sides.first?.count ?? 0)) to \(Numbers.grouped(sides.last?.count ?? 0))"
      var last = sides.last ?? Side(name, command: "", count: 0, samples: [], values: [])
      last.values = exponent.map { [$0] } ?? []
      var row = Row("\(work), \(sizes)", .exponent, ours: last, peer: nil, withoutPeer: "—")
      row.exponent = exponent
      row.more = Array(sides.dropLast())
      let memory = Growth(sides.compactMap { side in side.peak.map { .init(size: Double(side.count), cost: $0) } })
      if let more = memory.costOfOneMore {
        row.notes.append("\(row.work): \(Numbers.short(more / 1000)) KB of peak memory for one article more.")
      }
      return row
    }
  }
}
