package import NewsModel

/// A digest as a line of JSON: the article's keys and what was found, offsets in code points.
package struct DigestRecord: Codable, Sendable {
  private var article: ArticleRecord
  private var found: Found
  /// Where the line stood from which the article was read, if that is told.
  package private(set) var place: PlaceRecord?

  private enum CodingKeys: String, CodingKey { case place }

  /// The record of a digest.
  package init(_ digest: Digest, place: PlaceRecord? = nil) {
    article = ArticleRecord(digest.article)
    found = Found(digest)
    self.place = place
  }

  /// A record of parts that were read already.
  init(article: ArticleRecord, found: Found, place: PlaceRecord?) {
    self.article = article
    self.found = found
    self.place = place
  }

  /// Reads a line that may be an article or a digest.
  package init(from decoder: any Decoder) throws {
    article = try ArticleRecord(from: decoder)
    found = try Found(from: decoder)
    // A key that an article may have for something else is no reason to refuse it.
    place = try? decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(PlaceRecord.self, forKey: .place)
  }

  /// Writes both into one object.
  package func encode(to encoder: any Encoder) throws {
    try article.encode(to: encoder)
    try found.encode(to: encoder)
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encodeIfPresent(place, forKey: .place)
  }

  /// The article's own keys.
  package var articleRecord: ArticleRecord { article }

  /// Whether the line holds a digest, not an article alone.
  package var isDigest: Bool { found.keyPoints != nil || found.quotes != nil || found.actors != nil }

  /// The digest, its identifier given. Nil where an offset does not lie in the text, or the words there are others.
  package func digest(id: String) -> Digest? {
    var digest = Digest(article: article.article(id: id))
    return found.fill(&digest) ? digest : nil
  }
}

/// Where an article was read from, in JSON.
package struct PlaceRecord: Codable, Sendable, Hashable {
  /// The file's path below its source.
  package var file: String
  /// The line of the file, from 1.
  package var line: Int

  /// A line of a file.
  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// A run of words, in JSON.
package struct PassageRecord: Codable, Sendable, Equatable {
  package var text: String
  package var start: Int
  package var end: Int
}

extension PassageRecord {
  /// The record of a span of a text.
  package init(_ span: Span, in text: String, _ points: CodePoints) {
    let (start, end) = points.range(span)
    self.init(text: String(text[span]), start: start, end: end)
  }
  /// The span in bytes, where the words there are these.
  func span(in text: String, _ points: CodePoints) -> Span? {
    guard let span = points.span(start, end), text[span] == self.text else { return nil }
    return span
  }
}

/// A key point in JSON.
package struct KeyPointRecord: Codable, Sendable {
  package var text: String
  package var start: Int
  package var end: Int
  package var score: Double
}

/// A quote in JSON.
package struct QuoteRecord: Codable, Sendable {
  package var text: String
  package var start: Int
  package var end: Int
  package var form: String
  package var cue: PassageRecord?
  package var utterance: Int
  package var speaker: SpeakerRecord?
  package var leftOpen: Bool?
  package var rule: String?
}

/// A speaker in JSON.
package struct SpeakerRecord: Codable, Sendable {
  package var actor: String?
  package var text: String
  package var start: Int
  package var end: Int
  package var basis: String
}

/// An actor in JSON.
package struct ActorRecord: Codable, Sendable {
  package var id: String
  package var name: String
  package var kind: String
  package var roles: [String]
  package var rolePassages: [PassageRecord]?
  package var mentions: [PassageRecord]
}

/// A date in JSON.
package struct DateRecord: Codable, Sendable {
  /// What a relative date is counted from.
  package struct Anchor: Codable, Sendable {
    package var kind: String
    package var value: String
    package var precision: String?
  }
  package var text: String
  package var start: Int
  package var end: Int
  package var value: String?
  package var precision: String?
  package var basis: String
  package var anchor: Anchor?
}

/// A figure in JSON.
package struct FigureRecord: Codable, Sendable {
  package var text: String
  package var start: Int
  package var end: Int
  package var value: Double?
  package var unit: String?
  package var approximation: String?
  /// The two ends of a figure that lies between them.
  package var low: Double?
  package var high: Double?
}

/// A credit in JSON.
package struct RelayRecord: Codable, Sendable {
  package var text: String
  package var start: Int
  package var end: Int
  package var name: String?
  package var url: String?
}

/// What was found in an article.
struct Found: Codable, Sendable {
  var keyPoints: [KeyPointRecord]?
  var quotes: [QuoteRecord]?
  var actors: [ActorRecord]?
  var dates: [DateRecord]?
  var figures: [FigureRecord]?
  var relays: [RelayRecord]?
  var diagnostics: [DiagnosticRecord]?
}
