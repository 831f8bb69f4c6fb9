internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// What an operator does with the archive.
struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Copy, prove, shrink, export or import the archive of a site.",
    discussion: """
      The archive is one SQLite file, .daybrief/archive.sqlite beside daybrief.yml, or beside the site where there is \
      none. It holds articles and their versions, what was found in them, the names of pages, editions, editors' \
      decisions and reports of runs. A site can be made from it alone (daybrief build --from-archive), and without it \
      from the sources alone, but for what only it knows: articles that are in no source any more, and earlier editions.

        daybrief archive backup /backups/daybrief.sqlite      also while a build runs; --force replaces a file
        daybrief archive export > archive.jsonl               for other programs, and other versions
      """,
    subcommands: [Backup.self, Verify.self, Vacuum.self, Export.self, Import.self])

  /// Which archive is meant.
  struct Place: ParsableArguments {
    @Option(
      name: .shortAndLong, help: ArgumentHelp("The folder of the site.", valueName: "dir"), completion: .directory)
    var output: String?
    @OptionGroup var configurationOptions: ConfigurationOptions

    /// The output, and the configuration's file where there is one.
    func resolved() throws -> (output: String, configuration: String?) {
      let (configuration, file) = try configurationOptions.load()
      return (output ?? configuration.output ?? "site", file)
    }

    /// The archive; ends the process where there is none.
    func desk() throws -> ArchiveDesk {
      let (configuration, file) = try configurationOptions.load()
      return try told {
        try ArchiveDesk(output: output ?? configuration.output ?? "site", configuration: configuration, file: file)
      }
    }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Copy the archive to a file, also while a build runs.")
    @Argument(help: "The file to write.", completion: .file()) var target: String

    @Flag(name: .long, help: "Replace the file if there is one already.")
    var force = false

    @OptionGroup var place: Place

    func run() throws {
      let desk = try place.desk()
      try told { try desk.backup(to: target, replaces: force) }
      StandardStreams.tell("archive: copied to \(target)")
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Read all of the archive and prove its checksums.")
    @OptionGroup var place: Place

    func run() throws {
      let desk = try place.desk()
      let rows = try told { try desk.verify() }
      StandardStreams.tell("archive: \(Count(rows, "row")), no fault")
    }
  }

  struct Vacuum: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Give back the room of what was removed.")
    @OptionGroup var place: Place

    func run() throws {
      let desk = try place.desk()
      guard let sizes = try told({ try desk.vacuum() }) else { throw busy() }
      StandardStreams.tell("archive: \(sizes.before) bytes before, \(sizes.after) after")
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write what cannot be made again as JSON lines to standard output.")
    @OptionGroup var place: Place

    func run() throws {
      let desk = try place.desk()
      try told { try desk.export { StandardStreams.write($0 + [0x0A]) } }
    }
  }

  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a new archive from the lines of an export.",
      discussion: "The archive has to be empty or missing. The next build extracts the articles and makes the site.")
    @Argument(help: "The export; standard input where none is named.", completion: .file()) var file: String?
    @OptionGroup var place: Place

    func run() throws {
      let (output, configuration) = try place.resolved()
      let rows = try told {
        let data = try file.map { try FileTree.read($0) } ?? StandardStreams.readInput()
        return try ArchiveDesk.take(data, output: output, configuration: configuration)
      }
      StandardStreams.tell("archive: \(Count(rows, "row")) taken in; now run: daybrief build --from-archive")
    }
  }
}

/// Does something with an archive; what goes wrong is told and ends the process with status 1.
private func told<T>(_ work: () throws -> T) throws -> T {
  do {
    return try work()
  } catch {
    StandardStreams.tell("daybrief: \(error)")
    throw ExitCode(ExitStatus.partial.rawValue)
  }
}

