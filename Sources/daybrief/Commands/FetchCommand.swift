internal import ArgumentParser
internal import Outside
internal import Pipeline

/// Feeds from the web into a folder.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch the feeds of daybrief.yml, and the pages of entries whose text is cut.",
    discussion: """
      What comes is kept in .daybrief/fetched/ beside daybrief.yml, and the next daybrief build shows it, offline.

        daybrief fetch && daybrief build
        daybrief build --fetch           both in one go

      A feed is asked for only when it may have changed: ETag and Last-Modified are sent back, Cache-Control and \
      Retry-After are respected, and what failed is left alone for longer each time. One request at a time goes to a \
      host, with a pause. robots.txt and reservations against text and data mining are honoured. Addresses of this \
      machine and of private networks are refused, unless "fetch: {allow: [HOST]}" names the host. A feed that cannot \
      be had is told, with why, and the others go on; report.json in the folder tells of all.
      """)

  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var talk: TalkOptions

  func run() throws {
    let progress = talk.progress
    Interruption.watch(
      consequence: "what was fetched stays, the next run goes on", status: ExitStatus.partial.rawValue
    ) { StandardStreams.tell("daybrief: \($0)") }
    let (configuration, file) = try configurationOptions.load()
    guard !configuration.feeds.isEmpty else {
      throw ConfigurationOptions.refused("\(file ?? ConfigurationOptions.fileName): no \"feeds\" are listed there")
    }
    try finish(FetchJob(configuration, file: file, progress: progress).run())
  }
}
