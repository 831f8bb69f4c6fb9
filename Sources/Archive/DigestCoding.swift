internal import NewsModel

/// A digest in bytes, without its article, which stands in columns of its own.
///
/// JSON takes ten times as long to read, and a morning's build reads the digests of all articles that it shows.
enum DigestCoding {
  /// The bytes of what was found in an article.
  static func bytes(of digest: Digest) -> [UInt8] {
    var out = ByteWriter()
    out.put(digest.keyPoints) { out, point in
      out.put(point.span)
      out.put(point.score)
    }
    out.put(digest.quotes) { $0.put($1) }
    out.put(digest.actors) { $0.put($1) }
    out.put(digest.dates) { $0.put($1) }
    out.put(digest.figures) { $0.put($1) }
    out.put(digest.relays) { out, relay in
      out.put(relay.span)
      out.put(relay.name) { $0.put($1) }
      out.put(relay.url) { $0.put($1) }
    }
    out.put(digest.diagnostics)
    return out.bytes
  }

  /// The digest of an article from its bytes.
  static func digest(_ bytes: UnsafeRawBufferPointer, of article: Article) throws(ByteReader.Malformed) -> Digest {
    var input = ByteReader(bytes)
    var digest = Digest(article: article)
    digest.keyPoints = try input.list { input throws(ByteReader.Malformed) in
      KeyPoint(span: try input.span(), score: try input.double())
    }
    digest.quotes = try input.list { input throws(ByteReader.Malformed) in try input.quote() }
    digest.actors = try input.list { input throws(ByteReader.Malformed) in try input.actor() }
    digest.dates = try input.list { input throws(ByteReader.Malformed) in try input.date() }
    digest.figures = try input.list { input throws(ByteReader.Malformed) in try input.figure() }
    digest.relays = try input.list { input throws(ByteReader.Malformed) in
      Relay(span: try input.span(), name: try input.optionalText(), url: try input.optionalText())
    }
    digest.diagnostics = try input.diagnostics()
    guard input.isAtEnd else { throw ByteReader.Malformed() }
    return digest
  }

  /// The bytes of what is noted of how an article was read.
  static func notes(of article: Article) -> [UInt8] {
    var out = ByteWriter()
    out.put(article.foundInText) { $0.put($1) }
    out.put(article.leftOut) { out, left in
      out.put(left.line)
      out.put(left.text)
      out.put(left.reason.rawValue)
    }
    out.put(article.diagnostics)
    return out.bytes
  }

  /// Puts what was noted of how an article was read into it.
  static func setNotes(_ bytes: UnsafeRawBufferPointer, of article: inout Article) throws(ByteReader.Malformed) {
    var input = ByteReader(bytes)
    article.foundInText = try input.list { input throws(ByteReader.Malformed) in try input.text() }
    article.leftOut = try input.list { input throws(ByteReader.Malformed) in
      LeftOut(line: try input.int(), text: try input.text(), reason: try input.value())
    }
    article.diagnostics = try input.diagnostics()
    guard input.isAtEnd else { throw ByteReader.Malformed() }
  }
}

extension ByteWriter {
  /// A list of diagnostics.
  mutating func put(_ diagnostics: [Diagnostic]) { put(diagnostics) { $0.put($1) } }

  /// Lines of a file, in the order of what they gave.
  mutating func put(_ lines: Archive.SourceFile.Lines) {
    put(lines.basis)
    put(lines.versions.sorted { ($0.value, $0.key.high, $0.key.low) < ($1.value, $1.key.high, $1.key.low) }) {
      out, line in
      out.put(line.key)
      out.put(Int(line.value))
    }
  }

  fileprivate mutating func put(_ quote: Quote) {
    put(quote.span)
    put(quote.form.rawValue)
    put(quote.cue) { $0.put($1) }
    put(quote.utterance)
    put(quote.speaker) { out, speaker in
      out.put(speaker.actor) { $0.put($1) }
      out.put(speaker.span)
      out.put(speaker.basis.rawValue)
    }
    put(quote.leftOpen)
    put(quote.rule)
  }

  fileprivate mutating func put(_ actor: Actor) {
    put(actor.id)
    put(actor.name)
    put(actor.kind.rawValue)
    put(actor.roles) { $0.put($1) }
    put(actor.mentions) { $0.put($1) }
    put(actor.evidence) { out, evidence in
      out.put(evidence.person)
      out.put(evidence.organization)
      out.put(evidence.place)
      out.put(evidence.nothing)
    }
  }

  fileprivate mutating func put(_ figure: Figure) {
    put(figure.span)
    put(figure.value) { $0.put($1) }
    put(figure.bounds) { out, bounds in
      out.put(bounds.low)
      out.put(bounds.high)
    }
    put(figure.unit) { $0.put($1) }
    put(figure.approximation.rawValue)
    put(figure.rule)
  }

  fileprivate mutating func put(_ diagnostic: Diagnostic) {
    put(diagnostic.code.rawValue)
    put(diagnostic.sign?.rawValue) { $0.put($1) }
    put(diagnostic.detail)
    put(diagnostic.span) { $0.put($1) }
    put(diagnostic.file) { $0.put($1) }
    put(diagnostic.line) { $0.put($1) }
  }
}

extension ByteReader {
  /// A list of diagnostics.
  mutating func diagnostics() throws(Malformed) -> [Diagnostic] {
    try list { input throws(Malformed) in try input.diagnostic() }
  }

  /// Lines of a file.
  mutating func lines() throws(Malformed) -> Archive.SourceFile.Lines {
    var lines = Archive.SourceFile.Lines()
    lines.basis = try text()
    let count = try count()
    lines.versions.reserveCapacity(count)
    for _ in 0..<count {
      let mark = try mark()
      lines.versions[mark] = Int64(try int())
    }
    return lines
  }

  fileprivate mutating func quote() throws(Malformed) -> Quote {
    let span = try span()
    let form: Quote.Form = try value()
    let cue = try optional { input throws(Malformed) in try input.span() }
    let utterance = try int()
    let speaker = try optional { input throws(Malformed) in
      Speaker(actor: try input.optionalText(), span: try input.span(), basis: try input.value())
    }
    return Quote(
      span: span, form: form, cue: cue, utterance: utterance, speaker: speaker, leftOpen: try flag(), rule: try text())
  }

  fileprivate mutating func actor() throws(Malformed) -> Actor {
    Actor(
      id: try text(), name: try text(), kind: try value(),
      roles: try list { input throws(Malformed) in try input.span() },
      mentions: try list { input throws(Malformed) in try input.span() },
      evidence: try optional { input throws(Malformed) in
        Actor.Evidence(
          person: try input.int(), organization: try input.int(), place: try input.int(), nothing: try input.int())
      })
  }

  fileprivate mutating func figure() throws(Malformed) -> Figure {
    let span = try span()
    let value = try optional { input throws(Malformed) in try input.double() }
    let bounds = try optional { input throws(Malformed) in
      Figure.Bounds(low: try input.double(), high: try input.double())
    }
    let unit = try optionalText()
    return Figure(
      span: span, value: value, unit: unit, approximation: try self.value(), bounds: bounds, rule: try text())
  }

  fileprivate mutating func diagnostic() throws(Malformed) -> Diagnostic {
    let code: Diagnostic.Code = try value()
    let sign: Diagnostic.TranslationSign? = try optional { input throws(Malformed) in try input.value() }
    let detail = try text()
    let span = try optional { input throws(Malformed) in try input.span() }
    let file = try optionalText()
    return Diagnostic(
      code, detail, span: span, file: file, line: try optional { input throws(Malformed) in try input.int() },
      sign: sign)
  }
}
