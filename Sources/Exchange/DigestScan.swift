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
    var place: PlaceRecord?
    cursor.object { cursor in
      if cursor.isKey("place") {
        cursor.take(&place) { $0.place() }
      } else if !cursor.takeFound(&found), !cursor.takeArticle(&article) {
        cursor.skipValue()
      }
    }
    guard cursor.isWhole() else { return nil }
    article.diagnostics = found.diagnostics
    return DigestRecord(article: article, found: found, place: place)
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
}
