/// All words of a site in the order of their bytes and the documents that have them: what was collected now joined with
/// what is kept of documents that stay as they were.
struct TermTable {
  /// A document of which the words are kept.
  struct Staying {
    /// Its place among those that are kept.
    var place: Int
    /// Its number now.
    var number: UInt32
  }

  private(set) var pool: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  /// Whether the list of a word is another than the last time.
  private(set) var isChanged: [Bool] = []
  /// How long the list of a word was; 0 where the word is new.
  private(set) var sizes: [UInt32] = []
  /// The documents that have words, by number; where the words of each end in `terms`.
  private(set) var numbers: [UInt32] = []
  private(set) var ends: [UInt32] = []
  /// Places of words, with the weight in the lowest two bits.
  private(set) var terms: [UInt32] = []
  private var postings: [PostingList.Posting] = []
  private var firsts: [Int] = []

  /// How many words there are.
  var count: Int { sizes.count }

  /// Joins what several threads collected, in whatever order, and what stays.
  init(_ collectors: [TermCollector], kept: KeptTerms = KeptTerms(), staying: [Staying] = []) {
    var isUsed = [Bool](repeating: false, count: kept.count)
    for document in staying {
      for term in kept.terms[kept.range(document.place)] { isUsed[Int(term >> 2)] = true }
    }
    let (fresh, old) = join(TermTable.order(collectors), collectors, kept, isUsed)
    let order = TermTable.documents(collectors, staying)
    terms.reserveCapacity(staying.isEmpty ? collectors.reduce(0) { $0 + $1.terms.count } : kept.terms.count)
    var stays = [Bool](repeating: false, count: kept.keys.count)
    for source in order {
      if source.collector < 0 {
        let stands = kept.numbers[source.place] == source.number
        stays[source.place] = stands
        for term in kept.terms[kept.range(source.place)] { add(Int(old[Int(term >> 2)]), term & 3, !stands) }
      } else {
        let collector = collectors[source.collector]
        let end =
          source.place + 1 < collector.firsts.count ? collector.firsts[source.place + 1] : collector.terms.count
        for at in collector.firsts[source.place]..<end {
          add(Int(fresh[source.collector][Int(collector.terms[at])]), collector.postings[at] & 3, true)
        }
      }
      numbers.append(source.number)
      ends.append(UInt32(terms.count))
    }
    // A word that a document had, or had under another number.
    for place in stays.indices where !stays[place] {
      for term in kept.terms[kept.range(place)] where old[Int(term >> 2)] != .max {
        isChanged[Int(old[Int(term >> 2)])] = true
      }
    }
    sort()
  }

  private mutating func add(_ term: Int, _ weight: UInt32, _ isNew: Bool) {
    terms.append(UInt32(term) << 2 | weight)
    if isNew { isChanged[term] = true }
  }

  /// The documents of each word, by number (counting sort).
  private mutating func sort() {
    firsts = [Int](repeating: 0, count: count + 1)
    for term in terms { firsts[Int(term >> 2) + 1] += 1 }
    for term in 0..<count { firsts[term + 1] += firsts[term] }
    var next = firsts
    postings = [PostingList.Posting](repeating: 0, count: terms.count)
    var start = 0
    for (number, end) in zip(numbers, ends) {
      for term in terms[start..<Int(end)] {
        postings[next[Int(term >> 2)]] = number << 2 | term & 3
        next[Int(term >> 2)] += 1
      }
      start = Int(end)
    }
  }

  /// The bytes of a word.
  func word(_ term: Int) -> ArraySlice<UInt8> { pool[Int(starts[term])..<Int(starts[term + 1])] }

  /// Where a word stands, by number.
  func postings(of term: Int) -> ArraySlice<PostingList.Posting> { postings[firsts[term]..<firsts[term + 1]] }

  // MARK: Words

  /// Merges both lists of words; answers the places of the collected ones, and of the kept ones that are used still.
  private mutating func join(
    _ entries: [Entry], _ collectors: [TermCollector], _ kept: KeptTerms, _ isUsed: [Bool]
  ) -> (fresh: [[UInt32]], old: [UInt32]) {
    var fresh = collectors.map { [UInt32](repeating: 0, count: $0.count) }
    var old = [UInt32](repeating: .max, count: kept.count)
    var next = 0
    func take(before end: Int) {
      while next < end {
        if isUsed[next] {
          old[next] = UInt32(count)
          append(kept.word(next), kept.sizes[next], isNew: false)
        }
        next += 1
      }
    }
    for (at, entry) in entries.enumerated() {
      let bytes = collectors[entry.collector].bytes(of: entry.term)
      // Equal words of several collectors stand side by side: they get one place.
      if at == 0 || !bytes.elementsEqual(collectors[entries[at - 1].collector].bytes(of: entries[at - 1].term)) {
        take(before: TermTable.place(of: bytes, in: kept, from: next))
        if next < kept.count, kept.word(next).elementsEqual(bytes) {
          old[next] = UInt32(count)
          append(bytes, kept.sizes[next], isNew: !isUsed[next])
          next += 1
        } else {
          append(bytes, 0, isNew: true)
        }
      }
      fresh[entry.collector][entry.term] = UInt32(count - 1)
    }
    take(before: kept.count)
    return (fresh, old)
  }

  private mutating func append(_ word: ArraySlice<UInt8>, _ size: UInt32, isNew: Bool) {
    pool.append(contentsOf: word)
    starts.append(UInt32(pool.count))
    sizes.append(size)
    isChanged.append(isNew)
  }

  /// The first kept word that does not stand before some bytes.
  private static func place(of bytes: ArraySlice<UInt8>, in kept: KeptTerms, from first: Int) -> Int {
    var (low, high) = (first, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept.word(middle).lexicographicallyPrecedes(bytes) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private struct Entry {
    /// The first eight bytes, which mostly decide.
    var key: UInt64
    var collector: Int
    var term: Int
  }

  /// The words of all collectors by their bytes; equal ones by collector.
  private static func order(_ collectors: [TermCollector]) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(collectors.reduce(0) { $0 + $1.count })
    for (at, collector) in collectors.enumerated() {
      for term in 0..<collector.count {
        var key: UInt64 = 0
        let bytes = collector.bytes(of: term)
        for byte in bytes.prefix(8) { key = key << 8 | UInt64(byte) }
        if bytes.count < 8 { key <<= UInt64(8 * (8 - bytes.count)) }
        entries.append(Entry(key: key, collector: at, term: term))
      }
    }
    entries.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      let (left, right) = (collectors[a.collector].bytes(of: a.term), collectors[b.collector].bytes(of: b.term))
      if left.elementsEqual(right) { return a.collector < b.collector }
      return left.lexicographicallyPrecedes(right)
    }
    return entries
  }

  // MARK: Documents

  private struct Source {
    var number: UInt32
    /// Which collector has its words; -1 where they are kept.
    var collector: Int
    var place: Int
  }

  /// All documents by number.
  private static func documents(_ collectors: [TermCollector], _ staying: [Staying]) -> [Source] {
    var sources = staying.map { Source(number: $0.number, collector: -1, place: $0.place) }
    for (at, collector) in collectors.enumerated() {
      for (place, number) in collector.documents.enumerated() {
        sources.append(Source(number: number, collector: at, place: place))
      }
    }
    sources.sort { $0.number < $1.number }
    return sources
  }
}

extension TermCollector {
  /// The bytes of a word.
  func bytes(of term: Int) -> ArraySlice<UInt8> { pool[starts[term]..<starts[term + 1]] }
}
