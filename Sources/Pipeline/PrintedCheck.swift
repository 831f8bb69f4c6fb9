internal import Foundation
internal import NewsModel
internal import Render

/// Holds the three files of a page to each other: the HTML is what the Markdown gives, and what the Markdown prints as
/// words of sources stands in an article that the page's data names, or that it leads to.
struct PrintedCheck {
  private let texts: [String: [String]]?
  /// Words of articles, one space before and after each, of all versions.
  private var known: [String: Data] = [:]
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
  /// - Parameter path: of its Markdown, as it is told.
  mutating func read(markdown: Data, html: Data, json: Data, path: String) -> [Diagnostic] {
    let printed = PrintedMarkdown([UInt8](markdown))
    var faults: [Diagnostic] = []
    // The form of the search stands behind the opening of its page.
    let parts = path == "search/index.md" ? printed.opened : [printed.html].compactMap(\.self)
    if parts.contains(where: { html.range(of: Data($0.utf8)) == nil }) {
      let page = (path as NSString).deletingPathExtension + ".html"
      faults.append(
        Diagnostic(
          .notVerbatim, "the page does not say what its Markdown says; build the site again with --force", file: page))
    }
    guard let texts else { return faults }
    var articles: Set<String> = []
    if let value = try? JSONSerialization.jsonObject(with: json) {
      PrintedCheck.strings(of: value) { if texts[$0] != nil { articles.insert($0) } }
      let folder = (path as NSString).deletingLastPathComponent
      if let page = value as? [String: Any] {
        if let id = page["id"] as? String, texts[id] != nil { idsOfPages[folder] = id }
        if page["page"] as? String == "moved", !(page["path"] is String) { gone.insert(folder) }
        if let next = page["path"] as? String, next.hasPrefix("articles/") { moved[folder] = String(next.dropLast()) }
      }
    }
    let words = printed.words
    let named = articles.sorted()
    for run in words.runs {
      let sought = PrintedCheck.words(of: run)
      guard sought.count > 1 else { continue }
      count += 1
      if !stands(sought, in: named, texts) {
        open.append(
          Open(path: path, run: run, pages: PrintedCheck.articlePages(words.links, from: path)))
      }
    }
    return faults
  }

  /// What stands neither in an article that the page's data names nor in one that the page leads to.
  mutating func faults() -> [Diagnostic] {
    guard let texts else { return [] }
    var faults: [Diagnostic] = []
    for item in open {
      let linked = Set(item.pages.compactMap { idsOfPages[$0] ?? moved[$0].flatMap { idsOfPages[$0] } }).sorted()
      let words = PrintedCheck.words(of: item.run)
      if stands(words, in: linked, texts) { continue }
      // Which article a page was that is gone, the site does not say: it is one of those at hand.
      if !item.pages.isDisjoint(with: gone), stands(words, in: texts.keys.sorted(), texts) { continue }
      let run = item.run
      let shown = run.count > PrintedCheck.mostShown ? run.prefix(PrintedCheck.mostShown) + "…" : run[...]
      faults.append(
        Diagnostic(.notVerbatim, "\"\(shown)\" stands in no article that the page names", file: item.path))
    }
    return faults
  }

  private mutating func stands(_ words: Data, in articles: [String], _ texts: [String: [String]]) -> Bool {
    articles.contains { all(of: $0, texts).range(of: words) != nil }
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

  private mutating func all(of article: String, _ texts: [String: [String]]) -> Data {
    if let made = known[article] { return made }
    var made = Data()
    for text in texts[article] ?? [] { made += PrintedCheck.words(of: text) + [0x7C] }
    known[article] = made
    return made
  }

  /// Letters and digits in runs, as UTF-8 with one space before and after each; marks and spaces between them are the
  /// page's.
  private static func words(of text: String) -> Data {
    var out: [UInt8] = [0x20]
    var isOpen = false
    for scalar in text.unicodeScalars {
      if WordRuns.isWord(scalar) {
        out.append(contentsOf: String(scalar).utf8)
        isOpen = true
      } else if isOpen, scalar.isASCII || !scalar.properties.isDefaultIgnorableCodePoint {
        out.append(0x20)
        isOpen = false
      }
    }
    if isOpen { out.append(0x20) }
    return Data(out)
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
