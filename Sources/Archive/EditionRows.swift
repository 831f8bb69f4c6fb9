internal import Foundation
internal import GRDB
internal import NewsModel

/// Editions and their corrections as rows.
extension Archive {
  static func values(_ edition: Edition) -> [(any DatabaseValueConvertible)?] {
    let passages = edition.passages.map { "\($0.span.start) \($0.span.end) \($0.article)" }
    return [
      edition.day.description, edition.number, edition.state.rawValue, edition.articles.joined(separator: "\n"),
      edition.stories.joined(separator: "\n"), edition.earlier.joined(separator: "\n"), edition.summary,
      edition.markdown, edition.data,
      passages.joined(separator: "\n"),
    ]
  }

  static func editions(_ database: Database) throws -> [Edition] {
    let details = try details(database)
    var corrections: [String: [Correction]] = [:]
    let notes = try Row.fetchCursor(
      database, sql: "SELECT edition, noted, kind, article, checksum FROM correction ORDER BY number")
    while let row = try notes.next() {
      try RowChecksum.verify(row, of: "correction")
      guard let noted = CivilDay(iso: row[1] as String), let kind = Correction.Kind(rawValue: row[2]) else {
        throw damaged("correction")
      }
      let edition: String = row[0]
      var correction = Correction(noted: noted, kind: kind, article: row[3])
      if let detail = details[edition]?[corrections[edition]?.count ?? 0] {
        correction.outlet = detail.outlet
        correction.removed = detail.removed
        correction.changes = detail.changes
      }
      corrections[edition, default: []].append(correction)
    }
    var found: [Edition] = []
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT day, number, state, articles, stories, earlier, summary, markdown, data, passages, checksum
        FROM edition ORDER BY day
        """)
    while let row = try rows.next() {
      try RowChecksum.verify(row, of: "edition")
      let text: String = row[0]
      guard let day = CivilDay(iso: text), let state = Edition.State(rawValue: row[2]) else { throw damaged("edition") }
      var edition = Edition(
        day: day, number: row[1], state: state, articles: lines(row[3]), stories: lines(row[4]), summary: row[6],
        markdown: row[7], data: row[8], passages: lines(row[9]).compactMap(passage),
        corrections: corrections[text] ?? [])
      edition.earlier = lines(row[5])
      found.append(edition)
    }
    return found
  }

  private static func passage(_ line: String) -> Passage? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, let start = Int(parts[0]), let end = Int(parts[1]) else { return nil }
    return Passage(article: String(parts[2]), span: Span(start, end))
  }

  // MARK: What corrections changed

  /// What a correction says beyond its kind and its article.
  private struct Detail {
    var outlet: String?
    var removed: Int
    var changes: [Correction.Change]?
  }

  /// The row of what a correction changed; nil where it says no more than its kind and its article.
  ///
  /// - Parameter place: of the correction among those of its edition, from 0.
  static func detail(
    of correction: Correction, _ day: CivilDay, _ place: Int
  ) throws -> [(any DatabaseValueConvertible)?]? {
    guard correction.outlet != nil || correction.removed > 0 || correction.changes != nil else { return nil }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let changes = String(decoding: try encoder.encode(correction.changes), as: UTF8.self)
    return [day.description, place, correction.outlet, correction.removed, changes]
  }

  /// By edition, then by the correction's place.
  private static func details(_ database: Database) throws -> [String: [Int: Detail]] {
    var found: [String: [Int: Detail]] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT edition, place, outlet, removed, changes, checksum FROM correctionDetail")
    while let row = try rows.next() {
      try RowChecksum.verify(row, of: "correctionDetail")
      let changes = try JSONDecoder().decode([Correction.Change]?.self, from: Data((row[4] as String).utf8))
      found[row[0], default: [:]][row[1]] = Detail(outlet: row[2], removed: row[3], changes: changes)
    }
    return found
  }
}
