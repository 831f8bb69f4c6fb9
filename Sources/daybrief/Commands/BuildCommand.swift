internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// Articles in, the site out.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site from articles.",
    discussion: """
      Reads plain text, Markdown with front matter, HTML pages and JSON lines. A folder may carry articles.yml, which \
      says for each file its title, source, url, author, published and language; what is not given is looked for in \
      the text, and what is not found stays unknown.

      Without SOURCE it follows daybrief.yml in the current folder. With SOURCE it shows just those articles, and \
      takes the other keys from daybrief.yml where there is one.

        daybrief build articles --output site
        daybrief build 'inbox/*.txt' more.jsonl --output site --verbose
        daybrief build --quiet                   in cron

      What was read, extracted and published is kept in .daybrief/ beside daybrief.yml, or beside the site: an \
      unchanged article is not read again, an unchanged page is neither made nor written, and a build that follows \
      daybrief.yml goes on showing articles that are in no source any more. An edition once published stays as it was; \
      what changes later is noted beside it. A lone date that has not come yet puts its article on the undated shelf. An \
      empty or failed build leaves the old site as it is.
      Feeds in daybrief.yml are shown as daybrief fetch left them; --fetch fetches them first.
      Targets in daybrief.yml are sent to where something changed; drafts stay here, unless "sendDrafts: true".
      """)

  @Argument(help: "Files, folders or patterns to read.", completion: .file())
  var source: [String] = []

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder of the site.", valueName: "dir"), completion: .directory)
  var output: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Digests made by daybrief extract, one a line; may be repeated.", valueName: "file"),
    completion: .file())
  var digests: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Also write the latest brief as a mail (MIME), to send it.", valueName: "file"),
    completion: .file())
  var email: String?

  @Option(name: .long, help: ArgumentHelp("The day of the front page: 2023-01-17, or today.", valueName: "day"))
  var date: String?

  @Option(name: .long, help: ArgumentHelp("New editions begin with this day.", valueName: "day"))
  var since: String?

  @Flag(name: .long, help: "Make editions of days too that were passed over.")
  var backfill = false

  @Flag(name: .long, help: "Read, extract and render everything again; the bytes are the same.")
  var force = false

  @Flag(name: .long, help: "Fetch the feeds of daybrief.yml first.")
  var fetch = false

  @Flag(name: .long, help: "Make the site from the archive alone, without looking at the sources.")
  var fromArchive = false

  @Option(
    name: .long,
    help: ArgumentHelp("Give up, with the old site standing, after so many seconds.", valueName: "seconds"))
  var maxDuration: Double?

  @Option(
    name: .long, help: ArgumentHelp("A folder whose files stand in for templates and words.", valueName: "dir"),
    completion: .directory)
  var templates: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The language of the interface: \(InterfaceLanguages.listed).", valueName: "code"))
  var language: String?

  @Option(name: .long, help: ArgumentHelp("Where the site will be published.", valueName: "url"))
  var baseURL: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("How many articles to read at once.", valueName: "count"))
  var jobs: Int?

  @Flag(name: .long, help: "Leave the targets of daybrief.yml for daybrief publish.")
  var noTargets = false

  @OptionGroup var configurationOptions: ConfigurationOptions
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if let maxDuration, maxDuration <= 0 { throw ValidationError("--max-duration has to be more than 0") }
    if fromArchive && (!source.isEmpty || !digests.isEmpty) {
      throw ValidationError("--from-archive takes no SOURCE: it looks at none")
    }
    if fetch && (fromArchive || !source.isEmpty || !digests.isEmpty) {
      throw ValidationError("--fetch goes with the feeds of daybrief.yml: name no SOURCE, and not --from-archive")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs has to be 1 or more") }
    if let language, !InterfaceLanguages.codes.contains(language) {
      throw ValidationError("--language has to be \(InterfaceLanguages.listed)")
    }
    if let baseURL {
      let url = URL(string: baseURL)
      guard url?.scheme == "http" || url?.scheme == "https", url?.host?.isEmpty == false else {
        throw ValidationError("--base-url has to begin with http:// or https://")
      }
    }
  }

  func run() async throws {
    let progress = talk.progress
    endWhenAsked(progress)
    var (configuration, file) = try configurationOptions.load()
    if let templates { configuration.templates = templates }
    if let language { configuration.settings.language = language }
    if let baseURL { configuration.settings.baseURL = baseURL.hasSuffix("/") ? baseURL : baseURL + "/" }
    let isConfigured = source.isEmpty && digests.isEmpty
    // What is built apart from the configuration is not the site that its targets show.
    if noTargets || !isConfigured || output != nil && output != configuration.output {
      configuration.publication.keepTargets(named: [])
    }
    if isConfigured && !fromArchive {
      guard file != nil else {
        throw ValidationError("no SOURCE was named and there is no daybrief.yml here; name one, or run: daybrief init")
      }
      guard !configuration.sources.isEmpty || !configuration.feeds.isEmpty else {
        throw ConfigurationOptions.refused(
          "\(file ?? ""): \"sources\" is missing; list the folders to read, or \"feeds\"")
      }
    }
    var request = SiteBuild.Request(
      configuration: configuration, configurationFile: isConfigured ? file : nil,
      sources: isConfigured ? configuration.sources : source, digestFiles: digests,
      output: output ?? configuration.output ?? "site",
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      day: try day("--date", date, configuration.settings.timeZone))
    request.since = try day("--since", since, configuration.settings.timeZone)
    if date == "today" { request.today = request.day }
    request.backfill = backfill
    request.email = email
    request.force = force
    request.fromArchive = fromArchive
    request.longest = maxDuration
    if fetch && configuration.feeds.isEmpty {
      throw ConfigurationOptions.refused("\(file ?? ""): no \"feeds\" are listed there to fetch")
    }
    if let maxDuration { configuration.fetch.end(within: maxDuration) }
    // What cannot be fetched leaves what was fetched before.
    let begun = ContinuousClock.now
    let fetched = fetch ? FetchJob(configuration, file: file, progress: progress).run() : .success
    if fetch, let maxDuration {
      request.longest = max(1, maxDuration - Double(begun.duration(to: .now).components.seconds))
    }
    let built = await SiteBuild(request, progress: talk.progress).run()
    try finish(built == .success && fetched != .success ? .partial : built)
  }

  private func day(_ option: String, _ text: String?, _ timeZone: String) throws -> CivilDay? {
    guard let text else { return nil }
    if text == "today" { return Clock.system.today(in: timeZone) }
    guard let day = CivilDay(iso: text), text.utf8.count == 10 else {
      throw ValidationError("\(option) has to be a day such as 2023-01-17, or today")
    }
    return day
  }
}
