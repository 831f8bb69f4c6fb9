package import Languages
package import NewsModel
internal import Prose

/// Turns bytes of a file into articles: the text cut down to what is the article, and what the text says of itself.
///
/// It opens no file and asks no clock. Nothing that comes in can make it fail: what cannot be used is a diagnostic.
package struct ArticleReader: Sendable {
  /// A file or a line that was read.
  package struct Result: Sendable {
    package var articles: [Article]
    /// What could not be used.
    package var diagnostics: [Diagnostic]
    /// Of JSON lines the line of each article; empty for files of another kind.
    package var lines: [Line] = []

    /// What a file gave.
    package init(articles: [Article], diagnostics: [Diagnostic]) {
      self.articles = articles
      self.diagnostics = diagnostics
    }

    /// A line that gave an article.
    package struct Line: Sendable {
      /// From 1.
      package var number: Int
      /// Whether the line gives the same article wherever it stands, in whatever file of that name: nothing is told of
      /// it.
      package var isAlone: Bool
      /// How many lines of its id there are up to it.
      package var rank = 1

      /// A line of some number.
      package init(number: Int, isAlone: Bool) {
        self.number = number
        self.isAlone = isAlone
      }
    }
  }

  let words: ReadingWords
  /// Threads that read the lines of one file.
  let jobs: Int

  /// Whether a file's name says that it is lines of JSON.
  package static func isJSONLines(_ path: String) -> Bool { FileFormat.isJSONLines(path) }

  /// A reader that knows the phrases of some languages; texts in others are read by their shape.
  ///
  /// - Parameter jobs: threads on which the lines of one file are read; what comes out does not depend on it.
  package init(languages: [Language] = Language.all, jobs: Int = 1) {
    words = ReadingWords(languages)
    self.jobs = jobs
  }

  /// The articles of a file.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is on disk.
  ///   - file: its path below its source, which decides the format by its ending and makes the id.
  ///   - given: what `articles.yml` says of it.
  package func articles(in bytes: [UInt8], file: String, given: GivenMetadata? = nil) -> Result {
    if FileFormat.isMail(file, bytes) { return mail(bytes, file: file, given: given) }
    if FileFormat.mayBeFeed(file), let feed = feed(bytes, file: file, given: given) { return feed }
    guard let decoded = TextDecoding(bytes, byLine: FileFormat.isJSONLines(file)) else {
      let detail = "not text: save it as plain text, Markdown, HTML or JSON, in UTF-8"
      return Result(articles: [], diagnostics: [Diagnostic(.notText, detail, file: file)])
    }
    var result = read(decoded, of: bytes, file: file, given: given)
    if let mended = decoded.mended {
      for index in result.articles.indices {
        result.articles[index].diagnostics.append(Diagnostic(.encodingMended, mended))
      }
    }
    if decoded.mended != nil {
      for index in result.lines.indices { result.lines[index].isAlone = false }
    }
    if result.articles.isEmpty, result.diagnostics.isEmpty {
      result.diagnostics.append(Diagnostic(.empty, "nothing to read in it", file: file))
    }
    return result
  }

  /// The article of a printed document, of which a program drew out the text, page by page (form feeds between).
  package func article(ofPages text: String, file: String, given: GivenMetadata? = nil) -> Result {
    let bytes = TextHygiene.cleared(DocumentText.paragraphs(Array(text.utf8)))
    guard bytes.contains(where: { $0 > 0x20 }) else {
      let words = "no text in it: pages that are pictures have to go through character recognition first"
      return Result(articles: [], diagnostics: [Diagnostic(.empty, words, file: file)])
    }
    return one(file, given) { cleaned($0, bytes: bytes, numbers: []) }
  }

  /// An article whose text is as scraped, cut down to what is the article; what the text says of itself fills what is
  /// unknown. Lines stay letter for letter and in order.
  package func cleaned(_ article: Article) -> Article {
    cleaned(article, bytes: TextHygiene.cleared(Array(article.text.utf8)), numbers: [])
  }

  private func read(_ decoded: TextDecoding, of file: [UInt8], file path: String, given: GivenMetadata?) -> Result {
    switch FileFormat(path: path, bytes: decoded.bytes) {
    case .plainText: return plainText(decoded.bytes, file: path, given: given)
    case .markdown: return markdown(decoded.bytes, file: path, given: given)
    case .page: return page(decoded, of: file, file: path, given: given)
    case .jsonLines: return jsonLines(decoded.bytes, file: path, given: given)
    case .json: return json(decoded.bytes, file: path, given: given)
    }
  }

  private func plainText(_ bytes: [UInt8], file: String, given: GivenMetadata?) -> Result {
    let (text, numbers) = HardWrap.unwrapped(TextHygiene.cleared(bytes))
    guard text.contains(where: { $0 > 0x20 }) else { return Result(articles: [], diagnostics: []) }
    return one(file, given) { cleaned($0, bytes: text, numbers: numbers) }
  }

  private func markdown(_ bytes: [UInt8], file: String, given: GivenMetadata?) -> Result {
    let text = TextHygiene.cleared(bytes)
    let front = FrontMatter(text, file: file)
    let body = MarkdownText(text[front.end...], linesAbove: front.lines)
    guard !body.bytes.isEmpty || front.given.title != nil || given?.title != nil else {
      return Result(articles: [], diagnostics: front.diagnostics)
    }
    let both = front.given.isEmpty ? given : (given ?? GivenMetadata()).orElse(front.given)
    var result = one(file, both) { article in
      var article = article
      article.title = article.title ?? body.title
      return cleaned(article, bytes: body.bytes, numbers: body.numbers)
    }
    result.diagnostics = front.diagnostics + result.diagnostics
    return result
  }

  private func page(_ decoded: TextDecoding, of file: [UInt8], file path: String, given: GivenMetadata?) -> Result {
    // A page in an encoding that is neither UTF-8 nor Windows-1252 says so, and libxml2 knows it.
    let declared = decoded.mended == nil ? nil : PageEncoding.declared(file)
    let isForeign = declared.map { !PageEncoding.western.contains($0) } ?? false
    var result = one(path, given) {
      isForeign ? page(file, encoding: declared, article: $0) : page(decoded.bytes, encoding: "UTF-8", article: $0)
    }
    result.articles.removeAll { $0.text.isEmpty && $0.title == nil }
    return result
  }

  /// The result of a file that holds one article: what is given is put in before `read` fills in the rest.
  private func one(_ file: String, _ given: GivenMetadata?, read: (Article) -> Article) -> Result {
    var diagnostics: [Diagnostic] = []
    var article = Article(id: "", text: "", file: file)
    GivenMetadata.apply(given, to: &article, file: file, &diagnostics)
    article = read(article)
    article.id = Identifiers.identifier(url: article.url, file: file)
    return Result(articles: [article], diagnostics: diagnostics)
  }
}

