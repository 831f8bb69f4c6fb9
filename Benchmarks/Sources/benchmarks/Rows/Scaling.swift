internal import Foundation
internal import Measurement

/// How much sooner a cold build is through with all cores than with one job.
struct Scaling: Work {
  let name = "scaling"

  func rows(_ bench: Bench) throws -> [Row] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let count = bench.pick(300, 1000)
    guard cores > 1 else { return [] }
    let corpus = try bench.corpora.lines(count)
    let samples = try bench.alternate(
      name, runs: 3, ours: { try bench.build(corpus, jobs: cores, onOneCore: false).measured() },
      peer: { try bench.build(corpus, jobs: 1, onOneCore: false).measured() })
    let command = { jobs in try bench.build(corpus, jobs: jobs, onOneCore: false).shown }
    let single = Side("1 job", command: try command(1), count: count, samples: samples.peer, values: [])
    let all = Side(
      "\(cores) jobs", command: try command(cores), count: count, samples: samples.ours,
      values: zip(samples.peer, samples.ours).map { $0.wallSeconds / $1.wallSeconds })
    var row = Row(
      "\(cores) jobs against 1, whole path, \(Numbers.grouped(count))", .times, ours: all, peer: nil, withoutPeer: "—")
    row.more = [single]
    row.notes = [
      "Scaling is wall time, all cores open to both. With \(cores) jobs: \(StepShares.text(samples.ours)) "
        + "With one: \(StepShares.text(samples.peer))"
    ]
    return [row]
  }
}
