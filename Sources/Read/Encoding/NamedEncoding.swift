internal import CLibxml2

/// Encodings by the names that documents and mails declare.
enum NamedEncoding {
  /// What the web means by a name.
  static func meant(_ name: String) -> String {
    switch name {
    case "gb2312", "gbk", "gb_2312-80", "x-gbk", "chinese": "gb18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": "cp932"
    case "euc-kr", "ks_c_5601-1987", "korean": "cp949"
    case "big5": "big5-hkscs"
    case "iso-8859-9": "windows-1254"
    case "iso-8859-11", "tis-620": "windows-874"
    case "iso-8859-8-i": "iso-8859-8"
    default: name
    }
  }

  /// Whether it takes several bytes for a character and is told by them.
  static func isWide(_ name: String) -> Bool {
    [
      "gb18030", "cp932", "cp949", "big5-hkscs", "euc-jp", "euc-tw", "iso-2022-jp", "iso-2022-kr", "utf-7",
      "hz-gb-2312",
    ]
    .contains(name)
  }

  /// Bytes in an encoding as UTF-8, by the converters that libxml2 knows, and whether all could be read: damaged bytes
  /// become U+FFFD. Nil where nobody knows the name, or so much is damaged that the name is wrong.
  static func utf8(_ bytes: [UInt8], from name: String) -> (bytes: [UInt8], isWhole: Bool)? {
    guard bytes.count < Int(Int32.max) / 8, let handler = xmlFindCharEncodingHandler(name) else { return nil }
    defer { xmlCharEncCloseFunc(handler) }
    guard let input = xmlBufferCreateSize(bytes.count + 1), let output = xmlBufferCreateSize(bytes.count * 2 + 64)
    else {
      return nil
    }
    defer {
      xmlBufferFree(input)
      xmlBufferFree(output)
    }
    _ = bytes.withUnsafeBufferPointer { xmlBufferAdd(input, $0.baseAddress, Int32($0.count)) }
    // Damage is told by what comes back; libxml2 would print it.
    xmlSetStructuredErrorFunc(nil) { _, _ in }
    defer { xmlSetStructuredErrorFunc(nil, nil) }
    var isWhole = true
    var damages = 0
    while xmlBufferLength(input) > 0 {
      let before = xmlBufferLength(input)
      _ = xmlCharEncInFunc(handler, output, input)
      if xmlBufferLength(input) == before {
        // What cannot be read: one byte is given up, and a file with many of them is in another encoding.
        isWhole = false
        damages += 1
        guard damages <= mostDamages else { return nil }
        xmlBufferShrink(input, 1)
        _ = [0xEF, 0xBF, 0xBD].withUnsafeBufferPointer { xmlBufferAdd(output, $0.baseAddress, 3) }
      }
    }
    let count = Int(xmlBufferLength(output))
    guard let content = xmlBufferContent(output) else { return nil }
    let text = String(decoding: UnsafeBufferPointer(start: content, count: count), as: UTF8.self)
    return (Array(text.utf8), isWhole)
  }

  /// More damaged places than this, and the declared encoding is not the one the file is in.
  private static let mostDamages = 64
}
