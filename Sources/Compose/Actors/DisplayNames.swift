internal import NewsModel

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
      if let current, !native.isDisjoint(with: current.articles) { return identity }
      let candidates = full.filter { !native.isDisjoint(with: $0.articles) && !isShouted($0.text) }
      guard let best = candidates.max(by: { ($0.count, $1.text) < ($1.count, $0.text) }) else { return identity }
      var renamed = identity
      renamed.name = best.text
      return renamed
    }
  }

  private func isShouted(_ name: String) -> Bool { name.count > 4 && !name.contains { $0.isLowercase } }
}
