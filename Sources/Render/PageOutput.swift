package import NewsModel

/// Where rendered pages go: those that changed as bytes, the others by path.
package struct PageOutput {
  /// Takes a page that changed.
  let emit: (Page) throws -> Void
  /// Takes the path of a page that is as it was.
  let keep: (String) throws -> Void
  /// Whether the site has a file of a path, as the last run wrote it.
  private let canKeep: (String) -> Bool
  private let before: Fingerprints
  /// What the pages of this run were made from.
  package private(set) var after = Fingerprints()
  /// A folder that all paths are put below: "" or "drafts/2023-01-17/".
  var prefix = ""

  /// An output that knows what the pages of the last run were made from.
  package init(
    before: Fingerprints = Fingerprints(), emit: @escaping (Page) throws -> Void,
    keep: @escaping (String) throws -> Void = { _ in }, canKeep: @escaping (String) -> Bool = { _ in true }
  ) {
    self.before = before
    self.emit = emit
    self.keep = keep
    self.canKeep = canKeep
  }

  /// Whether the page of a folder was made from the same values; if so its files stay.
  mutating func keeps(_ folder: String, madeFrom bytes: [UInt8]) throws -> Bool {
    let mark = Fingerprints.Mark(bytes)
    after.marks[prefix + folder] = mark
    guard before.marks[prefix + folder] == mark,
      Fingerprints.siblings.allSatisfy({ canKeep(prefix + folder + $0) })
    else { return false }
    for name in Fingerprints.siblings { try keep(prefix + folder + name) }
    return true
  }

  /// A page of a folder that `keeps` said is made anew.
  func renew(_ page: Page) throws { try emit(placed(page)) }

  /// A file of the site that is not made from a template: it stays where its bytes are the same.
  mutating func add(_ page: Page) throws {
    let page = placed(page)
    let mark = Fingerprints.Mark(page.bytes)
    after.marks[page.path] = mark
    if before.marks[page.path] == mark, canKeep(page.path) { try keep(page.path) } else { try emit(page) }
  }

  private func placed(_ page: Page) -> Page {
    prefix.isEmpty ? page : Page(path: prefix + page.path, bytes: page.bytes)
  }
}
