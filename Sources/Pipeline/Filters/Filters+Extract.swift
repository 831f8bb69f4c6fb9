internal import Exchange
internal import Extract
internal import Foundation
package import NewsModel
internal import Outside
internal import Read

extension Filters {
  /// How articles are taken in and what is told of them.
  package struct Extraction {
    /// Nothing is cut from a text.
    package var asIs = false
    /// Each line begins with the file and the number of the line where its article stands, a tab behind each.
    package var placed = false
    /// Where what could not be used is written, a line of JSON for each; nil where it is only told.
    package var rejected: String?

    /// As articles come as a rule.
    package init(asIs: Bool = false, placed: Bool = false, rejected: String? = nil) {
      self.asIs = asIs
      self.placed = placed
      self.rejected = rejected
    }
  }

  /// Articles in, digests out, in input order, one line in memory at a time.
  ///
  /// A digest of a file's line says where that stood, so that a build of the digests gives what a build of the file
  /// would.
  ///
  /// - Parameter files: standard input where there is none.
  /// - Returns: what is wrong with the files.
  /// - Throws: `FileError` where what could not be used cannot be written.
  package func extract(_ files: [String], _ how: Extraction) throws -> [Diagnostic] {
    let extractor = Extractor()
    let writer = DigestLine()
    let lines = ArticleLines(asIs: how.asIs)
    let side = try how.rejected.map(RejectedLines.init)
    func use(_ line: Data, at place: ArticleLines.Place) {
      var (article, diagnostics) = lines.article(line, at: place)
      if how.placed, let read = article, read.text.isEmpty, read.title == nil {
        // What `read` passes on of a feed's bare links is no fault.
        if !how.asIs { diagnostics.append(ArticleLines.empty(at: place)) }
        article = nil
      }
      if let article {
        let (digest, refused) = extractor.digest(of: article).verified()
        diagnostics += refused
        let record = place.isNamed ? PlaceRecord(file: place.file, line: place.line) : nil
        writer.withLine(of: digest, place: record) { output.append($0) }
      }
      for diagnostic in diagnostics {
        report(diagnostic)
        side?.append(diagnostic, of: line)
      }
    }
    var errors: [FileError] = []
    func each(_ files: [String], named name: String?) {
      errors += InputLines.each(of: files) { number, line in
        guard how.placed else {
          let file = name ?? "standard input"
          return use(line, at: ArticleLines.Place(file: file, line: number, isNamed: name != nil))
        }
        guard let (place, rest) = Filters.placed(line) else {
          let words = "no file, tab, line number and tab before the article"
          let diagnostic = Diagnostic(.badLine, words, file: name ?? "standard input", line: number)
          report(diagnostic)
          side?.append(diagnostic, of: line)
          return
        }
        if rest.contains(where: { $0 > 0x20 }) { use(rest, at: place) }
      }
    }
    if files.isEmpty { each([], named: nil) }
    for file in files { each([file], named: FolderPath.name(of: file)) }
    try side?.close()
    return errors.map { Diagnostic(.unreadable, "\($0.reason); check the path", file: $0.path) }
  }

  /// A line without the place that it begins with, and that; nil where it does not begin so.
  private static func placed(_ line: Data) -> (ArticleLines.Place, Data)? {
    guard let first = line.firstIndex(of: 0x09), first > line.startIndex,
      let second = line[line.index(after: first)...].firstIndex(of: 0x09),
      let file = String(validating: line[..<first], as: UTF8.self),
      let number = Int(String(decoding: line[line.index(after: first)..<second], as: UTF8.self)), number > 0
    else { return nil }
    let rest = line[line.index(after: second)...]
    return (ArticleLines.Place(file: file, line: number, isNamed: true), Data(rest))
  }
}

extension ArticleLines {
  /// What is told of a line that holds no words.
  static func empty(at place: Place) -> Diagnostic { ArticleReader.empty(file: place.file, line: place.line) }
}
