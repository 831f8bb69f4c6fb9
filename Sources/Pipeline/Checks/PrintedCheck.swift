internal import Foundation
internal import NewsModel
internal import Render

/// Holds the three files of a page to each other: the HTML is what the Markdown gives, and what the Markdown prints as
/// words of sources stands in an article that the page's data names, or that it leads to.
struct PrintedCheck {
  private let texts: [String: [String]]?
  /// Words of articles, one space before and after each, of all versions; a zero ends them.
  private var known: [String: [CChar]] = [:]
  /// The articles of source views, by their folders.
  private var idsOfPages: [String: String] = [:]
  /// Where source views went that were renamed.
  private var moved: [String: String] = [:]
  /// Source views that the site has no more; an edition that is out may still name them.
  private var gone: Set<String> = []
  /// Words that stand in no article that the data of their page names.
  private struct Open {
    var path: String
    var run: String
    var words: [CChar]
    /// The source views that the page leads to.
    var pages: Set<String>
  }
  private var open: [Open] = []
  /// How many runs of words were looked for.
  private(set) var count = 0
  private static let mostShown = 60  // letters of what is wrong

  /// A check against texts by article id; without any, only the HTML is compared.
  init(texts: [String: [String]]?) { self.texts = texts }

  /// The faults of a page.
  ///
  /// - Parameters:
  ///   - value: of its JSON; nil where it is none.
  ///   - path: of its Markdown, as it is told.
  mutating func read(markdown: Data, html: Data, data value: Any?, path: String) -> [Diagnostic] {
    let printed = PrintedMarkdown([UInt8](markdown))
    var faults: [Diagnostic] = []
    // The form of the search stands behind the opening of its page.
    let parts = path == "search/index.md" ? printed.opened : [printed.html].compactMap(\.self)
    let page = html.withUnsafeBytes { $0.map(CChar.init(bitPattern:)) } + [0]
    if parts.contains(where: { part in part.withCString { strstr(page, $0) == nil } }) {
      let page = (path as NSString).deletingPathExtension + ".html"
      faults.append(
        Diagnostic(
          .notVerbatim, "the page does not say what its Markdown says; build the site again with --force", file: page))
    }
    guard let texts else { return faults }
    var articles: Set<String> = []
    if let value {
      PrintedCheck.strings(of: value) { if texts[$0] != nil { articles.insert($0) } }
      let folder = FolderPath.folder(of: path)
      if let page = value as? [String: Any] {
        if let id = page["id"] as? String, texts[id] != nil { idsOfPages[folder] = id }
        if page["page"] as? String == "moved", !(page["path"] is String) { gone.insert(folder) }
        if let next = page["path"] as? String, next.hasPrefix("articles/") { moved[folder] = String(next.dropLast()) }
      }
    }
    let words = printed.words
    let named = articles.sorted()
    var pages: Set<String>?
    for run in words.runs {
      let sought = PrintedCheck.words(of: run)
      // The zero, and a space around no word.
      guard sought.count > 2 else { continue }
      count += 1
      if stands(sought, in: named, texts) { continue }
      let linked = pages ?? PrintedCheck.articlePages(words.links, from: path)
      pages = linked
      open.append(Open(path: path, run: run, words: sought, pages: linked))
    }
    return faults
  }

  /// Adds what was read of other pages.
  mutating func add(_ other: PrintedCheck) {
    idsOfPages.merge(other.idsOfPages) { $1 }
    moved.merge(other.moved) { $1 }
    gone.formUnion(other.gone)
    open += other.open
    count += other.count
  }

  /// What stands neither in an article that the page's data names nor in one that the page leads to.
  mutating func faults() -> [Diagnostic] {
    guard let texts else { return [] }
    var faults: [Diagnostic] = []
    for item in open {
      let linked = Set(item.pages.compactMap { idsOfPages[$0] ?? moved[$0].flatMap { idsOfPages[$0] } }).sorted()
      if stands(item.words, in: linked, texts) { continue }
      // Which article a page was that is gone, the site does not say: it is one of those at hand.
      if !item.pages.isDisjoint(with: gone), stands(item.words, in: texts.keys.sorted(), texts) { continue }
      let run = item.run
      let shown = run.count > PrintedCheck.mostShown ? run.prefix(PrintedCheck.mostShown) + "…" : run[...]
      faults.append(
        Diagnostic(.notVerbatim, "\"\(shown)\" stands in no article that the page names", file: item.path))
    }
    return faults
  }

  private mutating func stands(_ words: [CChar], in articles: [String], _ texts: [String: [String]]) -> Bool {
    articles.contains { strstr(all(of: $0, texts), words) != nil }
  }

  /// The source views that links of a page lead to, by their folders; those of a draft lie below it.
  private static func articlePages(_ links: [String], from path: String) -> Set<String> {
    var out: Set<String> = []
    for link in links {
      var parts = path.split(separator: "/").dropLast()
      for part in link.prefix(while: { $0 != "#" }).split(separator: "/") {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      guard let room = parts.lastIndex(of: "articles"), room + 1 < parts.endIndex else { continue }
      out.insert(parts[...(room + 1)].joined(separator: "/"))
    }
    return out
  }

  private mutating func all(of article: String, _ texts: [String: [String]]) -> [CChar] {
    if let made = known[article] { return made }
    var made: [CChar] = []
    for text in texts[article] ?? [] { made += PrintedCheck.words(of: text).dropLast() + [0x7C] }
    made.append(0)
    known[article] = made
    return made
  }

  /// Letters and digits in runs, as UTF-8 with one space before and after each; marks and spaces between them are the
  /// page's. A zero ends them.
  private static func words(of text: String) -> [CChar] {
    var out: [CChar] = [0x20]
    var isOpen = false
    for scalar in text.unicodeScalars {
      if WordRuns.isWord(scalar) {
        for byte in UTF8.encode(scalar) ?? .init() { out.append(CChar(bitPattern: byte)) }
        isOpen = true
      } else if isOpen, scalar.isASCII || !scalar.properties.isDefaultIgnorableCodePoint {
        out.append(0x20)
        isOpen = false
      }
    }
    if isOpen { out.append(0x20) }
    out.append(0)
    return out
  }

  private static func strings(of value: Any, _ body: (String) -> Void) {
    if let text = value as? String {
      body(text)
    } else if let list = value as? [Any] {
      for item in list { strings(of: item, body) }
    } else if let object = value as? [String: Any] {
      for item in object.values { strings(of: item, body) }
    }
  }
}
