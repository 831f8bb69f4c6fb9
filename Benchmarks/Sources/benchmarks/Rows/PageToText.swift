internal import Foundation
internal import Measurement

/// The article of small HTML pages, on one core. Ours finds its language, date and outlet too, and writes JSON.
struct PageToText: Work {
  let name = "page to text"

  func rows(_ bench: Bench) throws -> [Row] {
    let (count, fewer) = (bench.pick(1000, 10_000), bench.pick(500, 5000))
    let pages = Array(try Corpora.list(try bench.corpora.files(count, "html")).prefix(count))
    let lists = try bench.folder("lists")
    for (name, size) in [("all", count), ("fewer", fewer), ("one", 1)] {
      try Data(pages.prefix(size).joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: "\(lists)/\(name)"))
    }
    let launch = try bench.ours(["read", "--files-from", "\(lists)/all"])
    let ownStart = try startUp(name, bench) { try bench.ours(["read", "--files-from", "\(lists)/one"]).measured() }
    var script: Launch?
    var peerStart: Double?
    if bench.peers.hasPython {
      let folder = try bench.folder("trafilatura")
      script = bench.peers.script("pages", ["\(lists)/fewer"], in: folder)
      peerStart = try startUp("trafilatura", bench) {
        try bench.peers.script("pages", ["\(lists)/one"], in: folder).measured()
      }
    }
    let samples = try bench.alternate(name, runs: runs, ours: launch.measured, peer: script?.measured)
    let ours = Side(rate: "read", command: launch.shown, count: count, samples: samples.ours, startUp: ownStart)
    let peer = script.map {
      Side(rate: "trafilatura, fast", command: $0.shown, count: fewer, samples: samples.peer, startUp: peerStart)
    }
    var row = Row("\(name), \(Numbers.grouped(count))", .rate, ours: ours, peer: peer, withoutPeer: notInstalled)
    row.reaches = [.rate(6000)]
    return [row]
  }
}
