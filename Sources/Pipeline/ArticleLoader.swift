internal import Exchange
internal import Extract
internal import Foundation
package import NewsModel
internal import Outside
internal import Read
internal import Synchronization

/// Reads source files into articles, and articles into digests, on several threads.
///
/// What comes out does not depend on how many there are, nor on the order of the files.
package struct ArticleLoader: Sendable {
  /// What was read.
  package struct Result: Sendable {
    /// Sorted by id, which is unique.
    package var digests: [Digest]
    /// What could not be used, in the order of the files.
    package var diagnostics: [Diagnostic]
    /// How many articles were read, those left out included.
    package var read: Int
  }

  private let jobs: Int
  private let progress: any RunObserver

  /// A loader that works on `jobs` threads and tells how far it is.
  package init(jobs: Int, progress: any RunObserver) {
    self.jobs = max(1, jobs)
    self.progress = progress
  }

  /// The articles of some files as their readers left them, file by file in order.
  package func articles(in list: SourceList) -> (articles: [Article], diagnostics: [Diagnostic]) {
    let reader = SourceReader(indexes: SourceIndexes(list.files))
    var articles: [Article] = []
    var diagnostics = list.diagnostics + reader.indexes.diagnostics
    for file in list.files {
      let result = reader.articles(in: file)
      articles += result.articles
      diagnostics += result.diagnostics
    }
    return (articles, diagnostics)
  }

  /// The digests of all articles in some files.
  package func digests(of list: SourceList) async -> Result {
    let reader = SourceReader(indexes: SourceIndexes(list.files))
    let parts = await parts(of: list.files, reader)
    let diagnostics = list.diagnostics + reader.indexes.diagnostics + parts.flatMap(\.diagnostics)
    return ArticleLoader.joined(parts.flatMap(\.digests), diagnostics)
  }

  /// Digests with unique ids, sorted; of an article that was read twice the first by path stays.
  package static func joined(_ digests: [Digest], _ diagnostics: [Diagnostic]) -> Result {
    let sorted = digests.sorted { a, b in
      (a.article.id, a.article.file ?? "", a.article.text) < (b.article.id, b.article.file ?? "", b.article.text)
    }
    var result = Result(digests: [], diagnostics: diagnostics, read: digests.count)
    var byID: [String: Int] = [:]
    for var digest in sorted {
      let id = digest.article.id
      if let first = byID[id] {
        if result.digests[first].article.text == digest.article.text { continue }
        var number = 2
        while byID["\(id)-\(number)"] != nil { number += 1 }
        digest.article.id = "\(id)-\(number)"
      }
      byID[digest.article.id] = result.digests.count
      result.digests.append(digest)
    }
    result.digests.sort { $0.article.id < $1.article.id }
    return result
  }

  private struct Part: Sendable {
    var digests: [Digest] = []
    var diagnostics: [Diagnostic] = []
  }

  /// What each file holds, in the order of the files.
  private func parts(of files: [SourceList.File], _ reader: SourceReader) async -> [Part] {
    let done = Count()
    let progress = progress
    let workers = min(jobs, max(1, files.count))
    return await withTaskGroup(of: [(Int, Part)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          let extractor = Extractor()
          var parts: [(Int, Part)] = []
          for index in stride(from: worker, to: files.count, by: workers) {
            let result = reader.articles(in: files[index])
            parts.append((index, ArticleLoader.part(result, extractor)))
            progress.advance(done.next(), of: files.count)
          }
          return parts
        }
      }
      var all: [(Int, Part)] = []
      for await parts in group { all += parts }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private static func part(_ result: ArticleReader.Result, _ extractor: Extractor) -> Part {
    var part = Part(diagnostics: result.diagnostics)
    for article in result.articles {
      let (digest, refused) = extractor.digest(of: article).verified()
      part.digests.append(digest)
      part.diagnostics += refused
    }
    return part
  }
}

/// Counts over threads.
private final class Count: Sendable {
  private let value = Mutex(0)

  /// One more than the last answer.
  func next() -> Int {
    value.withLock { value in
      value += 1
      return value
    }
  }
}

/// What the `articles.yml` files of the sources say.
private struct SourceIndexes: Sendable {
  private var byPath: [String: ArticlesIndex] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ files: [SourceList.File]) {
    for path in Set(files.compactMap(\.index)).sorted() {
      do {
        let text = String(decoding: try FileTree.read(path), as: UTF8.self)
        let (index, found) = ArticlesIndex.parse(text, file: path)
        byPath[path] = index
        diagnostics += found
      } catch {
        diagnostics.append(Diagnostic(.unreadable, "\(error.reason); give read permission", file: path))
      }
    }
  }

  func metadata(of file: SourceList.File) -> GivenMetadata? {
    guard let index = file.index.flatMap({ byPath[$0] }) else { return nil }
    return index.metadata(of: (file.path as NSString).lastPathComponent)
  }
}

/// Opens files and hands their bytes to the reader.
private struct SourceReader: Sendable {
  let indexes: SourceIndexes
  private let reader = ArticleReader()

  init(indexes: SourceIndexes) { self.indexes = indexes }

  func articles(in file: SourceList.File) -> ArticleReader.Result {
    do {
      let bytes = try FileTree.read(file.path)
      return reader.articles(in: Array(bytes), file: file.relative, given: indexes.metadata(of: file))
    } catch {
      let words = "\(error.reason); give read permission, or leave it out"
      return ArticleReader.Result(articles: [], diagnostics: [Diagnostic(.unreadable, words, file: file.path)])
    }
  }
}
