package import Languages
package import NewsModel
internal import Prose

/// Composes what the site says from digests and their clustering: what is said, by how many, where versions differ,
/// what happened when, what matters, what is new.
///
/// Words of the sources stay spans. All that is to be printed of an article lies within `ArticleReport.printable`,
/// besides `alsoIn`, which names places and is printed only where they are printable.
package struct Composer {
  private let settings: SiteSettings
  private let languages: [Language]

  /// A composer for a site. Texts in other languages are compared by their words as they stand.
  package init(settings: SiteSettings, languages: [Language] = Language.all) {
    self.settings = settings
    self.languages = languages
  }

  /// The composition of many digests. The order of input changes nothing; of two with one identifier the first by
  /// text counts.
  ///
  /// - Parameter day: the day of the front page; nil for the newest one.
  package func composition(
    digests: [Digest], clustering: Clustering, runDiagnostics: [Diagnostic], day: CivilDay? = nil
  ) -> Composition {
    var clustering = clustering
    clustering.actors = DisplayNames(digests: digests, language: settings.language).named(clustering.actors)
    let witnesses = witnesses(of: digests, identities: clustering.actors)
    let drafts = drafts(clustering, witnesses)
    let (actors, told) = ActorComposer(identities: clustering.actors, drafts: drafts).reports()
    let held = told.map { $0.withSources() }
    let stories = StoryReports(drafts: held).reports()
    let days = Dictionary(uniqueKeysWithValues: held.map { ($0.scope.story.id, Set($0.days)) })
    let used = held.flatMap { $0.scope.witnesses }.sorted { $0.id < $1.id }
    return Composition(
      settings: settings, articles: ArticleReports(drafts: held).reports(), stories: stories,
      threads: ThreadComposer(
        identities: clustering.actors, stories: Dictionary(uniqueKeysWithValues: stories.map { ($0.id, $0) })
      ).reports(of: clustering.threads), actors: actors,
      briefs: BriefComposer(stories: stories, days: days).briefs(upTo: day),
      timeline: stories.flatMap(\.timeline).sorted(by: TimelineComposer.isBefore),
      undated: stories.filter { $0.firstSeen == nil }.map(\.id),
      outlets: OutletReports.reports(of: used.map(\.digest.article)),
      coverage: CoverageReport.coverage(
        of: used.map(\.digest), days: used.compactMap(\.day), diagnostics: runDiagnostics))
  }

  private func witnesses(of digests: [Digest], identities: [ActorIdentity]) -> [String: Witness] {
    let identityOf = Composer.identityOf(identities)
    let calendar = EditionCalendar(timeZone: settings.timeZone)
    var readings: [String: LanguageReading] = [:]
    var witnesses: [String: Witness] = [:]
    for digest in digests.sorted(by: { ($0.article.id, $0.article.text) < ($1.article.id, $1.article.text) })
    where witnesses[digest.article.id] == nil {
      let language = language(of: digest.article)
      let reading = readings[language.code] ?? LanguageReading(language)
      readings[language.code] = reading
      witnesses[digest.article.id] = Witness(
        digest: digest, language: reading, day: calendar.day(of: digest.article),
        identity: { identityOf[ActorIdentity.Reference(article: digest.article.id, actor: $0)] })
    }
    return witnesses
  }

  private func drafts(_ clustering: Clustering, _ witnesses: [String: Witness]) -> [StoryDraft] {
    let identityOf = Composer.identityOf(clustering.actors)
    return clustering.stories.sorted { $0.id < $1.id }.compactMap { story in
      let scope = StoryScope(
        story: story, witnesses: witnesses, identities: clustering.actors, identityOf: identityOf)
      return scope.witnesses.isEmpty ? nil : StoryComposer(scope: scope).draft()
    }
  }

  private func language(of article: Article) -> Language {
    let code = article.language ?? LanguageDetector.language(of: article.text)
    let primary = code?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() }
    return languages.first { $0.code == primary } ?? .unknown
  }

  private static func identityOf(_ identities: [ActorIdentity]) -> [ActorIdentity.Reference: Int] {
    var found: [ActorIdentity.Reference: Int] = [:]
    for (index, identity) in identities.enumerated() {
      for reference in identity.references where found[reference] == nil { found[reference] = index }
    }
    return found
  }
}
