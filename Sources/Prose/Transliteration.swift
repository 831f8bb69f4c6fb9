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
