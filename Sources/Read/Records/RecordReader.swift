package import Exchange
internal import Foundation
package import NewsModel

extension ArticleReader {
  /// The articles of JSON lines: one a line; a line that cannot be used costs itself.
  func jsonLines(_ bytes: [UInt8], file: String, given: GivenMetadata?) -> Result {
    let lines = NumberedLines(bytes)
    let benches = (0..<max(1, min(jobs, lines.count / ArticleReader.fewestLines))).map { _ in RecordLine() }
    let parts = Workers.map(lines.count, on: benches) { index, reader in
      let line = lines[index]
      var part = Result(articles: [], diagnostics: [])
      do {
        let (record, mended) = try reader.record(Data(bytes[line.range]))
        append(record, to: &part, file: file, line: line.number, given: given)
        if let mended { for index in part.articles.indices { part.articles[index].diagnostics.append(mended) } }
        part.lines = part.articles.map { _ in Result.Line(number: line.number, isAlone: part.diagnostics.isEmpty) }
      } catch {
        part.diagnostics.append(Diagnostic(.badLine, JSONLine.explanation(of: error), file: file, line: line.number))
      }
      return part
    }
    var result = Result(articles: [], diagnostics: [])
    for part in parts {
      result.articles += part.articles
      result.diagnostics += part.diagnostics
      result.lines += part.lines
    }
    result.countRanks()
    let numbers = result.lines.map(\.number)
    result.leaveOutRepeats { RepeatedArticles.note(file: file, line: numbers[$0], of: numbers[$1]) }
    return result
  }

  /// Lines for which a thread more pays.
  private static let fewestLines = 64

  /// The articles of a JSON file: an array of records, or one record; a record that cannot be used costs itself.
  func json(_ bytes: [UInt8], file: String, given: GivenMetadata?) -> Result {
    var result = Result(articles: [], diagnostics: [])
    var numbers: [Int] = []
    do {
      let found = try JSONLine.decode(OneOrMany.self, from: Data(bytes))
      for (index, value) in found.values.enumerated() {
        switch value {
        case .record(let record):
          // The one article of a file is known by the file, whatever becomes of its words.
          let mark = found.isArray ? nil : "1"
          append(record, to: &result, file: file, line: index + 1, given: given, mark: mark)
          if numbers.count < result.articles.count { numbers.append(index + 1) }
        case .bad(let explanation):
          result.diagnostics.append(Diagnostic(.badLine, "article \(index + 1): \(explanation)", file: file))
        }
      }
    } catch {
      result.diagnostics.append(Diagnostic(.badLine, JSONLine.explanation(of: error), file: file))
    }
    result.leaveOutRepeats { index, first in
      let words = "article \(numbers[index]) repeats article \(numbers[first]), and both are one; take one of them out"
      return Diagnostic(.duplicateIdentifier, words, file: file)
    }
    return result
  }

  private func append(
    _ record: ArticleRecord, to result: inout Result, file: String, line: Int, given: GivenMetadata?,
    mark: String? = nil
  ) {
    let article = identified(record, file: file, line: line, given: given, mark: mark, &result.diagnostics)
    guard !article.text.isEmpty || article.title != nil else {
      result.diagnostics.append(ArticleReader.empty(file: file, line: line))
      return
    }
    result.articles.append(article)
  }

  /// The article of one line of a file, read as all of the file would be, and what of it could not be used.
  ///
  /// Its id is the one that the line gives, or is made of its address, or of the file and of what it says; other lines
  /// of the file may have the same.
  package func article(
    of record: ArticleRecord, file: String, line: Int
  ) -> (article: Article, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let article = identified(record, file: file, line: line, given: nil, &diagnostics)
    return (article, diagnostics)
  }

  /// An article whose record says that its text is clean: nothing is cut, and nothing is looked for but in its `html`,
  /// where there is no text.
  package func cleanArticle(of record: ArticleRecord) -> Article {
    let article = record.article(id: record.id ?? "")
    guard let html = record.html, article.text.isEmpty else { return article }
    return page(Array(html.utf8), encoding: "UTF-8", article: article)
  }

  /// What is told of a line that holds no words.
  package static func empty(file: String, line: Int) -> Diagnostic {
    let words = "neither text nor title: give it a \"text\", an \"html\" or a \"title\""
    return Diagnostic(.empty, words, file: file, line: line)
  }

  private func identified(
    _ record: ArticleRecord, file: String, line: Int, given: GivenMetadata?, mark: String? = nil,
    _ diagnostics: inout [Diagnostic]
  ) -> Article {
    var article = self.article(of: record, file: file, line: line, given: given, &diagnostics)
    article.id =
      Identifiers.given(record.id)
      ?? Identifiers.identifier(url: article.url, file: file, mark: article.url == nil ? mark ?? record.mark : nil)
    return article
  }

  /// The article of a record, as scraped, with what is not the article left out.
  private func article(
    of record: ArticleRecord, file: String, line: Int, given: GivenMetadata?, _ diagnostics: inout [Diagnostic]
  ) -> Article {
    var article = record.article(id: "")
    article.file = article.file ?? file
    // What the record gives is applied below, cleared: an empty title is none.
    (article.title, article.source, article.author, article.language) = (nil, nil, nil, nil)
    article.published = nil
    article.publishedBasis = .unknown
    let own = GivenMetadata(
      title: record.title, source: record.source, url: record.url, author: record.author, published: record.published,
      language: record.language)
    GivenMetadata.apply(own.orElse(given), to: &article, file: file, line: line, &diagnostics)
    article.url = WebAddress.accepted(article.url)
    if article.published != nil, let basis = record.publishedBasis.flatMap(PublishedBasis.init(rawValue:)) {
      article.publishedBasis = basis
    }
    if let html = record.html, record.text?.isEmpty ?? true {
      return page(Array(html.utf8), encoding: "UTF-8", article: article)
    }
    return cleaned(article)
  }
}

/// A JSON value that is a record or an array of records.
private struct OneOrMany: Decodable {
  enum Value {
    case record(ArticleRecord)
    case bad(String)
  }
  var values: [Value]
  var isArray = true

  init(from decoder: any Decoder) throws {
    guard var array = try? decoder.unkeyedContainer() else {
      values = [.record(try ArticleRecord(from: decoder))]
      isArray = false
      return
    }
    values = []
    while !array.isAtEnd {
      let element = try array.superDecoder()
      do { values.append(.record(try ArticleRecord(from: element))) } catch {
        values.append(.bad(JSONLine.explanation(of: error)))
      }
    }
  }
}
