internal import Foundation

/// Bytes put aside during a run in a file without a name, which is gone with the process; in memory where there is no
/// room for one. Not for use by several threads at once.
package final class SpillFile {
  /// Where something was put.
  package struct Place: Sendable {
    var offset: Int
    var count: Int32
  }
  /// Bytes written at once.
  private static let room = 1 << 20
  private let file = tmpfile()
  /// Bytes that the file holds; what comes behind them is in `held`.
  private var written = 0
  private var held: [UInt8] = []
  private var isFull = false

  /// An empty file.
  package init() {}

  deinit { if let file { fclose(file) } }

  /// Puts bytes aside.
  package func append(_ bytes: [UInt8]) -> Place {
    if held.count >= SpillFile.room { write() }
    let place = Place(offset: written + held.count, count: Int32(bytes.count))
    held += bytes
    return place
  }

  /// The bytes at a place; fewer where they cannot be read again.
  package func bytes(at place: Place) -> [UInt8] {
    if place.offset >= written {
      return Array(held[place.offset - written..<place.offset - written + Int(place.count)])
    }
    guard let file else { return [] }
    return [UInt8](unsafeUninitializedCapacity: Int(place.count)) { out, filled in
      filled = max(0, pread(fileno(file), out.baseAddress, Int(place.count), off_t(place.offset)))
    }
  }

  /// What cannot be written stays in memory.
  private func write() {
    guard let file, !isFull else { return }
    let count = held.withUnsafeBytes { pwrite(fileno(file), $0.baseAddress, $0.count, off_t(written)) }
    guard count == held.count else {
      isFull = true
      return
    }
    written += count
    held.removeAll(keepingCapacity: true)
  }
}
