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
  /// Of each document, what it is made from; nil where that is not known of all.
  private let marks: [ContentMark]?
  private let earlier: PageOutput.Earlier
  private static let batch = 512  // files of documents that are held at a time, 4 KB each

  /// Numbers all that can be found.
  ///
  /// - Parameters:
  ///   - benches: one for each thread; at least one.
  ///   - marks: what the parts of the site are made from, where it is known.
  ///   - earlier: the site as it stands, and what is kept of it.
  init(_ benches: [Workbench], _ marks: ContributionMarks?, _ earlier: PageOutput.Earlier) {
    self.benches = benches
    self.earlier = earlier
    let texts = SearchTexts(site: benches[0].site, words: benches[0].words)
    let numbers = SearchNumbers(texts.documents(jobs: benches.count))
    self.numbers = numbers
    let known = marks.map { marks in
      Workers.map(numbers.documents.count, jobs: benches.count) { marks.mark(of: numbers.documents[$0]) }
    }
    self.marks = known.flatMap { known in known.contains(nil) ? nil : known.compactMap(\.self) }
  }

  /// Makes the files and hands them on in their order.
  ///
  /// - Returns: what the next run may take over.
  func write(_ take: (PrintedPage) throws -> Void) throws -> KeptTerms {
    let known = KeptDocuments(earlier.kept.terms, numbers.documents, marks)
    let terms = terms(known)
    let shards = SearchShards(terms)
    let words = Workers.map(shards.files.count, jobs: benches.count) { shards.words(of: shards.files[$0]) }
    let pages = Workers.map(shards.files.count, jobs: benches.count) { at -> PrintedPage in
      let file = shards.files[at]
      if earlier.kept.terms.shards[file.prefix] == words[at], !shards.isChanged(file),
        let mark = earlier.mark(of: "search/\(file.path).js")
      {
        return PrintedPage(name: "search/\(file.path).js", mark: mark, names: [""])
      }
      return earlier.page(for: shards.page(file))
    }
    for page in pages { try take(page) }
    try writeDocuments(take)
    let directory = Field.record(
      Record([
        "documents": .number(numbers.documents.count), "shards": .text(shards.prefixes.joined(separator: " ")),
        "shelves": .text(numbers.plan),
      ]))
    try take(earlier.page(for: SearchIndex.script("directory", directory)))
    guard let marks else { return KeptTerms() }
    return KeptDocuments.kept(
      terms, numbers.documents, marks,
      shards: Dictionary(zip(shards.prefixes, words)) { first, _ in first })
  }

  private func terms(_ known: KeptDocuments) -> SearchTerms {
    let documents = numbers.documents
    let collectors = Workers.map(benches.count, on: benches) { at, bench in
      let texts = SearchTexts(site: bench.site, words: bench.words)
      let collector = TermCollector()
      for index in stride(from: at, to: known.fresh.count, by: benches.count) {
        texts.collect(documents[known.fresh[index]], into: collector)
      }
      return collector
    }
    let table = TermTable(collectors, kept: earlier.kept.terms, staying: known.staying)
    return SearchTerms(table, jobs: benches.count)
  }

  /// Documents of one shelf whose numbers differ in lower bits only.
  private struct Group {
    var name: String
    var start: Int
    var documents: Range<Int>
  }

  private func writeDocuments(_ take: (PrintedPage) throws -> Void) throws {
    let groups = groups
    var first = 0
    while first < groups.count {
      let range = first..<min(first + SearchIndex.batch, groups.count)
      let pages = Workers.map(range.count, on: benches) { at, bench in
        printed(groups[range.lowerBound + at], bench)
      }
      for page in pages { try take(page) }
      first = range.upperBound
    }
  }

  /// The file of some documents, which stays where these are made from the same at the same places.
  private func printed(_ group: Group, _ bench: Workbench) -> PrintedPage {
    func made() -> Page { page(of: group, SearchTexts(site: bench.site, words: bench.words)) }
    guard let marks else { return earlier.page(for: made()) }
    var own = ByteWriter()
    for index in group.documents {
      own.put(Int(numbers.documents[index].number) - group.start)
      own.put(marks[index])
    }
    let path = "search/documents/\(group.name).js"
    let mark = ContentMark(own.bytes)
    // Where nothing is kept, another program may have made the file of the same parts.
    let stays = !earlier.kept.terms.keys.isEmpty && earlier.stays(path, madeFrom: mark, names: [""])
    return PrintedPage(name: path, mark: mark, names: [""], files: stays ? nil : [made()])
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
