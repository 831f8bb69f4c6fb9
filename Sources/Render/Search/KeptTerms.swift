internal import NewsModel

/// Which documents of the last search have which words, in flat arrays.
struct KeptTerms: Sendable, Equatable {
  typealias Mark = ContentMark

  /// All words in the order of their bytes, one after another, and where each begins; one more than there are words.
  var pool: [UInt8] = []
  var starts: [UInt32] = [0]
  /// How long the list of each word is as text.
  var sizes: [UInt32] = []
  /// Of each document, by number: the hash of its id, what it was read from, its number, and where its words end.
  var keys: [UInt64] = []
  var marks: [Mark] = []
  var numbers: [UInt32] = []
  var ends: [UInt32] = []
  /// The words of the documents: the place of the word, and its weight in the lowest two bits.
  var terms: [UInt32] = []
  /// By prefix, which words its file has.
  var shards: [String: Mark] = [:]

  init() {}

  /// How many words there are.
  var count: Int { sizes.count }

  /// The bytes of a word.
  func word(_ term: Int) -> ArraySlice<UInt8> { pool[Int(starts[term])..<Int(starts[term + 1])] }

  /// Where the words of a document stand in `terms`.
  func range(_ document: Int) -> Range<Int> { (document == 0 ? 0 : Int(ends[document - 1]))..<Int(ends[document]) }

  /// Writes all, the shards last.
  func write(to out: inout FlatWriter) {
    out.put(pool)
    for numbers in [starts, sizes, self.numbers, ends, terms] { out.put(numbers) }
    out.put(keys)
    out.put(marks)
    let names = shards.keys.sorted()
    out.put(Array(names.joined(separator: " ").utf8))
    out.put(names.compactMap { shards[$0] })
  }

  /// Reads what was written.
  init(_ input: inout FlatReader) throws {
    pool = try input.numbers()
    starts = try input.numbers()
    sizes = try input.numbers()
    numbers = try input.numbers()
    ends = try input.numbers()
    terms = try input.numbers()
    keys = try input.numbers()
    marks = try input.numbers()
    let text = String(decoding: try input.numbers() as [UInt8], as: UTF8.self)
    let known: [Mark] = try input.numbers()
    // No word has a space in it; the shortest prefix is none at all.
    let names = known.isEmpty ? [] : text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let count = UInt32(sizes.count)
    guard starts.count == sizes.count + 1, starts.first == 0, Int(starts.last ?? 0) == pool.count, starts.isRising,
      [marks.count, numbers.count, ends.count].allSatisfy({ $0 == keys.count }), ends.isRising,
      Int(ends.last ?? 0) == terms.count, terms.allSatisfy({ $0 >> 2 < count }), names.count == known.count
    else { throw FlatReader.Malformed() }
    shards = Dictionary(zip(names, known)) { first, _ in first }
  }
}
