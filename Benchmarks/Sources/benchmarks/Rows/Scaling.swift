internal import Foundation
internal import Measurement

/// How much sooner a cold build is through with all cores than with one job. Articles are files of their own, since a
/// file is read by one job.
struct Scaling: Work {
  let name = "scaling"

  func rows(_ bench: Bench) throws -> [Row] {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let count = bench.pick(300, 1000)
    guard cores > 1 else { return [] }
    let corpus = try bench.corpora.files(count, "html")
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
      "Scaling is wall time, all cores open to both: " + Scaling.steps(samples.ours, samples.peer)
        + ". Processor time with all: \(Spread(samples.ours.map(\.processorSeconds))?.text(Numbers.short) ?? "") s, with "
        + "one: \(Spread(samples.peer.map(\.processorSeconds))?.text(Numbers.short) ?? "") s."
    ]
    return [row]
  }

  /// How many times sooner each step is through.
  private static func steps(_ all: [Sample], _ one: [Sample]) -> String {
    func seconds(_ samples: [Sample], _ name: String) -> Double? {
      Spread(samples.compactMap { $0.steps.first { $0.name == name }?.wallSeconds })?.median
    }
    return (all.first?.steps ?? []).compactMap { step in
      guard let mine = seconds(all, step.name), let single = seconds(one, step.name), mine > 0 else { return nil }
      return "\(step.name) \(Numbers.short(single / mine)) × (\(Numbers.seconds(single)) to \(Numbers.seconds(mine)))"
    }.joined(separator: ", ")
  }
}
