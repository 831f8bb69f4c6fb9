internal import NewsModel

/// The words of a file, whatever encoding it was saved in.
///
/// UTF-8 (with or without a byte order mark) and UTF-16 by its mark are read as they are. Bytes that are neither are
/// Windows-1252, as web pages and the WHATWG Encoding Standard hold it; a file that is UTF-8 but for a few damaged
/// bytes stays UTF-8. Lines of JSON are decoded one by one, since files of them are put together from many.
struct TextDecoding {
  /// UTF-8, not yet cleared of control characters.
  var bytes: [UInt8]
  /// What was mended to get there, in words; nil where nothing had to be.
  var mended: String?
  /// Whether they were Windows-1252.
  private(set) var isWestern = false

  /// Of the runs of bytes above ASCII, how many have to be UTF-8 for a damaged file to count as UTF-8. Text in
  /// Windows-1252 has next to none by chance.
  static let shareOfDamagedUTF8 = 0.5
  /// How far into a file a NUL is looked for: text has none, and programs and pictures have one at once.
  static let bytesProbedForNUL = 64 * 1024

  /// The words of a file, or nil where it is not text.
  ///
  /// - Parameter byLine: bytes of one each are left as they are, for `mended(line:)`.
  init?(_ file: [UInt8], byLine: Bool = false) {
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      let (units, isWhole) = TextDecoding.utf16(file)
      bytes = Array(String(decoding: units, as: UTF16.self).utf8)
      mended = isWhole ? nil : "UTF-16 that ends within a character"
      return
    }
    guard !file.prefix(TextDecoding.bytesProbedForNUL).contains(0) else { return nil }
    let body = file.starts(with: TextDecoding.mark) ? Array(file.dropFirst(TextDecoding.mark.count)) : file
    if byLine { bytes = body } else { self = TextDecoding(narrow: body) }
  }

  /// A line of a file in which another encoding has to be read, or a byte order mark to be left out; nil for a line that
  /// is UTF-8 as it stands.
  static func mended(line: [UInt8]) -> TextDecoding? {
    let body = line.starts(with: mark) ? Array(line.dropFirst(mark.count)) : line
    let decoded = TextDecoding(narrow: body)
    return body.count < line.count || decoded.mended != nil ? decoded : nil
  }

  /// The byte order mark in UTF-8.
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// UTF-8 or Windows-1252, without a mark.
  private init(narrow body: [UInt8]) {
    if String(validating: body, as: UTF8.self) != nil {
      bytes = body
      return
    }
    let share = TextDecoding.shareOfUTF8(body)
    if share >= TextDecoding.shareOfDamagedUTF8 {
      bytes = Array(String(decoding: body, as: UTF8.self).utf8)
      mended = "damaged UTF-8: what could not be read is shown as \u{FFFD}"
    } else {
      bytes = Windows1252.utf8(body)
      isWestern = true
      mended = "read as Windows-1252"
    }
  }

  private static func utf16(_ file: [UInt8]) -> (units: [UInt16], isWhole: Bool) {
    let isLittle = file[0] == 0xFF
    var units: [UInt16] = []
    units.reserveCapacity(file.count / 2)
    var at = 2
    while at + 1 < file.count {
      let (low, high) = isLittle ? (file[at], file[at + 1]) : (file[at + 1], file[at])
      units.append(UInt16(high) << 8 | UInt16(low))
      at += 2
    }
    return (units, at == file.count)
  }

  /// Of the characters above ASCII, the share that is well-formed UTF-8; a stray byte counts as one character.
  private static func shareOfUTF8(_ bytes: [UInt8]) -> Double {
    var formed = 0
    var stray = 0
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        continue
      }
      let length = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1
      let end = min(at + length, bytes.count)
      let isFormed = length > 1 && at + length <= bytes.count && bytes[(at + 1)..<end].allSatisfy { $0 & 0xC0 == 0x80 }
      if isFormed { formed += 1 } else { stray += 1 }
      at += isFormed ? length : 1
    }
    return formed + stray == 0 ? 0 : Double(formed) / Double(formed + stray)
  }
}

/// The Windows code page 1252, a superset of ISO 8859-1 (WHATWG Encoding Standard, index windows-1252).
enum Windows1252 {
  /// The same text as UTF-8. Every byte is a character; the five that the code page leaves open are control characters.
  static func utf8(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
        continue
      }
      let scalar = byte < 0xA0 ? upper[Int(byte - 0x80)] : UInt16(byte)
      if scalar < 0x800 {
        out.append(0xC0 | UInt8(scalar >> 6))
      } else {
        out.append(0xE0 | UInt8(scalar >> 12))
        out.append(0x80 | UInt8((scalar >> 6) & 0x3F))
      }
      out.append(0x80 | UInt8(scalar & 0x3F))
    }
    return out
  }

  /// What stands at 0x80 to 0x9F.
  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]
}
