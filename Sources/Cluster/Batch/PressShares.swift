#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
internal import NewsModel

/// How much of the press uses a term, where a batch has too few articles to tell.
///
/// In two articles of one day "government" and the day itself look as telling as the name of a village. A language model
/// smoothed by that of a large collection (Zhai and Lafferty 2004) mends that, and the more is known of the batch itself
/// the less the collection counts.
struct PressShares {
  /// In a batch of so many articles these themselves tell which words are common.
  static let enoughForWords: Float = 20
  /// In a batch of so many articles these themselves tell which days are common.
  static let enoughForDays: Float = 100
  /// The share of a term that weighs in full, and of any that is not known to be common.
  static let least: Float = 0.001
  /// Terms of an article of the press.
  static let usualTerms: Float = 300
  /// The share of the articles that name one of the batch's days, or the one before it. Fitted, with the numbers of
  /// articles above, to batches of 2 to 20 reports of neighbouring events.
  static let ofNearDay: Float = 0.05

  private var shares: [UInt32: Float] = [:]
  /// From 1 for a single article to 0 for a batch that needs none of it.
  private let weight: Float

  /// Nothing is known to be common.
  init() { weight = 0 }

  /// Nothing is known yet to be common in a batch of so many articles.
  ///
  /// - Parameters:
  ///   - articles: of other texts than copies.
  ///   - enough: a batch of so many needs nothing.
  init(articles: Int, enough: Float) { weight = max(0, 1 - log(Float(max(1, articles))) / log(enough)) }

  /// Whether the batch is large enough to do without.
  var isIdle: Bool { weight == 0 }

  /// Notes the share of the press that uses a term; of several the largest.
  mutating func note(_ key: UInt32, _ share: Float) { shares[key] = max(share, shares[key] ?? 0) }

  /// What the rarity of a term in the batch is multiplied by: 1 for a rare one, 0 for one that all the press uses.
  func factor(_ key: UInt32) -> Float {
    guard let share = shares[key], share > PressShares.least else { return 1 }
    return pow(max(0, log(share) / log(PressShares.least)), weight)
  }
}

extension PressShares {
  /// The words of some languages, by their table `cluster-common-words`: how often each stands among a million.
  ///
  /// - Parameter languages: asked for only where the batch needs them.
  static func words(_ languages: @autoclosure () -> [LanguageTerms], articles: Int) -> PressShares {
    var found = PressShares(articles: articles, enough: enoughForWords)
    guard !found.isIdle else { return found }
    for language in languages() {
      var frequencies: [UInt32: Float] = [:]
      for (keys, frequency) in language.commonWords {
        for key in keys { frequencies[key, default: 0] += frequency }
      }
      for (key, frequency) in frequencies { found.note(key, 1 - exp(-usualTerms * frequency)) }
    }
    return found
  }

  /// The days of articles, each with the one before it.
  static func days(_ days: [Int], articles: Int) -> PressShares {
    var found = PressShares(articles: articles, enough: enoughForDays)
    guard !found.isIdle else { return found }
    for day in Set(days) {
      for near in [day - 1, day] { found.note(FactReader.key(ofDay: CivilDay(number: near)), ofNearDay) }
    }
    return found
  }
}
