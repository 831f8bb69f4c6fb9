internal import NewsModel

/// Addresses that lead to words of a page: `https://example.org/a#:~:text=first%20words,last%20words` (WICG, URL
/// Fragment Text Directives). Browsers that know them scroll there and mark the words; others open the page.
enum TextFragment {
  /// Words that are named whole; of more the first and the last ones are.
  private static let whole = 10, ends = 5

  /// The address of some words of a page; nil where there are none, or the address is not on the web.
  static func address(of words: Substring, at url: String?) -> String? {
    guard let url = LinkAddress.outside(url) else { return nil }
    var words = words
    let text: [UInt8]? = words.withUTF8 { bytes in
      let found = ranges(in: bytes)
      guard !found.isEmpty else { return nil }
      var out: [UInt8] = []
      append(found.count <= whole ? found[...] : found.prefix(ends), of: bytes, to: &out)
      if found.count > whole {
        out.append(0x2C)  // ","
        append(found.suffix(ends), of: bytes, to: &out)
      }
      return out
    }
    guard let text else { return nil }
    return url + (url.contains("#") ? "" : "#") + ":~:text=" + String(decoding: text, as: UTF8.self)
  }

  /// Where words stand between white space, in bytes.
  private static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      let blank = whiteSpace(bytes, at)
      guard blank > 0 else {
        at += 1
        continue
      }
      if start < at { found.append(start..<at) }
      at += blank
      start = at
    }
    if start < bytes.count { found.append(start..<bytes.count) }
    return found
  }

  /// How many bytes of white space (Unicode, `White_Space`) begin at a place; 0 where a letter or a mark does.
  private static func whiteSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    let byte = bytes[at]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : 0 }
    guard at + 1 < bytes.count else { return 0 }
    let second = bytes[at + 1]
    if byte == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard (0xE1...0xE3).contains(byte), at + 2 < bytes.count else { return 0 }
    switch (byte, second, bytes[at + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  /// Words with what stands for the blanks between them. All but letters and digits of ASCII are escaped: the hyphen,
  /// the comma and the ampersand mean something in a directive.
  private static func append(
    _ words: ArraySlice<Range<Int>>, of bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]
  ) {
    for (number, word) in words.enumerated() {
      if number > 0 { LinkAddress.append(escaped: 0x20, to: &out) }
      for byte in bytes[word] {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F: out.append(byte)
        default: LinkAddress.append(escaped: byte, to: &out)
        }
      }
    }
  }
}
