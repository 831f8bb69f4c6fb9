internal import Cluster
internal import Exchange
internal import Extract
package import Foundation
package import NewsModel
internal import Outside
internal import Read

/// The stages as filters: a line of JSON in, a line of JSON out (see the contract in README).
package struct Filters {
  let output: LineOutput
  let report: (Diagnostic) -> Void

  /// Filters that write lines to `write` and tell what could not be used to `report`.
  package init(write: @escaping (Data) -> Void, report: @escaping (Diagnostic) -> Void) {
    output = LineOutput(write: write)
    self.report = report
  }

  /// What digests depend on besides their articles: where it changed, they are to be made again.
  package static var revision: String { Revision.text }

  /// Writes what is still held back; to be called once at the end.
  package func flush() { output.flush() }

  /// Paths in, articles out, file by file. Returns what could not be used.
  ///
  /// - Parameters:
  ///   - rejected: where what could not be used is written too, a line of JSON for each.
  ///   - tell: is given a line on files that no reader reads.
  /// - Throws: `FileError` where what could not be used cannot be written.
  package func read(
    _ paths: [String], rejected: String? = nil, tell: ((String) -> Void)? = nil
  ) throws -> [Diagnostic] {
    let side = try rejected.map(RejectedLines.init)
    let list = SourceList(paths)
    if let remark = list.remark { tell?(remark) }
    let (articles, diagnostics) = ArticleLoader(jobs: 1, progress: SilentProgress()).articles(in: list)
    for article in articles { emit(ArticleRecord(article)) }
    for diagnostic in diagnostics { side?.append(diagnostic) }
    try side?.close()
    return diagnostics
  }

  /// Articles or digests in, their groups out, in input order.
  ///
  /// Lines are read one at a time: of an article its sketch stays in memory, and what origins need is put aside.
  ///
  /// - Parameters:
  ///   - rejected: where lines that could not be used are written too, a line of JSON for each.
  ///   - tell: is given a line on the processor time that each part took.
  /// - Returns: what is wrong with the files, standard input where none is named.
  /// - Throws: `FileError` where what could not be used cannot be written.
  package func cluster(
    _ files: [String], asIs: Bool, rejected: String? = nil, tell: ((String) -> Void)? = nil
  ) throws -> [Diagnostic] {
    let side = try rejected.map(RejectedLines.init)
    let started = Clock.processorSeconds
    var inOrigins = 0.0
    let sketcher = Sketcher()
    let aside = SpillFile()
    var sketches: [ArticleSketch] = []
    var outlines: [SpillFile.Place] = []
    let diagnostics = eachDigest(of: files, asIs: asIs, rejected: side) { digest in
      let (sketch, outline) = sketcher.sketchAndOutline(of: digest)
      sketches.append(sketch)
      outlines.append(aside.append(outline.encoded))
    }
    try side?.close()
    let read = Clock.processorSeconds
    let clusterer = Clusterer()
    let ids = sketches.map(\.article)
    let places = Dictionary(zip(ids, outlines)) { first, _ in first }
    // The sketches are given away: they are the most of what is in memory, and shed on the way.
    let clustering = clusterer.clustering(of: consume sketches) { ids in
      let before = Clock.processorSeconds
      defer { inOrigins += Clock.processorSeconds - before }
      return clusterer.origins(
        of: ids, outlines: ids.compactMap { places[$0].flatMap { ReportOutline(encoded: aside.bytes(at: $0)) } })
    }
    let clustered = Clock.processorSeconds
    var groups: [String: Group] = [:]
    groups.reserveCapacity(ids.count)
    for story in clustering.stories {
      for origin in story.origins {
        for id in origin.articles { groups[id] = Group(story: story.id, thread: story.thread, origin: origin.id) }
      }
    }
    let lines = GroupLine()
    for id in ids {
      guard let group = groups[id] else { continue }
      lines.withLine(id: id, story: group.story, thread: group.thread, origin: group.origin) { output.append($0) }
    }
    func seconds(_ value: Double) -> String { String(format: "%.2f", value) }
    tell?(
      "\(ids.count) articles, processor seconds: \(seconds(read - started)) reading, "
        + "\(seconds(clustered - read - inOrigins)) stories, threads and actors, \(seconds(inOrigins)) origins, "
        + "\(seconds(Clock.processorSeconds - clustered)) writing")
    return diagnostics
  }

  /// Articles or digests in, and lines of text that say why two of them are of one story or not.
  ///
  /// - Returns: what is wrong with the files, standard input where none is named.
  package func explain(_ a: String, _ b: String, _ files: [String], asIs: Bool) -> [Diagnostic] {
    let sketcher = Sketcher()
    var sketches: [ArticleSketch] = []
    let diagnostics = eachDigest(of: files, asIs: asIs) { sketches.append(sketcher.sketch(of: $0)) }
    guard let pair = Clusterer().explanation(a, b, in: sketches) else {
      let known = Set(sketches.map(\.article))
      let wrong = [a, b].first { !known.contains($0) }
      report(
        Diagnostic(
          .badLine, wrong.map { "no article of the input has the id \"\($0)\"" } ?? "two different ids are needed",
          file: Filters.name(of: files)))
      return diagnostics
    }
    for line in ExplanationText.lines(pair) { output.append(Array(line.utf8)) }
    return diagnostics
  }

  /// What several files are called together.
  private static func name(of files: [String]) -> String { files.count == 1 ? files[0] : "standard input" }

  /// Digests as they are, articles extracted, in the order of the lines.
  private func eachDigest(
    of files: [String], asIs: Bool, rejected side: RejectedLines? = nil, _ use: (Digest) -> Void
  ) -> [Diagnostic] {
    let scan = DigestScan()
    // An extractor loads all tables: none is made for nothing.
    var extractor: Extractor?
    let lines = ArticleLines(asIs: asIs)
    let name = Filters.name(of: files)
    return InputLines.each(of: files) { number, line in
      if let record = try? scan.record(line), record.isDigest, let id = record.articleRecord.id,
        let digest = record.digest(id: id)
      {
        use(digest)
      } else {
        let (article, diagnostics) = lines.article(line, at: ArticleLines.Place(file: name, line: number))
        for diagnostic in diagnostics {
          report(diagnostic)
          side?.append(diagnostic, of: line)
        }
        guard let article else { return }
        let ready = extractor ?? Extractor()
        extractor = ready
        use(ready.digest(of: article))
      }
    }.map { Diagnostic(.unreadable, "\($0.reason); check the path", file: $0.path) }
  }

  /// Pairs of names in, answers out.
  package func matchNames(_ input: Data, file: String) {
    let matcher = NameMatcher()
    for (number, line) in JSONLines(input) {
      do {
        let pair = try JSONLine.decode(NamePair.self, from: line)
        let answer = matcher.answer(pair.a, pair.b, kind: pair.kind.flatMap(Actor.Kind.init) ?? .person)
        emit(
          NameAnswer(
            id: pair.id, same: answer.verdict == .same, verdict: answer.verdict.rawValue, score: answer.score,
            why: answer.why.rawValue))
      } catch {
        report(Diagnostic(.badLine, JSONLine.explanation(of: error), file: file, line: number))
      }
    }
  }

  private func emit(_ value: some Encodable) {
    do {
      output.append(try JSONLine.encode(value))
    } catch {
      report(Diagnostic(.badLine, "this could not be written as JSON: \(error)"))
    }
  }

  private struct Group {
    var story: String
    var thread: String
    var origin: String
  }
  private struct NamePair: Decodable {
    var id: String
    var a: String
    var b: String
    var kind: String?
  }
  private struct NameAnswer: Encodable {
    var id: String
    var same: Bool
    var verdict: String
    var score: Double
    var why: String
  }
}

