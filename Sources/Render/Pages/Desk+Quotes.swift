internal import Exchange
internal import NewsModel

/// What was said, with who said it and how that is known.
extension Desk {
  /// A quote of an article with all runs of its utterance; nil where it cannot be printed or another run shows it.
  func quote(_ version: StoryQuote.Version) -> Record? {
    guard let article = site.articles[version.article], article.digest.quotes.indices.contains(version.quote) else {
      return nil
    }
    let quote = article.digest.quotes[version.quote]
    guard article.begins(quote), article.prints(quote) else { return nil }
    let runs = article.digest.quotes.filter { $0.utterance == quote.utterance }
    let printed = runs.compactMap { passage(Passage(article: version.article, span: $0.span)) }
    guard var record = printed.first else { return nil }
    record = record.adding([
      "form": .text(quote.form.rawValue), "utterance": .number(quote.utterance),
      "cue": quote.cue.map { .text(String(article.digest.article[$0])) } ?? .none,
      "speaker": speaker(quote, in: article).map(Field.record) ?? .none,
      "runs": printed.count > 1 ? printed.map { $0.adding(["form": .text(quote.form.rawValue)]) }.field : .none,
    ])
    let marked = quote.form != .indirect
    return record.viewing([
      "runs": printed.enumerated().map { at, run in run.viewing(["later": .flag(at > 0)]) }.field,
      "marked": .flag(marked), "formLabel": .text(words.text("quote-form.\(quote.form.rawValue)")),
      "formNote": quote.form == .indirect ? .text(words.text("quote-indirect-note")) : .none,
      "leftOpen": .flag(runs.contains { $0.leftOpen }),
      "speakerLine": speakerLine(quote, in: article),
      "when": article.digest.article.trustedPublicationDay.map { .text(calendar.short($0)) } ?? .none,
      "story": site.stories.link(article.story).map { .record(story($0)) } ?? .none,
    ])
  }

  private func speaker(_ quote: Quote, in article: ArticleReport) -> Record? {
    guard let speaker = quote.speaker else { return nil }
    let said = PassageRecord(speaker.span, in: article.digest.article.text, site.points(of: article))
    let identity = site.actor(speaker.actor, in: article.digest.article.id)
    return Record([
      "actor": Field(identity?.identity.id ?? speaker.actor), "text": .text(said.text), "start": .number(said.start),
      "end": .number(said.end), "basis": .text(speaker.basis.rawValue),
    ])
  }

  /// The name under a quote: an actor with a page, words of the article, or that nobody is named.
  func speakerLine(_ quote: Quote, in article: ArticleReport) -> Field {
    guard let speaker = quote.speaker else {
      return .record(Record(view: ["unnamed": .text(words.text("speaker-unnamed"))]))
    }
    let said = String(article.digest.article[speaker.span])
    let name = speaker.actor.flatMap { article.digest.actor($0)?.name }
    // Words that stand for nobody in particular were not worked out either.
    let inferred: Field =
      speaker.basis == .inferred && name != nil ? .text(words.text("speaker-inferred", ["words": said])) : .none
    guard let actor = site.actor(speaker.actor, in: article.digest.article.id) else {
      // Somebody without a page is told by name all the same.
      return .record(
        Record(view: ["said": .text(speaker.basis == .inferred ? name ?? said : said), "basis": inferred]))
    }
    // A role is told by somebody on some day: beside the words stands the one that their own article gives.
    let own = actor.roles.lazy.flatMap(\.passages).first { $0.article == article.digest.article.id }
    let role = own.map { Field.text(String(article.digest.article[$0.span])) } ?? .none
    return .record(
      Record(view: [
        "actor": .record(self.actor(actor)), "role": role, "roleLang": lang(of: article), "basis": inferred,
      ]))
  }

  /// A quote of a story: its fullest version that can be printed, and the others.
  func quote(_ quote: StoryQuote) -> Record? {
    let printed = quote.versions.compactMap { version in self.quote(version).map { (version, $0) } }
    guard let (_, first) = printed.first else { return nil }
    let places = printed.compactMap { version, _ -> Record? in
      guard let article = site.articles[version.article] else { return nil }
      return place(Passage(article: version.article, span: article.digest.quotes[version.quote].span))
    }
    let readings = printed.dropFirst().compactMap { version, record in reading(version, record, beside: first) }
    let disputed: Field = quote.speakers.count > 1 ? .text(words.text("quote-speakers-differ")) : .none
    return first.adding([
      "versions": printed.map(\.1).field, "speakers": quote.speakers.field,
    ]).viewing(["places": places.field, "partly": .list(readings), "disputed": disputed])
  }

  /// What a version has in place of the words that are shown: a part of them, or others, in full; nil where it has the
  /// same but for case and marks. Its siglum may not stand for words that it does not have.
  private func reading(_ version: StoryQuote.Version, _ record: Record, beside shown: Record) -> Field? {
    guard let article = site.articles[version.article], case .text(let text)? = record.data["text"],
      case .text(let whole)? = shown.data["text"], text != whole
    else { return nil }
    let (ours, theirs) = (Desk.spoken(text), Desk.spoken(whole))
    guard ours != theirs else { return nil }
    let key = Desk.isPart(ours, of: theirs) ? "quote-kept-partly" : "quote-other-words"
    return .text(words.text(key, ["siglum": article.siglum, "words": text]))
  }

  /// The words of a text without case and marks.
  private static func spoken(_ text: String) -> [Substring] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }
  }

  /// Whether words stand side by side, or with gaps, among others in their order.
  private static func isPart(_ words: [Substring], of whole: [Substring]) -> Bool {
    var rest = words[...]
    for word in whole where word == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
