internal import CCLD2

/// Finds the language of a text by the Compact Language Detector 2 (Sites 2013), as built into Debian.
package enum LanguageDetector {
  /// How much of a text is looked at; more changes the answer for no press article that was tried.
  static let bytesLookedAt = 2_000

  /// The BCP 47 code of the language of plain text, or nil where the detector is not sure.
  package static func language(of text: String) -> String? {
    var start = Array(text.utf8.prefix(bytesLookedAt))
    // A code point cut in two would count as garbage.
    while let last = start.last, last & 0xC0 == 0x80 { start.removeLast() }
    if let last = start.last, last >= 0xC0 { start.removeLast() }
    guard !start.isEmpty else { return nil }
    var code = [CChar](repeating: 0, count: 16)
    let sure = start.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        ccld2_language($0.baseAddress, Int32($0.count), &code, Int32(code.count))
      }
    }
    guard sure else { return nil }
    return String(decoding: code.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
