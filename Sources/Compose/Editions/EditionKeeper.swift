internal import Languages
internal import NewsModel

/// Looks after editions that are out: finds what rights no longer allow, and what an outlet changed.
final class EditionKeeper {
  private let settings: SiteSettings
  private let digests: [String: Digest]
  /// The day of the edition that is composed anew; nil where nothing has a day.
  let newest: CivilDay?
  private let readings: LanguageReadings

  /// A keeper of the editions before the newest.
  init(settings: SiteSettings, languages: [Language], digests: [String: Digest], newest: CivilDay?) {
    self.settings = settings
    self.digests = digests
    self.newest = newest
    readings = LanguageReadings(languages)
  }

  /// Whether an edition is out: the newest is composed anew, all before it are closed or about to be.
  func isOut(_ edition: Edition) -> Bool {
    edition.state == .closed || newest.map { edition.day != $0 } ?? false
  }

  /// What editions that are out may not print any more, by day.
  ///
  /// Editions after the newest that is shown wait for a run that shows them.
  ///
  /// - Parameters:
  ///   - wordings: the texts of the versions of articles that were read in more than one wording, by id.
  ///   - areRightsNew: whether rights may be others than when editions were last held to them.
  func leaving(
    _ editions: [Edition], wordings: [String: [String]] = [:], areRightsNew: Bool
  ) -> [CivilDay: [Passage]] {
    guard let newest else { return [:] }
    let nobody = IdentityTable([])
    let rights = EditionRights(settings: settings, digests: digests, wordings: wordings, areNew: areRightsNew) {
      digest in
      Witness(
        digest: digest, language: self.readings.reading(of: digest.article), day: nil, identities: nobody)
    }
    return rights.leaving(editions.filter { isOut($0) && $0.markdown != nil && $0.day <= newest })
  }

  /// What an edition printed of an article that was changed or withdrawn.
  func changes(
    of article: String, in edition: Edition, _ request: EditionRequest, printable: [Span]
  ) -> ChangedWords.Found {
    guard let texts = request.texts[article] else { return ChangedWords.Found() }
    let reading = digests[article].map { readings.reading(of: $0.article) } ?? LanguageReading(.unknown)
    let digest = digests[article]
    let facts = digest.map { $0.figures.map(\.span) + $0.dates.map(\.span) } ?? []
    let changed = ChangedWords(
      article: article, texts: texts, titles: request.titles[article] ?? [], printable: printable, facts: facts,
      reading: reading)
    if request.withdrawn.contains(article) { return ChangedWords.Found(changes: changed.words(of: edition)) }
    return changed.changes(of: edition)
  }
}
