internal import Foundation
internal import NewsModel

/// Scores a story for its place in a brief, with the reasons.
///
/// Each part grows with the logarithm of its count: the second origin says more than the tenth. An origin is worth two
/// outlets, and an outlet two articles, because copies corroborate nothing.
enum StoryRank {
  static let originWeight = 4.0
  static let outletWeight = 2.0
  static let articleWeight = 1.0
  static let actorWeight = 0.5
  static let differenceWeight = 0.5
  /// For a story of the newest day, less than a second origin; half of it for the day before, and so on.
  static let newestWeight = 3.0
  /// For a story that nobody told before the newest day.
  static let newWeight = 1.0
  /// For a story that the editor watches: as much as the first origin.
  static let watchWeight = 4.0
  /// Days after which recency counts for nothing.
  static let mostDays = 30

  /// The score and what it is made of, greatest part first.
  ///
  /// - Parameters:
  ///   - age: days between its last article and the newest of all; nil where one of them has no day.
  ///   - isNew: whether its first article is of the newest day, and others are older.
  ///   - watched: the entries of the watchlist that it matches.
  static func score(
    origins: Int, outlets: Int, articles: Int, actors: Int, differences: Int, age: Int?, isNew: Bool = false,
    watched: [String] = []
  ) -> (score: Double, reasons: [RankReason]) {
    let isNewest = age == 0
    let recency = age.map { $0 > 0 && $0 <= mostDays ? newestWeight / Double(1 << $0) : 0 } ?? 0
    let parts: [(Double, RankReason, Bool)] = [
      (originWeight * log2(1 + Double(origins)), .origins(origins), origins > 0),
      (newestWeight, .newest, isNewest),
      (newWeight, .new, isNew),
      (watchWeight, .watched(watched), !watched.isEmpty),
      (outletWeight * log2(1 + Double(outlets)), .outlets(outlets), outlets > 0),
      (articleWeight * log2(1 + Double(articles)), .articles(articles), articles > 0),
      (actorWeight * log2(1 + Double(actors)), .actors(actors), actors > 0),
      (differenceWeight * log2(1 + Double(differences)), .differences(differences), differences > 0),
    ]
    let counted = parts.enumerated().filter(\.element.2)
      .sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }.map(\.element)
    return (counted.reduce(recency) { $0 + $1.0 }, counted.map(\.1))
  }
}
