internal import NewsModel

/// Counts the terms of one article: a table of open addressing that is made once and emptied by a stamp.
struct TermCounter {
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
  private static let slots = 4096
  private var stamps = [UInt32](repeating: 0, count: slots)
  private var places = [Int32](repeating: 0, count: slots)
  private var stamp: UInt32 = 1
  private(set) var entries: [Entry] = []

  /// Forgets everything.
  mutating func clear() {
    entries.removeAll(keepingCapacity: true)
    stamp &+= 1
  }

  /// Counts one occurrence. What comes after some thousand other terms is left out.
  mutating func add(_ key: UInt32, _ weight: Float, isName: Bool, at span: Span, inTitle: Bool = false) {
    var slot = Int((key &* 0x9E37_79B1) >> 20)
    while stamps[slot] == stamp {
      let place = Int(places[slot])
      if entries[place].key == key {
        entries[place].weight += weight
        entries[place].uses += 1
        if isName { entries[place].named += 1 }
        return
      }
      slot = (slot + 1) & (TermCounter.slots - 1)
    }
    guard entries.count < TermCounter.slots / 2 else { return }
    stamps[slot] = stamp
    places[slot] = Int32(entries.count)
    entries.append(Entry(key: key, weight: weight, uses: 1, named: isName ? 1 : 0, first: span, isInTitle: inTitle))
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
