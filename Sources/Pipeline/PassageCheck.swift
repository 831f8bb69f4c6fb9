internal import Exchange
internal import Foundation
internal import NewsModel

/// Compares every passage in a site's data with the text that it is said to come from.
///
/// A passage is any JSON object with `text`, `start` and `end`; its article is the one named by `article` in it or in
/// the nearest object around it.
struct PassageCheck {
  private let texts: [String: [String]]?
  private var indexes: [String: [(text: String, points: CodePoints)]] = [:]
  /// What is printed of each article.
  private(set) var excerpts = ExcerptCheck()
  /// How many passages were compared.
  private(set) var count = 0

  /// A check against texts by article id; without any, only what parses is checked.
  init(texts: [String: [String]]?) { self.texts = texts }

  /// The faults of a file of JSON or JSON lines.
  mutating func read(_ data: Data, path: String) -> [Diagnostic] {
    if path.hasSuffix(".jsonl") {
      return JSONLines(data).flatMap { check($0.line, path, line: $0.number) }
    }
    return check(data, path, line: nil)
  }

  private mutating func check(_ data: Data, _ path: String, line: Int?) -> [Diagnostic] {
    do {
      let value = try JSONSerialization.jsonObject(with: data)
      var faults: [Diagnostic] = []
      walk(value, article: nil, path, line, &faults)
      return faults
    } catch {
      return [Diagnostic(.badLine, "this is not JSON; build the site again", file: path, line: line)]
    }
  }

  private mutating func walk(
    _ value: Any, article: String?, _ path: String, _ line: Int?, _ faults: inout [Diagnostic]
  ) {
    if let list = value as? [Any] {
      for item in list { walk(item, article: article, path, line, &faults) }
    } else if let object = value as? [String: Any] {
      let article = object["article"] as? String ?? article
      if let words = object["text"] as? String, let start = object["start"] as? Int, let end = object["end"] as? Int {
        let form = object["form"] as? String
        compare(words, start, end, article, form == "direct" || form == "partial", path, line, &faults)
      }
      if let allowed = (object["rights"] as? String).flatMap(Rights.init), let id = object["id"] as? String {
        excerpts.note(allowed, of: id)
      }
      for key in object.keys.sorted() {
        guard let inner = object[key] else { continue }
        // Who spoke is a fact like a name, however long the words for it.
        let counted = excerpts
        walk(inner, article: article, path, line, &faults)
        if key == "speaker" { excerpts = counted }
      }
    }
  }

  private mutating func compare(
    _ words: String, _ start: Int, _ end: Int, _ article: String?, _ isQuote: Bool, _ path: String, _ line: Int?,
    _ faults: inout [Diagnostic]
  ) {
    func fault(_ reason: String) {
      let shown = words.count > 60 ? words.prefix(60) + "…" : words[...]
      faults.append(Diagnostic(.notVerbatim, "\"\(shown)\" \(reason)", file: path, line: line))
    }
    count += 1
    guard let article else { return fault("names no article that it comes from") }
    guard let texts else { return }
    guard let versions = texts[article] else {
      return fault("comes from \"\(article)\", which is not among the sources")
    }
    let known = indexes[article] ?? versions.map { ($0, CodePoints($0)) }
    indexes[article] = known
    // An edition that is out may quote an earlier version of an article.
    for (number, version) in known.enumerated() {
      guard let span = version.points.span(start, end), version.text[span] == words else { continue }
      if !path.hasPrefix("drafts/") {
        excerpts.note(span, of: article, version: number, text: version.text, isQuote: isQuote)
      }
      return
    }
    fault("does not stand at \(start)–\(end) of \"\(article)\"")
  }
}
