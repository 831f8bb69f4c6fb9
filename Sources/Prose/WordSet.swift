/// A fixed set of word hashes, for questions asked of every token: one probe, no hashing of the hash.
///
/// Public and inlinable, not `package`: only so does the compiler look words up in place in other modules.
public struct WordSet: Sendable {
  @usableFromInline var slots: [UInt64]
  @usableFromInline let mask: Int
  @usableFromInline let hasZero: Bool
  @usableFromInline var filter: HashFilter

  /// The set of some hashes.
  package init(_ hashes: some Collection<UInt64>) {
    var size = 8
    while size < hashes.count * 4 { size *= 2 }  // a quarter full, so that a miss ends soon
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
    hasZero = hashes.contains(0)
    filter = HashFilter(room: hashes.count)
    for hash in hashes {
      filter.insert(hash)
      guard hash != 0 else { continue }
      var slot = WordSet.slot(hash, mask)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
      slots[slot] = hash
    }
  }

  /// Whether a hash is in the set.
  @inlinable @inline(__always)
  public func contains(_ hash: UInt64) -> Bool {
    filter.mayContain(hash) && holds(hash)
  }

  /// Whether a hash that the filter lets through is in the set.
  @usableFromInline
  func holds(_ hash: UInt64) -> Bool {
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

/// A fixed table of small numbers by word hash, for questions asked of every token.
///
/// Public and inlinable, not `package`: only so does the compiler look words up in place in other modules.
public struct WordCodes: Sendable {
  /// A hash beside its code, so that both come from memory together.
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var key: UInt64
    /// -1 in an empty slot.
    @usableFromInline var code: Int32

    init(key: UInt64 = 0, code: Int32 = -1) { (self.key, self.code) = (key, code) }
  }
  @usableFromInline var slots: [Slot]
  @usableFromInline let mask: Int

  /// The table of some hashes and what each stands for; the last one given for a hash counts. Codes are not negative.
  package init(_ pairs: [(hash: UInt64, code: Int)]) {
    var size = 8
    while size < pairs.count * 4 { size *= 2 }  // a quarter full, so that a miss ends soon
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
    for (hash, code) in pairs {
      var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
      while slots[slot].code >= 0, slots[slot].key != hash { slot = (slot + 1) & mask }
      slots[slot] = Slot(key: hash, code: Int32(code))
    }
  }

  /// The code of a hash; -1 where it has none.
  @inlinable @inline(__always)
  public func code(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[slot].code >= 0 {
      if slots[slot].key == hash { return Int(slots[slot].code) }
      slot = (slot + 1) & mask
    }
    return -1
  }
}