/// Gathers lines, so that a system call is paid for many at once.
final class LineOutput {
  /// Bytes held back at most.
  private static let room = 1 << 16
  private let write: (Data) -> Void
  private var held: [UInt8] = []

  init(write: @escaping (Data) -> Void) { self.write = write }

  func append(_ line: some Collection<UInt8>) {
    if line.withContiguousStorageIfAvailable({ held.append(contentsOf: $0) }) == nil { held.append(contentsOf: line) }
    held.append(0x0A)
    if held.count >= LineOutput.room { flush() }
  }

  func flush() {
    if !held.isEmpty { write(Data(held)) }
    held.removeAll(keepingCapacity: true)
  }
}

/// The lines of a JSON lines text that hold something, with their numbers from 1.
struct JSONLines: Sequence, IteratorProtocol {
  private let data: Data
  private var start: Int
  private var number = 0

  init(_ data: Data) {
    self.data = data
    start = data.startIndex
  }

  mutating func next() -> (number: Int, line: Data)? {
    while start < data.endIndex {
      number += 1
      let length = data.withUnsafeBytes { all -> Int in
        let rest = all[(start - data.startIndex)...]
        return rest.firstIndex(of: 0x0A).map { $0 - rest.startIndex } ?? rest.count
      }
      let line = data[start..<start + length]
      start += length + 1
      if line.withUnsafeBytes({ $0.contains { $0 > 0x20 } }) { return (number, line) }
    }
    return nil
  }
}
