internal import NewsModel

/// Text as it may stand in HTML or XML.
enum HTMLEscaping {
  /// Text between tags or inside a double-quoted attribute; control characters XML forbids become U+FFFD.
  static func text(_ text: String) -> String {
    var out: [UInt8] = []
    var text = text
    text.withUTF8 { append($0, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends text, given as UTF-8, in the same form.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    Neutral.with(text) { appendPlain($0, to: &out) }
  }

  private static func appendPlain(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var from = 0
    for at in text.indices {
      let reference: StaticString
      switch text[at] {
      case 0x26: reference = "&amp;"
      case 0x3C: reference = "&lt;"
      case 0x3E: reference = "&gt;"
      case 0x22: reference = "&quot;"
      default: continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[from..<at]))
      out.append(contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      from = at + 1
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[from...]))
  }
}

/// Addresses that may become links.
enum LinkAddress {
  private static let schemes: [StaticString] = ["http", "https", "mailto"]
  /// Characters of RFC 3986 that may stand in a destination between parentheses and in an attribute as they are.
  private static let plain: [Bool] = {
    let characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&*+,;=%"
    var plain = [Bool](repeating: false, count: 256)
    for byte in characters.utf8 { plain[Int(byte)] = true }
    return plain
  }()

  /// Whether a link of a page may lead to an address, given as UTF-8: within the site, or http, https, mailto.
  static func isAllowed(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    // A scheme ends with the first colon before any part of a path.
    let end = address.firstIndex { $0 == 0x3A || $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }
    guard let end, address[end] == 0x3A else { return !address.starts(with: "//".utf8) }
    // Of letters in ASCII this bit tells the case.
    return schemes.contains { scheme in
      let scheme = UnsafeBufferPointer(start: scheme.utf8Start, count: scheme.utf8CodeUnitCount)
      return scheme.elementsEqual(address[..<end].lazy.map { $0 | 0x20 })
    }
  }

  /// An address from outside as a link's destination, or nil where it is not http or https.
  static func outside(_ address: String?) -> String? {
    guard let address, !address.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { return nil }
    let plain = plain
    guard address.utf8.contains(where: { !plain[Int($0)] }) else { return address }
    var out: [UInt8] = []
    for byte in address.utf8 { if plain[Int(byte)] { out.append(byte) } else { append(escaped: byte, to: &out) } }
    return String(decoding: out, as: UTF8.self)
  }

  /// Adds a byte that may not stand as it is: "%0A" (RFC 3986, 2.1).
  static func append(escaped byte: UInt8, to out: inout [UInt8]) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
    out += [0x25, digit(byte >> 4), digit(byte & 15)]
  }
}

extension SiteSettings {
  /// Where the site will be published, as links write it; nil where that is not known.
  var address: String? { LinkAddress.outside(baseURL) }
}
