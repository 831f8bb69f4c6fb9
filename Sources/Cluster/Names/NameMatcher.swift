package import Languages
package import NewsModel
internal import Prose

/// Says whether two spellings are one name.
///
/// Persons: each word of the shorter name must have its counterpart in the longer, in sound; so given names keep
/// namesakes apart, and a patronymic, a middle name or a particle more or less does not. Organizations and places:
/// the same letters, an exonym or an acronym; sound proves nothing there (Niger, Nigeria).
package struct NameMatcher: Sendable {
  /// What two spellings are.
  package enum Verdict: String, Sendable { case same, different, perhaps }
  /// A verdict with its reason.
  package struct Answer: Sendable, Equatable {
    package var verdict: Verdict
    /// 0 (different) to 1 (same).
    package var score: Double
    package var why: NameEvidence

    static let different = Answer(verdict: .different, score: 0, why: .different)
  }

  private let reader: NameReader
  private let persons: PersonNames
  private let exonyms: Exonyms
  private let acronyms: Acronyms

  /// A matcher with the name data of the languages.
  package init(languages: [Language] = Language.all) {
    reader = NameReader(languages: languages)
    persons = PersonNames(givenForms: reader.givenForms)
    exonyms = Exonyms(languages: languages)
    acronyms = Acronyms(languages: languages)
  }

  /// Whether `a` and `b` name one actor of a kind.
  package func answer(_ a: String, _ b: String, kind: Actor.Kind) -> Answer {
    if a == b { return Answer(verdict: .same, score: 1, why: .sameName) }
    if Exonyms.normalized(a) == Exonyms.normalized(b) { return Answer(verdict: .same, score: 1, why: .typography) }
    if kind == .person, NameReader.differInBrackets(a, b) { return .different }
    if kind == .person, reader.glued(Exonyms.normalized(a)) == reader.glued(Exonyms.normalized(b)) {
      return Answer(verdict: .same, score: 1, why: .typography)
    }
    if kind == .person { return persons.answer(reader.parts(of: a), reader.parts(of: b)) }
    return answer(a, common(a), b, common(b), kind: kind)
  }

  /// What is compared of the name of an organization or a place.
  struct CommonName {
    /// Folded letters with single spaces, and the name that stands for all of one thing, if there are others.
    var normalized: String
    var canonical: String?
    var words: [[UInt8]]
    /// The sounds of all words as one.
    var sounds: Phonemes
  }

  /// What is compared of a name, for callers that compare one with many.
  func common(_ name: String) -> CommonName {
    let normalized = Exonyms.normalized(name)
    let parts = reader.parts(of: name)
    return CommonName(
      normalized: normalized, canonical: exonyms.canonical(normalized: normalized), words: parts.words,
      sounds: Phonemes(String(decoding: parts.joined, as: UTF8.self)))
  }

  /// The same for two organizations or places whose names are cut already.
  func answer(_ a: String, _ x: CommonName, _ b: String, _ y: CommonName, kind: Actor.Kind) -> Answer {
    if a == b { return Answer(verdict: .same, score: 1, why: .sameName) }
    if x.normalized == y.normalized { return Answer(verdict: .same, score: 1, why: .typography) }
    if let one = x.canonical, one == y.canonical { return Answer(verdict: .same, score: 1, why: .exonym) }
    if kind == .organization, acronyms.isAcronym(a, of: b) || acronyms.isAcronym(b, of: a) {
      return Answer(verdict: .same, score: 0.95, why: .acronym)
    }
    return bareAnswer(x, y)
  }

  /// The same for two persons whose names are cut already.
  func answer(_ a: String, _ aParts: NameParts, _ b: String, _ bParts: NameParts) -> Answer {
    if a == b { return Answer(verdict: .same, score: 1, why: .sameName) }
    return NameReader.differInBrackets(a, b) ? .different : persons.answer(aParts, bParts)
  }

  /// The parts of a personal name, for callers that compare one with many.
  func parts(of name: String) -> NameParts { reader.parts(of: name) }

  /// What letters alone say of organizations and places.
  private func bareAnswer(_ x: CommonName, _ y: CommonName) -> Answer {
    if x.words == y.words { return Answer(verdict: .same, score: 0.98, why: .typography) }
    let (p, q) = (x.sounds, y.sounds)
    let length = Double(max(p.symbols.count, q.symbols.count, 1))
    let score = 1 - p.distance(to: q) / length
    return score >= NameMatcher.suggested ? Answer(verdict: .perhaps, score: score, why: .letterLost) : .different
  }

  /// From here on an organization or place is worth an editor's look.
  private static let suggested = 0.93
}
