internal import Languages
internal import Prose

/// The names of countries in the languages of the program, from the Unicode CLDR.
enum Countries {
  /// Folded names; every pair of capital letters is asked for, so that no list of codes has to be kept.
  private static let names: Set<String> = {
    var names: Set<String> = []
    let letters = (0x41...0x5A).map { String(UnicodeScalar(UInt8($0))) }
    for language in Language.all {
      for code in letters.flatMap({ first in letters.map { first + $0 } }) {
        if let name = LocaleNames.territory(code, in: language.code) { names.insert(Fold.folded(name)) }
      }
    }
    return names
  }()

  /// Whether a name is a country's.
  static func isCountry(_ name: String) -> Bool { names.contains(Fold.folded(name)) }
}
