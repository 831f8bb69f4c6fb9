internal import Languages
internal import NewsModel
internal import Prose

/// The months by their names: English ones first, as the formats ask for, then those of the press's languages by CLDR.
enum FeedMonths {
  /// A name may be cut short to so many letters.
  static let shortest = 3

  private static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
  /// Languages whose press has feeds; BCP 47.
  private static let languages = [
    "fr", "es", "de", "it", "pt", "nl", "ca", "gl", "ro", "sv", "da", "nb", "is", "fi", "et", "lv", "lt", "pl", "cs",
    "sk", "sl", "hr", "sr", "bg", "mk", "ru", "uk", "be", "el", "hu", "tr", "eu", "id", "ms", "sq", "az", "ka", "hy",
    "ar", "he", "fa", "hi", "vi", "sw",
  ]
  private static let others: [(language: String, months: [(name: String, month: Int)])] = languages.map { language in
    (language, LocaleNames.months(in: language).map { (plain($0.name), $0.month) })
  }

  /// The number of a month, from 1, by its name in lower case; nil where it is none, or another month's elsewhere.
  static func month(_ word: String, language: String?) -> Int? {
    if word.utf8.count >= shortest,
      let index = english.firstIndex(where: { $0.hasPrefix(word) || word == "\($0.prefix(4))" })
    {
      return index + 1
    }
    let word = plain(word)
    guard word.utf8.count >= shortest, !weekdays.contains(word) else { return nil }
    let primary = LanguageCode.primary(language)
    if let own = others.first(where: { $0.language == primary }) {
      return FeedMonths.only(own.months.filter { $0.name.hasPrefix(word) })
    }
    return FeedMonths.only(others.flatMap { $0.months.filter { $0.name.hasPrefix(word) } })
  }

  /// English weekdays, which stand in nearly every date: the start of some is a month's elsewhere.
  private static let weekdays: Set<String> = [
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ]

  private static func only(_ found: [(name: String, month: Int)]) -> Int? {
    guard let first = found.first, found.allSatisfy({ $0.month == first.month }) else { return nil }
    return first.month
  }

  /// In Latin letters without marks, lower case.
  private static func plain(_ word: String) -> String {
    Transliteration.latin(word).lowercased().filter { $0.isLetter }
  }
}
