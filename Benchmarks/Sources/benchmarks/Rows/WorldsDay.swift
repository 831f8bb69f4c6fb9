internal import Foundation
internal import Measurement

/// What the world prints in a day, on all cores, the site included.
struct WorldsDay: Work {
  let name = "the world's day"

  private static let count = 500_000
  /// Articles of the trial that says how large the site will be.
  private static let trial = 1000

  func rows(_ bench: Bench) throws -> [Row] {
    guard bench.world else { return [] }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let small = try bench.build(try bench.corpora.lines(WorldsDay.trial))
    _ = try small.measured()
    let bytes = FolderCount(small.folder).bytes / Double(WorldsDay.trial) * Double(WorldsDay.count)
    guard bench.hasRoom(for: bytes) else {
      throw Failure(
        "the world's day needs about \(Numbers.megabytes(bytes)) on the disk; make room, or name a folder elsewhere: make bench BENCH=/path"
      )
    }
    let corpus = try bench.corpora.lines(WorldsDay.count)
    bench.say(name)
    let launch = try bench.build(corpus, jobs: cores, onOneCore: false)
    let sample = try launch.measured()
    var side = Side(seconds: "build", command: launch.shown, count: WorldsDay.count, samples: [sample])
    side.note = FolderCount("\(launch.folder)/site").text
    var row = Row(
      "\(name), \(Numbers.grouped(WorldsDay.count))", .seconds, ours: side, peer: nil, withoutPeer: "does not fit")
    row.reaches = [.seconds(600), .memory(4_000_000_000)]
    row.notes = ["The world's day: " + StepShares.text([sample])]
    return [row]
  }
}
