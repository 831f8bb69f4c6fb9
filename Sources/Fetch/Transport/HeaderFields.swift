/// The header of an answer: names in lower case with their values, in order.
package struct HeaderFields: Sendable, Equatable {
  private(set) var fields: [(name: String, value: String)] = []

  /// A header with nothing in it.
  package init() {}

  /// A header of fields.
  package init(_ fields: [(String, String)]) { self.fields = fields.map { ($0.0.lowercased(), $0.1) } }

  /// Takes in a line as it came. A line that begins an answer begins anew: what stood before was of an interim one.
  mutating func take(_ line: some Collection<UInt8>) {
    if line.starts(with: "HTTP/".utf8) {
      fields = []
      return
    }
    guard let colon = line.firstIndex(of: 0x3A) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    fields.append((name, HeaderFields.trimmed(line[line.index(after: colon)...])))
  }

  /// The first value under a name in lower case.
  package subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values under a name in lower case.
  package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// The media type, in lower case without its parameters; nil where none is told.
  package var mediaType: String? {
    self["content-type"].map { $0.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased() }
  }

  /// The encoding that the media type names.
  package var charset: String? {
    for part in (self["content-type"] ?? "").split(separator: ";").dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == "charset" else { continue }
      let name = pair[1].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      return name.isEmpty ? nil : name
    }
    return nil
  }

  /// Whether two headers say the same in the same order.
  package static func == (a: HeaderFields, b: HeaderFields) -> Bool {
    a.fields.elementsEqual(b.fields) { $0.name == $1.name && $0.value == $1.value }
  }

  private static func trimmed(_ bytes: some Collection<UInt8>) -> String {
    var rest = Array(bytes)[...]
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    while let first = rest.first, first <= 0x20 { rest.removeFirst() }
    return String(decoding: rest.filter { $0 >= 0x20 }, as: UTF8.self)
  }
}
