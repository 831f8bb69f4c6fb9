/// A fixed set of word hashes, for questions asked of every token: one probe, no hashing of the hash.
package struct WordSet: Sendable {
  private var slots: [UInt64]
  private let mask: Int
  private let hasZero: Bool

  /// The set of some hashes.
  package init(_ hashes: some Collection<UInt64>) {
    var size = 8
    while size < hashes.count * 4 { size *= 2 }  // a quarter full, so that a miss ends soon
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    hasZero = hashes.contains(0)
    for hash in hashes where hash != 0 {
      var slot = WordSet.slot(hash, mask)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
      slots[slot] = hash
    }
  }

  /// Whether a hash is in the set.
  package func contains(_ hash: UInt64) -> Bool {
    if hash == 0 { return hasZero }
    var slot = WordSet.slot(hash, mask)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & mask
    }
    return false
  }

  /// Whether it holds nothing.
  package var isEmpty: Bool { !hasZero && slots.allSatisfy { $0 == 0 } }

  private static func slot(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask }
}
