/// The one form of an address of the web under which an article is known, whatever way led to it.
///
/// Case of scheme and host, a port that is the scheme's own, a fragment, and parameters that only say where a reader came
/// from make no other page (RFC 3986, §6.2; what they are called is known from the tools that set them). All else of a
/// query may name the page, and stays in its order.
package enum CanonicalAddress {
  /// The canonical form; a text that is no address stays as it is.
  package static func of(_ address: String) -> String {
    let name = address.prefix { $0 != ":" }
    guard address.dropFirst(name.count).hasPrefix("://") else { return address }
    let scheme = name.lowercased()
    let rest = address.dropFirst(name.count + 3).prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    var host = authority.lowercased()
    for (name, port) in [("http", ":80"), ("https", ":443")] where scheme == name && host.hasSuffix(port) {
      host.removeLast(port.count)
    }
    let tail = rest.dropFirst(authority.count)
    guard let mark = tail.firstIndex(of: "?") else { return "\(scheme)://\(host)\(tail)" }
    let kept = tail[tail.index(after: mark)...].split(separator: "&").filter { !isTracking($0) }
    let query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
    return "\(scheme)://\(host)\(tail[..<mark])\(query)"
  }

  /// Whether a parameter only says where a reader came from.
  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }

  /// Urchin, Matomo, Piwik, AT Internet and HubSpot.
  private static let prefixes = ["utm_", "mtm_", "pk_", "at_", "hsa_"]

  /// Of advertisers, networks and mailing lists, and of the measuring of audiences.
  private static let names: Set<String> = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid",
    "mc_cid",
    "mc_eid", "_ga", "_gl", "xtor", "wt_mc", "cmpid", "ref_src", "ref_url", "_hsenc", "_hsmi", "oly_anon_id",
    "oly_enc_id", "vero_id", "mkt_tok", "__twitter_impression", "ns_campaign", "ns_mchannel", "ns_source",
    "ns_linkname",
  ]
}
