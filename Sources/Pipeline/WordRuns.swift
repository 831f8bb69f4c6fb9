internal import NewsModel

/// The words of a text without any rule of its language: runs of letters and digits.
enum WordRuns {
  /// The runs in order, in bytes.
  static func spans(in text: String) -> [Span] {
    var spans: [Span] = []
    var offset = 0
    var start: Int?
    for scalar in text.unicodeScalars {
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord, start == nil { start = offset }
      if !isWord, let from = start {
        spans.append(Span(from, offset))
        start = nil
      }
      offset += UTF8.width(scalar)
    }
    if let from = start { spans.append(Span(from, offset)) }
    return spans
  }
}
