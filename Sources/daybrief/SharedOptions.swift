internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// How much a command tells.
struct TalkOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print nothing when all is well.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print how long each step takes.")
  var verbose = false

  /// The progress that these options ask for.
  var progress: ConsoleProgress { ConsoleProgress(level: quiet ? .quiet : verbose ? .verbose : .normal) }

  func validate() throws {
    if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other") }
  }
}

/// Which configuration a command follows.
struct ConfigurationOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The configuration to follow.", valueName: "file"), completion: .file())
  var config: String?

  /// The name of the configuration that is followed where none is named.
  static let fileName = "daybrief.yml"

  /// The configuration, and its file where there is one.
  ///
  /// - Throws: `ValidationError` where a file was named and is not there; an exit status where it is wrong, which was told.
  func load() throws -> (configuration: Configuration, file: String?) {
    let file = config ?? ConfigurationOptions.fileName
    guard FileTree.kind(of: file) == .file else {
      if config != nil { throw ValidationError("\(file): there is no such file; name one, or run: daybrief init") }
      return (Configuration(), nil)
    }
    do {
      let text = try FileTree.text(file)
      return (try Configuration(parsing: text, file: file), file)
    } catch {
      throw ConfigurationOptions.refused("\(error)")
    }
  }

  /// Says what is wrong with the configuration, and how the process ends for it; how commands are used is no help there.
  static func refused(_ words: String) -> ExitCode {
    StandardStreams.tell("daybrief: \(words)")
    return ExitCode(ExitStatus.usage.rawValue)
  }
}

extension ParsableCommand {
  /// Ends the process in good order when it is asked to (SIGTERM, SIGINT, SIGHUP).
  func endWhenAsked(_ progress: ConsoleProgress) {
    Interruption.watch(
      consequence: "nothing was published, the old site stands", status: ExitStatus.nothingPublished.rawValue
    ) { progress.tell(Diagnostic(.unreadable, $0)) }
  }

  /// Ends the process with a status of the contract, or returns where all went well.
  func finish(_ status: ExitStatus) throws {
    if status != .success { throw ExitCode(status.rawValue) }
  }

  /// Standard input, or the bytes of files one after another, each told by name.
  func eachInput(_ files: [String], _ body: (Data, String) throws -> Void) throws -> [Diagnostic] {
    guard !files.isEmpty else {
      try body(StandardStreams.readInput(), "standard input")
      return []
    }
    var diagnostics: [Diagnostic] = []
    for file in files {
      do {
        try body(try FileTree.read(file), file)
      } catch let error as FileError {
        diagnostics.append(Diagnostic(.unreadable, "\(error.reason); check the path", file: error.path))
      }
    }
    return diagnostics
  }
}
