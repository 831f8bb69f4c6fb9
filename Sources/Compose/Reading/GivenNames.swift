internal import Languages
internal import Prose

/// What a given name tells of its bearer, by the tables `given-name-genders`.
struct GivenNames {
  /// The pronoun that stands for a bearer.
  enum Gender { case masculine, feminine }
  private let masculine: Set<UInt64>
  private let feminine: Set<UInt64>

  /// The names of one language.
  init(_ language: Language) {
    func names(_ section: String) -> Set<UInt64> {
      Set(language.words("given-name-genders", section: section).map { Fold.hash(Fold.folded(Array($0.utf8))) })
    }
    (masculine, feminine) = (names("masculine"), names("feminine"))
  }

  /// The gender of a name; nil where it is in no list or in both.
  func gender(of name: String) -> Gender? {
    let hash = Fold.hash(Fold.folded(Array(name.utf8)))
    switch (masculine.contains(hash), feminine.contains(hash)) {
    case (true, false): return .masculine
    case (false, true): return .feminine
    default: return nil
    }
  }
}
