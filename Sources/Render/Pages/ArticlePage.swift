internal import Exchange
internal import Languages
internal import NewsModel

/// The source view: what may be printed of an article, paragraph by paragraph, with what was found marked in it.
struct ArticlePage {
  let desk: Desk
  let report: ArticleReport
  private let marks: [PassageMark]

  private var article: Article { report.digest.article }
  private var words: InterfaceWords { desk.words }

  /// The page of an article.
  init(desk: Desk, report: ArticleReport) {
    self.desk = desk
    self.report = report
    marks = PassageMark.marks(of: report, desk: desk)
  }

  /// The page.
  var draft: Draft {
    let title = article.title ?? words.text("untitled")
    var draft = Draft(
      "article", path: desk.path, id: article.id, title: title, date: article.trustedPublicationDay, section: "sources",
      description: desk.outlet(report), values: Record(data, view: view(title)))
    if article.title != nil, case .text(let language) = desk.lang(of: article.id) { draft.titleLanguage = language }
    draft.linked = LinkedData(desk: desk).article(report, title: title)
    draft.isUnindexed = desk.isUnindexed(.article, [article.id, report.slug])
    return draft
  }

  private func view(_ title: String) -> Fields {
    let story = desk.site.stories[report.story]
    let url = LinkAddress.outside(article.url)
    let language = article.language.map { LocaleNames.language($0, in: words.language) ?? $0 }
    let day = article.published.flatMap { CivilDay(iso: $0) }
    let (notes, relays) = (notes, relays)
    return [
      "heading": .text(title), "lang": article.title == nil ? .none : desk.lang(of: article.id),
      "story": story.map { .record(desk.story($0)) } ?? .none,
      "siglum": .text(report.siglum), "outlet": .text(desk.outlet(report)),
      "outletNote": article.foundInText.contains("source") ? .text(words.text("found-in-text")) : .none,
      "author": Field(article.author),
      "published": .text(day.map(desk.calendar.short) ?? article.published ?? words.text("date-unknown")),
      "edtf": .text(day?.description ?? "?"),
      "publishedWhy": .text(words.text(publishedWhy)), "versions": versions,
      "language": .text(language.map(BriefPage.capitalized) ?? words.text("language-unknown")), "url": Field(url),
      "extractsLabel": .text(words.text("extracts" + rightsKey)),
      "extracts": .text(
        words.text(
          "extracts-note" + rightsKey,
          [
            "printed": words.number(report.printedWords), "limit": words.number(report.wordLimit),
          ])),
      "isCut": .flag(report.rights == .excerpt),
      "withheld": report.withheld == 0 ? .none : .text(words.text("withheld", count: report.withheld)),
      "legend": legend.field, "paragraphs": paragraphs.field, "relays": relays.field,
      "editorNotes": desk.editorNotes(.article, [article.id, report.slug]),
      "hasRelays": .flag(!relays.isEmpty), "notes": notes.field, "hasNotes": .flag(!notes.isEmpty),
    ]
  }

  /// What is said of how much is printed differs with the rights.
  private var rightsKey: String { report.rights == .excerpt ? "" : ".\(report.rights.rawValue)" }

  /// Which wording this is, of an article that was read in several.
  private var versions: Field {
    guard let current = report.versions.last, report.versions.count > 1 else { return .none }
    let count = words.text("versions", count: report.versions.count)
    let seen = current.seenAfter.map { words.text("version-seen", ["day": desk.calendar.short($0)]) }
    let updated = current.updated.flatMap { CivilDay(iso: $0) }.map {
      words.text("version-updated", ["day": desk.calendar.short($0)])
    }
    let first = report.versions.compactMap(\.seenAfter).first.flatMap { $0 == current.seenAfter ? nil : $0 }
      .map { words.text("version-first", ["day": desk.calendar.short($0)]) }
    let lines = [seen, updated, first].compactMap { $0 }
    return .record(
      Record(view: [
        "count": .text(count), "lines": lines.map { Record(view: ["line": .text($0)]) }.field,
      ]))
  }

  private var publishedWhy: String {
    let isFuture = article.diagnostics.contains { $0.code == .futureDate }
    return isFuture ? "published-why.future" : "published-why.\(article.publishedBasis.rawValue)"
  }

  /// How many of each kind are marked.
  private var legend: [Record] {
    let kinds: [(PassageMark.Kind, String)] = [
      (.keyPoint, "key-points"), (.quote, "quotes-title"), (.actor, "actors-title"), (.date, "dates-title"),
    ]
    return kinds.map { kind, key in
      let count = Set(marks.lazy.filter { $0.kind == kind }.map(\.item)).count
      return Record(view: [
        "class": .text(kind.rawValue), "label": .text(words.text(key)), "count": .text(words.number(count)),
      ])
    }
  }

  /// Printed paragraphs, and between them the gaps with the places that links may still lead to.
  private var paragraphs: [Record] {
    var out: [Record] = []
    var gap: [Int] = []
    func closeGap() {
      guard let first = gap.first, let last = gap.last else { return }
      let label = first == last ? "¶ \(first)" : "¶ \(first)–\(last)"
      out.append(
        Record(view: [
          "gap": .text(label), "ids": gap.map { "p\($0)" }.field, "printed": .none,
        ]))
      gap = []
    }
    for (at, paragraph) in report.paragraphs.enumerated() {
      let pieces = desk.printable(paragraph, of: report)
      if pieces.isEmpty {
        gap.append(at + 1)
      } else {
        closeGap()
        out.append(printed(at + 1, paragraph, pieces))
      }
    }
    // Editions printed longer versions: their links still lead here.
    if report.lastLinked > report.paragraphs.count { gap += (report.paragraphs.count + 1)...report.lastLinked }
    closeGap()
    if out.isEmpty { out.append(Record(view: ["gap": "¶ 1", "ids": ["p1"], "printed": .none])) }
    return out
  }

