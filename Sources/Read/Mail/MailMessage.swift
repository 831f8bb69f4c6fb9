/// A mail and its parts (MIME, RFC 2045 to 2049), read as far as they go.
struct MailMessage {
  /// Parts within parts deeper than this are passed over.
  static let deepest = 12
  /// Parts in all.
  static let mostParts = 200

  /// A part that is a text.
  struct Text {
    /// UTF-8.
    var bytes: [UInt8]
    var isMarkup: Bool
  }

  let header: MailHeader
  /// The text that the mail is read for: HTML where the mail has it, plain text else; nil where it has neither.
  private(set) var text: Text?

  /// Reads a mail.
  init(_ bytes: [UInt8]) {
    var end = 0
    header = MailHeader(bytes[...], end: &end)
    var budget = MailMessage.mostParts
    text = MailMessage.text(header, bytes[end...], depth: 0, &budget)
  }

  /// Whether some bytes begin as a mail does: with fields of its head, the sender's and the date's among them.
  static func starts(_ bytes: [UInt8]) -> Bool {
    let first = bytes.prefix(64).prefix { $0 != 0x3A }
    guard first.count < 64, first.contains(0x2D) || first.count == 4, first.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else {
      return false
    }
    var end = 0
    let header = MailHeader(bytes.prefix(64 * 1024), end: &end)
    return header.raw("from") != nil && header.raw("date") != nil
      && (header.raw("mime-version") != nil || header.raw("message-id") != nil)
  }

  private static func text(
    _ header: MailHeader, _ body: ArraySlice<UInt8>, depth: Int, _ budget: inout Int
  ) -> Text? {
    guard depth < deepest, budget > 0 else { return nil }
    budget -= 1
    let kind = header.kind("content-type") ?? "text/plain"
    if kind.hasPrefix("multipart/") {
      guard let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty else {
        return plain(header, body, isMarkup: false)
      }
      var found: Text?
      for part in parts(body, boundary: Array(boundary.utf8)) {
        var end = part.startIndex
        let inner = MailHeader(part, end: &end)
        if inner.kind("content-disposition") == "attachment" { continue }
        guard let text = text(inner, part[end...], depth: depth + 1, &budget), !text.bytes.isEmpty else { continue }
        // Of alternatives HTML is the one to read; elsewhere the first text is the mail.
        if found == nil || (text.isMarkup && found?.isMarkup == false && kind != "multipart/mixed") { found = text }
      }
      return found
    }
    if kind == "message/rfc822" {
      var end = body.startIndex
      let inner = MailHeader(body, end: &end)
      return text(inner, body[end...], depth: depth + 1, &budget)
    }
    switch kind {
    case "text/html", "application/xhtml+xml": return plain(header, body, isMarkup: true)
    case "text/plain", "": return plain(header, body, isMarkup: false)
    default: return nil
    }
  }

  /// A part's body, its transfer encoding and charset undone.
  private static func plain(_ header: MailHeader, _ body: ArraySlice<UInt8>, isMarkup: Bool) -> Text {
    let decoded: [UInt8]
    switch header.kind("content-transfer-encoding") {
    case "base64": decoded = MailWords.base64(Array(body))
    case "quoted-printable": decoded = MailWords.quotedPrintable(Array(body))
    default: decoded = Array(body)
    }
    var charset = header.parameter("charset", of: "content-type")
    if charset == nil, isMarkup { charset = PageEncoding.declared(decoded) }
    var bytes = MailWords.text(decoded, charset: charset)
    if !isMarkup, header.parameter("format", of: "content-type")?.lowercased() == "flowed" {
      bytes = flowed(bytes, deletesSpace: header.parameter("delsp", of: "content-type")?.lowercased() == "yes")
    }
    return Text(bytes: bytes, isMarkup: isMarkup)
  }

  /// Lines that end with a space go on in the next (RFC 3676).
  private static func flowed(_ bytes: [UInt8], deletesSpace: Bool) -> [UInt8] {
    var out: [UInt8] = []
    for line in bytes.filter({ $0 != 0x0D }).split(separator: 0x0A, omittingEmptySubsequences: false) {
      // A space that begins a line is stuffing.
      out += line.first == 0x20 ? line.dropFirst() : line
      if out.last == 0x20, !line.elementsEqual("-- ".utf8), !line.isEmpty {
        if deletesSpace { out.removeLast() }
      } else {
        out.append(0x0A)
      }
    }
    return out
  }

  /// What stands between lines of "--boundary".
  private static func parts(_ body: ArraySlice<UInt8>, boundary: [UInt8]) -> [ArraySlice<UInt8>] {
    let mark = [0x2D, 0x2D] + boundary
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var at = body.startIndex
    while at < body.endIndex, parts.count < mostParts {
      let stop = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[at..<stop].starts(with: mark) {
        if let start, start < at { parts.append(body[start..<at]) }
        start = min(stop + 1, body.endIndex)
        if body[at..<stop].dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return parts }
      }
      at = min(stop + 1, body.endIndex)
    }
    // A mail that was cut off ends within its last part.
    if let start, start < body.endIndex, parts.count < mostParts { parts.append(body[start...]) }
    return parts
  }
}
