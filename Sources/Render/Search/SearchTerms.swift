/// All words of a site in the order of their bytes, each with its list of documents as text.
struct SearchTerms {
  private var pool: [UInt8] = []
  private var starts = [0]
  private var lists: [UInt8] = []
  private var listStarts = [0]
  /// Longer lists are cut: a reader never sees so many, and the commonest words would weigh as much as all others. The
  /// script takes such a word for a wish where others are asked for with it.
  static let longest = 4096  // documents

  /// How many there are.
  var count: Int { starts.count - 1 }

  /// Joins what several threads collected, in whatever order.
  init(_ collectors: [TermCollector], longest: Int = SearchTerms.longest) {
    let order = SearchTerms.order(collectors)
    // Equal words of several collectors stand side by side: they get one number.
    var numbers = collectors.map { [Int](repeating: 0, count: $0.count) }
    for (at, entry) in order.enumerated() {
      let bytes = collectors[entry.collector].bytes(of: entry.term)
      let isKnown = at > 0 && count > 0 && bytes.elementsEqual(pool[starts[count - 1]..<starts[count]])
      if !isKnown {
        pool.append(contentsOf: bytes)
        starts.append(pool.count)
      }
      numbers[entry.collector][entry.term] = count - 1
    }
    var ends = [Int](repeating: 0, count: count + 1)
    for (collector, numbers) in zip(collectors, numbers) {
      for term in collector.terms { ends[numbers[Int(term)] + 1] += 1 }
    }
    for term in 0..<count { ends[term + 1] += ends[term] }
    var next = ends
    var postings = [PostingList.Posting](repeating: 0, count: ends[count])
    for (collector, numbers) in zip(collectors, numbers) {
      for (term, posting) in zip(collector.terms, collector.postings) {
        let number = numbers[Int(term)]
        postings[next[number]] = posting
        next[number] += 1
      }
    }
    for term in 0..<count {
      var list = postings[ends[term]..<ends[term + 1]]
      let isCut = list.count > longest
      if isCut { list = SearchTerms.best(list, longest)[...] }
      list.sort()
      lists += PostingList.text(list, isCut: isCut)
      listStarts.append(lists.count)
    }
  }

  /// The places of greatest weight; of one weight the newest.
  private static func best(_ list: ArraySlice<PostingList.Posting>, _ limit: Int) -> [PostingList.Posting] {
    Array(list.sorted { ($0 & 3, $0) > ($1 & 3, $1) }.prefix(limit))
  }

  /// The bytes of a word.
  func word(_ term: Int) -> ArraySlice<UInt8> { pool[starts[term]..<starts[term + 1]] }

  /// Its list.
  func list(_ term: Int) -> ArraySlice<UInt8> { lists[listStarts[term]..<listStarts[term + 1]] }

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
}

extension TermCollector {
  /// The bytes of a word.
  func bytes(of term: Int) -> ArraySlice<UInt8> { pool[starts[term]..<starts[term + 1]] }
}
