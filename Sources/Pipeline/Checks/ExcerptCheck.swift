internal import Exchange
internal import Foundation
internal import NewsModel

/// Counts what a site prints of each article, over all its pages, against what the outlet's rights allow.
///
/// Direct quotes are their speakers' words and are not counted; nor are names, dates and figures, which are facts: runs
/// of up to six words. Counted apart from the program that chose the passages, so that one proves the other.
struct ExcerptCheck {
  /// Of an article's words, the share that may be printed: a quarter.
  static let share = 4
  /// However long the article.
  static let mostWords = 300
  /// A longer run is no bare fact.
  static let longestFact = 6  // words
  /// Words are counted here as runs of letters and digits; other ways of counting differ by a few.
  static let tolerance = 6  // words

  private struct Printed {
    var text: String
    var spans: [Span] = []
    var quotes: [Span] = []
  }
  private var articles: [String: Printed] = [:]
  private var rights: [String: Rights] = [:]

  /// Notes what may be printed of an article, as its page says.
  mutating func note(_ allowed: Rights, of article: String) { rights[article] = allowed }

  /// Notes words of a version of an article that a page prints.
  mutating func note(_ span: Span, of article: String, version: Int, text: String, isQuote: Bool) {
    let key = "\(version) \(article)"
    if isQuote || ExcerptCheck.isBetweenMarks(span, in: text) {
      articles[key, default: Printed(text: text)].quotes.append(span)
    } else {
      articles[key, default: Printed(text: text)].spans.append(span)
    }
  }

  private static let marks: [Character: Character] = ["«": "»", "“": "”", "„": "“", "\"": "\""]

  /// Whether a span is all that stands between two marks of quotation: a correction tells words of a quote as words.
  private static func isBetweenMarks(_ span: Span, in text: String) -> Bool {
    let words = text[span]
    guard let opening = text[..<words.startIndex].last(where: { !$0.isWhitespace }), let closing = marks[opening] else {
      return false
    }
    return text[words.endIndex...].first { !$0.isWhitespace } == closing
      && !words.contains { $0 == opening || $0 == closing }
  }

  /// Adds what was noted of other files.
  mutating func add(_ other: ExcerptCheck) {
    for (key, printed) in other.articles {
      articles[key, default: Printed(text: printed.text)].spans += printed.spans
      articles[key, default: Printed(text: printed.text)].quotes += printed.quotes
    }
    rights.merge(other.rights) { $1 }
  }

  /// The articles of which more is printed than may be.
  func faults() -> [Diagnostic] {
    articles.keys.sorted().compactMap { key in
      guard let printed = articles[key] else { return nil }
      let id = String(key.split(separator: " ", maxSplits: 1).last ?? "")
      // Of an article that was withdrawn no page says what may be printed; editions keep what they printed while it stood.
      guard let allowed = rights[id] else { return nil }
      let words = ExcerptCheck.words(in: printed.text)
      let isCounted = ExcerptCheck.counted(printed.spans, words)
      let isQuoted = ExcerptCheck.covered(printed.quotes, words)
      let count = words.indices.count { isCounted[$0] && !(isQuoted[$0] && allowed != .linkOnly) }
      let limit =
        switch allowed {
        case .excerpt: min(ExcerptCheck.mostWords, words.count / ExcerptCheck.share) + ExcerptCheck.tolerance
        case .linkOnly: 0
        case .full: Int.max
        }
      guard count > limit else { return nil }
      return Diagnostic(
        .notVerbatim,
        "\(Count(count, "word")) of \"\(id)\" \(count == 1 ? "is" : "are") printed, \(allowed.rawValue) allows \(max(0, limit - ExcerptCheck.tolerance)); "
          + "build the site again")
    }
  }

  /// The words of a text; an address is one.
  private static func words(in text: String) -> [Span] {
    var words: [Span] = []
    let bytes = Array(text.utf8)
    for word in WordRuns.spans(in: text) {
      if let last = words.last, isOneAddress(bytes, last.start, word.start) {
        words[words.count - 1].end = word.end
      } else {
        words.append(word)
      }
    }
    return words
  }

  /// Whether "://" stands between two places and no white space does.
  private static func isOneAddress(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Bool {
    let between = bytes[from..<to]
    return between.allSatisfy { $0 > 0x20 } && between.contains(Array("://".utf8))
  }

  /// For each word whether a span that is no bare fact covers it.
  private static func counted(_ spans: [Span], _ words: [Span]) -> [Bool] {
    covered(
      spans.filter { span in words.lazy.filter { span.contains($0) }.prefix(longestFact + 1).count > longestFact },
      words)
  }

  private static func covered(_ spans: [Span], _ words: [Span]) -> [Bool] {
    var isCovered = [Bool](repeating: false, count: words.count)
    for span in Set(spans) {
      for (index, word) in words.enumerated() where span.contains(word) { isCovered[index] = true }
    }
    return isCovered
  }
}
