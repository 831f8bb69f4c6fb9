internal import Exchange
internal import NewsModel

/// Words of the sources on a page: only what may be printed, with where it stands.
extension Desk {
  /// What may be printed of a run of words, in order.
  func printable(_ span: Span, of article: ArticleReport) -> [Span] {
    article.printable.compactMap { allowed in
      guard allowed.overlaps(span) else { return nil }
      return Span(max(allowed.start, span.start), min(allowed.end, span.end))
    }
  }

  /// A passage with its pieces, its place and its article; nil where nothing of it may be printed.
  func passage(_ passage: Passage) -> Record? {
    guard let article = site.articles[passage.article], let (record, pieces) = words(of: passage, in: article) else {
      return nil
    }
    let place = place(passage, in: article)
    return Record(
      record.data,
      view: [
        "pieces": self.pieces(pieces, of: passage.span, in: article).field, "lang": lang(of: article),
        "places": [.record(place)], "place": .record(place),
      ])
  }

  /// The data of a passage alone; nil where nothing of it may be printed.
  func words(of passage: Passage) -> Record? {
    site.articles[passage.article].flatMap { words(of: passage, in: $0)?.record }
  }

  private func words(of passage: Passage, in article: ArticleReport) -> (record: Record, pieces: [Span])? {
    let text = article.digest.article.text
    guard text.holds(passage.span) else { return nil }
    let pieces = printable(passage.span, of: article)
    guard let first = pieces.first else { return nil }
    let words = PassageRecord(
      pieces.count == 1 ? first : pieces.max { $0.length < $1.length } ?? first, in: text,
      site.points(of: article))
    let record = Record([
      "text": .text(words.text), "start": .number(words.start), "end": .number(words.end),
      "article": .text(passage.article), "path": .text(SiteIndex.path(article: article)),
    ])
    return (record, pieces)
  }

  /// The pieces of a passage with a mark for each cut: what lies between, and the rest of a sentence around.
  private func pieces(_ pieces: [Span], of span: Span, in article: ArticleReport) -> [Record] {
    let text = article.digest.article.text
    return pieces.enumerated().map { at, piece in
      let last = at == pieces.count - 1
      let cutBefore = at > 0 || piece.start > span.start || SentenceEdges.cutsBefore(piece, in: article)
      let cutAfter = last && (piece.end < span.end || SentenceEdges.cutsAfter(piece, in: article))
      return Record(view: [
        "text": .text(String(text[piece])), "cutBefore": .flag(cutBefore), "cutAfter": .flag(cutAfter),
        "spaceBefore": .flag(at > 0),
      ])
    }
  }

  /// "A1 ¶ 3", as a link to the paragraph.
  func place(_ passage: Passage, at anchor: String? = nil) -> Record? {
    site.articles[passage.article].map { place(passage, in: $0, at: anchor) }
  }

  private func place(_ passage: Passage, in article: ArticleReport, at anchor: String? = nil) -> Record {
    let number = article.paragraph(at: passage.span.start)
    let path = SiteIndex.path(article: article)
    return Record(
      ["article": .text(passage.article), "path": .text(path), "paragraph": .number(number)],
      view: [
        "siglum": .text(article.siglum), "outlet": .text(outlet(article)), "n": .number(number),
        "href": .text(href(path, anchor ?? "p\(number)")), "articleHref": .text(href(path)),
      ])
  }

  /// The places of a passage and of those that say the same, one for each article.
  func places(_ passage: Passage, _ alsoIn: [Passage]) -> Field {
    var seen: Set<String> = []
    let places = ([passage] + alsoIn.sorted()).filter { seen.insert($0.article).inserted }.compactMap { place($0) }
    return places.field
  }

  /// Other passages as data.
  func alsoIn(_ passages: [Passage]) -> Field {
    passages.isEmpty ? [] : passages.sorted().compactMap { words(of: $0) }.field
  }

  /// One square an article; those of one origin stand together.
  func squares(_ articles: [String]) -> Field {
    var byOrigin: [(origin: String, count: Int)] = []
    let origins = articles.compactMap { origin(of: $0) }
    for origin in origins.sorted() {
      if let last = byOrigin.last, last.origin == origin {
        byOrigin[byOrigin.count - 1].count += 1
      } else {
        byOrigin.append((origin, 1))
      }
    }
    // More squares than fit a line say no more than their number does.
    let shown = 12
    return byOrigin.prefix(shown).map { group in
      Record(view: ["squares": .text(String(repeating: "■", count: min(group.count, shown)))])
    }.field
  }

  /// The origin of an article.
  func origin(of article: String) -> String? {
    guard let story = site.articles[article].flatMap({ site.stories[$0.story] }) else { return nil }
    return story.origins.first { $0.articles.contains(article) }?.id
  }
}

/// Whether a run of words leaves out a part of its sentence, as far as the marks beside it tell.
enum SentenceEdges {
  /// A mark that ends a sentence, or that words inside marks may start after.
  private static let openers = Set<Character>([".", "!", "?", "…", "»", "”", "\"", "«", "“", ":", "—", "–"])
  private static let enders = Set<Character>([".", "!", "?", "…", "»", "”", "\""])

  /// Whether words of the same sentence stand before.
  static func cutsBefore(_ span: Span, in article: ArticleReport) -> Bool {
    let text = article.digest.article.text
    let paragraph = article.paragraphs.first { span.start < $0.end && span.start >= $0.start }
    guard let paragraph, span.start > paragraph.start else { return false }
    let before = text[Span(paragraph.start, span.start)].last { !$0.isWhitespace }
    return before.map { !openers.contains($0) } ?? false
  }

  /// Whether words of the same sentence stand after.
  static func cutsAfter(_ span: Span, in article: ArticleReport) -> Bool {
    let text = article.digest.article.text
    let paragraph = article.paragraphs.first { span.end > $0.start && span.end <= $0.end }
    guard let paragraph, span.end < paragraph.end else { return false }
    let rest = text[Span(span.end, paragraph.end)].first { !$0.isWhitespace }
    if let last = text[span].last(where: { !$0.isWhitespace }), enders.contains(last) { return false }
    return rest.map { !enders.contains($0) } ?? false
  }
}
