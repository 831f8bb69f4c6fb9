/// The bytes of the small values that digests and compositions are made of.
extension ByteWriter {
  /// A run of bytes: its start and its length.
  package mutating func put(_ span: Span) {
    put(span.start)
    put(span.length)
  }

  /// A quote of an article.
  package mutating func put(_ version: StoryQuote.Version) {
    put(version.article)
    put(version.quote)
  }

  /// A date with its precision.
  package mutating func put(_ value: CalendarValue) {
    put(value.text)
    put(value.precision.rawValue)
  }

  /// An expression of time.
  package mutating func put(_ date: DateMention) {
    put(date.span)
    put(date.value) { $0.put($1) }
    put(date.basis.rawValue)
    put(date.anchor) { out, anchor in
      switch anchor {
      case .published(let day):
        out.put(true)
        out.put(day.number)
      case .mention(let value):
        out.put(false)
        out.put(value)
      }
    }
    put(date.rule)
  }

  /// A family of articles.
  package mutating func put(_ origin: Origin) {
    put(origin.id)
    put(origin.articles) { $0.put($1) }
    put(origin.basis.rawValue)
    put(origin.evidence) { out, evidence in
      switch evidence {
      case .identicalText: out.put(0)
      case .parallelSentences(let matched, let of): out.put(1, matched, of)
      case .sameQuotes(let count): out.put(2, count)
      case .parallelFacts(let matched, let of): out.put(3, matched, of)
      case .sameRelay(let name):
        out.put(4)
        out.put(name)
      }
    }
  }

  private mutating func put(_ numbers: Int...) { for number in numbers { put(number) } }
}

extension ByteReader {
  /// A run of bytes.
  package mutating func span() throws(Malformed) -> Span {
    let start = try int()
    return Span(start, start + (try int()))
  }

  /// A text, if there is one.
  package mutating func optionalText() throws(Malformed) -> String? {
    try optional { input throws(Malformed) in try input.text() }
  }

  /// One of a closed set of words.
  @inlinable package mutating func value<T: RawRepresentable>() throws(Malformed) -> T where T.RawValue == String {
    guard let value = T(rawValue: try text()) else { throw Malformed() }
    return value
  }

  /// A date with its precision.
  package mutating func calendarValue() throws(Malformed) -> CalendarValue {
    CalendarValue(text: try text(), precision: try value())
  }

  /// An expression of time.
  package mutating func date() throws(Malformed) -> DateMention {
    let span = try span()
    let value = try optional { input throws(Malformed) in try input.calendarValue() }
    let basis: DateMention.Basis = try self.value()
    let anchor = try optional { input throws(Malformed) -> DateMention.Anchor in
      try input.flag() ? .published(CivilDay(number: try input.int())) : .mention(try input.calendarValue())
    }
    return DateMention(span: span, value: value, basis: basis, anchor: anchor, rule: try text())
  }

  /// A family of articles.
  package mutating func origin() throws(Malformed) -> Origin {
    let id = try text()
    let articles = try list { input throws(Malformed) in try input.text() }
    let basis: Origin.Basis = try value()
    let evidence = try list { input throws(Malformed) -> Origin.Evidence in
      switch try input.int() {
      case 0: .identicalText
      case 1: .parallelSentences(matched: try input.int(), of: try input.int())
      case 2: .sameQuotes(try input.int())
      case 3: .parallelFacts(matched: try input.int(), of: try input.int())
      case 4: .sameRelay(try input.text())
      default: throw Malformed()
      }
    }
    return Origin(id: id, articles: articles, evidence: evidence, basis: basis)
  }
}
