internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// Files in, articles out.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Read files into articles, one JSON object a line.",
    discussion: """
      daybrief read page.html notes.txt
      find inbox -name '*.html' | daybrief read --files-from -
      """)

  @Argument(help: "Files, folders or patterns to read.", completion: .file())
  var file: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Read the paths in this file, one a line; - is standard input.", valueName: "file"),
    completion: .file())
  var filesFrom: String?

  func validate() throws {
    if file.isEmpty && filesFrom == nil { throw ValidationError("name a file, or give --files-from") }
  }

  func run() throws {
    var paths = file
    if let filesFrom {
      let list = filesFrom == "-" ? StandardStreams.readInput() : try FileTree.read(filesFrom)
      paths += String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
    try runFilter { $0.read(paths) }
  }
}

/// Articles in, digests out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Turn articles into digests: key points, quotes, actors, dates, figures.",
    discussion: """
      One article a line in, as JSON; one digest a line out, in the same order. Offsets count code points.

        daybrief read inbox | daybrief extract > digests.jsonl
      """)

  @Argument(help: "Files of articles, one a line; standard input where none is named.", completion: .file())
  var file: [String] = []

  @Flag(name: .customLong("as-is"), help: "The text is clean: cut nothing; offsets are into the text given.")
  var asIs = false

  func run() throws {
    try runFilter { filters in
      try eachInput(file) { filters.extract($0, file: $1, asIs: asIs) }
    }
  }
}

/// Articles or digests in, their groups out.
struct ClusterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cluster",
    abstract: "Group articles into stories, threads and origins.",
    discussion: """
      One article or digest a line in, as JSON; {"id","story","thread","origin"} a line out, in the same order.
      A title alone is an article.
      """)

  @Argument(help: "Files of articles or digests, one a line; standard input where none is named.", completion: .file())
  var file: [String] = []

  @Flag(name: .customLong("as-is"), help: "The text is clean: cut nothing.")
  var asIs = false

  func run() throws {
    try runFilter { filters in
      var all = Data()
      let diagnostics = try eachInput(file) { data, _ in
        all += data
        if all.last != 0x0A { all.append(0x0A) }
      }
      filters.cluster(all, file: file.count == 1 ? file[0] : "standard input", asIs: asIs)
      return diagnostics
    }
  }
}

/// Pairs of names in, answers out.
struct MatchNamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match-names",
    abstract: "Say whether two spellings are one name.",
    discussion: """
      {"id","a","b","kind"} a line in; {"id","same","verdict","score","why"} a line out. Verdicts are same, \
      different and perhaps; only same merges.

        echo '{"id":"1","a":"Valeri Zaloujny","b":"Valery Zaluzhny","kind":"person"}' | daybrief match-names
      """)

  @Argument(help: "Files of pairs, one a line; standard input where none is named.", completion: .file())
  var file: [String] = []

  func run() throws {
    try runFilter { filters in
      try eachInput(file) { filters.matchNames($0, file: $1) }
    }
  }
}

extension ParsableCommand {
  /// Runs a filter from input to standard output, telling what could not be used on standard error.
  fileprivate func runFilter(_ body: (Filters) throws -> [Diagnostic]) throws {
    let told = DiagnosticCount()
    let filters = Filters(write: StandardStreams.write, report: told.tell)
    for diagnostic in try body(filters) { told.tell(diagnostic) }
    filters.flush()
    try finish(told.count == 0 ? .success : .partial)
  }
}

/// Counts what is told on standard error.
private final class DiagnosticCount {
  private(set) var count = 0

  func tell(_ diagnostic: Diagnostic) {
    count += 1
    StandardStreams.tell("daybrief: \(diagnostic.message)")
  }
}
