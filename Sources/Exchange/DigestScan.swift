package import Foundation

/// Digests from lines of JSON without a decoder, some ten times as fast: a morning may bring a hundred thousand.
///
/// Reads what `DigestLine` writes, its keys in any order. Every other line goes to `JSONDecoder`; a test holds both to the
/// same answers. Not for use by several threads at once.
package final class DigestScan {
  private let strings = JSONStringReader()

  /// A reader, to be kept from line to line.
  package init() {}

  /// The record of a line, be it an article or a digest.
  ///
  /// - Throws: `DecodingError` where the line is neither; see `JSONLine.explanation`.
  package func record(_ line: Data) throws -> DigestRecord {
    let found = line.withUnsafeBytes { raw in record(raw.bindMemory(to: UInt8.self)) }
    return try found ?? JSONLine.decode(DigestRecord.self, from: line)
  }

  /// The same without a decoder behind it; nil for a line that needs one.
  func record(_ bytes: UnsafeBufferPointer<UInt8>) -> DigestRecord? {
    var cursor = JSONCursor(bytes, strings)
    var article = ArticleRecord()
    var found = Found()
    cursor.object { cursor in
      if !cursor.takeFound(&found), !cursor.takeArticle(&article) { cursor.skipValue() }
    }
    guard cursor.isWhole() else { return nil }
    article.diagnostics = found.diagnostics
    return DigestRecord(article: article, found: found)
  }
}

extension JSONCursor {
  /// Takes the value of a key of an article; false for other keys.
  fileprivate mutating func takeArticle(_ article: inout ArticleRecord) -> Bool {
    if isKey("id") {
      take(&article.id) { $0.string() }
    } else if isKey("text") {
      take(&article.text) { $0.string() }
    } else if isKey("html") {
      take(&article.html) { $0.string() }
    } else if isKey("title") {
      take(&article.title) { $0.string() }
    } else if isKey("url") {
      take(&article.url) { $0.string() }
    } else if isKey("source") {
      take(&article.source) { $0.string() }
    } else if isKey("author") {
      take(&article.author) { $0.string() }
    } else if isKey("published") {
      take(&article.published) { $0.string() }
    } else if isKey("publishedBasis") {
      take(&article.publishedBasis) { $0.string() }
    } else if isKey("updated") {
      take(&article.updated) { $0.string() }
    } else if isKey("language") {
      take(&article.language) { $0.string() }
    } else if isKey("file") {
      take(&article.file) { $0.string() }
    } else if isKey("guid") {
      take(&article.guid) { $0.string() }
    } else if isKey("foundInText") {
      take(&article.foundInText) { $0.list { $0.string() } }
    } else if isKey("leftOut") {
      take(&article.leftOut) { $0.list { $0.leftOut() } }
    } else {
      return false
    }
    return true
  }

  /// Takes the value of a key of what was found; false for other keys.
  fileprivate mutating func takeFound(_ found: inout Found) -> Bool {
    if isKey("actors") {
      take(&found.actors) { $0.list { $0.actor() } }
    } else if isKey("dates") {
      take(&found.dates) { $0.list { $0.date() } }
    } else if isKey("diagnostics") {
      take(&found.diagnostics) { $0.list { $0.diagnostic() } }
    } else if isKey("figures") {
      take(&found.figures) { $0.list { $0.figure() } }
    } else if isKey("keyPoints") {
      take(&found.keyPoints) { $0.list { $0.keyPoint() } }
    } else if isKey("quotes") {
      take(&found.quotes) { $0.list { $0.quote() } }
    } else if isKey("relays") {
      take(&found.relays) { $0.list { $0.relay() } }
    } else {
      return false
    }
    return true
  }

  /// What most objects have: words and where they stand.
  private struct Words {
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
  private mutating func takeWords(_ words: inout Words) -> Bool {
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

  private mutating func passage() -> PassageRecord? {
    var words = Words()
    object { if !$0.takeWords(&words) { $0.skipValue() } }
    return words.passage
  }

  private mutating func actor() -> ActorRecord? {
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

  private mutating func anchor() -> DateRecord.Anchor? {
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

  private mutating func date() -> DateRecord? {
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

  private mutating func diagnostic() -> DiagnosticRecord? {
    var (code, detail, file, sign): (String?, String?, String?, String?)
    var (start, end, line): (Int?, Int?, Int?)
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
      } else {
        cursor.skipValue()
      }
    }
    guard let code, let detail else { return nil }
    return DiagnosticRecord(code: code, detail: detail, start: start, end: end, file: file, line: line, sign: sign)
  }

  private mutating func figure() -> FigureRecord? {
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

  private mutating func keyPoint() -> KeyPointRecord? {
    var words = Words()
    var score: Double?
    object { cursor in
      if cursor.takeWords(&words) { return }
      if cursor.isKey("score") { cursor.take(&score) { $0.number() } } else { cursor.skipValue() }
    }
    guard let passage = words.passage, let score else { return nil }
    return KeyPointRecord(text: passage.text, start: passage.start, end: passage.end, score: score)
  }

  private mutating func leftOut() -> LeftOutRecord? {
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

  private mutating func quote() -> QuoteRecord? {
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

  private mutating func relay() -> RelayRecord? {
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

  private mutating func speaker() -> SpeakerRecord? {
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
