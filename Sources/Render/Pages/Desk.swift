internal import NewsModel

/// What is needed to write one page: the site, the words, and where the page stands.
struct Desk {
  let site: SiteIndex
  let words: InterfaceWords
  let calendar: CalendarWords
  /// From the page to the site's root: "", "../", "../../".
  let root: String
  /// The page's own folder, "stories/x/"; "" for the front page.
  let path: String

  /// A desk for the page of a folder.
  init(site: SiteIndex, words: InterfaceWords, path: String) {
    self.site = site
    self.words = words
    calendar = CalendarWords(words: words)
    self.path = path
    root = String(repeating: "../", count: path.utf8.count { $0 == 0x2F })
  }

  /// A link to a page's folder that works from a disk too, so it names the file.
  func href(_ folder: String, _ fragment: String? = nil) -> String {
    guard let fragment else { return root + folder + "index.html" }
    return folder == path ? "#" + fragment : root + folder + "index.html#" + fragment
  }

  /// The name and page of an actor.
  func actor(_ actor: ActorReport) -> Record {
    Record(
      [
        "id": .text(actor.identity.id), "name": .text(actor.identity.name), "kind": .text(actor.identity.kind.rawValue),
      ],
      view: ["href": .text(href(SiteIndex.path(actor: actor)))])
  }

  /// Names and pages of actors, at most so many; the last is told apart so that a template can set commas.
  func actors(_ ids: [String], limit: Int = .max) -> Field {
    let known = ids.compactMap { site.actors.link($0) }.prefix(limit).map(actor)
    return Desk.separated(known).field
  }

  /// The records with `comma` on all but the last.
  static func separated(_ records: [Record]) -> [Record] {
    records.enumerated().map { at, record in record.viewing(["comma": .flag(at < records.count - 1)]) }
  }

  /// The title of a story as a link.
  func story(_ story: StoryReport) -> Record {
    let heading = site.heading(of: story) { (when(story), titleLang(of: story)) }
    return Record(
      ["id": .text(story.id), "title": .text(story.title), "path": .text(SiteIndex.path(story: story))],
      view: [
        "href": .text(href(SiteIndex.path(story: story))),
        "lang": heading.language, "when": .text(heading.when),
      ])
  }

  /// The title of a thread as a link.
  func thread(_ thread: ThreadReport) -> Record {
    Record(
      ["id": .text(thread.id), "title": .text(thread.title), "path": .text(SiteIndex.path(thread: thread))],
      view: ["href": .text(href(SiteIndex.path(thread: thread)))])
  }

  /// The language of an article where it is not the interface's.
  func lang(of article: String) -> Field { site.articles[article].map(lang) ?? .none }

  /// The language of an article where it is not the interface's.
  func lang(of article: ArticleReport) -> Field {
    guard let language = article.digest.article.language,
      LanguageCode.primary(language) != LanguageCode.primary(words.language)
    else { return .none }
    return .text(language)
  }

  /// The language of a story's title where it is not the interface's; a title of the editor's is in the site's own.
  func titleLang(of story: StoryReport) -> Field {
    // Both stand in the mark of the story.
    story.sourceTitle == nil ? site.articles.peek(story.titleArticle).map(lang) ?? .none : .none
  }

  /// The days of a story's first and last trusted publication.
  func days(_ story: StoryReport) -> ClosedRange<CivilDay>? {
    // They stand in the mark of the story.
    let days = story.articles.compactMap { site.articles.peek($0)?.digest.article.trustedPublicationDay }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first...last
  }

  /// The day of a story's first trusted publication.
  func day(_ story: StoryReport) -> CivilDay? { days(story)?.lowerBound }

  /// The day of a story in words, from the first to the last where it goes on, or that there is none.
  func when(_ story: StoryReport) -> String {
    guard let days = days(story) else { return words.text("date-unknown") }
    return days.lowerBound == days.upperBound
      ? calendar.long(days.lowerBound) : calendar.range(days.lowerBound, days.upperBound)
  }

  /// The day of publication in words; as it is written where it is no day, and that it is unknown where there is none.
  func published(_ article: Article) -> String {
    article.published.flatMap { CivilDay(iso: $0) }.map(calendar.short) ?? article.published
      ?? words.text("date-unknown")
  }

  /// What an article is called where a reader wants to know whose words these are.
  func outlet(_ article: ArticleReport) -> String {
    article.digest.article.source ?? words.text("outlet-unknown")
  }
}
