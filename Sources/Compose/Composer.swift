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
  /// - Parameters:
  ///   - memory: what earlier mornings fixed: names of pages, editions.
  ///   - moved: known entities of which the clustering found a new successor.
  ///   - decisions: the editor's.
  ///   - editions: which ones are to be made.
  package func composition(
    digests: [Digest], clustering: Clustering, runDiagnostics: [Diagnostic], memory: SiteMemory = SiteMemory(),
    moved: [KnownEntity] = [], decisions: EditorialDecisions = EditorialDecisions(),
    editions: EditionRequest = EditionRequest()
  ) -> Composition {
    let register = PageRegister(memory: memory, moved: moved)
    let decisions = register.resolved(decisions)
    var clustering = clustering
    clustering.actors = DisplayNames(digests: digests, language: settings.language).named(clustering.actors)
    let editor = EditorsDesk(decisions: decisions, latest: editions.day ?? memory.latest?.day)
    clustering.actors = editor.renamed(clustering.actors)
    let witnesses = witnesses(of: digests, identities: clustering.actors)
    // The newest edition is composed anew; all before it are or are about to be closed.
    let newest = editions.day ?? (witnesses.values.compactMap(\.day) + memory.editions.map(\.day)).max()
    let out = memory.editions.filter { edition in
      edition.state == .closed || newest.map { edition.day != $0 } ?? false
    }
    let printed = Dictionary(grouping: out.flatMap(\.passages), by: \.article)
    let drafts = drafts(clustering, witnesses, printed)
    let (actors, told) = ActorComposer(identities: clustering.actors, drafts: drafts).reports()
    let held = told.map { $0.withSources() }
    let stories = editor.ordered(
      StoryReports(drafts: held, known: register.known(.story), watch: settings.watch).reports())
    let used = held.flatMap { $0.scope.witnesses }.sorted { $0.id < $1.id }
    let days = Dictionary(used.compactMap { witness in witness.day.map { (witness.id, $0) } }) { first, _ in first }
    let briefs = BriefComposer(
      stories: stories, days: days, articles: used.map(\.id), memory: memory, request: editions
    ).result()
    var made = Composition(
      settings: settings, articles: ArticleReports(drafts: held, known: register.known(.article)).reports(),
      stories: stories,
      threads: ThreadComposer(
        identities: clustering.actors,
        stories: Dictionary(uniqueKeysWithValues: stories.map { ($0.id, $0) }), known: register.known(.thread)
      ).reports(of: clustering.threads), actors: editor.shown(actors), briefs: briefs.briefs,
      timeline: stories.flatMap(\.timeline).sorted(by: TimelineComposer.isBefore),
      undated: stories.filter { $0.firstSeen == nil }.map(\.id),
      outlets: OutletReports.reports(of: used.map(\.digest.article)),
      coverage: CoverageReport.coverage(
        of: used.map(\.digest), days: used.compactMap(\.day), diagnostics: runDiagnostics))
    made.memory = SiteMemory(
      entities: register.updated(with: made, day: briefs.briefs.first?.date), editions: briefs.editions)
    made.redirects = register.redirects(in: made)
    made.decisions = decisions
    return made
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

  private func drafts(
    _ clustering: Clustering, _ witnesses: [String: Witness], _ printed: [String: [Passage]]
  ) -> [StoryDraft] {
    let identityOf = Composer.identityOf(clustering.actors)
    return clustering.stories.sorted { $0.id < $1.id }.compactMap { story in
      let scope = StoryScope(
        story: story, witnesses: witnesses, identities: clustering.actors, identityOf: identityOf)
      return scope.witnesses.isEmpty ? nil : StoryComposer(scope: scope, settings: settings, printed: printed).draft()
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
