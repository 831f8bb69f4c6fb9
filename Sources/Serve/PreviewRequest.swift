internal import Foundation

/// What a browser asks for.
struct PreviewRequest: Equatable {
  /// Whether the head of the answer is enough.
  var isHead: Bool
  /// The names of folders and file, decoded; empty at its end where the path ends with a slash.
  var path: [String]
  /// What stands behind "?".
  var query: String
  /// The host that the browser named, without its port; nil where it named none.
  var host: String?

  /// Reads the lines of a request before its empty line; nil where they are none of GET or HEAD.
  init?(head: String) {
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines.first?.split(separator: " ") ?? []
    guard words.count == 3, words[0] == "GET" || words[0] == "HEAD", words[2].hasPrefix("HTTP/1."),
      words[1].hasPrefix("/")
    else { return nil }
    isHead = words[0] == "HEAD"
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    query = parts.count > 1 ? String(parts[1]) : ""
    path = []
    for name in parts[0].dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      // What leads out of the site, or hides a slash, is no name of a file.
      guard let decoded = String(name).removingPercentEncoding, decoded != "..", decoded != ".",
        !decoded.contains("/"), !decoded.contains("\0")
      else { return nil }
      path.append(decoded)
    }
    guard path.dropLast().allSatisfy({ !$0.isEmpty }) else { return nil }
    let field = lines.dropFirst().first { $0.lowercased().hasPrefix("host:") }
    host = field.map { PreviewRequest.withoutPort($0.dropFirst(5).trimmingCharacters(in: .whitespaces)) }
  }

  private static func withoutPort(_ host: String) -> String {
    guard let colon = host.lastIndex(of: ":"), !host[colon...].contains("]") else { return host.lowercased() }
    return host[..<colon].lowercased()
  }
}

/// What a browser gets.
struct PreviewAnswer {
  var status: Int
  var type = "text/plain; charset=utf-8"
  var body: [UInt8]
  /// Where else to look, as a path.
  var location: String?
  var isHead = false

  /// An answer of bytes.
  init(status: Int, type: String, body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  /// An answer of words.
  init(status: Int, text: String) {
    self.status = status
    body = Array((text + "\n").utf8)
  }

  /// All of it, as it goes to the browser.
  var bytes: [UInt8] {
    let reasons = [200: "OK", 301: "Moved Permanently", 400: "Bad Request", 403: "Forbidden", 404: "Not Found"]
    var head = "HTTP/1.1 \(status) \(reasons[status] ?? "Error")\r\nContent-Type: \(type)\r\n"
    head += "Content-Length: \(body.count)\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
    if let location { head += "Location: \(location)\r\n" }
    return Array((head + "Connection: close\r\n\r\n").utf8) + (isHead ? [] : body)
  }
}
