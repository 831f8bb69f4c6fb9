internal import Foundation

/// Folds words for the search as `templates/search.js` folds what a reader types; a test holds both to the same cases.
///
/// Small letters, then compatibility decomposition (UAX #15, NFKD), small letters again, without diacritics of Latin,
/// Greek, Cyrillic, Hebrew and Arabic; ligatures and letters with a stroke as their plain letters. A word is a run of
/// letters, numbers and marks (general categories L, N, M); each ideograph and kana is a word, since no space parts them.
/// A single Latin letter beside an apostrophe is an elision ("l'", "'s") and no word.
final class SearchFolding {
  /// Folded forms of scalars met: where they begin in `pool`, and how long they are; `unknown` where not met yet.
  private var forms: [UInt32]
  private var others: [UInt32: UInt32] = [:]
  private var pool: [UInt8] = []
  private static let unknown = UInt32.max
  private static let direct = 0x500  // Latin, Greek and Cyrillic are looked up without a hash
  private static let lengthBits: UInt32 = 8
  /// What parts words, in the pool.
  private static let gap: UInt8 = 0x20

  /// Letters that no decomposition takes apart.
  private static let plain: [Unicode.Scalar: String] = [
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ", "ħ": "h",
    "ŧ": "t", "\u{2BC}": "'",
  ]

  init() { forms = Array(repeating: SearchFolding.unknown, count: SearchFolding.direct) }

  /// The words of some text, one after another, folded, in `out`; each is a range there.
  ///
  /// - Parameter text: UTF-8; broken bytes part words.
  func words(of text: UnsafeBufferPointer<UInt8>, out: inout [UInt8], ranges: inout [Range<Int>]) {
    out.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    var state = Run()
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte < 0x80 {
        at += 1
        let folded = SearchFolding.ascii(byte)
        if folded != 0 {
          out.append(folded)
        } else {
          state.end(&out, &ranges, isApostrophe: byte == 0x27)
        }
        continue
      }
      let (scalar, length) = SearchFolding.scalar(text, at)
      at += length
      let form = form(of: scalar)
      if form == 0 { continue }
      let start = Int(form >> SearchFolding.lengthBits)
      for place in start..<(start + Int(form & 0xFF)) {
        let byte = pool[place]
        if byte == SearchFolding.gap || byte == 0x27 {
          state.end(&out, &ranges, isApostrophe: byte == 0x27)
        } else {
          out.append(byte)
        }
      }
    }
    state.end(&out, &ranges, isApostrophe: false)
  }

  /// The words of a text.
  func words(of text: String) -> [String] {
    var out: [UInt8] = []
    var ranges: [Range<Int>] = []
    var text = text
    text.withUTF8 { words(of: $0, out: &out, ranges: &ranges) }
    return ranges.map { String(decoding: out[$0], as: UTF8.self) }
  }

  /// Where the word begins that is being read, and whether an apostrophe stands before it.
  private struct Run {
    var start = 0
    var isAfterApostrophe = false

    mutating func end(_ out: inout [UInt8], _ ranges: inout [Range<Int>], isApostrophe: Bool) {
      let length = out.count - start
      let isLetter = length == 1 && out[start] >= 0x61 && out[start] <= 0x7A
      if length > 0, !(isLetter && (isAfterApostrophe || isApostrophe)) { ranges.append(start..<out.count) }
      start = out.count
      isAfterApostrophe = isApostrophe
    }
  }

  /// The folded letter or digit; 0 for what parts words.
  @inline(__always)
  private static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x61...0x7A, 0x30...0x39: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }

  /// The scalar that starts at a place, with its bytes; a space where the bytes are broken.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = UInt32(text[at])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    guard length > 1, at + length <= text.count else { return (0x20, 1) }
    var value = first & (0x7F >> UInt32(length))
    for next in (at + 1)..<(at + length) {
      guard text[next] & 0xC0 == 0x80 else { return (0x20, 1) }
      value = value << 6 | UInt32(text[next] & 0x3F)
    }
    return (value, length)
  }

  @inline(__always)
  private func form(of scalar: UInt32) -> UInt32 {
    if scalar < SearchFolding.direct {
      let known = forms[Int(scalar)]
      if known != SearchFolding.unknown { return known }
    } else if let known = others[scalar] {
      return known
    }
    return learn(scalar)
  }

  private func learn(_ value: UInt32) -> UInt32 {
    var folded: [UInt8] = []
    if let scalar = Unicode.Scalar(value) { SearchFolding.fold(scalar, into: &folded) }
    let form = folded.isEmpty ? 0 : UInt32(pool.count) << SearchFolding.lengthBits | UInt32(min(folded.count, 255))
    pool += folded.prefix(255)
    if value < SearchFolding.direct { forms[Int(value)] = form } else { others[value] = form }
    return form
  }

  private static func fold(_ scalar: Unicode.Scalar, into out: inout [UInt8]) {
    let small = String(String.UnicodeScalarView([scalar])).lowercased()
    for scalar in small.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if isDiacritic(scalar) { continue }
      if let text = plain[scalar] {
        out.append(contentsOf: text.utf8)
      } else if scalar == "'" || scalar == "\u{2018}" || scalar == "\u{2019}" {
        out.append(0x27)
      } else if !isPartOfWord(scalar) {
        out.append(gap)
      } else if isIdeograph(scalar) {
        out.append(gap)
        out.append(contentsOf: Array(String(scalar).utf8))
        out.append(gap)
      } else {
        out.append(contentsOf: Array(String(scalar).utf8))
      }
    }
  }

  private static func isDiacritic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670: true
    default: false
    }
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
