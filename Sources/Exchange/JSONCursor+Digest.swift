/// The parts of a digest, each an object whose keys may stand in any order.
extension JSONCursor {
  /// What most objects have: words and where they stand.
  struct Words {
    var text: String?
    var start: Int?
    var end: Int?
    var passage: PassageRecord? {
      guard let text, let start, let end else { return nil }
      return PassageRecord(text: text, start: start, end: end)
    }
  }

  /// Takes the value of a key of words and their place; false for other keys.
  @inline(__always)
  mutating func takeWords(_ words: inout Words) -> Bool {
    if isKey("end") {
      take(&words.end) { $0.integer() }
    } else if isKey("start") {
      take(&words.start) { $0.integer() }
    } else if isKey("text") {
      take(&words.text) { $0.string() }
    } else {
      return false
    }
    return true
  }

  /// A run of words. Nil where a key is missing that it must have.
  mutating func passage() -> PassageRecord? {
    var words = Words()
    object { if !$0.takeWords(&words) { $0.skipValue() } }
    return words.passage
  }

  /// An actor. Nil where a key is missing that it must have.
  mutating func actor() -> ActorRecord? {
    var (id, name, kind): (String?, String?, String?)
    var roles: [String]?
    var (rolePassages, mentions): ([PassageRecord]?, [PassageRecord]?)
    object { cursor in
      if cursor.isKey("id") {
        cursor.take(&id) { $0.string() }
      } else if cursor.isKey("name") {
        cursor.take(&name) { $0.string() }
      } else if cursor.isKey("kind") {
        cursor.take(&kind) { $0.string() }
      } else if cursor.isKey("roles") {
        cursor.take(&roles) { $0.list { $0.string() } }
      } else if cursor.isKey("rolePassages") {
        cursor.take(&rolePassages) { $0.list { $0.passage() } }
      } else if cursor.isKey("mentions") {
        cursor.take(&mentions) { $0.list { $0.passage() } }
      } else {
        cursor.skipValue()
      }
    }
    guard let id, let name, let kind, let roles, let mentions else { return nil }
    return ActorRecord(id: id, name: name, kind: kind, roles: roles, rolePassages: rolePassages, mentions: mentions)
  }

  /// What a date is counted from. Nil where a key is missing that it must have.
  mutating func anchor() -> DateRecord.Anchor? {
    var (kind, value, precision): (String?, String?, String?)
    object { cursor in
      if cursor.isKey("kind") {
        cursor.take(&kind) { $0.string() }
      } else if cursor.isKey("value") {
        cursor.take(&value) { $0.string() }
      } else if cursor.isKey("precision") {
        cursor.take(&precision) { $0.string() }
      } else {
        cursor.skipValue()
      }
    }
    guard let kind, let value else { return nil }
    return DateRecord.Anchor(kind: kind, value: value, precision: precision)
  }

  /// A date. Nil where a key is missing that it must have.
  mutating func date() -> DateRecord? {
    var words = Words()
    var (value, precision, basis): (String?, String?, String?)
    var anchor: DateRecord.Anchor?
    object { cursor in
      if cursor.takeWords(&words) { return }
      if cursor.isKey("value") {
        cursor.take(&value) { $0.string() }
      } else if cursor.isKey("precision") {
        cursor.take(&precision) { $0.string() }
      } else if cursor.isKey("basis") {
        cursor.take(&basis) { $0.string() }
      } else if cursor.isKey("anchor") {
        cursor.take(&anchor) { $0.anchor() }
      } else {
        cursor.skipValue()
      }
    }
    guard let passage = words.passage, let basis else { return nil }
    return DateRecord(
      text: passage.text, start: passage.start, end: passage.end, value: value, precision: precision, basis: basis,
      anchor: anchor)
  }

  /// Where a line stood. Nil where a key is missing that it must have.
  mutating func place() -> PlaceRecord? {
    var (file, line): (String?, Int?)
    object { cursor in
      if cursor.isKey("file") {
        cursor.take(&file) { $0.string() }
      } else if cursor.isKey("line") {
        cursor.take(&line) { $0.integer() }
      } else {
        cursor.skipValue()
      }
    }
    guard let file, let line else { return nil }
    return PlaceRecord(file: file, line: line)
  }

  /// A diagnostic. Nil where a key is missing that it must have.
  mutating func diagnostic() -> DiagnosticRecord? {
    var (code, detail, file, sign): (String?, String?, String?, String?)
    var (start, end, line): (Int?, Int?, Int?)
    var reading: Bool?
    object { cursor in
      if cursor.isKey("code") {
        cursor.take(&code) { $0.string() }
      } else if cursor.isKey("detail") {
        cursor.take(&detail) { $0.string() }
      } else if cursor.isKey("start") {
        cursor.take(&start) { $0.integer() }
      } else if cursor.isKey("end") {
        cursor.take(&end) { $0.integer() }
      } else if cursor.isKey("file") {
        cursor.take(&file) { $0.string() }
      } else if cursor.isKey("line") {
        cursor.take(&line) { $0.integer() }
      } else if cursor.isKey("sign") {
        cursor.take(&sign) { $0.string() }
      } else if cursor.isKey("reading") {
        cursor.take(&reading) { $0.boolean() }
      } else {
        cursor.skipValue()
      }
    }
    guard let code, let detail else { return nil }
    return DiagnosticRecord(
      code: code, detail: detail, start: start, end: end, file: file, line: line, sign: sign, reading: reading)
  }

