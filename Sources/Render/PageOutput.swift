package import NewsModel

/// Where rendered pages go: those that changed as bytes, the others by path.
package struct PageOutput {
  /// What is known of the site as it stands, which many threads may ask.
  struct Earlier {
    /// What the pages were made from.
    let traces: PageTraces
    /// What its parts gave to the search and the tables.
    let kept: KeptContributions
    /// Whether the site has files at all paths that begin and end so, as the last run wrote them.
    let canKeep: (_ base: String, _ names: [String]) -> Bool
    /// A file of the site as it stands.
    let published: (String) -> [UInt8]?
    /// A folder that all paths are put below: "" or "drafts/2023-01-17/".
    var prefix = ""
    /// What the traces say of the pages below the prefix.
    var section: PageTraces.Section?
    /// Of what these pages looked up, whether it is another now.
    var changed: [Bool] = []
    /// What the parts of the site are made of now.
    var parts: SiteMarks?
    /// Whether all that all pages depend on is as it was.
    var isSameSalt = false

    /// Whether all files of a page stand that was made from the same values.
    func stays(_ name: String, madeFrom mark: ContentMark, names: [String]) -> Bool {
      guard let place = section?.names.place(of: name), section?.pages[place].mark == mark else { return false }
      return canKeep(prefix + name, names)
    }

    /// What a file that stands was made from; nil where it does not stand as it was made.
    func mark(of file: String) -> ContentMark? {
      guard let section, let place = section.names.place(of: file), canKeep(prefix + file, [""]) else { return nil }
      return section.pages[place].mark
    }

    /// The place of a page that need not be made, as nothing changed of all that it looked up.
    ///
    /// - Parameter own: the mark of what the page is besides.
    func kept(_ name: String, names: [String], own: () -> ContentMark) -> Int? {
      guard isSameSalt, let section, let place = section.names.place(of: name),
        let trace = section.pages[place].trace, traces.areSame(trace.reads, changed), trace.own == own(),
        canKeep(prefix + name, names)
      else { return nil }
      return place
    }

    /// A file that is not made from a template: it stays where its bytes are the same.
    func page(for file: Page) -> PrintedPage {
      let mark = ContentMark(file.bytes)
      let stays = stays(file.path, madeFrom: mark, names: [""])
      return PrintedPage(name: file.path, mark: mark, names: [""], files: stays ? nil : [file])
    }
  }

  private let emit: (Page) throws -> Void
  private let keep: (_ base: String, _ names: [String]) throws -> Void
  private(set) var earlier: Earlier
  /// What the parts of the site gave to its search and its tables.
  package internal(set) var contributions = KeptContributions()
  private var writer = TraceWriter()

  /// An output that knows what the pages of the last run were made from.
  ///
  /// - Parameters:
  ///   - kept: what the parts of the site gave to its search and its tables.
  ///   - emit: takes a page that changed.
  ///   - keep: takes the paths of files that are as they were: how all begin, and how each ends.
  ///   - canKeep: whether the site has such files, as the last run wrote them; asked by many threads, also while a page
  ///     is taken.
  ///   - published: the bytes of a file of the site as it stands; nil where it cannot be read.
  package init(
    traces: PageTraces = PageTraces(), kept: KeptContributions = KeptContributions(),
    emit: @escaping (Page) throws -> Void,
    keep: @escaping (_ base: String, _ names: [String]) throws -> Void = { _, _ in },
    canKeep: @escaping (_ base: String, _ names: [String]) -> Bool = { _, _ in true },
    published: @escaping (String) -> [UInt8]? = { _ in nil }
  ) {
    self.emit = emit
    self.keep = keep
    earlier = Earlier(traces: traces, kept: kept, canKeep: canKeep, published: published)
  }

  /// What the pages of this run were made from, for `PageTraces` of the next.
  package var traces: [UInt8] { writer.bytes }

  /// Says below which folder the pages of a site go.
  mutating func begin(below prefix: String) {
    earlier.prefix = prefix
    earlier.section = earlier.traces.sections[prefix]
  }

  /// Says what the site is made of now.
  mutating func begin(_ marks: SiteMarks, salt: ContentMark) {
    var table = earlier.section?.parts ?? []
    let before = table
    let rows = Dictionary(zip(table.map(\.identity), 0...)) { first, _ in first }
    for row in table.indices { table[row].mark = SiteMarks.absent }
    var gone = table.count
    for list in marks.parts {
      for part in list {
        guard let row = rows[part.identity] else { continue }
        table[row].mark = part.mark ?? SiteMarks.unknown
        gone -= 1
      }
    }
    earlier.changed = zip(before, table).map { $0.mark != $1.mark || $1.mark == SiteMarks.unknown }
    earlier.parts = marks
    earlier.isSameSalt = earlier.section?.salt == salt
    writer.begin(earlier.prefix, salt: salt, table, isSpare: gone > PageOutput.spare + table.count / 4)
  }

  /// So many rows may stand for nothing before a table is written anew, and a quarter of all.
  private static let spare = 1000

  /// Hands on what was made of a page.
  mutating func take(_ page: PrintedPage) throws {
    writer.add(page.name, page.mark, page.trace)
    guard let files = page.files else { return try keep(earlier.prefix + page.name, page.names) }
    for file in files {
      try emit(earlier.prefix.isEmpty ? file : Page(path: earlier.prefix + file.path, bytes: file.bytes))
    }
  }

  /// Hands on a page that stays, by its place among the earlier ones.
  mutating func take(kept place: Int, names: [String], _ catalogue: inout Catalogue) throws {
    guard let section = earlier.section else { return }
    let name = section.names[place]
    let page = section.pages[place]
    writer.keep(page, name: name, of: earlier.traces)
    if let trace = page.trace, !trace.line.isEmpty {
      earlier.traces.bytes.withUnsafeBytes {
        catalogue.add(
          UnsafeRawBufferPointer(rebasing: $0[trace.line]), path: name, date: trace.date,
          isUnindexed: trace.isUnindexed)
      }
    }
    try keep(earlier.prefix.isEmpty ? name : earlier.prefix + name, names)
  }

  /// A file of the site that is not made from a template.
  mutating func add(_ file: Page) throws { try take(earlier.page(for: file)) }
}
