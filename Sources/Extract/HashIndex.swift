/// Small numbers by 64-bit hashes that are spread already, for the names and words of one text.
///
/// A dictionary would hash each hash again, which costs ten times the look-up.
struct HashIndex {
  private struct Slot {
    var key: UInt64 = 0
    /// -1 in an empty slot.
    var value: Int32 = -1
  }
  private var slots: [Slot]
  /// How many hashes have numbers.
  private(set) var count = 0

  /// No hash has a number yet.
  ///
  /// - Parameter room: a power of two; half as many hashes find room before the index grows.
  init(room: Int = 64) { slots = [Slot](repeating: Slot(), count: room) }

  /// The number of a hash; nil where it has none.
  subscript(key: UInt64) -> Int? {
    let slot = place(of: key)
    return slots[slot].value < 0 ? nil : Int(slots[slot].value)
  }

  /// Gives a hash a number, in place of the one that it has.
  mutating func set(_ key: UInt64, _ value: Int) {
    var slot = place(of: key)
    if slots[slot].value < 0 {
      count += 1
      if count * 2 > slots.count {
        grow()
        slot = place(of: key)
      }
    }
    slots[slot] = Slot(key: key, value: Int32(value))
  }

  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
    while slots[slot].value >= 0, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.value >= 0 { slots[place(of: slot.key)] = slot }
  }
}
