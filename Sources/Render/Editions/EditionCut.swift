internal import Foundation
package import NewsModel

/// Takes words out of an edition that is out, without composing it anew: all else stays to the letter.
package struct EditionCut: Sendable {
  /// Passages to be taken out, letter for letter.
  package var words: [String] = []
  /// Articles of which no passage stays: ids, and the names of their pages.
  package var articles: [String: String] = [:]
  /// Stories that are gone with all that stood about them: ids, and the names of their pages.
  package var stories: [String: String] = [:]
  /// Headlines that are gone; `mark` stands in their place.
  package var titles: [String] = []
  /// The versions of articles' texts: passages of these that went along with others are forgotten too.
  package var texts: [String: [String]] = [:]
  /// What stands in place of a headline.
  package static let mark = "█████"

  /// A name or a figure stands in many places: a shorter run is a passage only where it is a variant or all of its block.
  private static let shortestRun = 5  // words

  /// A cut that takes out nothing.
  package init() {}

  /// The edition without the words.
  ///
  /// - Throws: where the edition's data is no JSON.
  package func applied(to edition: Edition) throws -> Edition {
    var made = edition
    made.markdown = edition.markdown.map(markdown)
    made.data = try edition.data.map { try EditionData.edited($0) { self.value($0, article: nil) } }
    made.passages.removeAll { articles[$0.article] != nil }
    guard made.markdown != edition.markdown || made.data != edition.data else { return made }
    let printed = PrintedWords(made)
    made.passages.removeAll { passage in
      guard let versions = texts[passage.article]?.filter({ $0.holds(passage.span) }) else { return false }
      return !versions.contains { printed.stand(String($0[passage.span]), of: passage.article) }
    }
    return made
  }

  // MARK: Markdown

  private func markdown(_ text: String) -> String {
    let wanted = words.map(MarkdownLink.words).filter { !$0.isEmpty }
    let gone = Set(titles.map { MarkdownLink.words($0) })
    let addresses = articles.values.map { "/\(SiteIndex.path(.article, $0))index.html#p" }
    let sections = stories.values.map { "/\(SiteIndex.path(.story, $0))index.html" }
    var made = EditionMarkdown(text)
    var below: Int?
    for index in made.blocks.indices {
      let block = made.blocks[index]
      if block.level > 0 {
        let isOfGone = block.level > 2 && sections.contains { block.text.contains($0) }
        if let level = below, block.level <= level { below = nil }
        if isOfGone { below = block.level }
      }
      let parts = MarkdownLink.parts(of: block.text)
      made.blocks[index].isGone = below != nil || block.level == 0 && prints(parts, wanted, addresses)
      if !gone.isEmpty { made.blocks[index].text = EditionCut.renamed(parts, gone) }
    }
    made.dropLeaders()
    return made.markdown
  }

  /// Whether a block prints one of the passages, or a passage of an article whose first place is of that address.
  private func prints(_ parts: [MarkdownLink.Part], _ wanted: [[Substring]], _ addresses: [String]) -> Bool {
    var visible = ""
    var first: Substring?
    var variants: Set<[Substring]> = []
    for part in parts {
      switch part {
      case .text(let text): visible += text
      case .link(let link):
        // A headline is no passage, even where its words are the same.
        let isHeadline = link.address.contains("/stories/") || link.address.contains("/threads/")
        visible += isHeadline ? "." : link.label
        if first == nil, link.address.contains("index.html#p") { first = link.address }
        if link.title.contains(".variant") { variants.insert(MarkdownLink.words(link.label)) }
      }
    }
    if let first, addresses.contains(where: { first.contains($0) }) { return true }
    let words = MarkdownLink.words(visible)
    return wanted.contains { run in
      run.count >= EditionCut.shortestRun ? EditionCut.holds(words, run) : variants.contains(run) || words == run
    }
  }

  /// Whether words stand among others in their order, one after another.
  static func holds(_ words: [Substring], _ run: [Substring]) -> Bool {
    !run.isEmpty && words.contains(run)
  }

  /// The Markdown of parts, with the mark in place of headlines.
  private static func renamed(_ parts: [MarkdownLink.Part], _ gone: Set<[Substring]>) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return String(text)
      case .link(var link):
        if gone.contains(MarkdownLink.words(link.label)) { link.label = mark[...] }
        return link.markdown
      }
    }.joined()
  }

  // MARK: Data

  /// A value of the page's data without the words; nil where nothing is left of it.
  private func value(_ value: Any, article: String?) -> Any? {
    if let list = value as? [Any] { return list.compactMap { self.value($0, article: article) } }
    if let text = value as? String {
      if stories[text] != nil { return nil }
      return titles.contains(text) ? EditionCut.mark : text
    }
    guard let object = value as? [String: Any] else { return value }
    let article = object["article"] as? String ?? article
    if let text = object["text"] as? String, object["start"] is Int {
      if words.contains(text) || article.map({ articles[$0] != nil }) ?? false { return nil }
    }
    if let id = object["id"] as? String ?? object["story"] as? String, stories[id] != nil { return nil }
    var made: [String: Any] = [:]
    for (key, inner) in object {
      guard let kept = self.value(inner, article: article) else { continue }
      // One side alone is no difference.
      if key == "versions", let sides = kept as? [Any], let before = inner as? [Any], sides.count < before.count {
        return nil
      }
      made[key] = kept
    }
    return made
  }
}

/// The data of a printed page as text.
enum EditionData {
  /// The same data, changed.
  ///
  /// - Throws: where it is no JSON.
  static func edited(_ text: String, _ change: (Any) -> Any?) throws -> String {
    guard let made = change(try JSONSerialization.jsonObject(with: Data(text.utf8))) else { return text }
    let data = try JSONSerialization.data(
      withJSONObject: made, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
