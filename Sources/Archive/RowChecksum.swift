internal import Foundation
internal import GRDB
internal import NewsModel

/// The checksum of a row over all its other values.
enum RowChecksum {
  /// The checksum of values in the order of their columns.
  static func of(_ values: [(any DatabaseValueConvertible)?]) -> Int64 {
    of(values.map { $0?.databaseValue ?? .null }[...])
  }

  /// The checksum of a row of texts.
  static func of(texts: [String?]) -> Int64 {
    var out = ByteWriter()
    for text in texts { if let text { out.put(text) } else { out.put(false) } }
    return Checksum.number(out.bytes)
  }

  /// The checksum of a key and what stands under it.
  static func of(_ key: String, _ data: UnsafeRawBufferPointer) -> Int64 {
    var out = ByteWriter()
    out.put(key)
    out.put(data)
    return Checksum.number(out.bytes)
  }

  private static func of(_ values: ArraySlice<DatabaseValue>) -> Int64 {
    var out = ByteWriter()
    for value in values {
      switch value.storage {
      case .int64(let number): out.put(Int(number))
      case .string(let text): out.put(text)
      case .blob(let data): data.withUnsafeBytes { out.put($0) }
      case .double(let number): out.put(number)
      case .null: out.put(false)
      }
    }
    return Checksum.number(out.bytes)
  }

  /// Takes the values of a row whose last column is its checksum.
  ///
  /// - Throws: `ArchiveError.corrupt` where they do not agree.
  static func verify(_ row: Row, of table: String) throws { try verify(row.map(\.1), of: table) }

  /// Takes values of which the last is the checksum of the others.
  static func verify(_ values: [DatabaseValue], of table: String) throws {
    guard let checksum = values.last.flatMap(Int64.fromDatabaseValue), checksum == of(values.dropLast()) else {
      throw Archive.damaged(table)
    }
  }
}
