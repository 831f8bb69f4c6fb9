internal import NewsModel

/// What a reader can find.
enum SearchKind: Int, CaseIterable, Sendable {
  case actor, thread, story, quote, article

  /// The letter that files and the script name it by.
  var letter: String { ["a", "t", "s", "q", "p"][rawValue] }
}

/// A page or a quote that can be found.
struct SearchDocument: Sendable {
  var kind: SearchKind
  /// Its place among the parts of the composition: of a quote, that of its article.
  var index: Int
  /// Of a quote, its place in the article's digest.
  var quote = 0
  /// Of a quote, the place of its story.
  var story = 0
  var day: CivilDay?
  /// Of what never changes about it.
  var key: UInt64
  var number: UInt32 = 0
}

/// Numbers of documents that stay when other documents come: a document is put into the shelf of its kind and day, where
/// the hash of its id gives the place; shelves stand by day. New documents come mostly at the end, and their numbers
/// tell how recent they are.
///
/// A shelf has a power of two of places and is at most half full, so that it grows seldom, and the numbers behind it move
/// only then.
struct SearchNumbers: Sendable {
  /// Documents of one kind and day.
  struct Shelf: Sendable {
    var kind: SearchKind
    /// Nil for actors, threads and what has no day.
    var day: CivilDay?
    /// The number of its first place.
    var start: Int
    /// Places, as the logarithm to base 2.
    var bits: Int
    /// Its documents in `documents`, by number.
    var documents: Range<Int>
  }

  /// By number.
  private(set) var documents: [SearchDocument]
  private(set) var shelves: [Shelf] = []
  private static let fewest = 5  // bits
  /// Documents whose places differ in lower bits only are told of by one file.
  static let fileBits = 7

  /// Numbers documents.
  init(_ unordered: [SearchDocument]) {
    documents = SearchNumbers.sorted(unordered)
    var first = 0
    var start = 0
    while first < documents.count {
      let (kind, day) = (documents[first].kind, documents[first].shelfDay)
      var end = first
      while end < documents.count, documents[end].kind == kind, documents[end].shelfDay == day { end += 1 }
      let bits = max(SearchNumbers.fewest, Int.bitWidth - (2 * (end - first) - 1).leadingZeroBitCount)
      place(first..<end, bits: bits, start: start)
      shelves.append(Shelf(kind: kind, day: day, start: start, bits: bits, documents: first..<end))
      start += 1 << bits
      first = end
    }
  }

  private struct Place {
    /// Days in order, kinds within a day.
    var shelf: Int
    var key: UInt64
    var at: Int
  }

  /// By shelf, documents of one by key.
  private static func sorted(_ documents: [SearchDocument]) -> [SearchDocument] {
    var places = documents.indices.map { at in
      let document = documents[at]
      let day = document.shelfDay.map { $0.number + undated } ?? 0
      return Place(shelf: day * SearchKind.allCases.count + document.kind.rawValue, key: document.key, at: at)
    }
    places.sort { a, b in
      if a.shelf != b.shelf { return a.shelf < b.shelf }
      if a.key != b.key { return a.key < b.key }
      let (left, right) = (documents[a.at], documents[b.at])
      return (left.index, left.quote) < (right.index, right.quote)
    }
    return places.map { documents[$0.at] }
  }

  /// More than there are days before 1970, so that what has no day stands first.
  private static let undated = 1 << 40

  /// Gives the documents of a shelf their places, the next free one where one is taken (linear probing, Knuth 1963).
  private mutating func place(_ range: Range<Int>, bits: Int, start: Int) {
    let mask = 1 << bits - 1
    var isTaken = [Bool](repeating: false, count: mask + 1)
    for index in range {
      var place = Int(truncatingIfNeeded: documents[index].key) & mask
      while isTaken[place] { place = (place + 1) & mask }
      isTaken[place] = true
      documents[index].number = UInt32(start + place)
    }
    documents[range].sort { $0.number < $1.number }
  }

  /// What the script finds shelves by: for all without a day five letters, then for each day the days since the one
  /// before, in base 36, and three letters. A letter is the logarithm of the places; "-" is no shelf.
  var plan: String {
    func letter(_ kind: SearchKind, _ day: CivilDay?, _ shelves: ArraySlice<Shelf>) -> String {
      guard let shelf = shelves.first(where: { $0.kind == kind && $0.day == day }) else { return "-" }
      return String(UnicodeScalar(UInt8(0x61 + shelf.bits)))
    }
    let undated = shelves.prefix { $0.day == nil }
    var out = SearchKind.allCases.map { letter($0, nil, undated) }.joined()
    var last = 0
    var rest = shelves[undated.count...]
    while let day = rest.first?.day {
      let own = rest.prefix { $0.day == day }
      out += " \(String(day.number - last, radix: 36))."
      for kind in [SearchKind.story, .quote, .article] { out += letter(kind, day, own) }
      last = day.number
      rest = rest[own.endIndex...]
    }
    return out
  }
}

extension SearchDocument {
  /// Actors and threads have no day of their own.
  fileprivate var shelfDay: CivilDay? { kind == .actor || kind == .thread ? nil : day }
}
