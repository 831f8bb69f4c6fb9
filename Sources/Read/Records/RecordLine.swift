package import Exchange
package import Foundation
package import NewsModel

/// Records from lines of JSON, of which each may be in an encoding of its own. Not for use by several threads at once.
package final class RecordLine {
  private let lines = ArticleLine()

  /// A reader, to be kept from line to line.
  package init() {}

  /// The record of a line, and what had to be mended in it.
  ///
  /// - Throws: `DecodingError` where the line is no article; see `JSONLine.explanation`.
  package func record(_ line: Data) throws -> (record: ArticleRecord, mended: Diagnostic?) {
    do {
      return (try lines.record(line), nil)
    } catch {
      // Damaged bytes are no JSON, so it costs nothing to look for them here.
      guard let decoded = TextDecoding.mended(line: Array(line)) else { throw error }
      return (try lines.record(Data(decoded.bytes)), decoded.mended.map { Diagnostic(.encodingMended, $0) })
    }
  }
}
