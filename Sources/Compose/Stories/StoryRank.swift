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
  /// For a story of the newest day, less than a second origin.
  static let newestWeight = 3.0

  /// The score and what it is made of, greatest part first.
  static func score(
    origins: Int, outlets: Int, articles: Int, actors: Int, differences: Int, isNewest: Bool
  ) -> (score: Double, reasons: [RankReason]) {
    let parts: [(Double, RankReason, Bool)] = [
      (originWeight * log2(1 + Double(origins)), .origins(origins), origins > 0),
      (newestWeight, .newest, isNewest),
      (outletWeight * log2(1 + Double(outlets)), .outlets(outlets), outlets > 0),
      (articleWeight * log2(1 + Double(articles)), .articles(articles), articles > 0),
      (actorWeight * log2(1 + Double(actors)), .actors(actors), actors > 0),
      (differenceWeight * log2(1 + Double(differences)), .differences(differences), differences > 0),
    ]
    let counted = parts.enumerated().filter(\.element.2)
      .sorted { ($1.element.0, $0.offset) < ($0.element.0, $1.offset) }.map(\.element)
    return (counted.reduce(0) { $0 + $1.0 }, counted.map(\.1))
  }
}
