internal import Foundation
package import NewsModel

/// Blacks out a name in an edition that is out, without composing it anew.
package struct EditionBlackening {
  /// Words of an article and where they stand in it, in code points.
  package struct Place: Equatable {
    package var text: String
    package var start: Int
    package var end: Int

    /// Words at a place.
    package init(text: String, start: Int, end: Int) {
      self.text = text
      self.start = start
      self.end = end
    }
  }

  /// Text without the full name, and without the family name alone either.
  private let withoutFull: (String) -> String
  private let withoutAny: (String) -> String
  /// Whether the name of a page, or an id, has the name in it.
  private let tells: (String) -> Bool
  /// Words of articles that do not have the full name: a family name in them is somebody else's.
  private let others: [[Substring]]
  /// What an id is now; nil where it stayed.
  private let renamed: (String) -> String?
  /// The name that the page of a path has now ("articles/NAME/"); nil where it stayed.
  private let page: (String) -> String?
  /// Where words of an article stand when the name is gone; nil where it is not in that article.
  private let moved: (String, Place) -> Place?

  /// What is to be blacked out.
  ///
  /// - Parameters:
  ///   - full, any: a text without the full name, and without the family name alone either.
  ///   - tells: whether the name of a page, or an id, has the name in it.
  ///   - others: passages of articles that do not have the full name.
  ///   - renamed: what an id is now; nil where it stayed.
  ///   - page: the name that the page of a path has now; nil where it stayed.
  ///   - moved: where words of an article stand when the name is gone; nil where it is not in that article.
  package init(
    full: @escaping (String) -> String, any: @escaping (String) -> String, tells: @escaping (String) -> Bool,
    others: [String], renamed: @escaping (String) -> String?,
    page: @escaping (String) -> String?, moved: @escaping (String, Place) -> Place?
  ) {
    withoutFull = full
    withoutAny = any
    self.tells = tells
    self.others = others.map { MarkdownLink.words($0) }.filter { !$0.isEmpty }
    self.renamed = renamed
    self.page = page
    self.moved = moved
  }

  /// The edition without the name.
  ///
  /// - Throws: where the edition's data is no JSON.
  package func applied(to edition: Edition) throws -> Edition {
    var made = edition
    made.markdown = edition.markdown.map(markdown)
    made.data = try edition.data.map { try EditionData.edited($0) { value($0, key: nil, article: nil) } }
    made.summary = withoutAny(edition.summary)
    return made
  }

  // MARK: Markdown

  private func markdown(_ text: String) -> String {
    var made = EditionMarkdown(text)
    for index in made.blocks.indices {
      let parts = MarkdownLink.parts(of: made.blocks[index].text)
      let visible = EditionBlackening.visible(parts)
      let words = MarkdownLink.words(visible)
      let isOthers = others.contains { EditionCut.holds(words, $0) }
      let change = isOthers ? withoutFull : withoutAny
      let new = parts.map { changed($0, change) }.joined()
      // A name that marks cut in two is seen only in the whole.
      let rest = EditionBlackening.visible(MarkdownLink.parts(of: new))
      made.blocks[index].isGone = change(rest) != rest
      made.blocks[index].text = new
    }
    made.dropLeaders()
    return made.markdown
  }

  private func changed(_ part: MarkdownLink.Part, _ change: (String) -> String) -> String {
    switch part {
    case .text(let text): return change(String(text))
    case .link(var link):
      link.label = change(String(link.label))[...]
      link.address = address(link.address)
      guard link.address.split(separator: "/").contains(where: { tells(String($0)) }) else { return link.markdown }
      if link.title.isEmpty { return String(link.label) }
      link.address = "#"
      return link.markdown
    }
  }

  /// An address or a path with the names that pages have now.
  private func address(_ text: Substring) -> Substring {
    var parts = text.split(separator: "/", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst() {
      if let name = page("\(parts[index - 1])/\(parts[index])/") { parts[index] = name[...] }
    }
    return parts.joined(separator: "/")[...]
  }

  private static func visible(_ parts: [MarkdownLink.Part]) -> String {
    parts.map { part in
      switch part {
      case .text(let text): String(text)
      case .link(let link): String(link.label)
      }
    }.joined()
  }

  // MARK: Data

  /// Fields that hold a name of the site's own, not words.
  private static let identifiers: Set<String> = [
    "id", "path", "story", "stories", "article", "articles", "new", "late",
  ]

  private func value(_ value: Any, key: String?, article: String?) -> Any? {
    if let list = value as? [Any] { return list.compactMap { self.value($0, key: key, article: article) } }
    if let text = value as? String {
      guard let key, EditionBlackening.identifiers.contains(key) else { return withoutAny(text) }
      if let now = renamed(text) { return now }
      let path = address(text[...])
      return path.split(separator: "/").contains { tells(String($0)) } ? nil : String(path)
    }
    guard let object = value as? [String: Any] else { return value }
    let article = object["article"] as? String ?? article
    var made = object
    var isPassage = false
    if let text = object["text"] as? String, let start = object["start"] as? Int, let end = object["end"] as? Int,
      let article
    {
      isPassage = true
      if object["article"] != nil { made["article"] = renamed(article) ?? article }
      if let place = moved(article, Place(text: text, start: start, end: end)) {
        made["text"] = place.text
        made["start"] = place.start
        made["end"] = place.end
      }
    }
    for (key, inner) in object where !(isPassage && ["text", "start", "end", "article"].contains(key)) {
      made[key] = self.value(inner, key: key, article: article)
    }
    return made
  }
}
