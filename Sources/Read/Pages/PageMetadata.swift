internal import Foundation
internal import NewsModel
internal import Prose

/// What a page's markup says of its article: Open Graph, schema.org's JSON-LD, meta elements, `<time>`, `<html lang>`.
struct PageMetadata {
  private(set) var titles: [String] = []
  private(set) var source: String?
  private(set) var author: String?
  private(set) var published: String?
  private(set) var updated: String?
  private(set) var url: String?
  private(set) var language: String?
  /// The `<title>`, which often names the outlet.
  private(set) var documentTitle: String?

  /// The words of elements that their markup calls a byline.
  private(set) var bylines: [String] = []

  private var meta: [String: String] = [:]
  private var times: [String] = []

  /// Longer scripts hold data of an application, not of an article.
  static let longestScript = 512 * 1024  // bytes

  /// Reads the whole page.
  init(_ root: HTMLNode) {
    var linked = LinkedData()
    var canonical: String?
    root.visit(enter: { node in
      guard node.isElement else { return false }
      switch node.name {
      case "html": language = PageMetadata.language(node.attribute("lang") ?? node.attribute("xml:lang"))
      case "meta":
        if let key = node.attribute("property") ?? node.attribute("name") ?? node.attribute("itemprop"),
          let value = GivenMetadata.cleared(node.attribute("content")), meta[key.lowercased()] == nil
        {
          meta[key.lowercased()] = value
        }
      case "title": documentTitle = documentTitle ?? GivenMetadata.cleared(node.words)
      case "link": if node.attribute("rel")?.lowercased() == "canonical" { canonical = node.attribute("href") }
      case "time": if let value = node.attribute("datetime") { times.append(value) }
      case "script":
        if node.attribute("type")?.lowercased() == "application/ld+json", let content = node.firstChild?.content,
          content.count <= PageMetadata.longestScript
        {
          linked.read(Data(content))
        }
        return false
      case "style", "svg", "iframe": return false
      default:
        if bylines.count < PageMetadata.mostBylines, PageMetadata.isByline(node),
          let words = GivenMetadata.cleared(node.words)
        {
          bylines.append(words)
          return node.name == "a"
        }
      }
      return true
    })
    url = WebAddress.accepted(canonical) ?? WebAddress.accepted(meta["og:url"])
    source = meta["og:site_name"] ?? linked.publisher
    author =
      PageMetadata.name(linked.author) ?? PageMetadata.name(first(["author", "article:author", "byl", "dc.creator"]))
    titles = [meta["og:title"], linked.headline, meta["twitter:title"]].compactMap { $0 }
    published =
      date([
        meta["article:published_time"], linked.published, meta["datepublished"], meta["og:article:published_time"],
        meta["parsely-pub-date"], meta["sailthru.date"], meta["pubdate"], meta["publish-date"], meta["dc.date.issued"],
        meta["dc.date"], meta["dcterms.created"], meta["date"],
      ]) ?? date(times.prefix(1).map { $0 })
    updated = date([meta["article:modified_time"], meta["og:updated_time"], linked.updated, meta["datemodified"]])
    if language == nil { language = PageMetadata.language(meta["og:locale"] ?? meta["content-language"]) }
  }

  /// A page with more of them is a list of articles.
  private static let mostBylines = 8
  /// Classes of elements that hold the name of who wrote the article, as publishing systems write them.
  private static let bylineClasses: Set<String> = [
    "byline", "author", "article-author", "article-byline", "author-name", "byline-name", "byline__name", "post-author",
    "entry-author", "story-byline", "p-author",
  ]

  private static func isByline(_ node: HTMLNode) -> Bool {
    if node.attribute("itemprop")?.lowercased() == "author" || node.attribute("rel")?.lowercased() == "author" {
      return true
    }
    guard let names = node.attribute("class") else { return false }
    return names.lowercased().split(separator: " ").contains { bylineClasses.contains(String($0)) }
  }

  private func first(_ keys: [String]) -> String? { keys.lazy.compactMap { meta[$0] }.first }

  private func date(_ candidates: [String?]) -> String? {
    for candidate in candidates {
      guard let text = GivenMetadata.cleared(candidate) else { continue }
      if let iso = PublicationDate.iso(text) { return iso }
      if let day = CivilDay(iso: text) { return day.description }
    }
    return nil
  }

  /// An author that is an address or an account is not a name.
  private static func name(_ text: String?) -> String? {
    guard let text, !text.isEmpty, !text.contains("://"), !text.hasPrefix("@") else { return nil }
    return text
  }

  /// A language tag as BCP 47 writes it, or nil where it cannot be one.
  static func language(_ text: String?) -> String? {
    guard let text else { return nil }
    let parts = text.split { $0 == "-" || $0 == "_" }
    guard let primary = parts.first, (2...3).contains(primary.utf8.count),
      primary.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    let isRegion =
      parts.count > 1 && parts[1].utf8.count == 2
      && parts[1].utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
    return primary.lowercased() + (isRegion ? "-" + parts[1].uppercased() : "")
  }
}

/// What JSON-LD scripts say of an article (schema.org Article and its kinds).
private struct LinkedData {
  var headline: String?
  var author: String?
  var publisher: String?
  var published: String?
  var updated: String?

  /// Objects nest no deeper than this in what publishers write.
  static let deepest = 8

  mutating func read(_ data: Data) {
    // A page whose data is broken has its text all the same.
    guard let value = try? JSONSerialization.jsonObject(with: data, options: [.fragmentsAllowed]) else { return }
    read(value, depth: 0)
  }

  private mutating func read(_ value: Any, depth: Int) {
    guard depth < LinkedData.deepest else { return }
    if let list = value as? [Any] {
      for item in list { read(item, depth: depth + 1) }
    } else if let object = value as? [String: Any] {
      if LinkedData.isArticle(object["@type"]) { readArticle(object) }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = object[key] { read(inner, depth: depth + 1) }
      }
    }
  }

  private mutating func readArticle(_ object: [String: Any]) {
    headline = headline ?? GivenMetadata.cleared(object["headline"] as? String)
    author = author ?? LinkedData.names(object["author"] ?? object["creator"])
    publisher = publisher ?? LinkedData.names(object["publisher"])
    published = published ?? object["datePublished"] as? String
    updated = updated ?? object["dateModified"] as? String
  }

  private static func isArticle(_ type: Any?) -> Bool {
    let names = (type as? String).map { [$0] } ?? (type as? [String]) ?? []
    return names.contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" }
  }

  private static func names(_ value: Any?) -> String? {
    if let name = value as? String { return GivenMetadata.cleared(name) }
    if let object = value as? [String: Any] { return names(object["name"]) }
    guard let list = value as? [Any] else { return nil }
    let all = list.compactMap { names($0) }
    return all.isEmpty ? nil : all.joined(separator: ", ")
  }
}
