/// Addresses as feeds write them, made absolute (RFC 3986, §5.2).
///
/// White space around and within is a slip and goes; letters outside ASCII stay (RFC 3987), and spaces become "%20".
enum FeedAddress {
  /// Longer ones are no addresses.
  static let longest = 8192  // bytes

  /// An address as written, cleared of slips; nil where nothing is left.
  static func cleared(_ text: String?) -> String? {
    guard let text, text.utf8.count <= longest else { return nil }
    let trimmed = TextHygiene.cleared(text).drop { $0.isWhitespace }
    let lines = trimmed.split { $0 == "\n" || $0 == "\t" }
    var joined = lines.joined()[...]
    while joined.last == " " { joined.removeLast() }
    return joined.isEmpty ? nil : String(joined).replacing(" ", with: "%20")
  }

  /// An address seen from a base; as it is where it is absolute or there is no base.
  static func resolved(_ text: String?, against base: String?) -> String? {
    guard let reference = cleared(text) else { return nil }
    guard scheme(of: reference) == nil, let base = cleared(base), let scheme = scheme(of: base) else {
      return reference
    }
    let parts = Parts(base.dropFirst(scheme.utf8.count + 1))
    let own = Parts(reference[...])
    var result = own
    if own.authority == nil {
      result.authority = parts.authority
      if own.path.isEmpty {
        result.path = parts.path
        result.query = own.query ?? parts.query
      } else if !own.path.hasPrefix("/") {
        let folder = parts.path.lastIndex(of: "/").map { parts.path[...$0] } ?? (parts.authority == nil ? "" : "/")
        result.path = String(folder) + own.path
      }
    }
    result.path = withoutDots(result.path)
    return "\(scheme):\(result.text)"
  }

  /// The scheme of an absolute address.
  static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: 0x3A), let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20)
    else { return nil }
    let scheme = text.utf8[..<colon]
    let isScheme = scheme.allSatisfy {
      (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
    return isScheme ? String(text[..<colon]) : nil
  }

  /// What follows a scheme.
  private struct Parts {
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    init(_ text: Substring) {
      var rest = text
      if let mark = rest.firstIndex(of: "#") {
        fragment = String(rest[rest.index(after: mark)...])
        rest = rest[..<mark]
      }
      if let mark = rest.firstIndex(of: "?") {
        query = String(rest[rest.index(after: mark)...])
        rest = rest[..<mark]
      }
      if rest.hasPrefix("//") {
        rest = rest.dropFirst(2)
        let end = rest.firstIndex(of: "/") ?? rest.endIndex
        authority = String(rest[..<end])
        rest = rest[end...]
      }
      path = String(rest)
    }

    var text: String {
      (authority.map { "//\($0)" } ?? "") + path + (query.map { "?\($0)" } ?? "") + (fragment.map { "#\($0)" } ?? "")
    }
  }

  /// A path without "." and ".." (§5.2.4).
  private static func withoutDots(_ path: String) -> String {
    guard path.contains(".") else { return path }
    var out: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { out.append("") }
      case "..":
        if out.count > 1 || (out.count == 1 && out[0] != "") { out.removeLast() }
        if isLast { out.append("") }
      default: out.append(segment)
      }
    }
    return out.joined(separator: "/")
  }
}
