internal import Archive
internal import Cluster
internal import NewsModel
internal import Synchronization

/// Something that was read ahead of its use, for one taker: who holds it afterwards holds nothing.
final class ReadAhead<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  /// Holds a value until it is taken.
  init(_ value: Value) { self.value = Mutex(value) }

  /// The value, at the first call.
  func take() -> Value? {
    value.withLock { value in
      defer { value = nil }
      return value
    }
  }
}

/// What earlier mornings worked out: sketches ready for use, all else in bytes by key.
struct DerivedRows: Sendable {
  /// What is known, in bytes by key; of a sketch nothing but its key.
  private(set) var bytes: [String: [UInt8]] = [:]
  /// Sketches of this program, by key.
  private(set) var sketches: [String: ArticleSketch] = [:]

  /// Nothing is known.
  init() {}

  /// What an archive holds, read on some threads.
  init(_ archive: Archive, jobs: Int) throws {
    var bytes = try archive.derived()
    let encoded = bytes.filter { ClusterMemo.isSketch($0.key) }.map { (key: $0.key, bytes: $0.value) }
    let read = Workers.map(encoded.count, jobs: jobs) { ArticleSketch(encoded: encoded[$0].bytes) }
    sketches.reserveCapacity(encoded.count)
    for (sketch, row) in zip(read, encoded) {
      sketches[row.key] = sketch
      bytes[row.key] = []
    }
    self.bytes = bytes
  }
}
