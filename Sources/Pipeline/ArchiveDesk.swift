internal import Archive
internal import Prose
package import Foundation
package import NewsModel
package import Outside

/// What an operator and an editor do with the archive of a site: copies, proofs, approvals, redactions.
package struct ArchiveDesk: Sendable {
  private let state: StateFolder

  /// The archive of an output, where a build left it.
  ///
  /// - Throws: `FileError` where there is none.
  package init(output: String, configuration: String?) throws(FileError) {
    let candidates = StateFolder.candidates(output: output, configuration: configuration)
    guard let found = candidates.first(where: { Archive.exists(at: $0.archivePath) }) else {
      throw FileError(path: candidates[0].archivePath, reason: "there is no archive yet; run: daybrief build")
    }
    state = found
  }

  /// Takes the lock of the site for the time of some work; nil where a build holds it.
  private func locked<T>(_ work: (Archive) throws -> T) throws -> T? {
    guard let lock = try state.lock() else { return nil }
    defer { withExtendedLifetime(lock) {} }
    return try work(Archive(path: state.archivePath))
  }

  /// Copies the archive to a file, also while a build runs.
  package func backup(to target: String) throws { try Archive(path: state.archivePath).backup(to: target) }

  /// Reads all of it; answers the number of rows.
  package func verify() throws -> Int { try Archive(path: state.archivePath).verify() }

  /// Gives back room; answers the bytes before and after, or nil where a build runs.
  package func vacuum() throws -> (before: Int, after: Int)? {
    func size() -> Int { FileTree.size(of: state.archivePath) ?? 0 }
    let before = size()
    return try locked { archive in
      try archive.vacuum()
      return (before, size())
    }
  }

  /// Writes what cannot be made again, one JSON object a line.
  package func export(_ write: (Data) throws -> Void) throws { try Archive(path: state.archivePath).export(write) }

  /// Makes an archive from the lines of an export; answers the number of rows.
  package static func take(_ data: Data, output: String, configuration: String?) throws -> Int {
    let state = StateFolder(output: output, configuration: configuration)
    try state.make()
    let archive = try Archive(path: state.archivePath)
    let lines = JSONLines(data).map { (number: $0.number, line: $0.line) }
    let rows = try archive.take(lines)
    _ = try archive.verify()
    return rows
  }

  /// Approves the edition of a day; false where a build runs.
  package func approve(_ day: CivilDay) throws -> Bool {
    let done: Bool? = try locked { archive in
      try archive.note(.approve, day.description, on: day.description)
      try BuildMemo.forgetOutcome(in: archive)
      return true
    }
    return done ?? false
  }

  /// Whether there is an edition of a day.
  package func hasEdition(of day: CivilDay) throws -> Bool {
    try Archive(path: state.archivePath).memory().editions.contains { $0.day == day }
  }

  /// What a redaction did.
  package struct Redacted: Sendable {
    /// Versions of articles from which words were removed, or which are gone.
    package var versions: Int
    /// Editions that will be printed anew without them.
    package var editions: Int
  }

  /// Blacks out a person in all that the archive holds and in all that is read later.
  ///
  /// - Parameter spellings: of the name; a spelling of two words or more is needed.
  /// - Returns: nil where a build runs.
  package func redact(person spellings: [String]) throws -> Redacted? {
    let subjects = Redaction.subjects(for: spellings)
    guard !subjects.isEmpty else {
      throw FileError(
        path: spellings.first ?? "",
        reason: "give a full name, first and family name; one word alone is too many people")
    }
    return try locked { archive in
      let redaction = Redaction(subjects: subjects)
      let latest = try archive.memory().latest?.day
      for subject in subjects { try archive.note(.redactName, subject, on: latest?.description) }
      let changed = try archive.redact(redaction.redacted)
      let editions = try reprint(archive, touching: changed, naming: spellings)
      try finish(archive)
      return Redacted(versions: changed.count, editions: editions)
    }
  }

  /// Removes an article for good.
  ///
  /// - Returns: nil where a build runs.
  package func redact(article id: String) throws -> Redacted? {
    try locked { archive in
      let memory = try archive.memory()
      let known = memory.entities.first { $0.kind == .article && ($0.id == id || $0.slug == id) }
      let name = known?.id ?? id
      guard try archive.remove(article: name) else {
        throw FileError(path: id, reason: "the archive has no such article; its id is in its page's index.json")
      }
      try archive.note(.redactArticle, name, on: memory.latest?.day.description)
      let editions = try reprint(archive, touching: [name], naming: [])
      try finish(archive)
      return Redacted(versions: 1, editions: editions)
    }
  }

  /// Has the editions printed anew that show something of some articles, or a name; each notes it as a correction.
  private func reprint(_ archive: Archive, touching articles: Set<String>, naming names: [String]) throws -> Int {
    var memory = try archive.memory()
    guard let latest = memory.latest?.day else { return 0 }
    var count = 0
    for index in memory.editions.indices {
      let edition = memory.editions[index]
      let printed = (edition.markdown ?? "") + (edition.data ?? "")
      let shows =
        !articles.isDisjoint(with: edition.articles) || edition.passages.contains { articles.contains($0.article) }
      guard shows || names.contains(where: { printed.localizedCaseInsensitiveContains($0) }) else { continue }
      count += 1
      memory.editions[index].markdown = nil
      memory.editions[index].data = nil
      memory.editions[index].passages = []
      memory.editions[index].corrections.append(Correction(noted: latest, kind: .redacted, article: nil))
    }
    let slugs = names.map(Transliteration.slug)
    func tells(_ text: String) -> Bool { slugs.contains { "-\(text)-".contains("-\($0)-") } }
    // An address that has the name in it goes, and with it what would lead there.
    let telling = memory.entities.filter { tells($0.slug) || tells($0.id) }
    memory.entities.removeAll { tells($0.slug) || tells($0.id) }
    for index in memory.entities.indices where memory.entities[index].kind == .actor {
      memory.entities[index].members.removeAll { tells(ActorIdentity.Reference.actor(ofMember: $0)) }
    }
    try archive.forget(telling)
    try archive.keep(memory)
    return count
  }

  /// What was removed is overwritten on the disk too, and the next build looks at everything.
  private func finish(_ archive: Archive) throws {
    try BuildMemo.forget(in: archive)
    try archive.forgetDerived()
    try archive.forgetSourceFiles()
    try archive.vacuum()
  }
}
