/// The terms of a batch as small numbers, item by item in flat arrays, with how often each is used.
struct TermTable {
  /// For each term, how many items have it.
  private(set) var frequencies: [Int32] = []
  /// Occurrences, and those as a name.
  private(set) var uses: [Int32] = []
  private(set) var named: [Int32] = []
  /// Where each item's terms begin in `ids` and `counts`; one more than items.
  private(set) var starts: [Int32] = [0]
  private(set) var ids: [Int32] = []
  /// In units of `ArticleSketch.countUnit`.
  private(set) var counts: [UInt16] = []

  /// For each term its key; 0 for one that no key leads to.
  private(set) var keys: [UInt32] = []

  /// Items that are copies of others.
  private(set) var copies = 0

  private var slots = [Slot](repeating: Slot(), count: 1 << 12)
  private var shift: UInt32 = 20

  private struct Slot {
    var key: UInt32 = 0
    /// -1 for a free slot.
    var id: Int32 = -1
  }

  /// How many terms there are.
  var count: Int { frequencies.count }
  /// How many items there are.
  var items: Int { starts.count - 1 }

  /// Adds the terms of the next item; `close` ends it.
  mutating func add(_ terms: [ArticleSketch.Term]) {
    for term in terms { add(id(of: term.key), term.count, uses: Int32(term.uses), named: Int32(term.named)) }
  }

  /// Adds one term of the next item; an item has each term once.
  mutating func add(_ id: Int32, _ count: UInt16, uses: Int32, named: Int32) {
    frequencies[Int(id)] += 1
    self.uses[Int(id)] += uses
    self.named[Int(id)] += named
    ids.append(id)
    counts.append(count)
  }

  /// Ends an item.
  mutating func close() { starts.append(Int32(ids.count)) }

  /// Ends an item that is a copy of another: it has no terms and does not make others rare.
  mutating func closeCopy() {
    copies += 1
    close()
  }

  /// Forgets which item has which terms, once vectors are made of them.
  mutating func forgetItems() {
    starts = [0]
    ids = []
    counts = []
  }

  /// A new term that no key leads to.
  mutating func newTerm() -> Int32 {
    frequencies.append(0)
    keys.append(0)
    uses.append(0)
    named.append(0)
    return Int32(frequencies.count - 1)
  }

  /// The number of a term by its key.
  mutating func id(of key: UInt32) -> Int32 {
    let slot = slot(of: key)
    if slots[slot].id >= 0 { return slots[slot].id }
    let id = newTerm()
    keys[Int(id)] = key
    slots[slot] = Slot(key: key, id: id)
    if count * 2 > slots.count { grow() }
    return id
  }

  /// The number of a term that has been met, or nil.
  func known(_ key: UInt32) -> Int32? {
    let id = slots[slot(of: key)].id
    return id >= 0 ? id : nil
  }

  /// The slot of a key, or the free one where it would stand.
  @inline(__always)
  private func slot(of key: UInt32) -> Int {
    var slot = Int((key &* 0x9E37_79B1) >> shift)
    while slots[slot].id >= 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    shift -= 1
    for entry in old where entry.id >= 0 { slots[slot(of: entry.key)] = entry }
  }
}
