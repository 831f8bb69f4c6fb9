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
  ///
  /// - Parameter out: room for the bytes; what it held is gone.
  static func of(_ texts: String?..., on out: inout ByteWriter) -> Int64 {
    out.removeAll()
    for text in texts { if let text { out.put(text) } else { out.put(false) } }
    return Checksum.number(out.bytes)
  }

  /// The key of a row and what stands under it; the checksum is its third value.
  ///
  /// - Parameter out: room for the bytes; what it held is gone.
  /// - Throws: `ArchiveError.corrupt` where they do not agree.
  static func entry(_ row: Row, of table: String, on out: inout ByteWriter) throws -> (key: String, bytes: [UInt8]) {
    let (key, checksum): (String, Int64?) = (row[0], row[2])
    return try row.withUnsafeData(atIndex: 1) { data in
      try (data ?? Data()).withUnsafeBytes { bytes in
        out.removeAll()
        out.put(key)
        out.put(bytes)
        guard checksum == Checksum.number(out.bytes) else { throw Archive.damaged(table) }
        return (key, [UInt8](bytes))
      }
    }
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
