/// Codes of languages as articles and settings give them: BCP 47, or with "_" as systems write them.
package enum LanguageCode {
  /// The language alone, in lower case: "fr" of "fr-CA" and of "FR_ca". Nil where there is none.
  package static func primary(_ code: String?) -> String? {
    code?.split(maxSplits: 1) { $0 == "-" || $0 == "_" }.first?.lowercased()
  }
}
