internal import Languages
internal import Prose

/// An office, the same in all languages.
struct Office: Hashable {
  /// What one person holds one of: a rank, a seat in a cabinet.
  var ladder: String
  var name: String
}

/// The words of one language for offices, and for what makes them past, to come or another's.
final class OfficeWords {
  /// A role read as an office.
  enum Reading: Equatable {
    case office(Office)
    /// An office with a word beside it that makes it another one ("former", "deputy", "and").
    case unclear
    case none
  }
  private let offices: PhraseTable<Office>
  private let before: PhraseTable<Bool>
  private let behind: PhraseTable<Bool>
  /// Tokens before an office within which a word that changes it stands.
  private static let reach = 3

  /// The words of the table `compose-offices`; none where a language lacks it.
  init(_ language: Language, tokenizer: Tokenizer) {
    var offices = PhraseTable<Office>(tokenizer: tokenizer)
    var before = PhraseTable<Bool>(tokenizer: tokenizer)
    var behind = PhraseTable<Bool>(tokenizer: tokenizer)
    for (section, fields) in language.table("compose-offices").allRows {
      switch section {
      case "before": before.insert(fields[0], true)
      case "behind": behind.insert(fields[0], true)
      default: if fields.count > 1 { offices.insert(fields[0], Office(ladder: section, name: fields[1])) }
      }
    }
    self.offices = offices
    self.before = before
    self.behind = behind
  }

  /// Whether an office is named from a token on.
  func starts(at token: Int, _ tokens: [Token], limit: Int) -> Bool {
    offices.match(tokens, at: token, limit: limit) != nil
  }

  /// The office that the tokens of a role name, within the tokens of their sentence.
  func office(_ role: Range<Int>, _ tokens: [Token], in sentence: Range<Int>) -> Reading {
    for start in role {
      guard let match = offices.match(tokens, at: start, limit: role.upperBound) else { continue }
      let from = max(sentence.lowerBound, start - OfficeWords.reach)
      let isChangedBefore = (from..<start).contains { at in
        guard let word = before.match(tokens, at: at, limit: start) else { return false }
        return word.end == start || (word.end == start - 1 && tokens[start - 1].kind == .dash)
      }
      var next = match.end
      if next < sentence.upperBound, tokens[next].kind == .dash, !tokens[next].spaceBefore { next += 1 }
      let isChangedBehind = behind.match(tokens, at: next, limit: sentence.upperBound) != nil
      return isChangedBefore || isChangedBehind ? .unclear : .office(match.value)
    }
    return .none
  }
}
