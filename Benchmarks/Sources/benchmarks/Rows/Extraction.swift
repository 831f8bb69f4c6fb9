internal import Measurement

/// Key points, quotes, actors, dates and figures of articles, on one core.
struct Extraction: Work {
  let name = "extraction, all of it"

  func rows(_ bench: Bench) throws -> [Row] {
    let (count, fewer) = (bench.pick(1000, 10_000), bench.pick(60, 300))
    let corpus = try bench.corpora.lines(count)
    let one = try bench.corpora.head(1, of: corpus)
    let launch = try bench.ours(["extract", corpus])
    let ownStart = try startUp(name, bench) { try bench.ours(["extract", one]).measured() }
    guard bench.peers.hasPython else {
      let samples = try bench.alternate(name, runs: runs, ours: launch.measured, peer: nil).ours
      return [
        row(
          Side(rate: "extract", command: launch.shown, count: count, samples: samples, startUp: ownStart), nil)
      ]
    }
    let script = bench.peers.script("extraction", [corpus, String(fewer)], in: try bench.folder("spacy"))
    let peerStart = try startUp("spaCy, sumy, dateparser", bench) {
      try bench.peers.script("extraction", [corpus, "1"], in: try bench.folder("spacy")).measured()
    }
    let samples = try bench.alternate(name, runs: runs, ours: launch.measured, peer: script.measured)
    return [
      row(
        Side(rate: "extract", command: launch.shown, count: count, samples: samples.ours, startUp: ownStart),
        Side(
          rate: "spaCy, sumy, dateparser", command: script.shown, count: fewer, samples: samples.peer,
          startUp: peerStart))
    ]
  }

  private func row(_ ours: Side, _ peer: Side?) -> Row {
    var row = Row("\(name), \(Numbers.grouped(ours.count))", .rate, ours: ours, peer: peer, withoutPeer: notInstalled)
    row.reaches = [.rate(5000), .rate(10_000)]
    row.notes = [
      "spaCy runs the entity network of its small models with untrained weights, as it publishes trained ones elsewhere "
        + "than on PyPI: its cost is the network's, what it finds means nothing. Tagger, parser and lemmatizer are left "
        + "out, so the peer does less than the one that the aims were set by."
    ]
    return row
  }
}
