import Foundation
import GRDB
import NewsModel
import Testing

@testable import Archive

/// An archive in a folder that is gone afterwards.
struct Bench {
  let folder: String
  var path: String { "\(folder)/\(Archive.fileName)" }

  init() throws {
    folder = NSTemporaryDirectory() + "daybrief-archive-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func clear() { try? FileManager.default.removeItem(atPath: folder) }

  /// A digest that has something in every field.
  static func digest(_ id: String, _ text: String = "Le maire, Paul Lenoir, a dit « oui » mardi à 12 élus.") -> Digest {
    var article = Article(
      id: id, text: text, title: "Le vote", url: "https://a.example/\(id)", source: "Le Phare", author: "A. B.",
      published: "2031-03-01", updated: "2031-03-02T08:00:00Z", language: "fr", file: "\(id).txt", guid: "g-\(id)",
      foundInText: ["title"], leftOut: [LeftOut(line: 3, text: "Partager", reason: .share)])
    article.diagnostics = [Diagnostic(.truncated, "cut", span: Span(0, 2), file: "f", line: 4)]
    var digest = Digest(article: article)
    digest.keyPoints = [KeyPoint(span: Span(0, 8), score: 0.25)]
    digest.quotes = [
      Quote(
        span: Span(3, 7), form: .direct, cue: Span(1, 2), utterance: 2,
        speaker: Speaker(actor: "paul-lenoir", span: Span(10, 21), basis: .inferred), leftOpen: true, rule: "guillemets"
      ),
      Quote(span: Span(0, 1), form: .indirect, utterance: -1, rule: ""),
    ]
    digest.actors = [
      Actor(
        id: "paul-lenoir", name: "Paul Lenoir", kind: .person, roles: [Span(0, 8)], mentions: [Span(10, 21)],
        evidence: .init(person: 3, organization: -2, place: 0, nothing: 1))
    ]
    digest.dates = [
      DateMention(
        span: Span(40, 45), value: CalendarValue(text: "2031-02-25", precision: .day), basis: .relative,
        anchor: .published(CivilDay(number: -3)), rule: "weekday"),
      DateMention(
        span: Span(0, 1), value: nil, basis: .stated, anchor: .mention(CalendarValue(text: "2030", precision: .year))),
    ]
    digest.figures = [
      Figure(
        span: Span(48, 50), value: 12.5, unit: "élus", approximation: .between,
        bounds: .init(low: 10, high: 15), rule: "digits"),
      Figure(span: Span(0, 1), value: nil, unit: nil),
    ]
    digest.relays = [Relay(span: Span(1, 3), name: "AFP", url: nil)]
    digest.diagnostics = [Diagnostic(.machineTranslation, "le le", span: Span(1, 2), sign: .doubledWord)]
    return digest
  }
}

@Suite("Archive")
struct ArchiveTests {
  @Test("What is kept of an article and its digest is what comes back")
  func roundTrip() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let digests = [Bench.digest("b"), Bench.digest("a", "Rien — « élan » 日本.")]
    let numbers = try Archive(path: bench.path).keep(digests, extractor: "1", day: CivilDay(iso: "2031-03-01"))
    let back = try Archive(path: bench.path).current(extractor: "1")
    #expect(back.map(\.digest) == [digests[1], digests[0]])
    #expect(back.map(\.number) == [numbers[1], numbers[0]])
    #expect(back[0].seen == CivilDay(iso: "2031-03-01"))
    #expect(try Archive(path: bench.path).current(extractor: "2").allSatisfy { $0.digest == nil })
  }

