internal import NewsModel

/// How many articles and quotes each actor has by the month of publication.
struct ActorActivity {
  /// For each identity the articles of its months, in the order of time.
  private var articles: [[(month: Int, count: Int)]]
  /// The month that an article belongs to, counted from the year 0, if its date can be trusted.
  private let months: [String: Int]
  private let values: [Int: CalendarValue]

  /// The activity of all actors that articles with a day name.
  init(identities: IdentityTable, days: [String: CivilDay]) {
    months = days.mapValues { day in
      let parts = day.parts
      return parts.year * 12 + parts.month - 1
    }
    values = Dictionary(months.values.map { ($0, ActorActivity.value(of: $0)) }) { first, _ in first }
    articles = Array(repeating: [], count: identities.all.count)
    // An article may name one actor by two names.
    var last = [Int](repeating: -1, count: identities.all.count)
    for (number, article) in months.sorted(by: { $0.value < $1.value }).enumerated() {
      for identity in identities.places(in: article.key) where last[identity] != number {
        last[identity] = number
        if let at = articles[identity].indices.last, articles[identity][at].month == article.value {
          articles[identity][at].count += 1
        } else {
          articles[identity].append((article.value, 1))
        }
      }
    }
  }

  /// The months in which an actor was written about or spoke, in the order of time.
  func months(of identity: Int, _ quotes: [StoryQuote.Version]) -> [ActorReport.Month] {
    var found = articles[identity].map { (month: $0.month, articles: $0.count, quotes: 0) }
    for quote in quotes {
      guard let month = months[quote.article] else { continue }
      let at = found.partitioningIndex { $0.month >= month }
      if at == found.count || found[at].month != month { found.insert((month, 0, 0), at: at) }
      found[at].quotes += 1
    }
    return found.map { month, articles, quotes in
      ActorReport.Month(value: values[month] ?? ActorActivity.value(of: month), articles: articles, quotes: quotes)
    }
  }

  private static func value(of month: Int) -> CalendarValue {
    let text = "\(CivilDay.padded(month / 12, to: 4))-\(CivilDay.padded(month % 12 + 1, to: 2))"
    return CalendarValue(text: text, precision: .month)
  }
}