  /// A figure. Nil where a key is missing that it must have.
  mutating func figure() -> FigureRecord? {
    var words = Words()
    var (value, low, high): (Double?, Double?, Double?)
    var (unit, approximation): (String?, String?)
    object { cursor in
      if cursor.takeWords(&words) { return }
      if cursor.isKey("value") {
        cursor.take(&value) { $0.number() }
      } else if cursor.isKey("unit") {
        cursor.take(&unit) { $0.string() }
      } else if cursor.isKey("approximation") {
        cursor.take(&approximation) { $0.string() }
      } else if cursor.isKey("low") {
        cursor.take(&low) { $0.number() }
      } else if cursor.isKey("high") {
        cursor.take(&high) { $0.number() }
      } else {
        cursor.skipValue()
      }
    }
    guard let passage = words.passage else { return nil }
    return FigureRecord(
      text: passage.text, start: passage.start, end: passage.end, value: value, unit: unit,
      approximation: approximation, low: low, high: high)
  }

  /// A key point. Nil where a key is missing that it must have.
  mutating func keyPoint() -> KeyPointRecord? {
    var words = Words()
    var score: Double?
    object { cursor in
      if cursor.takeWords(&words) { return }
      if cursor.isKey("score") { cursor.take(&score) { $0.number() } } else { cursor.skipValue() }
    }
    guard let passage = words.passage, let score else { return nil }
    return KeyPointRecord(text: passage.text, start: passage.start, end: passage.end, score: score)
  }

  /// Words left out. Nil where a key is missing that it must have.
  mutating func leftOut() -> LeftOutRecord? {
    var line: Int?
    var (text, reason): (String?, String?)
    object { cursor in
      if cursor.isKey("line") {
        cursor.take(&line) { $0.integer() }
      } else if cursor.isKey("text") {
        cursor.take(&text) { $0.string() }
      } else if cursor.isKey("reason") {
        cursor.take(&reason) { $0.string() }
      } else {
        cursor.skipValue()
      }
    }
    guard let line, let text, let reason else { return nil }
    return LeftOutRecord(line: line, text: text, reason: reason)
  }

  /// A quote. Nil where a key is missing that it must have.
  mutating func quote() -> QuoteRecord? {
    var words = Words()
    var (form, rule): (String?, String?)
    var cue: PassageRecord?
    var utterance: Int?
    var speaker: SpeakerRecord?
    var leftOpen: Bool?
    object { cursor in
      if cursor.takeWords(&words) { return }
      if cursor.isKey("form") {
        cursor.take(&form) { $0.string() }
      } else if cursor.isKey("cue") {
        cursor.take(&cue) { $0.passage() }
      } else if cursor.isKey("utterance") {
        cursor.take(&utterance) { $0.integer() }
      } else if cursor.isKey("speaker") {
        cursor.take(&speaker) { $0.speaker() }
      } else if cursor.isKey("leftOpen") {
        cursor.take(&leftOpen) { $0.boolean() }
      } else if cursor.isKey("rule") {
        cursor.take(&rule) { $0.string() }
      } else {
        cursor.skipValue()
      }
    }
    guard let passage = words.passage, let form, let utterance else { return nil }
    return QuoteRecord(
      text: passage.text, start: passage.start, end: passage.end, form: form, cue: cue, utterance: utterance,
      speaker: speaker, leftOpen: leftOpen, rule: rule)
  }

  /// A credit. Nil where a key is missing that it must have.
  mutating func relay() -> RelayRecord? {
    var words = Words()
    var (name, url): (String?, String?)
    object { cursor in
      if cursor.takeWords(&words) { return }
      if cursor.isKey("name") {
        cursor.take(&name) { $0.string() }
      } else if cursor.isKey("url") {
        cursor.take(&url) { $0.string() }
      } else {
        cursor.skipValue()
      }
    }
    guard let passage = words.passage else { return nil }
    return RelayRecord(text: passage.text, start: passage.start, end: passage.end, name: name, url: url)
  }

  /// A speaker. Nil where a key is missing that it must have.
  mutating func speaker() -> SpeakerRecord? {
    var words = Words()
    var (actor, basis): (String?, String?)
    object { cursor in
      if cursor.takeWords(&words) { return }
      if cursor.isKey("actor") {
        cursor.take(&actor) { $0.string() }
      } else if cursor.isKey("basis") {
        cursor.take(&basis) { $0.string() }
      } else {
        cursor.skipValue()
      }
    }
    guard let passage = words.passage, let basis else { return nil }
    return SpeakerRecord(actor: actor, text: passage.text, start: passage.start, end: passage.end, basis: basis)
  }
}
