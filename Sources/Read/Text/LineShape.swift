internal import NewsModel
internal import Prose

/// What a line looks like, whatever its words.
enum LineShape {
  /// A part of a row of tags or of a path of sections has at most this many words.
  static let longestTag = 5
  /// A row of tags has at least this many parts.
  static let fewestTags = 3

  /// "A | B | C", "Home > World > Europe", "#peace #talks": a row of labels.
  static func isRowOfLabels(_ bytes: ArraySlice<UInt8>) -> Bool {
    var parts = 0
    var words = 0
    var inWord = false
    var hashtags = 0
    var allWords = 0
    var previous: UInt8 = 0x20
    for byte in bytes {
      // | > » › · •, by their last bytes.
      let isBar =
        byte == 0x7C || byte == 0x3E || (byte == 0xB7 && previous == 0xC2) || (byte == 0xBB && previous == 0xC2)
        || (previous == 0x80 && (byte == 0xBA || byte == 0xA2))
      if isBar {
        if words > longestTag { return false }
        if words > 0 { parts += 1 }
        (words, inWord) = (0, false)
      } else if byte <= 0x20 {
        inWord = false
      } else if byte != 0xC2, byte != 0xE2, byte != 0x80, !inWord {
        inWord = true
        words += 1
        allWords += 1
        if byte == 0x23 { hashtags += 1 }
      }
      previous = byte
    }
    if words > 0 { parts += 1 }
    if hashtags >= 2, hashtags == allWords { return true }
    return words <= longestTag && parts >= fewestTags
  }

  /// A part of a row that spaces alone part has at most this many words.
  static let longestSpacedLabel = 3

  /// "Home   World   Business": labels with capitals, parted by tabs or runs of spaces.
  static func isSpacedRow(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\t", with: "  ").replacing("\u{A0}", with: " ")
    let parts = text.split(separator: "  ").map { $0.split(separator: " ") }.filter { !$0.isEmpty }
    return parts.count >= fewestTags
      && parts.allSatisfy { $0.count <= longestSpacedLabel && ($0[0].first?.isUppercase ?? false) }
  }

  /// Groups of an agency's sign-off have so many letters.
  static let signOffLetters = 2...4
  /// A sign-off has so many groups.
  static let signOffGroups = 2...5

  /// "abc/de/fgh", "bur-abc/de": small letters that stand for those who wrote and edited an agency's report.
  static func isSignOff(_ bytes: ArraySlice<UInt8>) -> Bool {
    let groups = bytes.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard signOffGroups.contains(groups.count) else { return false }
    return groups.flatMap { $0.split(separator: 0x2D, omittingEmptySubsequences: false) }.allSatisfy { group in
      signOffLetters.contains(group.count) && group.allSatisfy { (0x61...0x7A).contains($0) }
    }
  }

  /// "- three", "• three", "3. three": an item of a list.
  static func isListItem(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return false }
    let rest = bytes.dropFirst()
    if first == 0x2D || first == 0x2A || first == 0x2B { return rest.first == 0x20 }
    if first == 0xE2 { return bytes.starts(with: [0xE2, 0x80, 0xA2]) || bytes.starts(with: [0xE2, 0x80, 0x93]) }
    let digits = bytes.prefix { (0x30...0x39).contains($0) }
    guard (1...2).contains(digits.count), let mark = bytes.dropFirst(digits.count).first else { return false }
    return mark == 0x2E || mark == 0x29
  }

  /// An address and nothing else.
  static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    (bytes.starts(with: Array("http://".utf8)) || bytes.starts(with: Array("https://".utf8))) && !bytes.contains(0x20)
  }
}
