/// What an answer itself says of how it may be used: `tdm-reservation` and `X-Robots-Tag` in its header, and the same in
/// the meta elements of a page.
package struct UsageTerms: Sendable, Equatable {
  /// What an answer is.
  package enum Kind: Sendable { case feed, page }

  /// Whether its text is reserved against mining; nil where nothing is said.
  package private(set) var isReserved: Bool?
  /// Directives for programs, in lower case.
  package private(set) var directives: Set<String> = []

  /// What the header of an answer, and the page itself, say; the page, which is nearer to its text, has the last word.
  package init(header: HeaderFields, page: [UInt8]? = nil) {
    if let value = header["tdm-reservation"] { isReserved = value == "1" }
    for value in header.all("x-robots-tag") { take(header: value) }
    for meta in page.map(MetaTags.all) ?? [] {
      switch meta.name {
      case "tdm-reservation": isReserved = meta.content == "1"
      case "robots", FetchSettings.product: take(list: meta.content)
      default: break
      }
    }
  }

  /// Whether a program such as this may not use the answer.
  ///
  /// `noindex` of a feed says that searches should not show the feed's own address, which publishing systems set for
  /// every feed; of a page it says that its words are not to be taken into an index.
  package func forbid(_ kind: Kind) -> Bool {
    if isReserved == true || !directives.isDisjoint(with: ["noai", "noml"]) { return true }
    return kind == .page && !directives.isDisjoint(with: ["noindex", "none"])
  }

  /// A value may begin with the name of the program that it is for.
  private mutating func take(header value: String) {
    if let colon = value.firstIndex(of: ":") {
      let name = value[..<colon].filter { !$0.isWhitespace }.lowercased()
      let isDirective = name.contains(",") || UsageTerms.valued.contains(name)
      if !isDirective {
        if name == FetchSettings.product { take(list: String(value[value.index(after: colon)...])) }
        return
      }
    }
    take(list: value)
  }

  /// Directives that have a value behind a colon.
  private static let valued: Set<String> = [
    "unavailable_after", "max-snippet", "max-image-preview", "max-video-preview",
  ]

  private mutating func take(list: String) {
    for word in list.split(separator: ",") { directives.insert(word.filter { !$0.isWhitespace }.lowercased()) }
  }
}

/// The `<meta>` elements of a page's head.
enum MetaTags {
  /// They stand in the first bytes.
  static let bytesSearched = 256 << 10

  /// Name (or `http-equiv`) and content of each, the name in lower case.
  static func all(in page: [UInt8]) -> [(name: String, content: String)] {
    var found: [(name: String, content: String)] = []
    let head = page.prefix(bytesSearched)
    let tag = Array("<meta".utf8)
    var at = 0
    while let start = head[at...].firstIndex(of: 0x3C) {
      at = start + 1
      guard start + 5 < head.count, (0..<5).allSatisfy({ lower(head[start + $0]) == tag[$0] }), head[start + 5] <= 0x20
      else { continue }
      let (fields, end) = attributes(head, from: start + 5)
      at = end
      if let name = fields["name"] ?? fields["http-equiv"], let content = fields["content"] {
        found.append((name.lowercased(), content))
      }
    }
    return found
  }

  /// The attributes of a tag up to its end, and where that is.
  private static func attributes(_ bytes: ArraySlice<UInt8>, from start: Int) -> ([String: String], Int) {
    var fields: [String: String] = [:]
    var at = start
    while at < bytes.count {
      while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == 0x2F { at += 1 }
      guard at < bytes.count, bytes[at] != 0x3E else { return (fields, min(at + 1, bytes.count)) }
      let nameStart = at
      while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3D, bytes[at] != 0x3E, bytes[at] != 0x2F { at += 1 }
      let name = String(decoding: bytes[nameStart..<at].map(lower), as: UTF8.self)
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      guard at < bytes.count, bytes[at] == 0x3D else {
        if at == nameStart { at += 1 }
        continue
      }
      at += 1
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      var value: ArraySlice<UInt8> = []
      if at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 {
        // A tag that never ends is none.
        guard let end = bytes[(at + 1)...].firstIndex(of: bytes[at]) else { return ([:], bytes.count) }
        value = bytes[(at + 1)..<end]
        at = end + 1
      } else {
        let valueStart = at
        while at < bytes.count, bytes[at] > 0x20, bytes[at] != 0x3E { at += 1 }
        value = bytes[valueStart..<at]
      }
      if fields[name] == nil { fields[name] = String(decoding: value, as: UTF8.self) }
    }
    return (fields, bytes.count)
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