  @Test("A changed article is a new version, and the one before stays")
  func versions() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    let first = Bench.digest("a")
    var second = Bench.digest("a", "Le maire a dit « non » mardi, corrige le journal.")
    second.quotes = []
    let one = try archive.keep([first], extractor: "1", day: nil)
    let two = try archive.keep([second], extractor: "1", day: nil)
    #expect(one != two)
    #expect(try archive.keep([second], extractor: "1", day: nil) == two)
    #expect(try archive.current(extractor: "1").map(\.digest) == [second])
    #expect(try archive.texts()["a"] == [second.article.text, first.article.text])
    // An outlet that takes its correction back has no third version.
    #expect(try archive.keep([first], extractor: "1", day: nil) == one)
    #expect(try archive.texts()["a"]?.count == 2)
  }

  @Test("Names of pages and editions come back as they were kept")
  func memory() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    let day = try #require(CivilDay(iso: "2031-03-01"))
    var edition = Edition(
      day: day, number: 3, state: .closed, articles: ["a", "b"], stories: ["s-a"], summary: "Un sujet",
      markdown: "# Un\n", data: "{}", passages: [Passage(article: "a b", span: Span(3, 9))],
      corrections: [Correction(noted: day, kind: .added, article: "c")])
    edition.earlier = ["s-z"]
    var changed = Correction(noted: day, kind: .changed, article: "a")
    changed.changes = [
      .init(before: .init(Span(0, 2), of: "été"), after: .init(Span(0, 5), of: "hiver")),
      .init(before: .init(Span(2, 3), of: "été"), after: nil),
    ]
    var rights = Correction(noted: day, kind: .rights, article: nil)
    rights.outlet = "Le Phare"
    rights.removed = 2
    var elsewhere = Correction(noted: day.adding(days: 1), kind: .changed, article: "a")
    elsewhere.changes = []
    edition.corrections += [changed, rights, elsewhere]
    let memory = SiteMemory(
      entities: [
        KnownEntity(kind: .actor, id: "x", slug: "x", members: ["a x", "b x"], firstSeen: day),
        KnownEntity(kind: .story, id: "s-a", slug: "le-vote", members: ["a"], successor: "s-b"),
      ], editions: [edition],
      partings: [Parting(story: "s-c", origin: "s-a", noted: day), Parting(story: "s-d", origin: "s-a")])
    try archive.keep(memory)
    #expect(try archive.memory() == memory)
    try archive.keep(memory)
    #expect(try archive.memory() == memory)
    #expect(try archive.verify() > 6)
    var lines: [Data] = []
    try archive.export { lines.append($0) }
    let copy = try Bench()
    defer { copy.clear() }
    let other = try Archive(path: copy.path)
    _ = try other.take(lines.enumerated().map { (number: $0 + 1, line: $1) })
    #expect(try other.memory() == memory)
  }

  @Test("An archive of a newer version is refused with words")
  func newer() throws {
    let bench = try Bench()
    defer { bench.clear() }
    _ = try Archive(path: bench.path)
    try Archive(path: bench.path).queue.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2099-01 something else')")
    }
    let error = #expect(throws: ArchiveError.self) { try Archive(path: bench.path) }
    #expect(error?.description.contains("newer version of daybrief") ?? false)
  }

  @Test("A removed article is gone with its words, and its id stays blocked")
  func removal() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    _ = try archive.keep([Bench.digest("a", "Un mot unique : zibeline.")], extractor: "1", day: nil)
    #expect(try archive.remove(article: "a"))
    #expect(try !archive.remove(article: "a"))
    try archive.vacuum()
    #expect(try archive.current(extractor: "1").isEmpty)
    #expect(try archive.removedArticles() == ["a"])
    let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path))
    #expect(bytes.range(of: Data("zibeline".utf8)) == nil)
    #expect(try archive.verify() >= 0)
  }

  @Test("Names are taken out of an archive from which an article was removed, out of its id too")
  func redactionAfterRemoval() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    _ = try archive.keep([Bench.digest("lenoir"), Bench.digest("b")], extractor: "1", day: nil)
    #expect(try archive.remove(article: "lenoir"))
    let changed = try archive.redact { article in
      var made = article
      made.text = article.text.replacing("Lenoir", with: "—")
      if article.id == "lenoir" { made.id = "c" }
      return made
    } text: {
      $0
    }
    #expect(changed == ["b": "b", "lenoir": "c"])
    #expect(try archive.removedArticles() == ["c"])
    #expect(
      try archive.current(extractor: "1").map(\.article.text) == ["Le maire, Paul —, a dit « oui » mardi à 12 élus."])
    #expect(try archive.verify() >= 0)
  }

  @Test("Changes that belong together are done together or not at all")
  func atOnce() throws {
    struct Halt: Error {}
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    _ = try archive.keep([Bench.digest("a"), Bench.digest("b")], extractor: "1", day: nil)
    #expect(throws: Halt.self) {
      try archive.atOnce {
        _ = try archive.remove(article: "a")
        try archive.note(.redactArticle, "a", on: nil)
        // What was done is seen from within, and by nobody else.
        let within = try archive.removedArticles()
        #expect(within == ["a"])
        let beside = try archive.readBeside { try String.fetchAll($0, sql: "SELECT id FROM article WHERE removed = 1") }
        #expect(beside.isEmpty)
        throw Halt()
      }
    }
    #expect(try archive.removedArticles().isEmpty)
    #expect(try archive.decisions().isEmpty)
    #expect(try archive.current(extractor: "1").count == 2)
    let done = try archive.atOnce {
      _ = try archive.remove(article: "a")
      return try archive.removedArticles()
    }
    #expect(done == ["a"])
    #expect(try Archive(path: bench.path).removedArticles() == ["a"])
    #expect(try archive.verify() >= 0)
  }

  @Test("A backup taken while the archive is open is whole")
  func backup() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    _ = try archive.keep([Bench.digest("a")], extractor: "1", day: nil)
    try archive.backup(to: "\(bench.folder)/copy.sqlite")
    #expect(try Archive(path: "\(bench.folder)/copy.sqlite").current(extractor: "1").count == 1)
  }

  @Test("An export makes the same archive again, but for what can be made from it")
  func export() throws {
    let bench = try Bench()
    defer { bench.clear() }
    let archive = try Archive(path: bench.path)
    _ = try archive.keep([Bench.digest("a"), Bench.digest("b", "Deux.")], extractor: "1", day: nil)
    try archive.note(.approve, "2031-03-01", on: "2031-03-01")
    var lines: [(number: Int, line: Data)] = []
    try archive.export { lines.append((lines.count + 1, $0)) }
    let copy = try Archive(path: "\(bench.folder)/other.sqlite")
    #expect(try copy.take(lines) == lines.count - 1)
    #expect(try copy.current(extractor: "1").map(\.article) == archive.current(extractor: "1").map(\.article))
    #expect(try copy.decisions() == archive.decisions())
    #expect(throws: ArchiveError.self) { try copy.take(lines) }
    let third = try Archive(path: "\(bench.folder)/third.sqlite")
    let error = #expect(throws: ArchiveError.self) {
      try third.take([(number: 7, line: Data("{\"table\":\"nothing\"}".utf8))])
    }
    #expect(error?.description.hasPrefix("line 7:") ?? false)
    // An export that was cut off is not taken for whole, wherever it was cut.
    for length in 0..<lines.count {
      let error = #expect(throws: ArchiveError.self) { try third.take(Array(lines.prefix(length))) }
      #expect(error?.description.contains("cut off") == true, "\(length) of \(lines.count) lines")
    }
    #expect(try third.current(extractor: "1").isEmpty)
    #expect(try third.take(lines) == lines.count - 1)
  }

  @Test("Bytes flipped at fifty places are noticed, or change nothing that is read")
  func flips() throws {
    let bench = try Bench()
    defer { bench.clear() }
    do {
      let archive = try Archive(path: bench.path)
      _ = try archive.keep((0..<40).map { Bench.digest("a\($0)", "Texte \($0) : « élan ».") }, extractor: "1", day: nil)
      try archive.keep(
        SiteMemory(
          entities: (0..<40).map { KnownEntity(kind: .story, id: "s-\($0)", slug: "sujet-\($0)", members: ["a\($0)"]) })
      )
      try archive.vacuum()
    }
    let whole = try Data(contentsOf: URL(fileURLWithPath: bench.path))
    let before = try Archive(path: bench.path).current(extractor: "1").map(\.digest)
    let memory = try Archive(path: bench.path).memory()
    var noticed = 0
    for flip in 0..<50 {
      var bytes = whole
      let at = (flip * 2_654_435_761) % whole.count
      bytes[at] ^= UInt8(1 << (flip % 8))
      for ending in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: bench.path + ending) }
      try bytes.write(to: URL(fileURLWithPath: bench.path))
      if let found = contents(of: bench.path) {
        #expect(found.digests == before && found.memory == memory, "a flip at byte \(at) went unnoticed")
      } else {
        noticed += 1
      }
    }
    #expect(noticed > 0)
  }

  /// What an archive holds; nil where it says that it is damaged.
  private func contents(of path: String) -> (digests: [Digest?], memory: SiteMemory)? {
    guard let archive = try? Archive(path: path), let versions = try? archive.current(extractor: "1"),
      let memory = try? archive.memory()
    else { return nil }
    return (versions.map(\.digest), memory)
  }
}
