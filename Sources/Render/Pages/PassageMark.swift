internal import NewsModel

/// Something found in a passage: words with a tint or a line, and a note beside their paragraph.
struct PassageMark {
  /// What was found; the raw value is its class on the page.
  enum Kind: String { case keyPoint = "keypoint", quote, actor, date }

  var kind: Kind
  var span: Span
  /// Unique on the page.
  var id: String
  /// Marks of one actor or one utterance share a number.
  var item: Int
  var href: String?
  /// The note: a label, words of the machine, and a name with a page.
  var note: Record?

  /// The marks of an article of which anything may be printed, in the order of the text. Their numbers count all.
  static func marks(of report: ArticleReport, desk: Desk) -> [PassageMark] {
    let marks =
      keyPoints(report, desk) + quotes(report, desk) + actors(report, desk) + dates(report, desk)
    return marks.sorted { ($0.span, $0.id) < ($1.span, $1.id) }
  }

  private static func note(
    _ label: String, _ text: String?, actor: ActorReport? = nil, original: Field = .none, desk: Desk
  ) -> Record {
    Record(view: [
      "label": .text(label), "text": Field(text), "who": actor.map { .record(desk.actor($0)) } ?? .none,
      "original": original,
    ])
  }

  /// Where the outlet has these words, if all of them may be printed.
  private static func original(_ span: Span, _ report: ArticleReport, _ desk: Desk) -> Field {
    guard desk.printable(span, of: report) == [span] else { return .none }
    return Field(TextFragment.address(of: report.digest.article[span], at: report.digest.article.url))
  }

  private static func keyPoints(_ report: ArticleReport, _ desk: Desk) -> [PassageMark] {
    let id = report.digest.article.id
    let points = desk.site.stories[report.story]?.keyPoints ?? []
    return report.digest.keyPoints.enumerated().compactMap { at, point in
      guard report.prints(point.span) else { return nil }
      let here = Passage(article: id, span: point.span)
      let shared = points.first { $0.passage == here || $0.alsoIn.contains(here) }
      let text = shared.map {
        desk.words.text("carried-by", ["origins": desk.words.text("origins", count: $0.origins)])
      }
      return PassageMark(
        kind: .keyPoint, span: point.span, id: "kp\(at + 1)", item: at,
        note: note(
          desk.words.text("key-point-number", ["n": String(at + 1)]), text,
          original: original(point.span, report, desk), desk: desk))
    }
  }

  private static func quotes(_ report: ArticleReport, _ desk: Desk) -> [PassageMark] {
    report.digest.quotes.enumerated().compactMap { at, quote in
      guard report.prints(quote.span) else { return nil }
      let label = desk.words.text("quote-number.\(quote.form.rawValue)", ["n": String(at + 1)])
      let actor = quote.speaker.flatMap { desk.site.actor($0.actor, in: report.digest.article.id) }
      var parts: [String] = []
      if let speaker = quote.speaker {
        let said = String(report.digest.article[speaker.span])
        if speaker.basis == .inferred {
          parts.append(desk.words.text("speaker-inferred", ["words": said]))
        } else if actor == nil {
          parts.append(desk.words.text("quoted", ["words": said]))
        }
      } else {
        parts.append(desk.words.text("speaker-unnamed"))
      }
      if quote.leftOpen { parts.append(desk.words.text("quote-left-open")) }
      return PassageMark(
        kind: .quote, span: quote.span, id: "q\(at + 1)", item: quote.utterance,
        note: note(
          label, parts.isEmpty ? nil : desk.words.list(parts), actor: actor,
          original: original(quote.span, report, desk), desk: desk))
    }
  }

  private static func actors(_ report: ArticleReport, _ desk: Desk) -> [PassageMark] {
    var out: [PassageMark] = []
    for (at, actor) in report.digest.actors.enumerated() {
      guard actor.mentions.contains(where: report.prints) else { continue }
      let page = desk.site.actor(actor.id, in: report.digest.article.id)
      let printed = actor.mentions.first(where: report.prints)
      for (n, mention) in actor.mentions.enumerated() where report.prints(mention) {
        let label = desk.words.text("kind.\(actor.kind.rawValue)")
        out.append(
          PassageMark(
            kind: .actor, span: mention, id: "a\(at + 1)-\(n + 1)", item: at,
            href: page.map { desk.href(SiteIndex.path(actor: $0)) },
            note: mention == printed
              ? note(
                BriefPage.capitalized(label), page.map { role(of: $0, in: report) } ?? actor.name, actor: page,
                desk: desk)
              : nil))
      }
    }
    return out
  }

  /// The role that the article itself gives, or, where it gives none, the first.
  private static func role(of actor: ActorReport, in report: ArticleReport) -> String? {
    (actor.role(in: [report.digest.article.id]) ?? actor.roles.first)?.text
  }

  private static func dates(_ report: ArticleReport, _ desk: Desk) -> [PassageMark] {
    report.digest.dates.enumerated().compactMap { at, date in
      guard report.prints(date.span) else { return nil }
      let basis = date.value == nil ? "unresolved" : date.basis == .stated ? "stated" : "inferred"
      let text = [date.value.map(desk.calendar.text), desk.words.text("date-basis-inline.\(basis)")]
      return PassageMark(
        kind: .date, span: date.span, id: "t\(at + 1)", item: at,
        note: note(desk.words.text("date-label"), desk.words.list(text.compactMap { $0 }), desk: desk))
    }
  }

  /// The notes of marks that lie in one paragraph, in the order of the text.
  static func notes(_ marks: [PassageMark]) -> [Record] { marks.compactMap(\.note) }

  /// A printable piece cut where marks begin and end. Links do not nest, so each part names all its marks.
  static func segments(of piece: Span, marks: [PassageMark], in text: String) -> [Record] {
    let here = marks.filter { $0.span.overlaps(piece) }
    var edges: Set<Int> = [piece.start, piece.end]
    for mark in here { edges.formUnion([max(mark.span.start, piece.start), min(mark.span.end, piece.end)]) }
    let sorted = edges.sorted()
    return zip(sorted, sorted.dropFirst()).map { start, end in
      let segment = Span(start, end)
      let active = here.filter { $0.span.contains(segment) }
      let ids = active.filter { max($0.span.start, piece.start) == start && $0.span.start >= piece.start }.map(\.id)
      var classes: [String] = []
      for mark in active where !classes.contains(mark.kind.rawValue) { classes.append(mark.kind.rawValue) }
      let href = active.lazy.compactMap(\.href).first ?? "#"
      return Record(view: [
        "text": .text(String(text[segment])), "ids": ids.field, "href": .text(href), "cut": false,
        "classes": classes.isEmpty ? .none : .text(classes.joined(separator: " .")),
      ])
    }
  }
}
