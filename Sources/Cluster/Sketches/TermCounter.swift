internal import NewsModel

/// Counts the terms of one article: a table of open addressing that is made once and emptied by a stamp.
///
/// A class over plain memory: it is asked for every word. Not for use by several threads at once.
final class TermCounter {
  /// A term with what is counted of it.
  struct Entry {
    var key: UInt32
    var weight: Float
    var uses: UInt32
    var named: UInt32
    /// Where it stands first.
    var first: Span
    /// It stands first in the title.
    var isInTitle: Bool
  }
  private struct Slot {
    var stamp: UInt32
    var place: Int32
  }
  private static let slots = 4096
  private static let most = slots / 2
  private let table = UnsafeMutablePointer<Slot>.allocate(capacity: slots)
  private let found = UnsafeMutablePointer<Entry>.allocate(capacity: most)
  private var count = 0
  private var stamp: UInt32 = 1

  init() { table.initialize(repeating: Slot(stamp: 0, place: 0), count: TermCounter.slots) }

  deinit {
    table.deallocate()
    found.deallocate()
  }

  /// What was counted, in the order of the first occurrences; until the next one is counted.
  var entries: UnsafeBufferPointer<Entry> { UnsafeBufferPointer(start: found, count: count) }

  /// Forgets everything.
  func clear() {
    count = 0
    stamp &+= 1
  }

  /// Counts one occurrence. What comes after some thousand other terms is left out.
  @inline(__always)
  func add(_ key: UInt32, _ weight: Float, isName: Bool, at span: Span, inTitle: Bool = false) {
    var slot = Int((key &* 0x9E37_79B1) >> 20)
    while table[slot].stamp == stamp {
      let place = Int(table[slot].place)
      if found[place].key == key {
        found[place].weight += weight
        found[place].uses += 1
        if isName { found[place].named += 1 }
        return
      }
      slot = (slot + 1) & (TermCounter.slots - 1)
    }
    guard count < TermCounter.most else { return }
    table[slot] = Slot(stamp: stamp, place: Int32(count))
    (found + count).initialize(
      to: Entry(key: key, weight: weight, uses: 1, named: isName ? 1 : 0, first: span, isInTitle: inTitle))
    count += 1
  }

  /// The terms, in the order of their first occurrence.
  var terms: [ArticleSketch.Term] {
    entries.map {
      ArticleSketch.Term(
        key: $0.key, count: ArticleSketch.units($0.weight), uses: UInt8(min(255, $0.uses)),
        named: UInt8(min(255, $0.named)))
    }
  }
}
