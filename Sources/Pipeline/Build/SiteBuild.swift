internal import Archive
internal import Cluster
internal import Compose
internal import Exchange
internal import Fetch
internal import Foundation
package import NewsModel
package import Outside
internal import Publish
internal import Render

/// The whole path: articles in, a published site out.
package struct SiteBuild: Sendable {
  /// The version of the program: semantic, as in CHANGELOG.md, which a test holds; it stands in run reports too.
  package static let version = "0.1.0"

  /// What a build is asked for.
  package struct Request: Sendable {
    package var configuration: Configuration
    /// The path of `daybrief.yml`, where the build follows it for its sources.
    package var configurationFile: String?
    package var sources: [String]
    /// Files and folders of digests made elsewhere, one a line.
    package var digestFiles: [String]
    package var output: String
    package var jobs: Int
    /// The day of the front page; nil takes the newest.
    package var day: CivilDay?
    /// New editions begin with this day.
    package var since: CivilDay?
    /// Whether days that were passed over get editions.
    package var backfill = false
    /// Whether all is read, extracted and rendered again.
    package var force = false
    /// Whether the sources are left alone and the site is made from the archive.
    package var fromArchive = false
    /// Where the latest brief is written as a mail; nil where nobody asks for one.
    package var email: String?
    /// Whether the process ends with this build.
    package var isLast = false
    /// In seconds; a build that takes longer publishes nothing.
    package var longest: Double?
    /// The day on which the run is made, where somebody asked the clock; nil where nobody did.
    package var today: CivilDay?
    /// Looked at only to refuse a day that has not come; what is published never depends on it.
    package var clock = Clock.system

    /// A request.
    package init(
      configuration: Configuration, configurationFile: String?, sources: [String], digestFiles: [String] = [],
      output: String, jobs: Int = 1, day: CivilDay? = nil
    ) {
      self.configuration = configuration
      self.configurationFile = configurationFile
      self.sources = sources
      self.digestFiles = digestFiles
      self.output = output
      self.jobs = jobs
      self.day = day
    }
  }

  let request: Request
  let progress: StepLog
  private let deadline: ContinuousClock.Instant?

  /// A build that tells how it goes.
  package init(_ request: Request, progress: any RunObserver) {
    self.request = request
    self.progress = StepLog(progress)
    deadline = request.longest.map { ContinuousClock.now + .seconds($0) }
  }

  /// Builds and publishes. An empty or failed build leaves the old site as it stands.
  package func run() async -> ExitStatus {
    let state = StateFolder(output: request.output, configuration: request.configurationFile)
    do {
      try state.make()
      guard let lock = try state.lock() else {
        progress.tell(
          Diagnostic(.unreadable, "another run is building this site; wait for its end", file: request.output))
        return .locked
      }
      defer { withExtendedLifetime(lock) {} }
      var status = try await guarded(state)
      if let email = request.email, status <= .partial, !mail(email) { status = .partial }
      progress.report(status, request: request).store(state)
      return status
    } catch {
      progress.tell(Diagnostic(.unreadable, "\(error); nothing was published, the old site stands"))
      progress.report(.nothingPublished, request: request).store(state)
      return .nothingPublished
    }
  }

  /// Writes the latest brief as a mail; false where that failed, which is told.
  private func mail(_ file: String) -> Bool {
    do {
      try MailedBrief(output: request.output, configuration: request.configuration).write(to: file)
      progress.end("email", "\(file) holds the latest brief")
      return true
    } catch {
      progress.tell(Diagnostic(.unreadable, "\(error); the site itself stands", file: file))
      return false
    }
  }

  /// Builds; an archive that turns out to be damaged is kept aside, and the site is made from its sources.
  private func guarded(_ state: StateFolder) async throws -> ExitStatus {
    try publication(state).recover()
    do {
      return try await build(state)
    } catch let error as ArchiveError {
      guard case .corrupt = error, !request.fromArchive else { throw error }
      let kept = try Archive.setAside(state.archivePath)
      progress.tell(
        Diagnostic(
          .unreadable,
          "\(error); it is kept as \(kept), and a new one is made from the sources; what only it knew (articles that "
            + "are in no source any more, editions, decisions) can be brought back from a backup"))
      return max(.partial, try await build(state))
    }
  }

  private func build(_ state: StateFolder) async throws -> ExitStatus {
    let archive = try Archive(path: state.archivePath)
    let templates = try TemplateOverrides.load(request.configuration.templates)
    let renderer = try Renderer(theme: request.configuration.theme, overrides: templates)
    let overrides = try editorsDecisions()
    var list =
      request.fromArchive ? SourceList([]) : SourceList(request.sources, leaveOut: request.configuration.leaveOut)
    if !request.fromArchive, let file = request.configurationFile {
      let plan = request.configuration.fetch
      list.add(fetched: FetchFolder(plan.path(configurationFile: file)), of: request.configuration.feeds)
    }
    if let remark = list.remark { progress.end("sources", remark) }
    let stamps = SourceStamps(list)
    let feeds =
      request.fromArchive
      ? try archive.feeds() : FeedHealth.reports(request.configuration, file: request.configurationFile)
    progress.note(feeds)
    let fingerprint = BuildFingerprint(
      request: request, list: list, stamps: stamps, templates: templates, overrides: overrides.text, feeds: feeds
    ).text
    let memo = BuildMemo(archive: archive, output: request.output)
    if !request.force, let outcome = try memo.outcome(of: fingerprint) {
      for diagnostic in outcome.diagnostics { progress.tell(diagnostic) }
      progress.end("build", "nothing changed since the last build; the site stands as it is")
      return publication(state).send() ? outcome.status : max(.partial, outcome.status)
    }
    if request.force {
      try archive.forgetSourceFiles()
      try archive.forgetDerived()
    }
    // What the site was made from is read while the articles are.
    async let before = request.force ? (Fingerprints(), PageTraces()) : memo.pages()
    let remembered = try archive.memory()
    var memory = remembered
    var loaded = try await load(list, stamps, archive, day: memory.latest?.day)
    let slips = await doubt(&loaded, memory)
    memory.editions.removeAll { slips.contains($0.day) }
    for diagnostic in loaded.diagnostics { progress.tell(diagnostic) }
    guard !loaded.digests.isEmpty else {
      let hint = request.configuration.feeds.isEmpty ? "" : ". To fetch the feeds first: daybrief build --fetch"
      progress.tell(
        Diagnostic(.missingSource, "no article was found; nothing was published, the old site stands\(hint)"))
      return .nothingPublished
    }
    if !request.fromArchive, list.files.isEmpty, request.digestFiles.isEmpty {
      progress.tell(
        Diagnostic(
          .missingSource,
          "none of the sources is there; nothing was published, the old site stands. To publish what the archive "
            + "holds: daybrief build --from-archive"))
      return .nothingPublished
    }
    if let refusal = PlausibleDay(request).refusal(loaded.digests) {
      progress.tell(Diagnostic(.badDate, refusal))
      return .usage
    }
    try checkTime()
    let plan = EditionPlan(build: self, archive: archive, memory: memory, decisions: overrides.decisions)
    var sites = try plan.sites(loaded)
    let unknown = UnknownNames(
      overrides, entities: memory.entities, sites: sites.map(\.composition), digests: loaded.digests)
    for diagnostic in unknown.diagnostics { progress.tell(diagnostic) }
    let versions = try archive.versionHistory()
    for index in sites.indices {
      sites[index].composition.feeds = feeds
      sites[index].composition.put(versions)
    }
    if request.configurationFile != nil, !request.fromArchive { try archive.keep(feeds) }
    let report = try publish(sites, renderer, archive, memo, state, remembered, try await before)
    progress.note(loaded, sites, report)
    for day in sites.compactMap(\.draft) {
      progress.begin("draft")
      progress.end("draft", "drafts/\(day)/ waits; to publish it: daybrief approve \(day)")
    }
    for diagnostic in SilentOutlets(days: request.configuration.staleAfter).diagnostics(loaded.digests, request.today) {
      progress.tell(diagnostic)
    }
    let outlets = UnknownOutlets(
      settings: request.configuration.settings, file: request.configurationFile,
      lines: request.configuration.rightsLines)
    for diagnostic in outlets.diagnostics(loaded.digests) { progress.tell(diagnostic) }
    if request.isLast {
      ProcessEnd.leave(sites.map(\.composition))
      ProcessEnd.leave(loaded)
    }
    let isSent = publication(state).send()
    let status = loaded.diagnostics.isEmpty ? ExitStatus.success : .partial
    try archive.keepRun(progress.report(status, request: request).line)
    try memo.keep(fingerprint, BuildMemo.Outcome(status: status, diagnostics: loaded.diagnostics))
    return isSent ? status : max(.partial, status)
  }

  // MARK: Steps

  /// Doubts dates that have not come yet; answers the days of editions that are slips of earlier runs.
  private func doubt(_ loaded: inout ArchivedLoader.Outcome, _ memory: SiteMemory) async -> Set<CivilDay> {
    let dates = DoubtedDates(
      today: request.today, timeZone: request.configuration.settings.timeZone,
      loader: ArticleLoader(jobs: 1, progress: progress))
    return await dates.apply(to: &loaded, editions: memory.editions.map(\.day))
  }

  private func load(
    _ list: SourceList, _ stamps: SourceStamps, _ archive: Archive, day: CivilDay?
  ) async throws -> ArchivedLoader.Outcome {
    progress.begin("read and extract")
    let names = try archive.decisions().filter { $0.kind == .redactName }.map(\.subject)
    let redaction = Redaction(subjects: names)
    let paths = HiddenPaths(redaction)
    let loader = ArchivedLoader(
      archive: archive, loader: ArticleLoader(jobs: request.jobs, progress: progress), prepare: redaction.redacted,
      paths: paths)
    var loaded: ArchivedLoader.Outcome
    if request.fromArchive {
      loaded = try await loader.loadArchived()
    } else {
      var made: [Digest] = []
      var diagnostics: [Diagnostic] = []
      if !request.digestFiles.isEmpty {
        let files = try DigestFiles(request.digestFiles)
        (made, diagnostics) = (files.digests, files.diagnostics)
      }
      loaded = try await loader.load(
        list, stamps, digests: made, accumulates: request.configurationFile != nil, day: day)
      loaded.diagnostics += diagnostics
    }
    loaded.diagnostics = loaded.diagnostics.map(paths.told)
    progress.end(
      "read and extract",
      "\(Count(loaded.digests.count, "article")) from \(Count(loaded.files, "file")); "
        + "\(Count(loaded.opened, "file")) read, \(Count(loaded.extracted, "article")) new or changed")
    return loaded
  }

  private func publish(
    _ sites: [EditionPlan.Site], _ renderer: Renderer, _ archive: Archive, _ memo: BuildMemo, _ state: StateFolder,
    _ remembered: SiteMemory, _ earlier: (Fingerprints, PageTraces)
  ) throws -> Publication.Report {
    try step("render and publish") {
      try BuildMemo.forget(in: archive)
      var after = (Fingerprints(), PageTraces())
      var known = remembered
      let report = try publication(state).publish { publication in
        var output = PageOutput(
          before: earlier.0, traces: earlier.1, emit: { try publication.add($0) }, keep: { try publication.keep($0) },
          canKeep: { publication.isPublished($0) && FileTree.kind(of: "\(request.output)/\($0)") == .file })
        for site in sites {
          try checkTime()
          let editions = try renderer.render(site.composition, to: &output, draft: site.draft, jobs: request.jobs)
          if site.isKept {
            let memory = EditionPlan.remembered(site.composition.memory, printed: editions)
            try archive.keep(memory, after: known)
            known = memory
            try EditionPlan.keepRights(request.configuration.settings, in: archive)
            try ArchivedLoader.told(in: archive)
          }
        }
        after = (output.after, output.traces)
      }
      try memo.keep(after.0, after.1, jobs: request.jobs)
      let removed = report.removed.count
      return (
        report, "\(Count(report.written.count, "file")) written, \(report.unchanged) unchanged, \(removed) removed"
      )
    }
  }

  private func publication(_ state: StateFolder) -> PublicationRun {
    PublicationRun(
      request.configuration.publication, output: request.output, state: state.path, progress: progress)
  }

  /// The editor's decisions.
  private func editorsDecisions() throws -> Overrides.Reading {
    guard
      let file = request.configuration.overrides ?? request.configurationFile.map(Overrides.path(besideConfiguration:))
    else { return Overrides.Reading() }
    guard FileTree.kind(of: file) == .file else {
      guard request.configuration.overrides != nil else { return Overrides.Reading() }
      throw FileError(path: file, reason: "there is no such file of decisions; make it, or correct \"overrides\"")
    }
    return try Overrides.reading(try FileTree.text(file), file: file)
  }

  /// Ends a build that takes longer than it may, before anything of the site was changed.
  func checkTime() throws {
    guard let deadline, ContinuousClock.now > deadline, let longest = request.longest else { return }
    throw BuildTimeout(seconds: longest)
  }

  func step<T>(_ name: String, _ work: () throws -> (T, String)) rethrows -> T {
    progress.begin(name)
    let (value, summary) = try work()
    progress.end(name, summary)
    return value
  }
}

/// A build took longer than it was given.
struct BuildTimeout: Error, CustomStringConvertible {
  var seconds: Double
  var description: String {
    "the build took longer than --max-duration \(seconds) s; what was read is in the archive, so the next run takes "
      + "less"
  }
}
