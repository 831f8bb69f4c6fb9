internal import NewsModel
internal import Prose

/// Chooses the name that an actor is shown under: of its spellings the one of the site's language.
///
/// A reader of French looks for « Allemagne », whichever of « Allemagne » and « Germany » the articles say more often.
/// Every name shown is a spelling of some article; an editor's choice, and an actor that no article of that language
/// names in full, keep the name that they have.
struct DisplayNames {
  /// Articles by id whose language is the site's.
  private let native: Set<String>

  /// The choice for a site's language, by its primary code.
  init(digests: [Digest], language: String) {
    let primary = LanguageCode.primary(language)
    native = Set(digests.filter { LanguageCode.primary($0.article.language) == primary }.map(\.article.id))
  }

  /// The same identities, each under the name that it is shown under.
  func named(_ identities: [ActorIdentity]) -> [ActorIdentity] {
    identities.map { identity in
      guard !identity.spellings.contains(where: { $0.why == .alias }) else { return identity }
      let full = identity.spellings.filter { ![.shortForm, .familyNameOnly].contains($0.why) }
      let current = full.first { $0.text == identity.name }
      if let current, !native.isDisjoint(with: current.articles) { return renamed(identity, current, among: full) }
      let candidates = full.filter { !native.isDisjoint(with: $0.articles) && !isShouted($0.text) }
      guard let best = candidates.max(by: { ($0.count, $1.text) < ($1.count, $0.text) }) else { return identity }
      return renamed(identity, best, among: full)
    }
  }

  /// The identity under a spelling, or under the one that is the same but for the diacritics that it has and the other
  /// lacks.
  ///
  /// A wire that writes no diacritics is no other name. Places keep the name of the site's language, where it may be
  /// another word ("Mexico"), and so do persons whom more articles write without ("Zelensky").
  private func renamed(
    _ identity: ActorIdentity, _ chosen: ActorIdentity.Spelling, among full: [ActorIdentity.Spelling]
  ) -> ActorIdentity {
    var renamed = identity
    renamed.name = chosen.text
    guard identity.kind != .place, !hasMarks(chosen.text) else { return renamed }
    let plain = Fold.folded(chosen.text)
    let marked = full.filter {
      hasMarks($0.text) && !isShouted($0.text) && Fold.folded($0.text) == plain
        && $0.articles.count >= chosen.articles.count
    }
    if let best = marked.max(by: { ($0.articles.count, $0.count, $1.text) < ($1.articles.count, $1.count, $0.text) }) {
      renamed.name = best.text
    }
    return renamed
  }

  /// Whether a letter is none of the basic Latin ones.
  private func hasMarks(_ name: String) -> Bool { name.contains { $0.isLetter && !$0.isASCII } }

  private func isShouted(_ name: String) -> Bool { name.count > 4 && !name.contains { $0.isLowercase } }
}