  private func printed(_ number: Int, _ paragraph: Span, _ pieces: [Span]) -> Record {
    let here = marks.filter { $0.span.overlaps(paragraph) }
    var segments: [Record] = []
    var at = paragraph.start
    for piece in pieces {
      segments += between(Span(at, piece.start))
      segments += PassageMark.segments(of: piece, marks: here, in: article.text)
      at = piece.end
    }
    segments += between(Span(at, paragraph.end))
    let notes = PassageMark.notes(here)
    return Record(view: [
      "printed": .record(
        Record(view: [
          "n": .number(number), "id": .text("p\(number)"), "segments": segments.field, "notes": notes.field,
          "hasNotes": .flag(!notes.isEmpty), "lang": desk.lang(of: article.id),
        ])), "gap": .none,
    ])
  }

  /// What stands between printed pieces: a cut, or the marks and spaces that withhold nothing.
  private func between(_ gap: Span) -> [Record] {
    guard !gap.isEmpty else { return [] }
    if hasWords(gap) { return [Record(view: ["cut": true])] }
    return PassageMark.segments(of: gap, marks: [], in: article.text)
  }

  private func hasWords(_ span: Span) -> Bool {
    !span.isEmpty && article[span].contains { $0.isLetter || $0.isNumber }
  }

  /// Who the article says it has this from; an outlet that credits itself is no relay.
  private var relays: [Record] {
    let own = article.source?.lowercased()
    return report.digest.relays.filter { own == nil || $0.name?.lowercased() != own }.map { relay in
      Record(view: [
        "text": .text(relay.name ?? String(article[relay.span])), "url": Field(LinkAddress.outside(relay.url)),
        // Without a name these are words of the article.
        "lang": relay.name == nil ? desk.lang(of: report) : .none,
      ])
    }
  }

  /// What a careful reader should know.
  private var notes: [Record] {
    var seen: Set<Diagnostic.Code> = []
    let diagnostics = (article.diagnostics + report.digest.diagnostics).filter { seen.insert($0.code).inserted }
    var lines = diagnostics.compactMap { diagnostic -> String? in
      let key = "diagnostic.\(diagnostic.code.rawValue)"
      guard words.has(key) else { return nil }
      return diagnostic.code == .machineTranslation ? words.text(key, ["list": translationSigns]) : words.text(key)
    }
    let reasons = LeftOut.Reason.allCases.compactMap { reason -> String? in
      let count = article.leftOut.count { $0.reason == reason }
      return count == 0 ? nil : words.text("left-out.\(reason.rawValue)", count: count)
    }
    if !reasons.isEmpty { lines.append(words.text("left-out-here", ["list": words.list(reasons)])) }
    return lines.map { Record(view: ["text": .text($0)]) }
  }

  /// The traces of machine translation, each named once.
  private var translationSigns: String {
    let found = Set(report.digest.diagnostics.compactMap(\.sign))
    return words.list(
      Diagnostic.TranslationSign.allCases.filter(found.contains).map { words.text("sign.\($0.rawValue)") })
  }

  private var versionData: Fields {
    guard report.versions.count > 1 else { return [:] }
    return [
      "versions": report.versions.map {
        Record(["seenAfter": Field($0.seenAfter?.description), "updated": Field($0.updated)])
      }.field
    ]
  }

  private var data: Fields { found.merging(versionData) }

  private var found: Fields {
    let digest = report.digest
    func items<T>(_ list: [T], _ span: (T) -> Span, _ more: (T) -> Fields) -> Field {
      list.compactMap { item in
        desk.words(of: Passage(article: article.id, span: span(item)))?.adding(more(item))
      }.field
    }
    let passages = report.printable.compactMap { desk.words(of: Passage(article: article.id, span: $0)) }
    return [
      "id": .text(article.id), "title": Field(article.title), "url": Field(article.url),
      "source": Field(article.source),
      "author": Field(article.author), "published": Field(article.published), "updated": Field(article.updated),
      "publishedBasis": .text(article.publishedBasis.rawValue), "language": Field(article.language),
      "story": .text(report.story), "siglum": .text(report.siglum), "passages": passages.field,
      "withheld": .number(report.withheld), "printedWords": .number(report.printedWords),
      "wordLimit": .number(report.wordLimit), "rights": .text(report.rights.rawValue),
      "keyPoints": items(digest.keyPoints, \.span) { ["score": .decimal($0.score)] },
      "quotes": digest.quotes.indices.compactMap { desk.quote(.init(article: article.id, quote: $0)) }.field,
      "actors": digest.actors.map { actor in
        let identity = desk.site.actor(actor.id, in: article.id)?.identity.id
        return Record([
          "id": .text(identity ?? actor.id), "name": .text(actor.name), "kind": .text(actor.kind.rawValue),
          "mentions": items(actor.mentions, \.self) { _ in [:] },
        ])
      }.field,
      "dates": items(digest.dates, \.span) {
        [
          "value": Field($0.value?.text), "precision": Field($0.value?.precision.rawValue),
          "basis": .text($0.basis.rawValue),
        ]
      },
      "figures": items(digest.figures, \.span) {
        ["value": $0.value.map(Field.decimal) ?? .none, "unit": Field($0.unit)]
      },
      "relays": digest.relays.map { Record(["name": Field($0.name), "url": Field($0.url)]) }.field,
    ]
  }
}
