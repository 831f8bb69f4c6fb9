internal import CCurl
internal import Foundation

/// An address of the web in its parts, read by the same code that connects to it, so that what was checked is what is
/// asked for.
package struct WebURL: Sendable, Hashable {
  /// Whole and normalized, with neither user nor fragment.
  package let text: String
  /// "http" or "https".
  package let scheme: String
  /// In lower case; an IPv6 address stands in brackets.
  package let host: String
  package let port: Int
  /// Path and query, as a server is asked for them.
  package let target: String
  /// "name:password" as it stood in the address. Never told, never kept.
  let user: String?

  /// An address, or nil where a text is none of http or https.
  ///
  /// - Parameter base: what a relative address counts from.
  package init?(_ text: String, base: WebURL? = nil) {
    guard text.utf8.count <= WebURL.longest, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
    var parts = ccurl_address()
    guard ccurl_address_read(base?.text, text, &parts) == 0 else { return nil }
    defer { ccurl_address_free(&parts) }
    guard let whole = parts.text, let scheme = parts.scheme, let host = parts.host, let port = parts.port,
      let target = parts.target, let number = Int(String(cString: port))
    else { return nil }
    self.scheme = String(cString: scheme)
    guard self.scheme == "http" || self.scheme == "https" else { return nil }
    self.text = String(cString: whole)
    self.host = String(cString: host)
    self.port = number
    self.target = String(cString: target)
    user = parts.user.map { String(cString: $0) }
    guard !self.host.isEmpty else { return nil }
  }

  /// Longer addresses are refused: servers take no more (RFC 9110, §4.1, asks for 8,000).
  static let longest = 8_000  // bytes

  /// Scheme, host and port: what robots.txt and reservations hold for.
  var origin: String { "\(scheme)://\(host):\(port)" }

  /// The address as it may be printed: values of queries that look like keys are left out, and users never stand in it.
  package var shown: String { WebURL.shown(text) }

  /// An address of a configuration as it may be printed.
  package static func shown(_ text: String) -> String {
    var out = text
    if let scheme = out.range(of: "://"),
      let at = out[scheme.upperBound...].prefix(while: { $0 != "/" }).lastIndex(of: "@")
    {
      out.removeSubrange(scheme.upperBound...at)
    }
    guard let mark = out.firstIndex(of: "?") else { return out }
    let pairs = out[out.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false).map { pair in
      let name = pair.prefix { $0 != "=" }
      let isSecret = secrets.contains { name.lowercased().contains($0) }
      return isSecret && name.count < pair.count ? "\(name)=…" : String(pair)
    }
    return out[...mark] + pairs.joined(separator: "&")
  }

  /// Parts of the names under which addresses carry what only their owner should know.
  private static let secrets = ["token", "key", "secret", "pass", "auth", "sign", "session", "credential"]
}
