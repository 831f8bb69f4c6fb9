internal import NewsModel

/// Dated events and publications, each as exact as its source and with how it was found.
extension Desk {
  /// An event; nil where it is one and its words cannot be printed.
  func event(_ event: TimelineEvent) -> Record? {
    guard let article = site.articles[event.passage.article] else { return nil }
    let publication = event.kind == .publication
    let words = publication ? publicationPassage(event) : passage(event.passage)
    guard let words else { return nil }
    let (basis, why) = basis(of: event, in: article)
    let data: Fields = [
      "kind": .text(event.kind.rawValue), "value": Field(event.value?.text),
      "precision": Field(event.value?.precision.rawValue), "story": .text(event.story),
      "basis": publication ? Field(event.publishedBasis?.rawValue) : Field(event.mention?.basis.rawValue),
      "borrowedFrom": Field(event.borrowedFrom), "alsoIn": alsoIn(event.alsoIn),
    ]
    return words.adding(data).viewing([
      "publication": .flag(publication), "when": .text(when(event)), "edtf": .text(event.value?.text ?? "?"),
      "precisionLabel": .text(calendar.precision(event.value)), "basisLabel": .text(basis), "why": .text(why),
      "outlet": .text(outlet(article)), "places": places(event.passage, event.alsoIn),
      "storyLink": site.stories[event.story].map { .record(story($0)) } ?? .none,
    ])
  }

  /// A publication prints no words; it has its article and place.
  private func publicationPassage(_ event: TimelineEvent) -> Record? {
    guard let place = place(event.passage) else { return nil }
    return Record(place.data, view: ["pieces": [], "lang": .none])
  }

  private func when(_ event: TimelineEvent) -> String {
    if let value = event.value { return calendar.text(value) }
    guard let mention = event.mention, let article = site.articles[event.passage.article] else {
      return words.text("date-unknown")
    }
    return words.text("quoted", ["words": String(article.digest.article[mention.span])])
  }

  /// How a date was found, as a label and in a few words.
  private func basis(of event: TimelineEvent, in article: ArticleReport) -> (label: String, why: String) {
    guard event.kind == .event, let mention = event.mention else {
      let basis = event.publishedBasis?.rawValue ?? PublishedBasis.unknown.rawValue
      return (words.text("published-basis.\(basis)"), words.text("published-why.\(basis)"))
    }
    let said = words.text("quoted", ["words": String(article.digest.article[mention.span])])
    if let other = event.borrowedFrom {
      let siglum = site.articles[other]?.siglum ?? other
      return (words.text("date-basis.inferred"), words.text("date-why.borrowed", ["said": said, "siglum": siglum]))
    }
    guard event.value != nil else { return (words.text("date-basis.unresolved"), said) }
    guard mention.basis == .relative else { return (words.text("date-basis.stated"), said) }
    let slots = ["said": said]
    switch mention.anchor {
    case .published(let day):
      return (
        words.text("date-basis.inferred"),
        words.text("date-why.published", slots.merging(["date": calendar.short(day)]) { $1 })
      )
    case .mention(let value):
      return (
        words.text("date-basis.inferred"),
        words.text("date-why.mention", slots.merging(["date": calendar.text(value)]) { $1 })
      )
    case nil: return (words.text("date-basis.inferred"), said)
    }
  }

  /// A timeline as records.
  func events(_ events: [TimelineEvent]) -> [Record] { events.compactMap { event($0) } }
}
