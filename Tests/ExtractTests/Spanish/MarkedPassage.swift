import NewsModel

/// An article with the marks that a reader set in it by hand.
struct MarkedPassage {
  /// Some marked words.
  struct Mark: Equatable {
    /// q: quote, d: date, p: person, o: organization, l: place.
    let kind: Character
    /// The speaker's name, or the date's value; empty where there is none.
    let value: String
    /// The marked words' place, in bytes of the text.
    let span: Span
  }
  let published: String
  let text: String
  let marks: [Mark]

  /// Reads `[kind value|words]`; marks may stand in each other.
  init(_ marked: (published: String, text: String)) {
    var text: [UInt8] = []
    var marks: [Mark] = []
    var open: [(kind: Character, value: String, start: Int)] = []
    var rest = Substring(marked.text)
    while let character = rest.first {
      if character == "[", let bar = rest.firstIndex(of: "|") {
        let head = rest[rest.index(after: rest.startIndex)..<bar]
        open.append((head.first ?? "?", String(head.dropFirst(2)), text.count))
        rest = rest[rest.index(after: bar)...]
      } else if character == "]", let mark = open.popLast() {
        marks.append(Mark(kind: mark.kind, value: mark.value, span: Span(mark.start, text.count)))
        rest = rest.dropFirst()
      } else {
        text += Array(String(character).utf8)
        rest = rest.dropFirst()
      }
    }
    published = marked.published
    self.text = String(decoding: text, as: UTF8.self)
    self.marks = marks
  }
}
