internal import NewsModel
internal import Outside
internal import Read

/// Opens files and hands their bytes to the reader.
struct SourceReader: Sendable {
  let indexes: SourceIndexes
  /// What earlier runs know.
  let known: KnownSources
  private let reader: ArticleReader

  /// A reader of sources.
  ///
  /// - Parameter jobs: threads on which one file is read.
  init(indexes: SourceIndexes, known: KnownSources = KnownSources(), jobs: Int = 1) {
    self.indexes = indexes
    self.known = known
    reader = ArticleReader(jobs: jobs)
  }

  /// The articles of a file, as their reader left them, and the marks of the lines that gave them.
  func articles(in file: SourceList.File) -> (result: ArticleReader.Result, marks: [KnownLines.Mark?]) {
    if indexes.isHeldBack(file) { return (ArticleReader.Result(articles: [], diagnostics: []), []) }
    do {
      let bytes = try FileTree.bytes(file.path)
      let given = indexes.metadata(of: file)
      if PrintedDocument.isPDF(file.path, bytes) {
        return (PrintedDocument(reader).articles(in: file.path, file: file.relative, given: given), [])
      }
      var (result, marks) = known.lines(file).articles(in: bytes) { bytes in
        reader.articles(in: bytes, file: file.relative, given: given)
      }
      known.leaveOutRemoved(&result, &marks, of: file)
      if file.isWhole, let outlet = file.outlet {
        // The record has the name that the feed gives itself.
        for index in result.articles.indices { result.articles[index].source = outlet }
      }
      return (result, marks)
    } catch {
      let words = "\(error.reason); give read permission, or leave it out"
      return (ArticleReader.Result(articles: [], diagnostics: [Diagnostic(.unreadable, words, file: file.path)]), [])
    }
  }
}

/// Articles that were removed and are not to come back.
struct RemovedArticles: Sendable {
  /// Those that the archive knows, by id.
  var ids: Set<String> = []
  /// Those that it may not know.
  var register: RedactionRegister?

  /// Whether nothing was removed.
  var isEmpty: Bool { ids.isEmpty && register?.articles.isEmpty ?? true }

  /// Whether the article of an id was removed.
  func contains(_ id: String) -> Bool { ids.contains(id) || register?.isRemoved(id) ?? false }

  /// Whether an article was removed whose words these are: it may come back under another name or address.
  func holdsWords(of article: Article) -> Bool { register?.holdsWords(of: article) ?? false }
}

/// What earlier runs know of sources that are read again.
struct KnownSources: Sendable {
  /// What is done to an article before anything is looked for in it.
  var prepare: @Sendable (Article) -> Article = { $0 }
  /// The digest of an article that was extracted before.
  var digest: @Sendable (Article) -> Digest? = { _ in nil }
  /// The lines of a file that were read before.
  var lines: @Sendable (SourceList.File) -> KnownLines = { _ in KnownLines() }
  /// Articles that are not to come back.
  var removed = RemovedArticles()

  /// Takes out the articles of lines that were removed under the id of the line's place.
  fileprivate func leaveOutRemoved(
    _ result: inout ArticleReader.Result, _ marks: inout [KnownLines.Mark?], of file: SourceList.File
  ) {
    guard !removed.isEmpty, !result.lines.isEmpty else { return }
    let kept = result.articles.indices.filter { index in
      let article = result.articles[index]
      return !removed.contains(FormerIdentities.id(of: article, result.lines[index], file: file.relative))
    }
    guard kept.count < result.articles.count else { return }
    if !marks.isEmpty { marks = kept.map { marks[$0] } }
    (result.articles, result.lines) = (kept.map { result.articles[$0] }, kept.map { result.lines[$0] })
  }
}
