internal import Archive
internal import Extract
internal import Foundation
internal import NewsModel
internal import Outside

/// Loads articles with the help of an archive: a file that did not change is not opened, an article that is known is
/// not extracted again.
struct ArchivedLoader: Sendable {
  /// What was loaded.
  struct Outcome: Sendable {
    /// Of the articles to be shown, sorted by id.
    var digests: [Digest]
    /// What could not be used, in the order of the files.
    var diagnostics: [Diagnostic]
    /// How many files there are, and how many were opened.
    var files: Int
    var opened: Int
    /// How many articles were extracted.
    var extracted: Int
    /// Ids of articles that have a new version.
    var changed: Set<String>
    /// Hashes of the articles' content, by id.
    var contents: [String: String]
  }

  let archive: Archive
  /// What the archive shows, where it was read before; it is read when it is needed where not.
  var stored: ReadAhead<[Archive.Version]>?
  let loader: ArticleLoader
  /// What is done to an article before anything is looked for in it.
  var prepare: @Sendable (Article) -> Article = { $0 }
  /// What was removed for good, beside what the archive knows of it.
  var register: RedactionRegister?
  /// Which paths the archive does not keep as they are.
  var paths = HiddenPaths()

  /// Loads the articles of some files.
  ///
  /// - Parameters:
  ///   - stamps: how the files look.
  ///   - accumulates: whether articles of earlier runs are shown too that no file holds any more.
  ///   - digests: made elsewhere, to be shown too.
  func load(
    _ list: SourceList, _ stamps: SourceStamps, digests made: [Digest], accumulates: Bool, day: CivilDay?
  ) async throws -> Outcome {
    let (prepare, paths) = (prepare, paths)
    let removed = RemovedArticles(ids: try archive.removedArticles(), register: register)
    let stored = StoredVersions(try await current())
    let known = paths.restored(try archive.sourceFiles(), of: list)
    func stamp(_ file: SourceList.File) -> String { paths.kept("\(stamps[file])|\(Revision.text)", of: file.path) }
    @Sendable func basis(_ file: SourceList.File) -> String { paths.kept(stamps.basis(file), of: file.path) }
    var same: [SourceList.File] = []
    var changed: [SourceList.File] = []
    for file in list.files {
      if known[file.path]?.stamp == stamp(file) { same.append(file) } else { changed.append(file) }
    }
    let indexes = SourceIndexStamps(list, stamps, known: known)
    let given = SourceIndexes(changed)
    // What cannot be said of a file that is known stays as it was said before.
    same += changed.filter { given.isHeldBack($0) && known[$0.path] != nil }
    changed.removeAll(where: given.isHeldBack)
    let (identities, formers) = (GuidIdentities(stored.all), FormerIdentities(stored.all))
    let files = FileIdentities(
      changed.isEmpty ? [] : stored.all.map(\.article), present: list.files.map(\.relative))
    let sources = KnownSources(
      // What was removed stays known by the id that it was removed under.
      prepare: {
        removed.contains($0.id) ? $0 : formers.identified(files.identified(prepare(identities.identified($0))))
      },
      digest: { article in stored.place(holding: article).flatMap { stored.all[$0].digest } },
      lines: { file in
        guard let lines = known[file.path]?.lines, lines.basis == basis(file) else { return KnownLines() }
        return KnownLines(lines.versions.compactMapValues(stored.place(ofNumber:)), prepare: prepare) {
          stored.all[$0].article
        }
      }, removed: removed)
    let parts = await loader.parts(of: changed, given, known: sources)
    var candidates = try reused(same, known, stored)
    for (file, part) in zip(changed, parts) {
      candidates += zip(part.digests, part.marks).map { digest, mark in
        let place = stored.place(holding: digest.article)
        return ArticleLoader.Candidate(
          digest: digest, path: file.path, isKnown: place != nil,
          hash: place.map { stored.all[$0].hash } ?? Archive.hash(of: digest.article), mark: mark,
          isWhole: file.isWhole)
      }
    }
    for var digest in await ready(made, prepare: sources.prepare) {
      let place = stored.place(holding: digest.article)
      if let same = place.flatMap({ stored.all[$0].digest }) { digest = same }
      candidates.append(
        ArticleLoader.Candidate(digest: digest, path: digest.article.file, isKnown: place != nil))
    }
    candidates.removeAll { candidate in
      let article = candidate.digest.article
      return removed.contains(article.id) || removed.contains(Redaction.hidden(article.id))
        || removed.holdsWords(of: article)
    }
    let (joined, ids) = ArticleLoader.joined(candidates)
    let (numbers, contents, fresh, revised) = try save(joined, stored, day)
    var rows = ArchivedLoader.rows(changed, parts, candidates, ids, numbers, contents)
    for file in changed {
      rows[file.path]?.stamp = stamp(file)
      rows[file.path]?.lines.basis = basis(file)
    }
    if !rows.isEmpty { try archive.keep(paths.hidden(rows)) }
    let listed = Set(list.files.map(\.path))
    let gone = known.keys.filter { path in
      accumulates && HiddenPaths.isHidden(path) || list.isFetched(path) && !listed.contains(path)
    }
    try archive.forget(files: gone.sorted())
    if !indexes.fresh.isEmpty { try archive.keep(paths.hidden(indexes.fresh)) }
    let digests = joined.map(\.digest)
    var shown = digests
    if accumulates {
      let ids = Set(digests.map(\.article.id))
      shown += stored.all.filter { !ids.contains($0.article.id) }.compactMap(\.digest)
      shown.sort { $0.article.id < $1.article.id }
    }
    let anew = Dictionary(zip(changed.map(\.path), parts.map(\.diagnostics))) { first, _ in first }
    let diagnostics =
      list.diagnostics + indexes.diagnostics
      + list.files.flatMap { file in
        (anew[file.path] ?? known[file.path]?.diagnostics ?? []).filter { !file.isReplaced || $0.code != .empty }
      }
    return Outcome(
      digests: shown, diagnostics: diagnostics, files: list.files.count, opened: changed.count, extracted: fresh,
      changed: revised, contents: contents)
  }

