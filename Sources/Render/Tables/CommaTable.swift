/// A table as comma-separated values (RFC 4180): UTF-8 without a mark of its order, a row of names first, rows end with
/// CR LF, cells with commas, quote marks or line ends in quote marks.
///
/// A spreadsheet takes a cell that begins with "=", "+", "-", "@", a tab or a line end for a formula. Such a cell gets an
/// apostrophe before it, as OWASP advises (CSV Injection): spreadsheets show the words as they are, and programs leave
/// out an apostrophe before one of these signs, or take the words from the pages' data.
struct CommaTable {
  private(set) var bytes: [UInt8] = []
  private var isFirst = true

  /// A table without rows yet.
  init() {}

  /// The row of names.
  static func head(_ names: [String]) -> [UInt8] { Array((names.joined(separator: ",") + "\r\n").utf8) }

  /// Adds a cell; none is an empty one.
  mutating func cell(_ text: String?) {
    separate()
    guard var text, !text.isEmpty else { return }
    text.withUTF8 { utf8 in
      let guarded = CommaTable.isFormula(utf8)
      let quoted = guarded || utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
      if !quoted {
        bytes.append(contentsOf: utf8)
        return
      }
      bytes.append(0x22)
      if guarded { bytes.append(0x27) }
      for byte in utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
  }

  /// Adds a cell of a whole number that is not negative.
  mutating func cell(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(max(0, number)).utf8)
  }

  /// Adds the cell of a field of a record: text or a number.
  mutating func cell(_ field: Field?) {
    switch field {
    case .text(let text): cell(text)
    case .number(let number): cell(number)
    default: cell(nil as String?)
    }
  }

  /// Ends a row.
  mutating func end() {
    bytes.append(0x0D)
    bytes.append(0x0A)
    isFirst = true
  }

  private mutating func separate() {
    if !isFirst { bytes.append(0x2C) }
    isFirst = false
  }

  /// Whether a spreadsheet would reckon with a cell; the signs of full width count too (U+FF1D, FF0B, FF0D, FF20).
  private static func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    switch text[0] {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A: true
    case 0xEF where text.count > 2 && text[1] == 0xBC: [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
    default: false
    }
  }
}
