internal import NewsModel

/// Addresses that lead to words of a page: `https://example.org/a#:~:text=first%20words,last%20words` (WICG, URL
/// Fragment Text Directives). Browsers that know them scroll there and mark the words; others open the page.
enum TextFragment {
  /// Words that are named whole; of more the first and the last ones are.
  private static let whole = 10, ends = 5

  /// The address of some words of a page; nil where there are none, or the address is not on the web.
  static func address(of words: Substring, at url: String?) -> String? {
    guard let url = LinkAddress.outside(url) else { return nil }
    let list = words.split(whereSeparator: \.isWhitespace)
    guard !list.isEmpty else { return nil }
    func part(_ words: ArraySlice<Substring>) -> String { words.map(encoded).joined(separator: "%20") }
    let text =
      list.count <= whole ? part(list[...]) : part(list.prefix(ends)) + "," + part(list.suffix(ends))
    return url + (url.contains("#") ? "" : "#") + ":~:text=" + text
  }

  /// All but letters and digits of ASCII: the hyphen, the comma and the ampersand mean something in a directive.
  private static func encoded(_ word: Substring) -> String {
    var out = ""
    for byte in word.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F: out.unicodeScalars.append(Unicode.Scalar(byte))
      default: out += LinkAddress.escaped(byte)
      }
    }
    return out
  }
}
