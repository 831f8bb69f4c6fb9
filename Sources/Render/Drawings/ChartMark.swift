internal import NewsModel

/// One thing that a chart shows, as it is written in the Markdown: `2022-01-22×3`, `p2022-01×4`, `@2025-03-31=today`.
///
/// An EDTF value, behind `p` where it is a publication and behind `@` where it only marks a place; how often, after `×`,
/// and in a chart of two series the second after `/`; words for it after `=`, with no-break spaces inside. `?` is a
/// value that is not known.
struct ChartMark: Equatable {
  enum Kind: Equatable { case event, publication, marker }
  var kind = Kind.event
  /// EDTF, or "?".
  var value: String
  /// How often.
  var count = 1
  /// How often the second series has it.
  var second: Int?
  /// Words that stand with it.
  var label: String?

  /// A mark of a value.
  init(_ kind: Kind = .event, value: String, count: Int = 1, second: Int? = nil, label: String? = nil) {
    self.kind = kind
    self.value = value
    self.count = count
    self.second = second
    self.label = label
  }

  /// Reads one; nil where it is none.
  init?(token: some StringProtocol) {
    var rest = Substring(token)
    if let equals = rest.firstIndex(of: "=") {
      label = String(rest[rest.index(after: equals)...])
      rest = rest[..<equals]
    }
    if let times = rest.firstIndex(of: "×") {
      let counts = rest[rest.index(after: times)...].split(separator: "/", maxSplits: 1).map { Int($0) }
      guard let first = counts.first ?? nil, first >= 0 else { return nil }
      count = first
      if counts.count == 2 {
        guard let other = counts[1], other >= 0 else { return nil }
        second = other
      }
      rest = rest[..<times]
    }
    if rest.hasPrefix("p") || rest.hasPrefix("@") {
      kind = rest.hasPrefix("p") ? .publication : .marker
      rest = rest.dropFirst()
    }
    guard !rest.isEmpty else { return nil }
    value = String(rest)
    guard value == "?" || days != nil else { return nil }
  }

  /// The marks of a text, in order; what is none is left out.
  static func all(in text: String) -> [ChartMark] { text.split(separator: " ").compactMap { ChartMark(token: $0) } }

  /// The days that it covers; nil where they are not known.
  var days: ClosedRange<CivilDay>? { CalendarValue.days(edtf: value) }

  /// As it is written in the Markdown.
  var token: String {
    var out = (kind == .publication ? "p" : kind == .marker ? "@" : "") + value
    if count != 1 || second != nil { out += "×\(count)" }
    if let second { out += "/\(second)" }
    if let label { out += "=" + String(label.map { $0 == " " ? "\u{A0}" : $0 }) }
    return out
  }
}
