package import NewsModel

/// Where rendered pages go: those that changed as bytes, the others by path.
package struct PageOutput {
  /// What is known of the site as it stands, which many threads may ask.
  struct Earlier {
    let before: Fingerprints
    /// Whether the site has a file of a path, as the last run wrote it.
    let canKeep: (String) -> Bool
    /// A folder that all paths are put below: "" or "drafts/2023-01-17/".
    var prefix = ""

    /// Whether all files of a page stand that was made from the same values.
    func stays(_ folder: String, madeFrom mark: Fingerprints.Mark, siblings: [String]) -> Bool {
      before.marks[prefix + folder] == mark && siblings.allSatisfy { canKeep(prefix + folder + $0) }
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
  /// A folder that all paths are put below.
  var prefix: String {
    get { earlier.prefix }
    set { earlier.prefix = newValue }
  }

  /// An output that knows what the pages of the last run were made from.
  ///
  /// - Parameters:
  ///   - emit: takes a page that changed.
  ///   - keep: takes the path of a page that is as it was.
  ///   - canKeep: whether the site has a file of a path, as the last run wrote it; asked by many threads, but never
  ///     while a page is taken.
  package init(
    before: Fingerprints = Fingerprints(), emit: @escaping (Page) throws -> Void,
    keep: @escaping (String) throws -> Void = { _ in }, canKeep: @escaping (String) -> Bool = { _ in true }
  ) {
    self.emit = emit
    self.keep = keep
    earlier = Earlier(before: before, canKeep: canKeep)
  }

  /// Hands on what was made of a page.
  mutating func take(_ page: PrintedPage) throws {
    after.marks[prefix + page.folder] = page.mark
    guard let files = page.files else {
      for name in page.siblings { try keep(prefix + page.folder + name) }
      return
    }
    for file in files { try emit(prefix.isEmpty ? file : Page(path: prefix + file.path, bytes: file.bytes)) }
  }

  /// A file of the site that is not made from a template.
  mutating func add(_ file: Page) throws { try take(earlier.page(for: file)) }
}
