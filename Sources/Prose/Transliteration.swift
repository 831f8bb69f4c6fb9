internal import CICU

/// Romanization of any script by the transforms of the system's ICU.
package enum Transliteration {
  /// Folded Latin letters and digits, with hyphens between words; empty where no letter has a Latin form.
  package static func slug(_ name: String) -> String {
    let words = Fold.folded(latin(name)).utf8.split {
      !((0x61...0x7A).contains($0) || (0x30...0x39).contains($0))
    }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }

  /// Latin letters without diacritics: "Залужний" gives "Zaluznij". The text itself where ICU has no transform.
  package static func latin(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    if let bare = withoutUsualMarks(text) { return bare }
    return transformed(text)
  }

  /// ASCII with letters of U+00C0 to U+00FF that are a plain letter and a mark, without the marks, as ICU's Latin-ASCII
  /// gives it; nil for any other text.
  private static func withoutUsualMarks(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count)
      var at = 0
      while at < bytes.count {
        if bytes[at] < 0x80 {
          out.append(bytes[at])
          at += 1
          continue
        }
        guard bytes[at] == 0xC3, at + 1 < bytes.count, case let bare = bareLetters[Int(bytes[at + 1] & 0x3F)], bare > 0
        else { return nil }
        out.append(bare)
        at += 2
      }
      return String(decoding: out, as: UTF8.self)
    }
  }

  /// The letters under the marks of U+00C0 to U+00FF; 0 for what is more than a letter with a mark, or no letter.
  private static let bareLetters: [UInt8] = Array(
    "AAAAAA.CEEEEIIII.NOOOOO..UUUUY..aaaaaa.ceeeeiiii.nooooo..uuuuy.y".utf8
  ).map { $0 == UInt8(ascii: ".") ? 0 : $0 }

  /// The same by ICU.
  static func transformed(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let capacity = bytes.count * 8 + 64
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { out in
      let length = bytes.withUnsafeBufferPointer { input in
        input.withMemoryRebound(to: CChar.self) {
          cicu_transliterate(
            "Any-Latin; Latin-ASCII", $0.baseAddress, Int32(bytes.count), out.baseAddress, Int32(capacity))
        }
      }
      guard length >= 0 else { return text }
      return String(decoding: out.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
