internal import Mustache

/// Text as it may stand in HTML or XML.
struct HTMLEscaping: MustacheContentType {
  /// The same, as Mustache asks for it.
  func escapeText(_ text: String) -> String { HTMLEscaping.text(text) }

  /// Text between tags or inside a double-quoted attribute; control characters XML forbids become U+FFFD.
  static func text(_ text: String) -> String {
    var bytes = Array(text.utf8)
    MarkdownEscaping.neutralize(&bytes)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 16)
    for byte in bytes {
      switch byte {
      case 0x26: out += Array("&amp;".utf8)
      case 0x3C: out += Array("&lt;".utf8)
      case 0x3E: out += Array("&gt;".utf8)
      case 0x22: out += Array("&quot;".utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Addresses that may become links.
enum LinkAddress {
  private static let schemes = ["http", "https", "mailto"]
  /// Characters of RFC 3986 that may stand in a destination between parentheses and in an attribute as they are.
  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&*+,;=%".utf8)

  /// Whether a link of a page may lead there: within the site, or http, https, mailto.
  static func isAllowed(_ address: String) -> Bool {
    guard let colon = address.firstIndex(of: ":") else { return !address.hasPrefix("//") }
    let before = address[..<colon]
    if before.contains(where: { $0 == "/" || $0 == "?" || $0 == "#" }) { return !address.hasPrefix("//") }
    return schemes.contains(before.lowercased())
  }

  /// An address from outside as a link's destination, or nil where it is not http or https.
  static func outside(_ address: String?) -> String? {
    guard let address, !address.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    var out = ""
    for byte in address.utf8 {
      if plain.contains(byte) {
        out.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
