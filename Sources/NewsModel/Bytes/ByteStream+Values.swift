/// The bytes of the small values that digests and compositions are made of.
extension ByteWriter {
  /// A run of bytes: its start and its length.
  package mutating func put(_ span: Span) {
    put(span.start)
    put(span.length)
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
  package mutating func value<T: RawRepresentable>() throws(Malformed) -> T where T.RawValue == String {
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
}
