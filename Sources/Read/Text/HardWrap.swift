internal import NewsModel

/// Joins the lines of paragraphs that were wrapped at a width, where the widths prove it.
///
/// A wrapped line is one to which the first word of the next could not have been added. Where that holds for every line
/// of a paragraph, against the width of the widest line of the text, the paragraph was wrapped; a list or a menu breaks
/// earlier and is left alone.
enum HardWrap {
  /// Mail and typewriters wrap at 60 to 80 characters; narrower columns prove little.
  static let widths = 50...100
  /// Fewer joints than these in a text may be chance.
  static let fewestJoints = 3

  /// The text with wrapped paragraphs on one line each, and the line of the file that each line starts at.
  static func unwrapped(_ bytes: [UInt8]) -> (bytes: [UInt8], numbers: [Int]) {
    let lines = cut(bytes)
    let numbers = Array(1...max(1, lines.count))
    guard let width = lines.map(\.width).max(), widths.contains(width) else { return (bytes, numbers) }
    let blocks = lines.split(whereSeparator: { $0.span.isEmpty })
    let wrapped = blocks.map { isWrapped($0, width) }
    let joints = zip(blocks, wrapped).reduce(0) { $0 + ($1.1 ? $1.0.count - 1 : 0) }
    guard joints >= fewestJoints else { return (bytes, numbers) }
    var out: [UInt8] = []
    var starts: [Int] = []
    for (block, isWrapped) in zip(blocks, wrapped) {
      for (offset, line) in block.enumerated() {
        if isWrapped, offset > 0 {
          out.append(0x20)
        } else {
          if !out.isEmpty { out.append(0x0A) }
          starts.append(line.number)
        }
        out.append(contentsOf: bytes[line.span.start..<line.span.end])
      }
    }
    return (out, starts)
  }

  private struct Line {
    var span: Span
    var number: Int
    /// In code points.
    var width: Int
    var firstWordWidth: Int
  }

  private static func cut(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let span = TextLines.trimmed(bytes, start, end)
      let line = bytes[span.start..<span.end]
      lines.append(
        Line(
          span: span, number: lines.count + 1, width: line.count { $0 & 0xC0 != 0x80 },
          firstWordWidth: line.prefix { $0 != 0x20 }.count { $0 & 0xC0 != 0x80 }))
      start = end + 1
    }
    return lines
  }

  private static func isWrapped(_ block: ArraySlice<Line>, _ width: Int) -> Bool {
    guard block.count > 1 else { return false }
    return zip(block, block.dropFirst()).allSatisfy { $0.width + 1 + $1.firstWordWidth > width }
  }
}
