internal import NewsModel

/// All words of a site in the order of their bytes, each with its list of documents as text.
struct SearchTerms {
  /// The words, and which documents have them.
  let table: TermTable
  /// How long each list is.
  private(set) var sizes: [UInt32]
  private var lists: [UInt8] = []
  /// Where a list begins in `lists`; `none` where it is as it was, and is made only if it is asked for.
  private var listStarts: [Int]
  private let longest: Int
  private static let none = -1
  private static let slice = 1024  // words whose lists one thread makes at a time
  /// Longer lists are cut: a reader never sees so many, and the commonest words would weigh as much as all others. The
  /// script takes such a word for a wish where others are asked for with it.
  static let longest = 4096  // documents

  /// How many there are.
  var count: Int { table.count }

  /// The lists of a table; of those that are as they were, only their lengths.
  init(_ table: TermTable, longest: Int = SearchTerms.longest, jobs: Int = 1) {
    self.table = table
    self.longest = longest
    sizes = table.sizes
    listStarts = [Int](repeating: SearchTerms.none, count: table.count)
    let changed = (0..<table.count).filter { table.isChanged[$0] }
    let parts = Workers.map((changed.count + SearchTerms.slice - 1) / SearchTerms.slice, jobs: jobs) { part in
      let first = part * SearchTerms.slice
      var bytes: [UInt8] = []
      var sizes: [UInt32] = []
      for term in changed[first..<min(changed.count, first + SearchTerms.slice)] {
        let list = SearchTerms.text(table.postings(of: term), longest)
        bytes += list
        sizes.append(UInt32(list.count))
      }
      return (bytes, sizes)
    }
    var next = 0
    for (bytes, lengths) in parts {
      var start = lists.count
      lists += bytes
      for length in lengths {
        sizes[changed[next]] = length
        listStarts[changed[next]] = start
        start += Int(length)
        next += 1
      }
    }
  }

  private static func text(_ postings: ArraySlice<PostingList.Posting>, _ longest: Int) -> [UInt8] {
    guard postings.count > longest else { return PostingList.text(postings, isCut: false) }
    return PostingList.text(best(postings, longest).sorted()[...], isCut: true)
  }

  /// The places of greatest weight; of one weight the newest.
  private static func best(_ list: ArraySlice<PostingList.Posting>, _ limit: Int) -> [PostingList.Posting] {
    Array(list.sorted { ($0 & 3, $0) > ($1 & 3, $1) }.prefix(limit))
  }

  /// The bytes of a word.
  func word(_ term: Int) -> ArraySlice<UInt8> { table.word(term) }

  /// Its list.
  func list(_ term: Int) -> ArraySlice<UInt8> {
    let start = listStarts[term]
    guard start != SearchTerms.none else { return SearchTerms.text(table.postings(of: term), longest)[...] }
    return lists[start..<start + Int(sizes[term])]
  }
}
