internal import Foundation

/// Knows which files of a site were made by Daybrief: `data/files.txt`, one path a line, sorted.
///
/// What is not in it belongs to somebody else and is never removed. The paths stay the bytes that were read, found by
/// hashing with linear probing (Knuth, The Art of Computer Programming 6.4): a large site has hundreds of thousands, of
/// which a morning changes a few.
package struct Inventory: Sendable {
  private let bytes: [UInt8]
  /// Where each path stands in the bytes; only paths that stay below the site.
  private let lines: [Range<Int>]
  /// Indices of lines, each behind the place that its hash gives; a power of two of them, at most half taken.
  private var slots: [Int32]

  private static let free: Int32 = -1

  /// What a site says it holds; empty where it says nothing.
  init(of root: String) { self.init(Disk.contents(of: "\(root)/\(SiteWriter.inventoryPath)") ?? []) }

  /// The list that some bytes hold.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = bytes.split(separator: UInt8(ascii: "\n")).filter(SitePath.isSafe).map(\.indices)
    var size = 16
    while size < 2 * lines.count { size *= 2 }
    slots = Array(repeating: Inventory.free, count: size)
    for (index, line) in lines.enumerated() {
      let place = bytes[line].withUnsafeBytes { slot(of: $0) }
      // Of a path that stands there twice the first counts.
      if slots[place] == Inventory.free { slots[place] = Int32(index) }
    }
  }

  /// How many paths it has.
  var count: Int { lines.count }

  /// The path at a place.
  func path(at place: Int) -> String { String(decoding: bytes[lines[place]], as: UTF8.self) }

  /// Whether it has a path, and where.
  func place(of path: String) -> Int? {
    var path = path
    let found = path.withUTF8 { slots[slot(of: UnsafeRawBufferPointer($0))] }
    return found == Inventory.free ? nil : Int(found)
  }

  /// The bytes of the list with some paths more and without others; both are merged, not sorted anew.
  ///
  /// - Parameter stays: of each path by its place whether it stays.
  func bytes(adding added: [String], keeping stays: [Bool]) -> [UInt8] {
    let new = added.sorted(by: SitePath.precedes).map { Array($0.utf8) }
    var merged: [UInt8] = []
    merged.reserveCapacity(bytes.count + new.reduce(0) { $0 + $1.count + 1 })
    func append(_ path: some Collection<UInt8>) {
      merged.append(contentsOf: path)
      merged.append(UInt8(ascii: "\n"))
    }
    var next = 0
    for (line, stays) in zip(lines, stays) where stays {
      while next < new.count, new[next].lexicographicallyPrecedes(bytes[line]) {
        append(new[next])
        next += 1
      }
      append(bytes[line])
    }
    for path in new[next...] { append(path) }
    return merged
  }

  /// Where a path stands among the slots, or the free one that it would take.
  private func slot(of path: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: path)
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] != Inventory.free, !isLine(Int(slots[slot]), path) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isLine(_ index: Int, _ path: UnsafeRawBufferPointer) -> Bool {
    let line = lines[index]
    guard line.count == path.count, let words = path.baseAddress else { return false }
    return bytes.withUnsafeBytes { all in
      all.baseAddress.map { memcmp($0 + line.lowerBound, words, path.count) == 0 } ?? false
    }
  }
}