  /// Digests that were made elsewhere, made again where their article is not to be shown as it is there.
  private func ready(_ made: [Digest], prepare: @Sendable (Article) -> Article) async -> [Digest] {
    var digests = made
    var changed: [Int] = []
    for index in digests.indices {
      let before = digests[index].article
      let article = prepare(before)
      guard article != before else { continue }
      digests[index].article = article
      if article.text != before.text || article.title != before.title || article.author != before.author {
        changed.append(index)
      }
    }
    for (index, digest) in zip(changed, await loader.digests(of: changed.map { digests[$0].article })) {
      digests[index] = digest
    }
    return digests
  }

  /// All that the archive shows, without looking at any source.
  func loadArchived() async throws -> Outcome {
    let stored = StoredVersions(try await current())
    return Outcome(
      digests: stored.all.compactMap(\.digest), diagnostics: [], files: 0, opened: 0, extracted: 0,
      changed: Set(try pending()), contents: stored.contents)
  }

  /// What the archive shows, with digests by this extractor.
  private func current() async throws -> [Archive.Version] {
    try await upToDate(stored?.take() ?? (try archive.current(extractor: Revision.text)))
  }

  /// Versions of which the digest was made by this extractor; others are extracted again.
  private func upToDate(_ versions: [Archive.Version]) async throws -> [Archive.Version] {
    let stale = versions.indices.filter { versions[$0].digest == nil }
    guard !stale.isEmpty else { return versions }
    var versions = versions
    let articles = stale.map { versions[$0].article }
    let digests = await loader.digests(of: articles)
    for (index, digest) in zip(stale, digests) { versions[index].digest = digest }
    _ = try archive.keep(digests, extractor: Revision.text, day: nil)
    return versions
  }

