internal import Archive
internal import NewsModel
internal import Read

/// The lines of a file of JSON lines of which an earlier run knows what they gave: a file that grows by a line is not
/// read whole again.
struct KnownLines: Sendable {
  /// A line by its bytes.
  typealias Mark = ContentMark

  /// Where the articles of lines are.
  private let places: [Mark: Int]
  /// The article at a place, as the reader gave it.
  private let article: @Sendable (Int) -> Article
  /// What was done to these articles since they were read.
  private let prepare: (@Sendable (Article) -> Article)?

  /// Lines, and where their articles are.
  init(
    _ places: [Mark: Int], prepare: (@Sendable (Article) -> Article)? = nil,
    article: @escaping @Sendable (Int) -> Article
  ) {
    self.places = places
    self.prepare = prepare
    self.article = article
  }

  /// No lines.
  init() { self.init([:]) { _ in Article(id: "", text: "") } }

  /// The articles of a file, of which only the lines that are new are read.
  ///
  /// - Parameters:
  ///   - read: reads the bytes of a file.
  /// - Returns: what reading all of the file gives, and for each article the mark of its line where it depends on that
  ///   alone; no marks where the file is of another kind.
  func articles(
    in bytes: [UInt8], read: ([UInt8]) -> ArticleReader.Result
  ) -> (result: ArticleReader.Result, marks: [Mark?]) {
    if !places.isEmpty, let result = grown(bytes, read) { return result }
    let result = read(bytes)
    // Lines of UTF-16 end with other bytes.
    guard !result.lines.isEmpty, let first = bytes.first, first < 0xFE else { return (result, []) }
    return (result, KnownLines.marks(of: result, in: NumberedLines(bytes), bytes))
  }

  /// The articles of a file with its known lines left out of what is read; nil where that may read the rest otherwise.
  private func grown(
    _ bytes: [UInt8], _ read: ([UInt8]) -> ArticleReader.Result
  ) -> (result: ArticleReader.Result, marks: [Mark?])? {
    let lines = NumberedLines(bytes)
    var rest: [UInt8] = []
    var known: [(line: Int, mark: Mark, place: Int)] = []
    var number = 1
    for line in lines {
      // An empty line in place of a known one: the others keep their numbers.
      rest.append(contentsOf: repeatElement(0x0A, count: line.number - number))
      number = line.number
      let mark = KnownLines.mark(of: line, bytes)
      if let place = places[mark] {
        known.append((line.number, mark, place))
      } else {
        rest.append(contentsOf: bytes[line.range])
      }
    }
    // A file with such bytes is no text, whatever else it holds.
    guard !known.isEmpty, !rest.contains(0) else { return nil }
    var new = ArticleReader.Result(articles: [], diagnostics: [])
    if rest.contains(where: { $0 > 0x20 }) { new = read(rest) }
    guard new.lines.count == new.articles.count else { return nil }
    let marks = KnownLines.marks(of: new, in: lines, bytes)
    // Small entries are put in order, not the articles.
    let order =
      (known.indices.map { (line: known[$0].line, isKnown: true, at: $0) }
      + new.lines.indices.map { (line: new.lines[$0].number, isKnown: false, at: $0) })
      .sorted { $0.line < $1.line }
    var all = new
    all.articles = order.map { $0.isKnown ? article(known[$0.at].place) : new.articles[$0.at] }
    all.lines = order.map { $0.isKnown ? Line(number: $0.line, isAlone: true) : new.lines[$0.at] }
    // Lines that repeat others are left out and told of by the order of all lines.
    let repeats = RepeatedArticles.find(order.count) { index in
      order[index].isKnown ? all.articles[index] : prepare?(all.articles[index]) ?? all.articles[index]
    }
    guard repeats.isEmpty else { return nil }
    all.countRanks()
    return (all, order.map { $0.isKnown ? known[$0.at].mark : marks[$0.at] })
  }

  private typealias Line = ArticleReader.Result.Line

  /// For each article of a file the mark of its line.
  private static func marks(
    of result: ArticleReader.Result, in lines: NumberedLines, _ bytes: [UInt8]
  ) -> [Mark?] {
    var next = lines.startIndex
    return result.lines.map { line in
      // The text was decoded: its lines are these where it was UTF-8.
      while next < lines.endIndex, lines[next].number < line.number { next += 1 }
      return line.isAlone && next < lines.endIndex ? mark(of: lines[next], bytes) : nil
    }
  }

  private static func mark(of line: NumberedLines.Line, _ bytes: [UInt8]) -> Mark {
    bytes.withUnsafeBytes { Checksum.mark(UnsafeRawBufferPointer(rebasing: $0[line.range])) }
  }
}
