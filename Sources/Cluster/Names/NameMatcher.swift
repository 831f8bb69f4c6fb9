package import Languages
package import NewsModel

/// Says whether two spellings are one name.
package struct NameMatcher: Sendable {
  /// What two spellings are.
  package enum Verdict: String, Sendable { case same, different, perhaps }
  /// A verdict with its reason.
  package struct Answer: Sendable, Equatable {
    package var verdict: Verdict
    /// 0 (different) to 1 (same).
    package var score: Double
    package var why: NameEvidence
  }

  /// A matcher with the name data of the languages.
  package init(languages: [Language] = Language.all) {}

  /// Whether `a` and `b` name one actor of a kind.
  package func answer(_ a: String, _ b: String, kind: Actor.Kind) -> Answer {
    a == b
      ? Answer(verdict: .same, score: 1, why: .sameName) : Answer(verdict: .different, score: 0, why: .different)
  }
}
