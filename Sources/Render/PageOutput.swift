package import NewsModel

/// Where rendered pages go: those that changed as bytes, the others by path.
package struct PageOutput {
  /// What is known of the site as it stands, which many threads may ask.
  struct Earlier {
    let before: Fingerprints
    /// What the pages looked up when they were made.
    let traces: PageTraces
    /// What its parts gave to the search and the tables.
    let kept: KeptContributions
    /// What the parts of the site are made of now, and by what else pages are made.
    var now = Present()
    /// Whether the site has a file of a path, as the last run wrote it.
    let canKeep: (String) -> Bool
    /// A file of the site as it stands.
    let published: (String) -> [UInt8]?
    /// A folder that all paths are put below: "" or "drafts/2023-01-17/".
    var prefix = ""

    /// Whether all files of a page stand that was made from the same values.
    func stays(_ folder: String, madeFrom mark: Fingerprints.Mark, siblings: [String]) -> Bool {
      before.marks[prefix + folder] == mark && siblings.allSatisfy { canKeep(prefix + folder + $0) }
    }

    /// What is known of the site as it will be.
    struct Present {
      /// The marks of what the traces name, as it is now; nil where it is not known.
      var marks: [Fingerprints.Mark?] = []
      var parts: SiteMarks?
      /// What all pages depend on: templates, words, settings, decisions.
      var salt: [UInt8] = []
    }

    /// The page of a folder without making it, if nothing changed of all that it looked up.
    ///
    /// - Parameters:
    ///   - name: of the trace: the folder, or what else stands for the page.
    ///   - own: what the page depends on besides what it looks up.
    func traced(_ name: String, own: [UInt8]) -> PageTraces.Trace? {
      guard let trace = traces.pages[prefix + name], let mark = mark(own, trace.reads.map { now.marks[$0] }),
        mark == trace.mark
      else { return nil }
      return trace
    }

    /// The mark of all that a page depends on; nil where that is not known.
    func mark(_ own: [UInt8], _ parts: [Fingerprints.Mark?]) -> Fingerprints.Mark? {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(now.salt.count + own.count + 16 * parts.count)
      bytes += now.salt
      bytes += own
      for part in parts {
        guard let part else { return nil }
        part.append(to: &bytes)
      }
      return Fingerprints.Mark(bytes)
    }

    /// The mark that a page of some name was printed with.
    func printed(_ folder: String, siblings: [String]) -> PrintedPage? {
      guard let mark = before.marks[prefix + folder], siblings.allSatisfy({ canKeep(prefix + folder + $0) }) else {
        return nil
      }
      return PrintedPage(folder: folder, mark: mark, siblings: siblings, files: nil)
    }

    /// A file that is not made from a template: it stays where its bytes are the same.
    func page(for file: Page) -> PrintedPage {
      let mark = Fingerprints.Mark(file.bytes)
      let stays = stays(file.path, madeFrom: mark, siblings: [""])
      return PrintedPage(folder: file.path, mark: mark, siblings: [""], files: stays ? nil : [file])
    }
  }

  private let emit: (Page) throws -> Void
  private let keep: (String) throws -> Void
  private(set) var earlier: Earlier
  /// What the pages of this run were made from.
  package private(set) var after = Fingerprints()
  /// What they looked up.
  package private(set) var traces = PageTraces()
  /// What the parts of the site gave to its search and its tables.
  package internal(set) var contributions = KeptContributions()
  /// A folder that all paths are put below.
  var prefix: String {
    get { earlier.prefix }
    set { earlier.prefix = newValue }
  }

  /// An output that knows what the pages of the last run were made from.
  ///
  /// - Parameters:
  ///   - kept: what the parts of the site gave to its search and its tables.
  ///   - emit: takes a page that changed.
  ///   - keep: takes the path of a page that is as it was.
  ///   - canKeep: whether the site has a file of a path, as the last run wrote it; asked by many threads, also
  ///     while a page is taken.
  ///   - published: the bytes of a file of the site as it stands; nil where it cannot be read.
  package init(
    before: Fingerprints = Fingerprints(), traces: PageTraces = PageTraces(),
    kept: KeptContributions = KeptContributions(), emit: @escaping (Page) throws -> Void,
    keep: @escaping (String) throws -> Void = { _ in }, canKeep: @escaping (String) -> Bool = { _ in true },
    published: @escaping (String) -> [UInt8]? = { _ in nil }
  ) {
    self.emit = emit
    self.keep = keep
    earlier = Earlier(before: before, traces: traces, kept: kept, canKeep: canKeep, published: published)
  }

  /// Says what the site is made of now.
  mutating func begin(_ site: SiteIndex, _ parts: SiteMarks, salt: [UInt8]) {
    earlier.now = Earlier.Present(
      marks: earlier.traces.names.map { parts.mark(of: $0, isThere: site.has($0)) }, parts: parts, salt: salt)
  }

  /// Hands on what was made of a page.
  mutating func take(_ page: PrintedPage) throws {
    after.set(prefix + page.folder, page.mark)
    if let (name, trace, reads) = page.trace {
      if let reads {
        traces.keep(prefix + name, trace, reads: reads)
      } else {
        traces.keep(prefix + name, trace, of: earlier.traces)
      }
    }
    guard let files = page.files else {
      for name in page.siblings { try keep(prefix + page.folder + name) }
      return
    }
    for file in files { try emit(prefix.isEmpty ? file : Page(path: prefix + file.path, bytes: file.bytes)) }
  }

  /// A file of the site that is not made from a template.
  mutating func add(_ file: Page) throws { try take(earlier.page(for: file)) }
}
