internal import Exchange
internal import Foundation
internal import NewsModel
internal import Outside
internal import Read

/// Reads digests that were made elsewhere, a line at a time; a line that cannot be used costs itself.
///
/// What comes out does not depend on how the digests are spread over files: a digest says which line of which file of
/// articles it was made from, so lines that repeat others are found as reading that file in one go would find them.
struct DigestFiles {
  /// What was read.
  ///
  /// Those of one file stand in the order of its lines, where that is told.
  private(set) var digests: [Digest] = []
  /// What could not be used, here or where the digests were made.
  private(set) var diagnostics: [Diagnostic] = []

  /// A line of articles: of one file, as one series of runs read it.
  private struct Place: Hashable {
    var series: String
    var file: String
    var line: Int
  }
  private var places: [Place?] = []
  /// What was told of a line elsewhere, and by which run.
  private var told: [(diagnostic: Diagnostic, place: Place?, run: Int)] = []
  private var runs: [Int] = []

  /// Reads files and folders of digests, compressed ones too.
  ///
  /// - Throws: `FileError` where something that was named is not there.
  init(_ named: [String]) throws(FileError) {
    for path in try DigestFiles.paths(named) { read(path) }
    keepLatest()
    leaveOutRepeats()
    diagnostics = told.map { ($0.place, $0.diagnostic) }.sorted {
      ($0.0?.file ?? "", $0.0?.line ?? 0, $0.1.message) < ($1.0?.file ?? "", $1.0?.line ?? 0, $1.1.message)
    }.map(\.1)
    told = []
  }

  /// The files that are meant; what was named itself where that is not there.
  static func named(_ named: [String]) -> [String] { (try? paths(named)) ?? named }

  /// Endings of files that are read where a folder is named, compressed or not.
  private static let endings: Set<String> = ["jsonl", "ndjson", "json"]

  /// The files that are meant, in the order in which their names come. In a folder, names that begin with a dot or an
  /// underscore are passed over, as all engines do that write such folders.
  static func paths(_ named: [String]) throws(FileError) -> [String] {
    var paths: [String] = []
    for path in named {
      switch FileTree.kind(of: path) {
      case .missing: throw FileError(path: path, reason: "there are no digests; check the path")
      case .file, .special:
        paths.append(path)
        continue
      case .folder: break
      }
      for entry in try FileTree.files(below: path) {
        let parts = entry.relative.split(separator: "/")
        guard !parts.contains(where: { $0.hasPrefix("_") }), let name = parts.last?.lowercased() else { continue }
        let plain = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
        if let ending = plain.split(separator: ".").dropFirst().last, endings.contains(String(ending)) {
          paths.append(entry.path)
        }
      }
    }
    return paths
  }

  private mutating func read(_ path: String) {
    let scan = DigestScan()
    let run = DigestFiles.run(of: path)
    let series = run == nil ? path : ""
    var (found, notes) = ([(Digest, Place?)](), [(diagnostic: Diagnostic, place: Place?, run: Int)]())
    func note(_ diagnostic: Diagnostic, _ place: Place?) { notes.append((diagnostic, place, run ?? 0)) }
    func use(_ number: Int, _ line: Data) {
      do {
        let record = try scan.record(line)
        let place = record.place.map { Place(series: series, file: $0.file, line: $0.line) }
        if !record.isDigest, let rejected = try? JSONLine.decode(RejectedRecord.self, from: line) {
          let at = rejected.file.flatMap { file in rejected.line.map { Place(series: series, file: file, line: $0) } }
          return note(rejected.diagnostic, at)
        }
        let id = Identifiers.given(record.articleRecord.id) ?? "line-\(number)"
        guard let digest = record.digest(id: id) else {
          let words = "some words do not stand at their offsets; extract it again"
          return note(Diagnostic(.notVerbatim, words, file: path, line: number), place)
        }
        if digest.article.text.isEmpty, digest.article.title == nil {
          if let place { note(ArticleReader.empty(file: place.file, line: place.line), place) }
          return
        }
        found.append((digest, place))
      } catch {
        note(Diagnostic(.badLine, JSONLine.explanation(of: error), file: path, line: number), nil)
      }
    }
    do throws(FileError) { try InputLines.each(of: path, use) } catch {
      note(Diagnostic(.unreadable, "\(error.reason); make it again", file: path), nil)
    }
    digests += found.map(\.0)
    places += found.map(\.1)
    runs += [Int](repeating: run ?? 0, count: found.count)
    told += notes
  }

  /// The number of the run that wrote a file, as the job on Spark names its files: `000002-00017.jsonl.gz`.
  private static func run(of path: String) -> Int? {
    let name = Array(FolderPath.name(of: path).utf8)
    func isNumber(_ range: Range<Int>) -> Bool { name[range].allSatisfy { (0x30...0x39).contains($0) } }
    guard name.count > 13, isNumber(0..<6), name[6] == 0x2D, isNumber(7..<12), name[12] == 0x2E else { return nil }
    return Int(String(decoding: name[0..<6], as: UTF8.self))
  }

  /// Of a line that was read again since, only what the last run made of it stays.
  private mutating func keepLatest() {
    var latest: [Place: Int] = [:]
    for (place, run) in zip(places, runs) { if let place { latest[place] = max(latest[place] ?? 0, run) } }
    for (_, place, run) in told { if let place { latest[place] = max(latest[place] ?? 0, run) } }
    func isLatest(_ place: Place?, _ run: Int) -> Bool { place.map { latest[$0] == run } ?? true }
    let kept = digests.indices.filter { isLatest(places[$0], runs[$0]) }
    if kept.count < digests.count {
      digests = kept.map { digests[$0] }
      places = kept.map { places[$0] }
    }
    told.removeAll { !isLatest($0.place, $0.run) }
    runs = []
  }

  /// Puts digests in the order of the lines that their articles stood on, and leaves out those of lines that repeat
  /// others.
  private mutating func leaveOutRepeats() {
    let order = digests.indices.sorted { a, b in
      guard let x = places[a], let y = places[b] else {
        return (places[a] == nil ? 1 : 0, a) < (places[b] == nil ? 1 : 0, b)
      }
      if (x.file, x.line) != (y.file, y.line) { return (x.file, x.line) < (y.file, y.line) }
      return (digests[a].article.text, a) < (digests[b].article.text, b)
    }
    var files: [Place: [Int]] = [:]
    for index in order {
      if let place = places[index] {
        files[Place(series: place.series, file: place.file, line: 0), default: []].append(index)
      }
    }
    var repeated: Set<Int> = []
    for indices in files.values {
      for (at, first) in RepeatedArticles.find(indices.count, { digests[indices[$0]].article }) {
        repeated.insert(indices[at])
        // A digest that was given twice is no fault of the articles.
        guard let place = places[indices[at]], let earlier = places[indices[first]], place != earlier else { continue }
        told.append((RepeatedArticles.note(file: place.file, line: place.line, of: earlier.line), place, 0))
      }
    }
    let kept = order.filter { !repeated.contains($0) }
    digests = kept.map { digests[$0] }
    places = []
  }
}
