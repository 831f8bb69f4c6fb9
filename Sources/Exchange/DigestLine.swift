package import NewsModel

/// Digests as lines of JSON, written without records in between: the same bytes as `JSONLine.encode` gives for a
/// `DigestRecord`, which a test holds.
package final class DigestLine {
  private let json = JSONText()

  /// A writer, to be kept from line to line.
  package init() {}

  /// Gives `use` the line of a digest, without its newline, for as long as it runs.
  ///
  /// - Parameter place: where the article was read from, if that is to be told.
  package func withLine<Result>(
    of digest: Digest, place: PlaceRecord? = nil, _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    json.removeAll()
    var text = digest.article.text
    let points = CodePoints(text)
    text.withUTF8 { Writer(bytes: $0, points: points, json: json).write(digest, place) }
    return use(json.bytes)
  }
}

/// Writes one digest.
private struct Writer {
  /// The article's text.
  let bytes: UnsafeBufferPointer<UInt8>
  let points: CodePoints
  let json: JSONText

  func write(_ digest: Digest, _ place: PlaceRecord?) {
    let article = digest.article
    json.literal("{\"actors\":[")
    each(digest.actors) { writer, actor in writer.write(actor) }
    json.literal("]")
    json.field(",\"author\":", article.author)
    json.literal(",\"dates\":[")
    each(digest.dates) { writer, date in writer.write(date) }
    json.literal("],\"diagnostics\":[")
    each(article.diagnostics) { writer, diagnostic in writer.write(diagnostic, isOfReading: true) }
    if !article.diagnostics.isEmpty, !digest.diagnostics.isEmpty { json.literal(",") }
    each(digest.diagnostics) { writer, diagnostic in writer.write(diagnostic, isOfReading: false) }
    json.literal("],\"figures\":[")
    each(digest.figures) { writer, figure in writer.write(figure) }
    json.literal("]")
    json.field(",\"file\":", article.file)
    if !article.foundInText.isEmpty {
      json.literal(",\"foundInText\":")
      json.list(article.foundInText) { $0.string($1) }
    }
    json.field(",\"guid\":", article.guid)
    json.literal(",\"id\":")
    json.string(article.id)
    json.literal(",\"keyPoints\":[")
    each(digest.keyPoints) { writer, point in writer.write(point) }
    json.literal("]")
    json.field(",\"language\":", article.language)
    if !article.leftOut.isEmpty {
      json.literal(",\"leftOut\":")
      json.list(article.leftOut) { json, left in
        json.literal("{\"line\":")
        json.number(left.line)
        json.field(",\"reason\":", left.reason.rawValue)
        json.field(",\"text\":", left.text)
        json.literal("}")
      }
    }
    if let place {
      json.literal(",\"place\":{\"file\":")
      json.string(place.file)
      json.literal(",\"line\":")
      json.number(place.line)
      json.literal("}")
    }
    json.field(",\"published\":", article.published)
    json.field(",\"publishedBasis\":", article.publishedBasis.rawValue)
    json.literal(",\"quotes\":[")
    each(digest.quotes) { writer, quote in writer.write(quote) }
    json.literal("],\"relays\":[")
    each(digest.relays) { writer, relay in writer.write(relay) }
    json.literal("]")
    json.field(",\"source\":", article.source)
    json.literal(",\"text\":")
    json.string(bytes)
    json.field(",\"title\":", article.title)
    json.field(",\"updated\":", article.updated)
    json.field(",\"url\":", article.url)
    json.literal("}")
  }

  private func each<Part>(_ parts: [Part], _ write: (Writer, Part) -> Void) {
    for index in parts.indices {
      if index > 0 { json.literal(",") }
      write(self, parts[index])
    }
  }

  /// `"start":…,"text":…`, which stand side by side in most objects.
  private func startAndText(_ span: Span) {
    json.literal("\"start\":")
    json.number(points.offset(ofByte: span.start))
    json.literal(",\"text\":")
    words(span)
  }

