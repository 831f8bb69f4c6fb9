package import Foundation

/// Articles from lines of JSON, by a scan of what such lines hold as a rule: one object, its values strings.
///
/// Every other line goes to `JSONDecoder`, which also says what is wrong with it; a test holds both to the same answers.
/// Not for use by several threads at once.
package final class ArticleLine {
  private let strings = JSONStringReader()

  /// A reader, to be kept from line to line.
  package init() {}

  /// The record of a line.
  ///
  /// - Throws: `DecodingError` where the line is no article; see `JSONLine.explanation`.
  package func record(_ line: Data) throws -> ArticleRecord {
    let found = line.withUnsafeBytes { raw -> ArticleRecord? in plainRecord(raw.bindMemory(to: UInt8.self)) }
    return try found ?? JSONLine.decode(ArticleRecord.self, from: line)
  }

  /// The record of an object whose keys of ours hold strings or nothing; nil for anything else.
  private func plainRecord(_ bytes: UnsafeBufferPointer<UInt8>) -> ArticleRecord? {
    var record = ArticleRecord()
    var seen = Set<ArticleRecord.CodingKeys>()
    var at = JSONScan.afterSpace(bytes, 0)
    guard at < bytes.count, bytes[at] == 0x7B else { return nil }
    repeat {
      at = JSONScan.afterSpace(bytes, at + 1)
      guard let name = strings.string(bytes, &at) else { return nil }
      at = JSONScan.afterSpace(bytes, at)
      guard at < bytes.count, bytes[at] == 0x3A else { return nil }
      at = JSONScan.afterSpace(bytes, at + 1)
      if let key = ArticleRecord.CodingKeys(rawValue: name) {
        guard seen.insert(key).inserted else { return nil }
        if at < bytes.count, bytes[at] == 0x22 {
          guard let value = strings.string(bytes, &at), record.set(key, value) else { return nil }
        } else {
          guard JSONScan.skipNull(bytes, &at) else { return nil }
        }
      } else {
        guard JSONScan.skipValue(bytes, &at, depth: 0) else { return nil }
      }
      at = JSONScan.afterSpace(bytes, at)
    } while at < bytes.count && bytes[at] == 0x2C
    guard at < bytes.count, bytes[at] == 0x7D else { return nil }
    return JSONScan.afterSpace(bytes, at + 1) == bytes.count ? record : nil
  }
}
