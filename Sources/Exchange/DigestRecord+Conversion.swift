internal import NewsModel

extension Found {
  init(_ digest: Digest) {
    let text = digest.article.text
    let points = CodePoints(text)
    func passage(_ span: Span) -> PassageRecord { PassageRecord(span, in: text, points) }
    keyPoints = digest.keyPoints.map {
      let words = passage($0.span)
      return KeyPointRecord(text: words.text, start: words.start, end: words.end, score: $0.score)
    }
    quotes = digest.quotes.map { quote in
      let words = passage(quote.span)
      let speaker = quote.speaker.map { speaker in
        let said = passage(speaker.span)
        return SpeakerRecord(
          actor: speaker.actor, text: said.text, start: said.start, end: said.end, basis: speaker.basis.rawValue)
      }
      return QuoteRecord(
        text: words.text, start: words.start, end: words.end, form: quote.form.rawValue, cue: quote.cue.map(passage),
        utterance: quote.utterance, speaker: speaker, leftOpen: quote.leftOpen ? true : nil, rule: quote.rule)
    }
    actors = digest.actors.map { actor in
      let roles = actor.roles.map(passage)
      return ActorRecord(
        id: actor.id, name: actor.name, kind: actor.kind.rawValue, roles: roles.map(\.text),
        rolePassages: roles.isEmpty ? nil : roles, mentions: actor.mentions.map(passage))
    }
    dates = digest.dates.map { date in
      let words = passage(date.span)
      let anchor: DateRecord.Anchor? = date.anchor.map {
        switch $0 {
        case .published(let day): .init(kind: "published", value: day.description, precision: nil)
        case .mention(let value): .init(kind: "mention", value: value.text, precision: value.precision.rawValue)
        }
      }
      return DateRecord(
        text: words.text, start: words.start, end: words.end, value: date.value?.text,
        precision: date.value?.precision.rawValue, basis: date.basis.rawValue, anchor: anchor)
    }
    figures = digest.figures.map { figure in
      let words = passage(figure.span)
      return FigureRecord(
        text: words.text, start: words.start, end: words.end, value: figure.value, unit: figure.unit,
        approximation: figure.approximation == .exact ? nil : figure.approximation.rawValue,
        low: figure.bounds?.low, high: figure.bounds?.high)
    }
    relays = digest.relays.map { relay in
      let words = passage(relay.span)
      return RelayRecord(text: words.text, start: words.start, end: words.end, name: relay.name, url: relay.url)
    }
    diagnostics =
      digest.article.diagnostics.map { DiagnosticRecord($0, points, reading: true) }
      + digest.diagnostics.map { DiagnosticRecord($0, points) }
  }

  /// Puts what was found into a digest of the same text; false where some words do not stand at their offsets.
  func fill(_ digest: inout Digest) -> Bool {
    let text = digest.article.text
    let points = CodePoints(text)
    var sound = true
    func span(_ words: String, _ start: Int, _ end: Int) -> Span {
      guard let span = points.span(start, end), points.holds(words, at: span) || text[span] == words else {
        sound = false
        return Span(0, 0)
      }
      return span
    }
    digest.keyPoints = (keyPoints ?? []).map { KeyPoint(span: span($0.text, $0.start, $0.end), score: $0.score) }
    digest.quotes = (quotes ?? []).map { quote in
      Quote(
        span: span(quote.text, quote.start, quote.end), form: Quote.Form(rawValue: quote.form) ?? .indirect,
        cue: quote.cue.map { span($0.text, $0.start, $0.end) }, utterance: quote.utterance,
        speaker: quote.speaker.map {
          Speaker(
            actor: $0.actor, span: span($0.text, $0.start, $0.end), basis: .init(rawValue: $0.basis) ?? .inferred)
        }, leftOpen: quote.leftOpen ?? false, rule: quote.rule ?? "")
    }
    digest.actors = (actors ?? []).map { actor in
      Actor(
        id: actor.id, name: actor.name, kind: Actor.Kind(rawValue: actor.kind) ?? .organization,
        roles: (actor.rolePassages ?? []).map { span($0.text, $0.start, $0.end) },
        mentions: actor.mentions.map { span($0.text, $0.start, $0.end) })
    }
    digest.dates = (dates ?? []).map { date in
      DateMention(
        span: span(date.text, date.start, date.end), value: Found.value(date.value, date.precision),
        basis: .init(rawValue: date.basis) ?? .stated, anchor: date.anchor.flatMap(Found.anchor))
    }
    digest.figures = (figures ?? []).map { figure in
      Figure(
        span: span(figure.text, figure.start, figure.end), value: figure.value, unit: figure.unit,
        approximation: figure.approximation.flatMap(Figure.Approximation.init) ?? .exact,
        bounds: figure.low.flatMap { low in figure.high.map { Figure.Bounds(low: low, high: $0) } })
    }
    digest.relays = (relays ?? []).map {
      Relay(span: span($0.text, $0.start, $0.end), name: $0.name, url: $0.url)
    }
    // What was found in reading says so; a digest of before it did has all with what extraction found.
    let all = diagnostics ?? []
    digest.article.diagnostics = all.filter { $0.reading == true }.compactMap { $0.diagnostic(points) }
    digest.diagnostics = all.filter { $0.reading != true }.compactMap { $0.diagnostic(points) }
    return sound
  }

  private static func value(_ text: String?, _ precision: String?) -> CalendarValue? {
    guard let text, let precision = precision.flatMap(Precision.init) else { return nil }
    return CalendarValue(text: text, precision: precision)
  }

  private static func anchor(_ record: DateRecord.Anchor) -> DateMention.Anchor? {
    if record.kind == "published" { return CivilDay(iso: record.value).map { .published($0) } }
    return value(record.value, record.precision).map { .mention($0) }
  }
}
