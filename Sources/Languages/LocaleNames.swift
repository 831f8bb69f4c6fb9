internal import CICU
internal import NewsModel

/// Names of the Unicode CLDR, through the system's ICU.
package enum LocaleNames {
  /// The name of a territory ("UA") in a language ("fr": "Ukraine"), or nil where CLDR has none.
  package static func territory(_ code: String, in language: String) -> String? {
    text(capacity: 512) { cicu_territory_name(language, code, $0, $1) }
  }

  /// The name of a language ("en") in a language ("fr": "anglais"), or nil where CLDR has none. Where it is spoken
  /// ("en-GB") is left out.
  package static func language(_ code: String, in language: String) -> String? {
    LanguageCode.primary(code).flatMap { primary in
      text(capacity: 512) { cicu_language_name(language, primary, $0, $1) }
    }
  }

  /// The names of the months in a language, in full and abbreviated, as they stand in a date and alone, with their
  /// numbers from 1; empty where CLDR has none.
  package static func months(in language: String) -> [(name: String, month: Int)] {
    let names = text(capacity: 4096) { cicu_month_names(language, $0, $1) } ?? ""
    return names.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, name in
      name.isEmpty ? nil : (String(name), index % 12 + 1)
    }
  }

  fileprivate static func text(capacity: Int, _ fill: (UnsafeMutablePointer<CChar>, Int32) -> Int32) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let length = fill(base, Int32(capacity))
      guard length >= 0 else { return nil }
      return String(decoding: buffer.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}

/// The plural rules of a language by the Unicode CLDR, through the system's ICU, which may be asked by several threads.
package final class PluralRules: @unchecked Sendable {
  private let rules: OpaquePointer?

  /// The rules of a language (BCP 47).
  package init(language: String) { rules = cicu_plurals_open(language) }

  deinit { if let rules { cicu_plurals_close(rules) } }

  /// The plural category of a whole number: "one", "two", "few", "many" or "other", which it also is where CLDR has no
  /// rules.
  package func category(of number: Int) -> String {
    guard let rules else { return "other" }
    return LocaleNames.text(capacity: 64) { cicu_plural_category(rules, Int64(number), $0, $1) } ?? "other"
  }
}
