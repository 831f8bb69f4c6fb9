internal import Foundation
internal import Measurement

/// What all measurements share: the program, the sizes, where things lie, and what was measured so far.
final class Bench {
  /// How much is measured.
  enum Size: String, CaseIterable { case quick, full }

  let program: String
  let size: Size
  /// Whether the world's day is measured too.
  let world: Bool
  let corpora: Corpora
  let peers: Peers
  /// The folder of this run. Nothing in it is used twice, and all goes at the end: creating files right after removing
  /// as many is slow.
  let work: String
  private var folders = 0

  init(program: String, size: Size, world: Bool, corpora: Corpora, peers: Peers, work: String) {
    self.program = program
    self.size = size
    self.world = world
    self.corpora = corpora
    self.peers = peers
    self.work = work
  }

  /// One number for quick measurements, another for full ones.
  func pick<Value>(_ quick: Value, _ full: Value) -> Value { size == .quick ? quick : full }

  /// Seconds that one comparison may take before it is repeated no more.
  var patience: Double { pick(20, 240) }

  /// A fresh folder.
  func folder(_ name: String) throws -> String {
    folders += 1
    let path = "\(work)/\(folders)-\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// The program with arguments, in a fresh folder where none is given. Its output is kept there as `out`.
  func ours(_ arguments: [String], in folder: String? = nil, onOneCore: Bool = true) throws -> Launch {
    let place = try folder ?? self.folder(arguments[0])
    return Launch(
      program: program, arguments: arguments, folder: place, output: "\(place)/out", onOneCore: onOneCore)
  }

  /// A build of a source into a fresh folder, told step by step.
  func build(_ source: String, in folder: String? = nil, jobs: Int = 1, onOneCore: Bool = true) throws -> Launch {
    try ours(
      ["build", source, "--output", "site", "--jobs", String(jobs), "--verbose"], in: folder, onOneCore: onOneCore)
  }

  /// Runs ours and the peer's in turn, up to `runs` times each, as often as patience lasts and once at least.
  func alternate(
    _ name: String, runs: Int, ours: () throws -> Sample, peer: (() throws -> Sample)?
  ) throws -> (ours: [Sample], peer: [Sample]) {
    var (mine, theirs): ([Sample], [Sample]) = ([], [])
    let started = ContinuousClock.now
    while mine.count < runs {
      say("\(name), run \(mine.count + 1)")
      mine.append(try ours())
      if let peer { theirs.append(try peer()) }
      let spent = started.duration(to: .now) / .seconds(1)
      if spent + spent / Double(mine.count) > patience { break }
    }
    return (mine, theirs)
  }

  /// Tells on standard error what is being done.
  func say(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }

  /// Whether the disk has room for so many bytes and a tenth of itself besides.
  func hasRoom(for bytes: Double) -> Bool {
    let values = try? FileManager.default.attributesOfFileSystem(forPath: work)
    guard let free = values?[.systemFreeSize] as? NSNumber, let all = values?[.systemSize] as? NSNumber else {
      return true
    }
    return free.doubleValue > bytes + all.doubleValue / 10
  }
}

/// The files below a folder.
struct FolderCount {
  var files = 0
  var pages = 0
  var bytes = 0.0

  /// Counts all files, those that are HTML pages, and bytes.
  init(_ folder: String) {
    let keys: [URLResourceKey] = [.isRegularFileKey, .fileSizeKey]
    let root = URL(fileURLWithPath: folder)
    guard let all = FileManager.default.enumerator(at: root, includingPropertiesForKeys: keys) else { return }
    for case let file as URL in all {
      guard let values = try? file.resourceValues(forKeys: Set(keys)), values.isRegularFile == true else { continue }
      files += 1
      bytes += Double(values.fileSize ?? 0)
      if file.pathExtension == "html" { pages += 1 }
    }
  }

  /// As "18,634 files, 216 MB".
  var text: String { "\(Numbers.grouped(files)) files, \(Numbers.megabytes(bytes))" }
}
