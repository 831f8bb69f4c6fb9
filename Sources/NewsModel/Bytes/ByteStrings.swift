/// Many texts as parts of one array of bytes, each found by what it says: no object for any of them.
package struct ByteStrings: Sendable {
  private let bytes: [UInt8]
  private let starts: [UInt32]
  private let ends: [UInt32]
  /// By hash, open addressing: half a hash above, one more than the place below; 0 where there is none.
  private var slots: [UInt64]

  /// Texts by where they stand in the bytes; of those that say the same the first is found.
  package init(_ bytes: [UInt8], at ranges: [Range<Int>]) {
    self.bytes = bytes
    starts = ranges.map { UInt32($0.lowerBound) }
    ends = ranges.map { UInt32($0.upperBound) }
    var room = 16
    while room < 2 * ranges.count { room *= 2 }
    slots = [UInt64](repeating: 0, count: room)
    bytes.withUnsafeBytes { raw in
      for (place, range) in ranges.enumerated() {
        let text = UnsafeRawBufferPointer(rebasing: raw[range])
        let hash = ByteStrings.hash(text)
        if find(text, hash) == nil { insert(place, hash) }
      }
    }
  }

  /// How many there are.
  package var count: Int { starts.count }

  /// The text of a place.
  package subscript(place: Int) -> String { withBytes(of: place) { String(decoding: $0, as: UTF8.self) } }

  /// The bytes of a place.
  package func withBytes<T>(of place: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[Int(starts[place])..<Int(ends[place])])) }
  }

  /// The place of a text.
  package func place(of text: UnsafeRawBufferPointer) -> Int? { find(text, ByteStrings.hash(text)) }

  /// The place of a text that is said in two parts.
  package func place(of text: String, _ rest: String = "") -> Int? {
    var (text, rest) = (text, rest)
    return text.withUTF8 { text in
      rest.withUTF8 { rest in
        guard !rest.isEmpty else { return place(of: UnsafeRawBufferPointer(text)) }
        return withUnsafeTemporaryAllocation(byteCount: text.count + rest.count, alignment: 1) { room in
          room.copyMemory(from: UnsafeRawBufferPointer(text))
          UnsafeMutableRawBufferPointer(rebasing: room[text.count...]).copyMemory(from: UnsafeRawBufferPointer(rest))
          return place(of: UnsafeRawBufferPointer(room))
        }
      }
    }
  }

  /// Seeded for each run, since texts from outside are among what is looked up.
  private static func hash(_ text: UnsafeRawBufferPointer) -> UInt64 {
    var hasher = Hasher()
    hasher.combine(bytes: text)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  private func find(_ text: UnsafeRawBufferPointer, _ hash: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
      if slots[slot] >> 32 == hash >> 32, withBytes(of: place, { $0.elementsEqual(text) }) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ place: Int, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(place + 1)
  }
}
