package import Languages
package import NewsModel

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
  ///   - parted: stories that left others on this morning.
  ///   - decisions: the editor's.
  ///   - editions: which ones are to be made.
  package func composition(
    digests: [Digest], clustering: Clustering, runDiagnostics: [Diagnostic], memory: SiteMemory = SiteMemory(),
    moved: [KnownEntity] = [], parted: [Parting] = [], decisions: EditorialDecisions = EditorialDecisions(),
    editions: EditionRequest = EditionRequest()
  ) -> Composition {
    var memo = StoryMemo()
    return composition(
      digests: digests, clustering: clustering, runDiagnostics: runDiagnostics, memory: memory, moved: moved,
      parted: parted, decisions: decisions, editions: editions, memo: &memo)
  }

  /// The same, of which only the stories are composed that a memo does not know.
  ///
  /// - Parameters:
  ///   - memo: what is known from before; it holds what to keep afterwards.
  ///   - jobs: how many threads compose stories.
  package func composition(
    digests: [Digest], clustering: Clustering, runDiagnostics: [Diagnostic], memory: SiteMemory,
    moved: [KnownEntity], parted: [Parting] = [], decisions: EditorialDecisions, editions: EditionRequest,
    memo: inout StoryMemo, jobs: Int = 1
  ) -> Composition {
    let (register, (named, found)) = Workers.both(jobs: jobs) {
      PageRegister(memory: memory, moved: moved)
    } _: {
      (
        DisplayNames(digests: digests, language: settings.language).named(clustering.actors),
        kept(digests, memory, editions)
      )
    }
    let (digests, days, keeper) = found
    let decisions = register.resolved(decisions)
    let editor = EditorsDesk(decisions: decisions, newest: keeper.newest)
    var clustering = clustering
    clustering.actors = editor.renamed(named)
    let printed = ToldPassages(memory.editions.filter(keeper.isOut), wordings: editions.wordings).byArticle(digests)
    let identities = IdentityTable(clustering.actors)
    let work = StoryWork(
      stories: clustering.stories, identities: identities, digests: digests, days: days, printed: printed,
      settings: settings, languages: languages)
    let placed = work.placed(memo: &memo, jobs: jobs)
    let actors = ActorComposer(identities: identities, stories: placed, days: days).reports(jobs: jobs)
    let stories = editor.ordered(StoryReports(stories: placed, known: register.known(.story)).reports(jobs: jobs))
    let used = placed.flatMap { $0.part.sources.map(\.id) }.sorted()
    let shown = used.compactMap { digests[$0] }
    let sources = Dictionary(placed.flatMap { $0.part.sources.map { ($0.id, $0.printable) } }) { first, _ in first }
    let briefs = BriefComposer(
      stories: stories, days: days, articles: used, memory: memory, request: editions,
      changes: { keeper.changes(of: $0, in: $1, editions, printable: sources[$0] ?? []) }
    ).result()
    let partings = Partings(
      known: memory.partings, found: parted, noted: briefs.briefs.first?.date, decisions: decisions)
    // None of these looks at another.
    let (threads, (articles, timeline)) = Workers.both(jobs: jobs) {
      ThreadComposer(
        identities: clustering.actors,
        stories: Dictionary(uniqueKeysWithValues: stories.map { ($0.id, $0) }), known: register.known(.thread)
      ).reports(of: clustering.threads)
    } _: {
      (
        ArticleReports(
          stories: placed, digests: digests, identities: identities, known: register.known(.article)
        ).reports(),
        TimelineComposer.sorted(stories.flatMap(\.timeline))
      )
    }
    var made = Composition(
      settings: settings, articles: articles, stories: partings.told(stories), threads: threads,
      actors: editor.shown(actors), briefs: briefs.briefs, timeline: timeline,
      undated: stories.filter { $0.firstSeen == nil }.map(\.id),
      outlets: OutletReports.reports(of: shown.map(\.article)),
      coverage: CoverageReport.coverage(
        of: shown, days: used.compactMap { days[$0] }, diagnostics: runDiagnostics))
    let site = made
    let (entities, redirects) = Workers.both(jobs: jobs) {
      register.updated(with: site, day: briefs.briefs.first?.date)
    } _: {
      register.redirects(in: site, actors: identities, hidden: decisions.hidden)
    }
    made.memory = SiteMemory(entities: entities, editions: briefs.editions, partings: partings.all)
    made.redirects = redirects
    made.decisions = decisions
    made.laterBriefs = briefs.later
    made.keys = memo.keys
    return made
  }

  /// What editions that are out may not print any more since their outlets' rights are stricter: it has to leave them
  /// before the site is composed. By day.
  ///
  /// - Returns: also the day of the newest edition, in which that is noticed; nil where there is none, or where nothing
  ///   can be outdated.
  package func outdated(
    digests: [Digest], memory: SiteMemory, editions: EditionRequest
  ) -> (noticed: CivilDay?, passages: [CivilDay: [Passage]]) {
    guard editions.areRightsNew || settings.hasLinksOnly else { return (nil, [:]) }
    let keeper = kept(digests, memory, editions).keeper
    return (
      keeper.newest, keeper.leaving(memory.editions, wordings: editions.wordings, areRightsNew: editions.areRightsNew)
    )
  }

  /// Digests by id, the days of those that have one, and who looks after the editions before the newest: that one is
  /// composed anew, all before it are or are about to be closed.
  private func kept(
    _ digests: [Digest], _ memory: SiteMemory, _ editions: EditionRequest
  ) -> (digests: [String: Digest], days: [String: CivilDay], keeper: EditionKeeper) {
    let digests = Composer.byID(digests)
    let days = EditionCalendar(timeZone: settings.timeZone).days(of: digests.values.map(\.article))
    let newest = editions.day ?? (days.values + memory.editions.map(\.day)).max()
    return (
      digests, days, EditionKeeper(settings: settings, languages: languages, digests: digests, newest: newest)
    )
  }

  /// Digests by their article's id; of two with one id the first by text counts.
  private static func byID(_ digests: [Digest]) -> [String: Digest] {
    var found: [String: Digest] = [:]
    for digest in digests {
      let id = digest.article.id
      if let known = found[id], known.article.text <= digest.article.text { continue }
      found[id] = digest
    }
    return found
  }
}
