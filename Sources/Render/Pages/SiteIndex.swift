internal import Exchange
internal import NewsModel

/// The parts of a composition by id, and the paths of their pages.
final class SiteIndex {
  let composition: Composition
  let articles: Shelf<ArticleReport>
  let stories: Shelf<StoryReport>
  let threads: Shelf<ThreadReport>
  let actors: Shelf<ActorReport>
  /// What was looked up of them.
  let recorder = ReadRecorder()
  /// Its actors and stories by letter.
  let letters: SiteLetters
  /// Where stories stand in the briefs.
  let places: BriefPlaces
  /// The days of stories in words and the languages of their titles, as they stand wherever a page leads to them.
  private var headings: [String: (when: String, language: Field)] = [:]
  /// Code points of the texts last used; a text is asked for many times in a row.
  private var codePoints: [String: CodePoints] = [:]
  private static let texts = 256  // kept at once: the articles of the longest story, not the whole site

  /// An index of a composition.
  init(_ composition: Composition) {
    self.composition = composition
    articles = Shelf(composition.articles, .article, recorder: recorder) { $0.digest.article.id }
    stories = Shelf(composition.stories, .story, recorder: recorder) { $0.id }
    threads = Shelf(composition.threads, .thread, recorder: recorder) { $0.id }
    actors = Shelf(composition.actors, .actor, recorder: recorder) { $0.identity.id }
    letters = SiteLetters(composition)
    places = BriefPlaces(composition)
  }

  private init(_ other: SiteIndex) {
    composition = other.composition
    articles = Shelf(other.articles, recorder: recorder)
    stories = Shelf(other.stories, recorder: recorder)
    threads = Shelf(other.threads, recorder: recorder)
    actors = Shelf(other.actors, recorder: recorder)
    letters = other.letters
    places = other.places
  }

  /// Where a part of that name stands in the composition.
  func position(of part: ReadRecorder.Read) -> Int? {
    switch part.kind {
    case .article: articles.position(of: part.id)
    case .story: stories.position(of: part.id)
    case .thread: threads.position(of: part.id)
    case .actor: actors.position(of: part.id)
    }
  }

  /// The same index for another thread, which keeps the code points that it counts for itself.
  func copy() -> SiteIndex { SiteIndex(self) }

  /// The report of the actor that an article's digest names so, for a link to its page; what the article itself says of
  /// it may be used too.
  func actor(_ id: String?, in article: String) -> ActorReport? {
    guard let id, let named = articles.peek(article)?.actors.first(where: { $0.actor == id }),
      actors.position(of: named.identity) != nil
    else { return nil }
    return actors.link(named.identity)
  }

  /// The code points of an article's text.
  func points(of article: ArticleReport) -> CodePoints {
    let id = article.digest.article.id
    if let known = codePoints[id] { return known }
    if codePoints.count >= SiteIndex.texts { codePoints.removeAll(keepingCapacity: true) }
    let points = CodePoints(article.digest.article.text)
    codePoints[id] = points
    return points
  }

  /// The days of a story in words and the language of its title, made once for all pages that lead to it. Both are of the
  /// story's mark, so nothing need be noted.
  func heading(
    of story: StoryReport, _ make: () -> (when: String, language: Field)
  ) -> (when: String, language: Field) {
    if let known = headings[story.id] { return known }
    let made = make()
    headings[story.id] = made
    return made
  }

  /// Where pages stand below the root; each is a folder.
  static func path(article: ArticleReport) -> String { path(.article, article.slug) }
  static func path(story: StoryReport) -> String { path(.story, story.slug) }
  static func path(thread: ThreadReport) -> String { path(.thread, thread.slug) }
  static func path(actor: ActorReport) -> String { path(.actor, actor.slug) }
  /// The folder of a page by the name that it has among its kind.
  static func path(_ kind: KnownEntity.Kind, _ slug: String) -> String { kind.path(slug) }
  static func path(brief: Brief) -> String? { brief.date.map { "briefs/\($0)/" } }
  static func path(year: Int) -> String { "timeline/\(CivilDay.padded(year, to: 4))/" }
  static func path(year: Int, month: Int) -> String { path(year: year) + "\(CivilDay.padded(month, to: 2))/" }
}
