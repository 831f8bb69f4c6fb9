package import NewsModel

/// Finds articles whose date is a slip of the pen: a year or a month that has not come yet.
///
/// A date more than two days after the day of the run cannot be when an article was published, but a clock may be wrong
/// too: set back, or another than that of a corpus which is built as if it were later. So the clock is believed only
/// where other articles agree with it, and a date ahead of it is believed where other articles are of the same week, or
/// where it goes on from day to day. Where nobody asked the clock, only a lone date is doubted that is more than ten
/// years after all others.
package struct FutureDates: Sendable {
  /// Time zones and papers dated the day after are no slip.
  static let tolerance = 2  // days
  /// Who publishes every day has other articles this near.
  static let company = 7  // days
  /// A desk may sleep for years; not this long.
  static let longestSilence = 3652  // days

  private let today: CivilDay?
  private let calendar: EditionCalendar

  /// A judge of dates.
  ///
  /// - Parameters:
  ///   - today: the day of the run in the configured time zone; nil where nobody asked the clock.
  ///   - timeZone: its IANA name.
  package init(today: CivilDay?, timeZone: String) {
    self.today = today
    calendar = EditionCalendar(timeZone: timeZone)
  }

  /// What is found of some articles.
  package struct Judgement: Sendable, Equatable {
    /// The ids of articles whose date cannot be, with that day.
    package var doubtful: [String: CivilDay] = [:]
    /// Editions after the last plausible day of which no article is: slips of earlier runs.
    package var empty: Set<CivilDay> = []
  }

  /// The days of editions that articles belong to, of those that have a date that can be trusted.
  package func days(of articles: [Article]) -> [CivilDay] { articles.compactMap(calendar.day) }

  /// Judges articles, and the days of editions.
  package func judgement(of articles: [Article], editions: [CivilDay]) -> Judgement {
    guard let last = today?.adding(days: FutureDates.tolerance) ?? FutureDates.lastPlausible(articles) else {
      return Judgement()
    }
    var ahead: [(id: String, day: CivilDay)] = []
    var newest: CivilDay?
    for article in articles {
      guard let written = article.trustedPublicationDay else { continue }
      // Only beside the last day does it matter in which zone a day begins.
      let day = written < last ? written : calendar.day(of: article) ?? written
      if day > last { ahead.append((article.id, day)) } else { newest = max(newest ?? day, day) }
    }
    var found = Judgement()
    guard let newest else { return found }
    ahead.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    for (at, (id, day)) in ahead.enumerated() {
      let hasCompany =
        day.number - newest.number <= FutureDates.tolerance
        || at > 0 && day.number - ahead[at - 1].day.number <= FutureDates.company
        || at + 1 < ahead.count && ahead[at + 1].day.number - day.number <= FutureDates.company
      if !hasCompany { found.doubtful[id] = day }
    }
    let days = Set(ahead.filter { found.doubtful[$0.id] == nil }.map(\.day))
    let slips = today == nil ? last.adding(days: FutureDates.longestSilence) : last
    found.empty = Set(editions.filter { $0 > slips && !days.contains($0) })
    return found
  }

  /// The newest day after which there is none for ten years but lone ones; nil where nothing is dated.
  private static func lastPlausible(_ articles: [Article]) -> CivilDay? {
    let days = articles.compactMap(\.trustedPublicationDay).sorted()
    for at in days.indices.reversed() where at == 0 || days[at].number - days[at - 1].number <= longestSilence {
      return days[at]
    }
    return nil
  }
}
