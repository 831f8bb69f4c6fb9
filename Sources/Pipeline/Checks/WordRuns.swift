internal import NewsModel

/// The words of a text without any rule of its language: runs of letters and digits.
enum WordRuns {
  /// Whether a code point is a letter or a digit.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value | 0x20) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// The runs in order, in bytes.
  static func spans(in text: String) -> [Span] {
    var spans: [Span] = []
    var offset = 0
    var start: Int?
    for scalar in text.unicodeScalars {
      let isWord = isWord(scalar)
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