extension ArticleReader {
  /// Cuts `bytes` down to the article and fills in what they say of it.
  func cleaned(_ article: Article, bytes: [UInt8], numbers: [Int]) -> Article {
    cleaned(article, TextLines(bytes, numbers: numbers, words: words))
  }

  /// Cuts lines down to the article and fills in what they say of it.
  func cleaned(_ article: Article, _ lines: TextLines) -> Article {
    let cleaning = Cleaning(lines, words: words, title: article.title, author: article.author)
    var article = article
    var text: [UInt8] = []
    text.reserveCapacity(lines.bytes.count)
    for line in cleaning.kept {
      if !text.isEmpty { text.append(0x0A) }
      text.append(contentsOf: lines.bytes[line.span.start..<line.span.end])
    }
    article.text = String(decoding: text, as: UTF8.self)
    let leftOut = cleaning.leftOut
    article.leftOut += leftOut
    fill(&article, from: cleaning.found)
    if article.language == nil { article.language = LanguageDetector.language(of: article.text) }
    if let sign = cleaning.signForSubscribers { article.diagnostics.append(Diagnostic(.paywalled, sign)) }
    return article
  }

  private func fill(_ article: inout Article, from found: Cleaning.Found) {
    func fill(_ field: WritableKeyPath<Article, String?>, _ name: String, _ value: String?) {
      guard article[keyPath: field] == nil, let value, !value.isEmpty else { return }
      article[keyPath: field] = value
      article.foundInText.append(name)
    }
    fill(\.title, "title", found.title)
    fill(\.source, "source", found.outlet)
    fill(\.author, "author", found.author)
    // Given as the page prints it: "By Ann Sample".
    if let name = article.author.flatMap({ Byline($0, words: words)?.author }) { article.author = name }
    guard article.published == nil, let published = found.published else { return }
    article.published = published.description
    article.foundInText.append("published")
    // Who says that it came out then dates the article; a bare date may be the day of a copy.
    article.publishedBasis = found.saysPublished ? .page : .masthead
    guard !found.saysPublished else { return }
    article.diagnostics.append(Diagnostic(.mastheadDateUnused, found.publishedWords ?? published.description))
  }
}

/// What a file holds, by the ending of its name, and by its first bytes where the ending says nothing.
enum FileFormat {
  case plainText, markdown, page, jsonLines, json

  init(path: String, bytes: [UInt8]) {
    let ending = path.split(separator: "/").last.flatMap { name in
      name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() }
    }
    switch ending {
    case "md", "markdown": self = .markdown
    case "html", "htm", "xhtml": self = .page
    case "jsonl", "ndjson": self = .jsonLines
    case "json": self = .json
    default: self = FileFormat.startsAsPage(bytes) ? .page : .plainText
    }
  }

  /// Whether a file's name leaves room for a feed: Markdown, text, pages and lines of articles are what they say.
  static func mayBeFeed(_ path: String) -> Bool {
    let ending = (path.split(separator: "/").last ?? "").split(separator: ".").last?.lowercased() ?? ""
    return !["md", "markdown", "txt", "text", "jsonl", "ndjson"].contains(ending)
  }

  /// Whether a file is a mail, by its name, or by its first lines where the name says nothing.
  static func isMail(_ path: String, _ bytes: [UInt8]) -> Bool {
    let ending = (path.split(separator: "/").last ?? "").split(separator: ".").dropFirst().last?.lowercased()
    return ending == "eml" || (ending == nil && MailMessage.starts(bytes))
  }

  /// Whether a file's name says that it is lines of JSON.
  static func isJSONLines(_ path: String) -> Bool {
    if case .jsonLines = FileFormat(path: path, bytes: []) { true } else { false }
  }

  /// Whether a file's name says that it is XML.
  static func isXML(_ path: String) -> Bool {
    ["xml", "rss", "atom", "rdf"].contains((path.split(separator: ".").last ?? "").lowercased())
  }

  private static func startsAsPage(_ bytes: [UInt8]) -> Bool {
    let start = bytes.drop { $0 <= 0x20 }.prefix(14).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return start.starts(with: Array("<!doctype html".utf8)) || start.starts(with: Array("<html".utf8))
  }
}
