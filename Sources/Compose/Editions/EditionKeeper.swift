internal import Languages
internal import NewsModel

/// Looks after editions that are out: what rights no longer allow leaves them, what an outlet changed is told.
final class EditionKeeper {
  private let settings: SiteSettings
  private let digests: [String: Digest]
  private let newest: CivilDay?
  private let areRightsNew: Bool
  private let readings: LanguageReadings

  /// A keeper of the editions before the newest.
  ///
  /// - Parameter areRightsNew: whether rights may be others than when editions were last held to them.
  init(
    settings: SiteSettings, languages: [Language], digests: [String: Digest], newest: CivilDay?, areRightsNew: Bool
  ) {
    self.settings = settings
    self.digests = digests
    self.newest = newest
    self.areRightsNew = areRightsNew
    readings = LanguageReadings(languages)
  }

  /// Whether an edition is out: the newest is composed anew, all before it are closed or about to be.
  func isOut(_ edition: Edition) -> Bool {
    edition.state == .closed || newest.map { edition.day != $0 } ?? false
  }

  /// Editions held to rights, and by day what is to be taken out of their pages.
  ///
  /// Editions after the newest that is shown wait for a run that shows them.
  func held(_ editions: [Edition]) -> (editions: [Edition], leaving: [CivilDay: [Passage]]) {
    guard let newest else { return (editions, [:]) }
    let rights = EditionRights(settings: settings, digests: digests, areNew: areRightsNew) { digest in
      Witness(
        digest: digest, language: self.readings.reading(of: digest.article), day: nil, actors: [],
        identity: { _ in nil })
    }
    let shown = editions.filter { isOut($0) && $0.markdown != nil && $0.day <= newest }
    let leaving = rights.leaving(shown)
    let held = editions.map { edition in
      leaving[edition.day].map { rights.held(edition, without: $0, noted: newest) } ?? edition
    }
    return (held, leaving)
  }

  /// What an edition printed of an article that was changed or withdrawn.
  func changes(
    of article: String, in edition: Edition, _ request: EditionRequest, printable: [Span]
  ) -> ChangedWords.Found {
    guard let texts = request.texts[article] else { return ChangedWords.Found() }
    let reading = digests[article].map { readings.reading(of: $0.article) } ?? LanguageReading(.unknown)
    let changed = ChangedWords(article: article, texts: texts, printable: printable, reading: reading)
    if request.withdrawn.contains(article) { return ChangedWords.Found(changes: changed.words(of: edition)) }
    return changed.changes(of: edition)
  }
}
