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
    let reader = SourceReader(indexes: SourceIndexes(list.files), jobs: jobs)
    var articles: [Article] = []
    var diagnostics = list.diagnostics + reader.indexes.diagnostics
    for file in list.files {
      let (result, _) = reader.articles(in: file)
      articles += result.articles
      diagnostics += result.diagnostics
    }
    return (articles, diagnostics)
  }

  /// The digests of all articles in some files.
  package func digests(of list: SourceList) async -> Result {
    let indexes = SourceIndexes(list.files)
    let parts = await parts(of: list.files, indexes)
    return ArticleLoader.joined(
      parts.flatMap(\.digests), list.diagnostics + indexes.diagnostics + parts.flatMap(\.diagnostics))
  }

  /// What each of some files holds, in their order.
  ///
  /// - Parameters:
  ///   - indexes: what their `articles.yml` say.
  ///   - known: what was read and extracted before, so that it need not be again.
  func parts(
    of files: [SourceList.File], _ indexes: SourceIndexes, known: KnownSources = KnownSources()
  ) async -> [Part] {
    // Files of many articles: their articles are dealt out, not they.
    let isDealt = files.count < jobs
    let reader = SourceReader(indexes: indexes, known: known, jobs: isDealt ? jobs : 1)
    return await parts(of: files, reader, isDealt: isDealt)
  }

  /// A digest, where it came from, and whether earlier runs know it under its id.
  struct Candidate {
    var digest: Digest
    /// The path of its file as opened.
    var path: String?
    var isKnown = false
    /// The content hash of its article, where that is known.
    var hash: String?
    /// The mark of its line in its file, where the line alone gives its article.
    var mark: KnownLines.Mark?
    /// Whether its file holds the whole text of what others give in part.
    var isWhole = false
  }

  /// Digests with unique ids, sorted; of an article that was read twice the first by path stays.
  package static func joined(_ digests: [Digest], _ diagnostics: [Diagnostic]) -> Result {
    let (joined, _) = joined(digests.map { Candidate(digest: $0) })
    return Result(digests: joined.map(\.digest), diagnostics: diagnostics, read: digests.count)
  }

  /// Candidates with unique ids, sorted, and for each of the given ones the id under which it stands.
  ///
  /// Equal texts under one id are one article. Different ones, and those under another headline, are versions of one
  /// article where the id was given or made from its address: the newest by its dates stays, of one file the later line. Where it was made from a path,
  /// or is a number in a stream without a name, they are two articles; the one that earlier runs know keeps the id, and
  /// the other gets a number.
  ///
  /// - Parameter candidates: those of one file in the order of the file.
  static func joined(_ candidates: [Candidate]) -> (kept: [Candidate], ids: [String]) {
    var ids = candidates.map(\.digest.article.id)
    let order = candidates.indices.sorted { a, b in
      if ids[a] != ids[b] { return ids[a] < ids[b] }
      let (x, y) = (candidates[a].digest.article, candidates[b].digest.article)
      return (candidates[a].isKnown ? 0 : 1, x.file ?? "", x.text, a)
        < (candidates[b].isKnown ? 0 : 1, y.file ?? "", y.text, b)
    }
    var kept: [Candidate] = []
    var places: [Int] = []
    var byID: [String: Int] = [:]
    var isSorted = true
    kept.reserveCapacity(candidates.count)
    for index in order {
      guard let first = byID[ids[index]] else {
        byID[ids[index]] = kept.count
        kept.append(candidates[index])
        places.append(index)
        continue
      }
      var candidate = candidates[index]
      let article = candidate.digest.article
      let other = kept[first].digest.article
      let isStream = article.file == nil && other.file == nil && kept[first].path == candidate.path
      let areVersions = !isStream && !other.isNamedByPath && !article.isNamedByPath
      if isSame(other, article), !(areVersions && isRetitled(other, article)) { continue }
      if areVersions {
        if isNewer(candidate, kept[first]) ?? (index > places[first]) {
          (kept[first], places[first]) = (candidate, index)
        }
        continue
      }
      var number = 2
      while let taken = byID["\(article.id)-\(number)"], !isSame(kept[taken].digest.article, article) {
        number += 1
      }
      ids[index] = "\(article.id)-\(number)"
      if byID[ids[index]] != nil { continue }
      candidate.digest.article.id = ids[index]
      candidate.isKnown = false
      isSorted = false
      byID[ids[index]] = kept.count
      kept.append(candidate)
      places.append(index)
    }
    if !isSorted { kept.sort { $0.digest.article.id < $1.digest.article.id } }
    return (kept, ids)
  }

  /// Whether two articles have headlines that differ.
  private static func isRetitled(_ a: Article, _ b: Article) -> Bool {
    a.title != nil && b.title != nil && a.title != b.title
  }

  /// Whether two articles of one id have the same text, or the same title where that is all that they have.
  private static func isSame(_ a: Article, _ b: Article) -> Bool {
    a.text == b.text && (!a.text.isEmpty || a.title == b.title)
  }

  /// Whether an article is to stand for another: a whole text for a part of it, a later version, by its dates, then by
  /// its file and by the path of that, which of a feed's bodies tells the later one; nil where all of these are equal.
  private static func isNewer(_ a: Candidate, _ b: Candidate) -> Bool? {
    guard a.isWhole == b.isWhole else { return a.isWhole }
    let (x, y) = (a.digest.article, b.digest.article)
    let (one, other) =
      (
        (x.updated ?? x.published ?? "", x.file ?? "", a.path ?? ""),
        (y.updated ?? y.published ?? "", y.file ?? "", b.path ?? "")
      )
    return one == other ? nil : one > other
  }

  /// The digests of articles that were read before, in their order.
  func digests(of articles: [Article]) async -> [Digest] {
    // An extractor loads all tables: none is made for nothing.
    let workers = min(jobs, articles.count)
    return await withTaskGroup(of: [(Int, Digest)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          let extractor = Extractor()
          return stride(from: worker, to: articles.count, by: workers).map { index in
            (index, extractor.digest(of: articles[index]).verified().digest)
          }
        }
      }
      var all: [(Int, Digest)] = []
      for await part in group { all += part }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// What one file holds.
  struct Part: Sendable {
    var digests: [Digest] = []
    var diagnostics: [Diagnostic] = []
    /// For each digest the mark of its line, where the line alone gives its article.
    var marks: [KnownLines.Mark?] = []
  }

  /// What each file holds, in the order of the files.
  private func parts(of files: [SourceList.File], _ reader: SourceReader, isDealt: Bool) async -> [Part] {
    let done = Count()
    let progress = progress
    if isDealt {
      return files.map { file in
        defer { progress.advance(done.next(), of: files.count) }
        return ArticleLoader.part(file, reader, on: extractors)
      }
    }
    let workers = min(jobs, max(1, files.count))
    return await withTaskGroup(of: [(Int, Part)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          let extractor = Extractor()
          var parts: [(Int, Part)] = []
          for index in stride(from: worker, to: files.count, by: workers) {
            parts.append((index, ArticleLoader.part(files[index], reader) { _ in [extractor] }))
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

  /// Articles of a file for each of whose extractors making one pays.
  private static let fewest = 40  // articles: an extractor loads its tables for some 30 ms

  /// Extractors for so many articles, as many as pay.
  private func extractors(_ count: Int) -> [Extractor] {
    (0..<max(1, min(jobs, count / ArticleLoader.fewest))).map { _ in Extractor() }
  }

  /// What a file holds.
  ///
  /// - Parameter extractors: for so many articles, at least one; not asked for where all are known.
  private static func part(
    _ file: SourceList.File, _ reader: SourceReader, on extractors: (Int) -> [Extractor]
  ) -> Part {
    let (result, marks) = reader.articles(in: file)
    let known = reader.known
    // An entry of a feed that has but a link is nothing to print.
    let shown = result.articles.indices.filter { !result.articles[$0].text.isEmpty || result.articles[$0].title != nil }
    var articles = shown.map { known.prepare(result.articles[$0]) }
    let renamed = zip(articles.indices, shown).filter { articles[$0].id != result.articles[$1].id }
    if !renamed.isEmpty {
      // An id that another line or entry has of its own is not given away.
      let own = Set(result.articles.map(\.id))
      for (index, at) in renamed where own.contains(articles[index].id) { articles[index].id = result.articles[at].id }
    }
    var digests = articles.map { known.digest($0) }
    let missing = articles.indices.filter { digests[$0] == nil }
    let made = Workers.map(missing.count, on: missing.isEmpty ? [] : extractors(missing.count)) { at, extractor in
      extractor.digest(of: articles[missing[at]]).verified()
    }
    for (index, digest) in zip(missing, made) { digests[index] = digest.digest }
    var part = Part(digests: digests.compactMap(\.self), diagnostics: result.diagnostics + made.flatMap(\.refused))
    part.marks = zip(shown, articles).map { index, article in
      // What an article is called elsewhere does not depend on its line alone.
      marks.isEmpty || article.id != result.articles[index].id ? nil : marks[index]
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
