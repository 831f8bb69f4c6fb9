internal import NewsModel
internal import Prose

/// Reads how much and when an article says as terms that no language changes: numbers, days. Who it names joins them in
/// the batch, where identities are known.
///
/// A day tells one event from the next where a batch covers many days, and nothing where it covers one: its rarity
/// says so, as it does for every other term.
enum FactReader {
  /// Smaller numbers are in every article.
  static let leastFigure = 13.0
  /// Bytes after which a mention counts half; the same place as `Sketcher.halfWeightAfter`, at about nine bytes a term.
  static let halfWeightAfter: Float = 540
  /// The day of publication counts as one mention of that day: reports of an event come out on it or on the next.
  static let publicationWeight: Float = 1

  /// Counts the numbers and days of an article.
  static func count(_ digest: Digest, into counter: TermCounter) {
    func add(_ name: String, _ weight: Float) {
      counter.add(key(name), weight, isName: false, at: Span(0, 0))
    }
    // Shares, and numbers without what they count, are alike in articles that have nothing to do with each other.
    for figure in digest.figures {
      guard let value = figure.value, let unit = figure.unit, unit != "share", abs(value) >= leastFigure else {
        continue
      }
      add("figure \(value)", weight(of: figure.span))
    }
    for date in digest.dates {
      guard let value = date.value, value.precision == .day else { continue }
      add("day \(value.text)", weight(of: date.span))
    }
    if let day = digest.article.trustedPublicationDay { add("day \(day)", publicationWeight) }
  }

  /// The key of a day among the terms that `count` finds.
  static func key(ofDay day: CivilDay) -> UInt32 { key("day \(day)") }

  private static func key(_ name: String) -> UInt32 { UInt32(truncatingIfNeeded: Fold.hash(name)) }

  /// Whether any day is among an article's facts.
  static func isDated(_ digest: Digest) -> Bool {
    digest.article.trustedPublicationDay != nil || digest.dates.contains { $0.value?.precision == .day }
  }

  /// How much a mention counts by where it stands.
  static func weight(of span: Span) -> Float { 1 / (1 + Float(span.start) / halfWeightAfter) }
}
