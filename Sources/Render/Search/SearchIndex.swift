internal import Exchange
internal import NewsModel

/// The files by which a reader's browser searches the site without a server: scripts, since a page from a disk may load
/// nothing else.
///
/// `search/directory.js` says how the others are called; `search/terms/` has the words by how they begin, each with the
/// numbers of its documents; `search/documents/` has what is shown of a document. A search loads the directory, a file
/// or a few for each word, and the files of the documents that it shows.
struct SearchIndex {
  private let numbers: SearchNumbers
  private let benches: [Workbench]
  private static let batch = 512  // files of documents that are held at a time, 4 KB each

  /// Numbers all that can be found.
  ///
  /// - Parameter benches: one for each thread; at least one.
  init(_ benches: [Workbench]) {
    self.benches = benches
    numbers = SearchNumbers(SearchTexts(site: benches[0].site, words: benches[0].words).documents())
  }

  /// Makes the files and hands them on in their order.
  func write(_ take: (Page) throws -> Void) throws {
    let shards = SearchShards(terms())
    for page in shards.pages { try take(page) }
    try writeDocuments(take)
    let directory = Field.record(
      Record([
        "documents": .number(numbers.documents.count), "shards": .text(shards.prefixes.joined(separator: " ")),
        "shelves": .text(numbers.plan),
      ]))
    try take(SearchIndex.script("directory", directory))
  }

  private func terms() -> SearchTerms {
    let documents = numbers.documents
    let collectors = Workers.map(benches.count, on: benches) { at, bench in
      let texts = SearchTexts(site: bench.site, words: bench.words)
      let collector = TermCollector()
      for index in stride(from: at, to: documents.count, by: benches.count) {
        texts.collect(documents[index], into: collector)
      }
      return collector
    }
    return SearchTerms(collectors)
  }

  /// Documents of one shelf whose numbers differ in lower bits only.
  private struct Group {
    var name: String
    var start: Int
    var documents: Range<Int>
  }

  private func writeDocuments(_ take: (Page) throws -> Void) throws {
    let groups = groups
    var first = 0
    while first < groups.count {
      let range = first..<min(first + SearchIndex.batch, groups.count)
      let pages = Workers.map(range.count, on: benches) { at, bench in
        page(of: groups[range.lowerBound + at], SearchTexts(site: bench.site, words: bench.words))
      }
      for page in pages { try take(page) }
      first = range.upperBound
    }
  }

  private var groups: [Group] {
    var out: [Group] = []
    for shelf in numbers.shelves {
      var first = shelf.documents.lowerBound
      while first < shelf.documents.upperBound {
        func group(_ index: Int) -> Int {
          (Int(numbers.documents[index].number) - shelf.start) >> SearchNumbers.fileBits
        }
        let number = group(first)
        var end = first + 1
        while end < shelf.documents.upperBound, group(end) == number { end += 1 }
        out.append(
          Group(
            name: "\(shelf.kind.letter)\(shelf.day?.description ?? "")-\(number)",
            start: shelf.start + number << SearchNumbers.fileBits, documents: first..<end))
        first = end
      }
    }
    return out
  }

  private func page(of group: Group, _ texts: SearchTexts) -> Page {
    let records = group.documents.map { index -> Field in
      let document = numbers.documents[index]
      return .list(texts.record(document, place: Int(document.number) - group.start))
    }
    return SearchIndex.script("documents/\(group.name)", .list(records))
  }

  /// A script that hands some data to the one of the page.
  private static func script(_ path: String, _ data: Field) -> Page {
    Page(path: "search/\(path).js", bytes: Array("daybrief(\"\(path)\",".utf8) + data.line + Array(")\n".utf8))
  }
}
