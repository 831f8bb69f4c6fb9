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
  /// What pages print of spoken words: article, start and end of each run.
  private(set) var quotes: Set<String> = []
  /// How many passages were compared.
  private(set) var count = 0

  /// A check against texts by article id; without any, only what parses is checked.
  init(texts: [String: [String]]?) { self.texts = texts }

  /// The faults of a file of JSON; nil is none.
  mutating func read(_ value: Any?, path: String, line: Int? = nil) -> [Diagnostic] {
    guard let value else {
      return [Diagnostic(.badLine, "this is not JSON; build the site again", file: path, line: line)]
    }
    var faults: [Diagnostic] = []
    walk(value, article: nil, isFact: false, path, line, &faults)
    return faults
  }

  /// The faults of a file of JSON lines.
  mutating func read(lines data: Data, path: String) -> [Diagnostic] {
    JSONLines(data).flatMap { number, line in
      read(try? JSONSerialization.jsonObject(with: line), path: path, line: number)
    }
  }

  /// Adds what was read of other files.
  mutating func add(_ other: PassageCheck) {
    excerpts.add(other.excerpts)
    quotes.formUnion(other.quotes)
    count += other.count
  }

  /// - Parameter isFact: whether what stands here counts for nothing: who spoke is a fact like a name, however long the
  ///   words for it.
  private mutating func walk(
    _ value: Any, article: String?, isFact: Bool, _ path: String, _ line: Int?, _ faults: inout [Diagnostic]
  ) {
    if let list = value as? [Any] {
      for item in list { walk(item, article: article, isFact: isFact, path, line, &faults) }
    } else if let object = value as? [String: Any] {
      let article = object["article"] as? String ?? article
      if let words = object["text"] as? String, let start = object["start"] as? Int, let end = object["end"] as? Int {
        let place = compare(words, start, end, article, path, line, &faults)
        if let place, let article, !isFact, !path.hasPrefix("drafts/") {
          let form = object["form"] as? String
          if form != nil { quotes.insert(PassageCheck.quote(article, start, end)) }
          excerpts.note(
            place.span, of: article, version: place.version, text: place.text,
            isQuote: form == "direct" || form == "partial")
        }
      }
      if let allowed = (object["rights"] as? String).flatMap(Rights.init), let id = object["id"] as? String {
        excerpts.note(allowed, of: id)
      }
      for key in object.keys.sorted() {
        if let inner = object[key] {
          walk(inner, article: article, isFact: isFact || key == "speaker", path, line, &faults)
        }
      }
    }
  }

  /// What a run of spoken words is known by.
  static func quote(_ article: String, _ start: Int, _ end: Int) -> String { "\(start) \(end) \(article)" }

  /// Compares words of a table with the article that they are said to come from.
  mutating func read(
    _ words: String, _ start: Int, _ end: Int, of article: String, isQuote: Bool, path: String, line: Int
  ) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    if let place = compare(words, start, end, article, path, line, &faults) {
      excerpts.note(place.span, of: article, version: place.version, text: place.text, isQuote: isQuote)
    }
    return faults
  }

  /// Where words stand: in the version of the article with that number, the newest first.
  private struct Place {
    var version: Int
    var text: String
    var span: Span
  }

  private mutating func compare(
    _ words: String, _ start: Int, _ end: Int, _ article: String?, _ path: String, _ line: Int?,
    _ faults: inout [Diagnostic]
  ) -> Place? {
    func fault(_ reason: String) -> Place? {
      let shown = words.count > 60 ? words.prefix(60) + "…" : words[...]
      faults.append(Diagnostic(.notVerbatim, "\"\(shown)\" \(reason)", file: path, line: line))
      return nil
    }
    count += 1
    guard let article else { return fault("names no article that it comes from") }
    guard let texts else { return nil }
    guard let versions = texts[article] else {
      return fault("comes from \"\(article)\", which is not among the sources")
    }
    let known = indexes[article] ?? versions.map { ($0, CodePoints($0)) }
    indexes[article] = known
    // An edition that is out may quote an earlier version of an article.
    for (number, version) in known.enumerated() {
      if let span = version.points.span(start, end), version.text[span] == words {
        return Place(version: number, text: version.text, span: span)
      }
    }
    return fault("does not stand at \(start)–\(end) of \"\(article)\"")
  }
}
