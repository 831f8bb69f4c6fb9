internal import CXXHash

/// Collects which documents have which words, for one thread: one row of bytes for all words, a table of hashes, and two
/// flat arrays for their places.
final class TermCollector {
  /// All words met, one after another.
  private(set) var pool: [UInt8] = []
  /// Where each word begins in the pool; one more than there are words.
  private(set) var starts: [Int] = [0]
  /// For each place of a word its number here, and the posting.
  private(set) var terms: [UInt32] = []
  private(set) var postings: [PostingList.Posting] = []
  /// The documents that have words, in the order in which they were collected, and where the words of each begin.
  private(set) var documents: [UInt32] = []
  private(set) var firsts: [Int] = []

  private let folding = SearchFolding()
  private var folded: [UInt8] = []
  private var ranges: [Range<Int>] = []
  /// By hash: the number of a word and one, or 0.
  private var table = [UInt32](repeating: 0, count: 1 << 12)
  private var hashes: [UInt64] = []
  /// The last place of a word.
  private var last: [UInt32] = []
  /// A longer run of letters is no word that anyone types.
  private static let longest = 40  // bytes

  /// How many words were met.
  var count: Int { hashes.count }

  /// Adds the words of some text of a document; a word that it has already keeps the higher weight.
  func add(_ text: UnsafeBufferPointer<UInt8>, to document: UInt32, weight: UInt32) {
    folding.words(of: text, out: &folded, ranges: &ranges)
    for range in ranges {
      let term = number(range.count > TermCollector.longest ? cut(range) : range)
      let place = Int(last[term])
      if place < terms.count, terms[place] == UInt32(term), postings[place] >> 2 == document {
        postings[place] = max(postings[place], document << 2 | weight)
        continue
      }
      if documents.last != document {
        documents.append(document)
        firsts.append(terms.count)
      }
      last[term] = UInt32(terms.count)
      terms.append(UInt32(term))
      postings.append(document << 2 | weight)
    }
  }

  /// Adds the words of a text.
  func add(_ text: String, to document: UInt32, weight: UInt32) {
    var text = text
    text.withUTF8 { add($0, to: document, weight: weight) }
  }

  /// The first letters of a word that is too long.
  private func cut(_ range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound + TermCollector.longest
    while folded[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }

  private func number(_ range: Range<Int>) -> Int {
    let hash = folded.withUnsafeBytes { cxxhash_64($0.baseAddress.map { $0 + range.lowerBound }, range.count) }
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while table[slot] != 0 {
      let term = Int(table[slot]) - 1
      if hashes[term] == hash, holds(term, range) { return term }
      slot = (slot + 1) & mask
    }
    table[slot] = UInt32(hashes.count + 1)
    hashes.append(hash)
    last.append(.max)
    pool.append(contentsOf: folded[range])
    starts.append(pool.count)
    if hashes.count * 2 > table.count { grow() }
    return hashes.count - 1
  }

  private func holds(_ term: Int, _ range: Range<Int>) -> Bool {
    let start = starts[term]
    guard starts[term + 1] - start == range.count else { return false }
    for at in 0..<range.count where pool[start + at] != folded[range.lowerBound + at] { return false }
    return true
  }

  private func grow() {
    table = [UInt32](repeating: 0, count: table.count * 2)
    let mask = table.count - 1
    for (term, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while table[slot] != 0 { slot = (slot + 1) & mask }
      table[slot] = UInt32(term + 1)
    }
  }
}
