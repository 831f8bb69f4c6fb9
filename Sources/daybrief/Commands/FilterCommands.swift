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
      daybrief read --rejected rejected.jsonl inbox > articles.jsonl
      """)

  @Argument(help: "Files, folders or patterns to read.", completion: .file())
  var file: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Read the paths in this file, one a line; - is standard input.", valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @OptionGroup var side: RejectedOption

  func validate() throws {
    if file.isEmpty && filesFrom == nil { throw ValidationError("name a file, or give --files-from") }
  }

  func run() throws {
    var paths = file
    if let filesFrom {
      let list = filesFrom == "-" ? StandardStreams.readInput() : try FileTree.read(filesFrom)
      paths += String(decoding: list, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    }
    try runFilter { try $0.read(paths, rejected: side.rejected) { StandardStreams.tell("daybrief: \($0)") } }
  }
}

/// Articles in, digests out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Turn articles into digests: key points, quotes, actors, dates, figures.",
    discussion: """
      One article a line in, as JSON; one digest a line out, in the same order. Offsets count code points. Of an \
      article without text its html is read.

        daybrief extract articles.jsonl > digests.jsonl
        daybrief read inbox | daybrief extract --as-is > digests.jsonl

      Digests of lines say where these stood, so that daybrief build --digests gives the site of the articles \
      themselves, made elsewhere and in any number of parts.
      """)

  @Argument(help: "Files of articles, one a line; standard input where none is named.", completion: .file())
  var file: [String] = []

  @Flag(name: .customLong("as-is"), help: "The text is clean: cut nothing; offsets are into the text given.")
  var asIs = false

  @Flag(
    name: .long,
    help: "Each line begins with the file and the line number where its article stands, a tab behind each.")
  var placed = false

  @OptionGroup var side: RejectedOption

  @Flag(name: .long, help: "Print what digests depend on besides their articles, and end.")
  var revision = false

  func run() throws {
    if revision { return StandardStreams.write(Data("\(Filters.revision)\n".utf8)) }
    try runFilter { filters in
      try filters.extract(file, Filters.Extraction(asIs: asIs, placed: placed, rejected: side.rejected))
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

        daybrief cluster --explain flood-1 flood-2 digests.jsonl

      says in plain text why these two articles are of one story or not: likeness by words, actors, figures, dates and
      time, the threshold, and what they share.
      """)

  @Argument(help: "Files of articles or digests, one a line; standard input where none is named.", completion: .file())
  var file: [String] = []

  @Flag(name: .customLong("as-is"), help: "The text is clean: cut nothing.")
  var asIs = false

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Say why the articles of these two ids are together or apart.", valueName: "id"))
  var explain: [String] = []

  @Flag(name: .long, help: "Tell on standard error how much processor time each part took.")
  var timings = false

  @OptionGroup var side: RejectedOption

  func validate() throws {
    if explain.count == 1 { throw ValidationError("--explain takes the ids of two articles") }
    if !explain.isEmpty && side.rejected != nil { throw ValidationError("--rejected does not go with --explain") }
  }

  func run() throws {
    // What follows the two ids is a file.
    let files = Array(explain.dropFirst(2)) + file
    try runFilter { filters in
      try explain.count >= 2
        ? filters.explain(explain[0], explain[1], files, asIs: asIs)
        : filters.cluster(
          files, asIs: asIs, rejected: side.rejected,
          tell: timings ? { StandardStreams.tell("daybrief: \($0)") } : nil)
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
    do {
      for diagnostic in try body(filters) { told.tell(diagnostic) }
    } catch let error as FileError {
      // Whoever reads the status must not take this for a few lines that could not be used.
      StandardStreams.tell("daybrief: \(error)")
      try finish(.nothingPublished)
    }
    filters.flush()
    try finish(told.count == 0 ? .success : .partial)
  }
}

/// Where a filter writes what it could not use.
struct RejectedOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Also write what could not be used to this file, as lines of JSON.", valueName: "file"),
    completion: .file())
  var rejected: String?
}

/// Counts what is told on standard error.
private final class DiagnosticCount {
  private(set) var count = 0

  func tell(_ diagnostic: Diagnostic) {
    count += 1
    StandardStreams.tell("daybrief: \(diagnostic.message)")
  }
}
