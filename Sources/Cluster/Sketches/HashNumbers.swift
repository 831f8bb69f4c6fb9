/// Numbers hashes in the order in which they are first met: a table of open addressing, linear probing.
///
/// A class over plain memory: it is asked for every token of every text. Not for use by several threads at once.
final class HashNumbers {
  private struct Slot {
    var key: UInt64
    /// -1 for a free slot.
    var number: Int32
  }
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  /// How many hashes have a number.
  private(set) var count = 0

  /// An empty table with room for some hashes; it grows by itself.
  init(room: Int = 512) {
    var size = 16
    while size < room * 2 { size *= 2 }
    mask = size - 1
    slots = HashNumbers.free(size)
  }

  deinit { slots.deallocate() }

  private static func free(_ size: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(key: 0, number: -1), count: size)
    return slots
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: mixed >> 32) & mask
    while slots[slot].number >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The number of a hash, or nil where it was never numbered.
  @inline(__always)
  func known(_ key: UInt64) -> Int32? {
    let number = slots[slot(key)].number
    return number >= 0 ? number : nil
  }

  /// The number of a hash: the next free one where it is new.
  @inline(__always)
  func number(_ key: UInt64) -> Int32 {
    let place = slot(key)
    if slots[place].number >= 0 { return slots[place].number }
    let number = Int32(count)
    slots[place] = Slot(key: key, number: number)
    count += 1
    if count * 2 > mask { grow() }
    return number
  }

  private func grow() {
    let (old, size) = (slots, mask + 1)
    mask = size * 2 - 1
    slots = HashNumbers.free(size * 2)
    for place in 0..<size where old[place].number >= 0 { slots[slot(old[place].key)] = old[place] }
    old.deallocate()
  }
}
