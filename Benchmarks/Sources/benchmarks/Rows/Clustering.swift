internal import Measurement

/// Stories, threads, origins and actors of digests, on one core. Reading a line of JSON is part of the process, as it
/// is of the peer's; the program's own `--timings` tell it apart.
struct Clustering: Work {
  let name = "clustering"

  func rows(_ bench: Bench) throws -> [Row] {
    try bench.pick([1000, 3000], [10_000, 100_000]).map { try row(bench, $0) }
  }

  private func row(_ bench: Bench, _ count: Int) throws -> Row {
    let corpus = try bench.corpora.lines(count)
    bench.say("digests of \(count) articles")
    let digests = try bench.ours(["extract", corpus], onOneCore: false)
    _ = try digests.measured()
    let work = "\(name) \(Numbers.grouped(count))"
    let folder = try bench.folder("cluster")
    try Shell.run("head -n 1 \"$1\" > \"$2/one.jsonl\"", digests.output, folder)
    let ownStart = try startUp(work, bench) { try bench.ours(["cluster", "\(folder)/one.jsonl"]).measured() }
    let launch = try bench.ours(["cluster", "--timings", digests.output])
    var script: Launch?
    var peerStart: Double?
    if bench.peers.hasPython {
      let folder = try bench.folder("scikit-learn")
      script = bench.peers.script("clustering", [corpus, String(count)], in: folder)
      peerStart = try startUp("scikit-learn", bench) {
        try bench.peers.script("clustering", [corpus, "1"], in: folder).measured()
      }
    }
    let samples = try bench.alternate(work, runs: runs, ours: launch.measured, peer: script?.measured)
    let peer = script.map {
      Side(rate: "scikit-learn", command: $0.shown, count: count, samples: samples.peer, startUp: peerStart)
    }
    let ours = Side(rate: "cluster", command: launch.shown, count: count, samples: samples.ours, startUp: ownStart)
    var row = Row(work, .rate, ours: ours, peer: peer, withoutPeer: notInstalled)
    row.reaches = [.rate(20_000), .memory(200_000_000)]
    row.notes = Clustering.parts(of: samples.ours, count).map { [$0] } ?? []
    return row
  }

  /// What the program says of its own time: reading and sketching each digest, and grouping them.
  static func parts(of samples: [Sample], _ count: Int) -> String? {
    let told = samples.compactMap { $0.told.compactMap(ToldTimes.timings).last }
    let reading = told.compactMap { $0["reading"] }
    let grouping = told.map { parts in parts.filter { $0.key != "reading" && $0.key != "writing" }.values.reduce(0, +) }
    guard let read = Spread(reading), let group = Spread(grouping), group.median > 0 else { return nil }
    return "Clustering of \(Numbers.grouped(count)): of its processor time the program counts "
      + "\(read.text(Numbers.short)) s for reading JSON and sketching, \(group.text(Numbers.short)) s for stories, "
      + "threads, actors and origins: \(Numbers.short(Double(count) / group.median)) articles a second of that."
  }
}