  private func words(_ span: Span) {
    json.string(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]))
  }

  private func end(_ span: Span) {
    json.literal("\"end\":")
    json.number(points.offset(ofByte: span.end))
    json.literal(",")
  }

  private func passage(_ span: Span) {
    json.literal("{")
    end(span)
    startAndText(span)
    json.literal("}")
  }

  private func write(_ actor: Actor) {
    json.literal("{\"id\":")
    json.string(actor.id)
    json.field(",\"kind\":", actor.kind.rawValue)
    json.literal(",\"mentions\":[")
    each(actor.mentions) { writer, span in writer.passage(span) }
    json.literal("]")
    json.field(",\"name\":", actor.name)
    if !actor.roles.isEmpty {
      json.literal(",\"rolePassages\":[")
      each(actor.roles) { writer, span in writer.passage(span) }
      json.literal("]")
    }
    json.literal(",\"roles\":[")
    each(actor.roles) { writer, span in writer.words(span) }
    json.literal("]}")
  }

  private func write(_ date: DateMention) {
    json.literal("{")
    switch date.anchor {
    case .published(let day):
      json.literal("\"anchor\":{\"kind\":\"published\",\"value\":")
      json.string(day.description)
      json.literal("},")
    case .mention(let value):
      json.literal("\"anchor\":{\"kind\":\"mention\"")
      json.field(",\"precision\":", value.precision.rawValue)
      json.field(",\"value\":", value.text)
      json.literal("},")
    case nil: break
    }
    json.field("\"basis\":", date.basis.rawValue)
    json.literal(",")
    end(date.span)
    if let value = date.value {
      json.field("\"precision\":", value.precision.rawValue)
      json.literal(",")
    }
    startAndText(date.span)
    json.field(",\"value\":", date.value?.text)
    json.literal("}")
  }

  private func write(_ diagnostic: Diagnostic, isOfReading: Bool) {
    json.field("{\"code\":", diagnostic.code.rawValue)
    json.field(",\"detail\":", diagnostic.detail)
    if let span = diagnostic.span {
      json.literal(",\"end\":")
      json.number(points.offset(ofByte: span.end))
    }
    json.field(",\"file\":", diagnostic.file)
    if let line = diagnostic.line {
      json.literal(",\"line\":")
      json.number(line)
    }
    if isOfReading { json.literal(",\"reading\":true") }
    json.field(",\"sign\":", diagnostic.sign?.rawValue)
    if let span = diagnostic.span {
      json.literal(",\"start\":")
      json.number(points.offset(ofByte: span.start))
    }
    json.literal("}")
  }

  private func write(_ figure: Figure) {
    json.literal("{")
    if figure.approximation != .exact {
      json.field("\"approximation\":", figure.approximation.rawValue)
      json.literal(",")
    }
    end(figure.span)
    if let bounds = figure.bounds {
      json.literal("\"high\":")
      json.number(bounds.high)
      json.literal(",\"low\":")
      json.number(bounds.low)
      json.literal(",")
    }
    startAndText(figure.span)
    json.field(",\"unit\":", figure.unit)
    if let value = figure.value {
      json.literal(",\"value\":")
      json.number(value)
    }
    json.literal("}")
  }

  private func write(_ point: KeyPoint) {
    json.literal("{")
    end(point.span)
    json.literal("\"score\":")
    json.number(point.score)
    json.literal(",")
    startAndText(point.span)
    json.literal("}")
  }

  private func write(_ quote: Quote) {
    json.literal("{")
    if let cue = quote.cue {
      json.literal("\"cue\":")
      passage(cue)
      json.literal(",")
    }
    end(quote.span)
    json.field("\"form\":", quote.form.rawValue)
    if quote.leftOpen { json.literal(",\"leftOpen\":true") }
    json.field(",\"rule\":", quote.rule)
    if let speaker = quote.speaker {
      json.literal(",\"speaker\":{")
      if let actor = speaker.actor {
        json.field("\"actor\":", actor)
        json.literal(",")
      }
      json.field("\"basis\":", speaker.basis.rawValue)
      json.literal(",")
      end(speaker.span)
      startAndText(speaker.span)
      json.literal("}")
    }
    json.literal(",")
    startAndText(quote.span)
    json.literal(",\"utterance\":")
    json.number(quote.utterance)
    json.literal("}")
  }

  private func write(_ relay: Relay) {
    json.literal("{")
    end(relay.span)
    if let name = relay.name {
      json.field("\"name\":", name)
      json.literal(",")
    }
    startAndText(relay.span)
    json.field(",\"url\":", relay.url)
    json.literal("}")
  }
}