/// Lets a draft out.
struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: "Publish the edition of a day that waits as a draft.",
    discussion: """
      With "approve: true" in daybrief.yml a new edition is built below drafts/DATE/ only, out of feeds and indexes; \
      targets do not get it, unless it says "sendDrafts: true". This command approves it, with \
      what waits of the days before it and without a date, since the draft shows them together; the site is built at \
      once, from the archive.

        daybrief approve 2023-01-17
      """)

  @Argument(help: "The day of the edition: 2023-01-17.") var date: String
  @OptionGroup var place: ArchiveCommand.Place
  @OptionGroup var talk: TalkOptions

  func run() async throws {
    guard let day = CivilDay(iso: date), date.utf8.count == 10 else {
      throw ValidationError("DATE has to be a day such as 2023-01-17")
    }
    let desk = try place.desk()
    guard let outcome = try told({ try desk.approve(day) }) else { throw busy() }
    if outcome.isUnknown {
      StandardStreams.tell(
        "daybrief: there is no draft and no edition of \(day); nothing was approved. "
          + ApproveCommand.list(outcome.waiting, "Waiting", nothing: "Nothing waits"))
      throw ExitCode(ExitStatus.usage.rawValue)
    }
    if !talk.quiet {
      StandardStreams.tell(
        "approve: " + ApproveCommand.list(outcome.taken, "out", nothing: "nothing waited of \(day) or earlier"))
    }
    // The draft of a day without an article was asked for by its day, and so is its edition.
    try finish(await ArchiveRebuild(place: place, talk: talk, day: outcome.isDraft ? day : nil).run())
  }

  /// "out: 2 articles of 2023-01-17, 1 article without a date".
  private static func list(_ counts: [CivilDay?: Int], _ what: String, nothing: String) -> String {
    if counts.isEmpty { return nothing }
    let days = counts.sorted { ($0.key?.number ?? .max) < ($1.key?.number ?? .max) }
    let parts = days.map { day, count in
      "\(Count(count, "article")) \(day.map { "of \($0)" } ?? "without a date")"
    }
    return "\(what): " + parts.joined(separator: ", ")
  }
}

/// Removes what somebody asked to have removed.
struct RedactCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Remove a person or an article from site, archive, feeds and editions.",
    discussion: """
      A person's full name is blacked out in every article that the archive holds and in all that are read later, in \
      each spelling given; the family name alone goes where the full one stands too. An article is gone with all its \
      versions, and its page says that it was withdrawn. The site is built at once, from the archive. Editions that \
      showed it lose just that, keep all their other words, and say so.

        daybrief redact --person "Jean Exemple" --person "J. Exemple"
        daybrief redact --article ID
      """)

  @Option(name: .long, help: ArgumentHelp("A full name; may be repeated for its spellings.", valueName: "name"))
  var person: [String] = []
  @Option(
    name: .long, help: ArgumentHelp("An article, by its address, its id or the name of its page.", valueName: "id"))
  var article: String?
  @OptionGroup var place: ArchiveCommand.Place
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    guard person.isEmpty == (article != nil) else { throw ValidationError("name either --person or --article") }
  }

  func run() async throws {
    let desk = try place.desk()
    let done = try told { try article.map(desk.redact(article:)) ?? desk.redact(person: person) }
    guard let done else { throw busy() }
    if done.versions == 0 {
      let near = done.near.map { "\"\($0)\"" }.joined(separator: ", ")
      StandardStreams.tell(
        "redact: the archive does not hold that name as it was given; "
          + (near.isEmpty
            ? "check its spelling" : "it holds \(near). Give the name as articles print it, first name first")
          + ". What is read later is watched")
    }
    StandardStreams.tell(
      "redact: \(Count(done.versions, "version")) of articles, \(Count(done.editions, "edition")); that it does not come back, "
        + "even with a new archive, stands in \(done.register): keep that file")
    let status = await ArchiveRebuild(place: place, talk: talk, isRedacted: true).run()
    StandardStreams.tell(
      """
      redact: this cannot reach the source files themselves, backups of the archive, copies that a host, a search \
      engine or a feed reader keeps, and the history of a git branch that the site was published to; ask for their \
      removal there
      """)
    try finish(status)
  }
}

/// Builds the site of an archive without looking at the sources.
struct ArchiveRebuild {
  let place: ArchiveCommand.Place
  let talk: TalkOptions
  /// The day of the front page; nil takes the newest.
  var day: CivilDay?
  /// Whether something was removed that the site is not to hold any longer.
  var isRedacted = false

  /// Builds it; a site whose sources were named on the command line has to be built so again.
  func run() async -> ExitStatus {
    do {
      let (configuration, file) = try place.configurationOptions.load()
      var request = SiteBuild.Request(
        configuration: configuration, configurationFile: file, sources: [],
        output: place.output ?? configuration.output ?? "site",
        jobs: ProcessInfo.processInfo.activeProcessorCount)
      request.fromArchive = true
      request.day = day
      request.isRedacted = isRedacted
      return await SiteBuild(request, progress: talk.progress).run()
    } catch {
      StandardStreams.tell("daybrief: \(error)")
      return .usage
    }
  }
}

/// Says that another run holds the lock, so that nothing was done.
private func busy() -> ExitCode {
  StandardStreams.tell(
    "daybrief: another run is building this site, and nothing was done; wait for its end, and run again")
  return ExitCode(ExitStatus.locked.rawValue)
}
