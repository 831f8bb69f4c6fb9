internal import Measurement

/// Articles in, the site out, on one core, with nothing known from before.
struct WholePath: Work {
  let name = "whole path, cold"

  func rows(_ bench: Bench) throws -> [Row] {
    let (count, fewer) = (bench.pick(300, 1000), bench.pick(60, 300))
    let corpus = try bench.corpora.lines(count)
    let one = try bench.corpora.head(1, of: corpus)
    let ownStart = try startUp(name, bench) { try bench.build(one).measured() }
    let hasPeer = bench.peers.hasPython && bench.peers.hasHugo
    let peerStart = hasPeer ? try startUp("Python and Hugo", bench) { try pipeline(bench, corpus, 1).measured() } : nil
    var (folder, last) = ("", nil as Chain?)
    let samples = try bench.alternate(
      name, runs: runs,
      ours: {
        folder = try bench.folder("build")
        return try bench.build(corpus, in: folder).measured()
      },
      peer: hasPeer
        ? {
          let chain = try pipeline(bench, corpus, fewer)
          last = chain
          return try chain.measured()
        } : nil)
    var ours = Side(
      rate: "build", command: try bench.build(corpus, in: folder).shown, count: count, samples: samples.ours,
      startUp: ownStart)
    ours.note = FolderCount("\(folder)/site").text
    let peer = last.map { chain in
      var side = Side(
        rate: "Python and Hugo", command: chain.shown, count: fewer, samples: samples.peer, startUp: peerStart)
      side.note = FolderCount("\(chain.hugo.folder)/public").text
      return side
    }
    var row = Row("\(name), \(Numbers.grouped(count))", .rate, ours: ours, peer: peer, withoutPeer: notInstalled)
    row.reaches = [.rate(1000), .rate(2500), .memory(128_000_000)]
    row.notes = ["Whole path: " + StepShares.text(samples.ours)]
    return [row]
  }

  /// What people chain today: the libraries of extraction and clustering, then Hugo on the pages that they wrote.
  private struct Chain {
    var python: Launch
    var hugo: Launch

    func measured() throws -> Sample { try python.measured() + hugo.measured() }
    var shown: String { "\(python.shown) && \(hugo.shown)" }
  }

  private func pipeline(_ bench: Bench, _ corpus: String, _ count: Int) throws -> Chain {
    let folder = try bench.folder("pipeline")
    return Chain(
      python: bench.peers.script("pipeline", [corpus, String(count), "\(folder)/content"], in: folder),
      hugo: bench.peers.hugo("\(folder)/content", in: folder))
  }
}