  /// The digests of versions that unchanged files hold; of several that hold one the last by path counts.
  private func reused(
    _ files: [SourceList.File], _ known: [String: Archive.SourceFile], _ stored: StoredVersions
  ) throws -> [ArticleLoader.Candidate] {
    var holders: [Int64: SourceList.File] = [:]
    var numbers: [Int64] = []
    for file in files {
      for number in known[file.path]?.versions ?? [] {
        if holders.updateValue(file, forKey: number) == nil { numbers.append(number) }
      }
    }
    let older = numbers.filter { stored.place(ofNumber: $0) == nil }
    let others = try archive.versions(older, extractor: Revision.text)
    func candidate(_ version: Archive.Version, isKnown: Bool) -> ArticleLoader.Candidate? {
      let holder = holders[version.number]
      return version.digest.map {
        ArticleLoader.Candidate(
          digest: $0, path: holder?.path, isKnown: isKnown, isWhole: holder?.isWhole ?? false)
      }
    }
    return numbers.compactMap { number in
      stored.place(ofNumber: number).flatMap { candidate(stored.all[$0], isKnown: true) }
    } + others.compactMap { candidate($0, isKnown: false) }
  }

  /// Keeps what is new; answers the numbers of versions and the hashes of contents by id, how many were new, and which
  /// are new versions.
  private func save(
    _ candidates: [ArticleLoader.Candidate], _ stored: StoredVersions, _ day: CivilDay?
  ) throws -> (numbers: [String: Int64], contents: [String: String], fresh: Int, revised: Set<String>) {
    var numbers: [String: Int64] = [:]
    var contents = stored.contents
    var fresh: [Digest] = []
    var revised: Set<String> = []
    for candidate in candidates {
      let id = candidate.digest.article.id
      let place = stored.place(of: id)
      if let place, candidate.isKnown || stored.place(holding: candidate.digest.article) != nil {
        numbers[id] = stored.all[place].number
      } else {
        contents[id] = Archive.hash(of: candidate.digest.article)
        if let place, stored.all[place].article.text != candidate.digest.article.text { revised.insert(id) }
        fresh.append(candidate.digest)
      }
    }
    // Noted before the articles are kept: a run that is cut off in between leaves it to the next to tell of the change.
    revised.formUnion(try pending())
    if !revised.isEmpty {
      try archive.setState(ArchivedLoader.changedKey, Array(revised.sorted().joined(separator: "\n").utf8))
    }
    for (digest, number) in zip(fresh, try archive.keep(fresh, extractor: Revision.text, day: day)) {
      numbers[digest.article.id] = number
    }
    return (numbers, contents, fresh.count, revised)
  }

  /// Where the ids wait of articles that changed and of which no edition has told yet.
  private static let changedKey = "changed"

  private func pending() throws -> [String] {
    let bytes = try archive.state(ArchivedLoader.changedKey) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// Notes that editions have told of all changes.
  static func told(in archive: Archive) throws { try archive.setState(changedKey, nil) }

  /// What is kept of files that were read: the versions that they hold, what was told of them, and of which lines it is
  /// known what they give. Stamps are left open.
  private static func rows(
    _ files: [SourceList.File], _ parts: [ArticleLoader.Part], _ candidates: [ArticleLoader.Candidate],
    _ ids: [String], _ numbers: [String: Int64], _ contents: [String: String]
  ) -> [String: Archive.SourceFile] {
    var rows: [String: Archive.SourceFile] = [:]
    for (file, part) in zip(files, parts) {
      rows[file.path] = Archive.SourceFile(stamp: "", versions: [], diagnostics: part.diagnostics)
    }
    for (candidate, id) in zip(candidates, ids) {
      guard let path = candidate.path, let number = numbers[id] else { continue }
      rows[path]?.versions.append(number)
      // Where another article stands under the id, the line gave something else than the version holds.
      guard let mark = candidate.mark, id == candidate.digest.article.id, candidate.hash == contents[id] else {
        continue
      }
      rows[path]?.lines.versions[mark] = number
    }
    return rows
  }
}
