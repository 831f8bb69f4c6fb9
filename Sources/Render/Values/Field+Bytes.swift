extension Field {
  /// Writes the value into bytes so that equal values give equal bytes, and others do not.
  func fold(into bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Field.fold(1, text, into: &bytes)
    case .number(let number): Field.fold(2, UInt64(bitPattern: Int64(number)), into: &bytes)
    case .decimal(let number): Field.fold(3, number.bitPattern, into: &bytes)
    case .flag(let flag): bytes.append(flag ? 5 : 4)
    case .none: bytes.append(6)
    case .list(let list):
      bytes.append(7)
      for field in list { field.fold(into: &bytes) }
      bytes.append(8)
    case .record(let record): record.fold(into: &bytes)
    }
  }

  private static func fold(_ mark: UInt8, _ text: String, into bytes: inout [UInt8]) {
    var text = text
    fold(mark, UInt64(text.utf8.count), into: &bytes)
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  fileprivate static func fold(_ mark: UInt8, _ number: UInt64, into bytes: inout [UInt8]) {
    bytes.append(mark)
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension Record {
  /// Writes the record into bytes, its fields in their order.
  func fold(into bytes: inout [UInt8]) {
    for (mark, fields) in [(UInt8(9), data), (UInt8(10), view)] {
      bytes.append(mark)
      for (name, value) in fields.entries {
        Field.fold(11, name.hash, into: &bytes)
        value.fold(into: &bytes)
      }
    }
  }
}
