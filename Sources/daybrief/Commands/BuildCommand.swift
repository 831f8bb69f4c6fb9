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
      empty or failed build leaves the old site as it is. A --date after today and after all articles is refused.
      Feeds in daybrief.yml are shown as daybrief fetch left them; --fetch fetches them first.
      Targets in daybrief.yml are sent to where something changed; drafts stay here, unless "sendDrafts: true".
      """)

  @Option(
    name: .long, help: ArgumentHelp("Also write the latest brief as a mail (MIME), to send it.", valueName: "file"),
    completion: .file())
  var email: String?

  @Option(name: .long, help: ArgumentHelp("The day of the front page: 2023-01-17, or today.", valueName: "day"))
  var date: String?

  @Option(
    name: .long,
    help: ArgumentHelp("New editions begin with this day; one that has not come is refused.", valueName: "day"))
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

  @Flag(name: .long, help: "Leave the targets of daybrief.yml for daybrief publish.")
  var noTargets = false

  @OptionGroup var site: SiteOptions
  @OptionGroup var talk: TalkOptions

  func validate() throws {
    if let maxDuration, maxDuration <= 0 { throw ValidationError("--max-duration has to be more than 0") }
    if fromArchive && !site.isConfigured {
      throw ValidationError("--from-archive takes no SOURCE: it looks at none")
    }
    if fetch && (fromArchive || !site.isConfigured) {
      throw ValidationError("--fetch goes with the feeds of daybrief.yml: name no SOURCE, and not --from-archive")
    }
  }

  func run() async throws {
    let progress = talk.progress
    endWhenAsked(progress)
    var (request, file) = try site.request(needsSources: !fromArchive)
    let configuration = request.configuration
    if noTargets { request.configuration.publication.keepTargets(named: []) }
    request.day = try day("--date", date, configuration.settings.timeZone)
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
    var fetching = configuration
    if let maxDuration { fetching.fetch.end(within: maxDuration) }
    // What cannot be fetched leaves what was fetched before.
    let begun = ContinuousClock.now
    let fetched = fetch ? FetchJob(fetching, file: file, progress: progress).run() : .success
    if fetch, let maxDuration {
      request.longest = max(1, maxDuration - Double(begun.duration(to: .now).components.seconds))
    }
    request.isLast = true
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
