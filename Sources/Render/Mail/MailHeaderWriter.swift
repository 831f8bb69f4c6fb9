internal import Foundation

/// Writes the lines of a mail's head: words beyond ASCII as encoded words (RFC 2047), folded before 76 characters.
struct MailHeaderWriter {
  var bytes: [UInt8] = []
  private static let longest = 76  // characters of a line
  private static let longestWord = 64  // characters of an encoded word, so that the first fits behind a field's name

  /// Adds a line.
  mutating func line(_ text: String) {
    bytes += text.utf8
    bytes += [0x0D, 0x0A]
  }

  /// Adds a field of words.
  mutating func field(_ name: String, text: String) {
    fold(["\(name):"] + MailHeaderWriter.words(of: text))
  }

  /// Adds a field of an address with a name.
  mutating func field(_ name: String, name person: String, address: String) {
    let plain = person.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !person.isEmpty
    let quoted = person.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let words = plain && person.utf8.count < 60 ? ["\"\(quoted)\""] : MailHeaderWriter.encoded(person)
    fold(["\(name):"] + words + ["<\(address)>"])
  }

  /// Whether a text is an address of mail as it may stand in a head: one "@", letters of ASCII without marks of their
  /// own meaning (RFC 5322, 3.4.1: dot-atoms).
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.hasSuffix(".") }) else {
      return false
    }
    let marks = Set("!#$%&'*+-/=?^_`{|}~.".utf8)
    return parts.joined().utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || marks.contains(byte)
    }
  }

  private mutating func fold(_ words: [String]) {
    var width = 0
    for (at, word) in words.enumerated() {
      if at > 0 {
        let breaks = width + 1 + word.utf8.count > MailHeaderWriter.longest
        bytes += breaks ? [0x0D, 0x0A, 0x20] : [0x20]
        width = breaks ? 1 : width + 1
      }
      bytes += word.utf8
      width += word.utf8.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// The words of a text, encoded where they are beyond ASCII, too long, or look encoded.
  private static func words(of text: String) -> [String] {
    let words = text.split { $0.isWhitespace }.map(String.init)
    let isPlain = words.allSatisfy { word in
      word.utf8.count < longest - 20 && word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !word.contains("=?")
    }
    return isPlain ? words : encoded(words.joined(separator: " "))
  }

  /// A text as encoded words of Base64, each of whole characters.
  private static func encoded(_ text: String) -> [String] {
    let room = (longestWord - "=?utf-8?B??=".utf8.count) / 4 * 3  // bytes
    var chunks: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar == "\n" || scalar == "\r" ? " " : scalar).utf8)
      if chunks[chunks.count - 1].count + bytes.count > room { chunks.append([]) }
      chunks[chunks.count - 1] += bytes
    }
    return chunks.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }
  }
}
