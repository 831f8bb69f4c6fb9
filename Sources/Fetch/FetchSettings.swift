/// How fetching behaves; what a test or a configuration may set.
package struct FetchSettings: Sendable, Equatable {
  /// Who asks, as the User-Agent says it.
  package var agent = "daybrief"
  /// Whether entries whose text is cut are followed to their page.
  package var followsPages = true
  /// Hosts that may be at addresses which are not public, such as "localhost".
  package var allowedHosts: Set<String> = []
  /// A proxy to go through; nil for none. It is the operator's own, so its address may be a private one.
  package var proxy: String?
  /// Seconds between two requests to one host.
  package var pause = 1.0
  /// Hosts that are asked at a time.
  package var hostsAtOnce = 8
  /// Seconds for a connection, and for one request as a whole.
  package var connectTimeout = 10.0
  package var timeout = 30.0
  /// An answer that comes slower than so many bytes a second for so many seconds is given up.
  package var lowSpeed = 200
  package var lowSpeedTime = 15
  /// Seconds for all of a run.
  package var longest = 600.0
  /// Bytes of one answer, as it comes and as it is once decompressed.
  package var largestTransfer = 8 << 20
  package var largestAnswer = 32 << 20
  /// Redirects followed from one address (RFC 9110, §15.4, asks to detect loops; browsers follow some 20).
  package var mostRedirects = 10
  /// Pages of entries that one feed leads to in a run.
  package var mostPages = 40

  /// What holds where nothing is set.
  package init() {}

  /// The name that robots.txt files may call this program by (RFC 9309, §2.2.1).
  package static let product = "daybrief"

  /// A User-Agent that says who asks and how to reach them.
  ///
  /// - Parameter contact: an e-mail or web address; control characters and brackets in it are left out.
  package static func agent(version: String, contact: String?) -> String {
    let clean = (contact ?? "").unicodeScalars.filter {
      $0.value > 0x20 && $0.value < 0x7F && !"()<>\"\\".unicodeScalars.contains($0)
    }
    let words = String(String.UnicodeScalarView(clean))
    let reach = words.isEmpty ? "" : words.contains("://") ? "; +\(words)" : "; \(words)"
    return "\(product)/\(version) (feed reader of a press review\(reach))"
  }
}
