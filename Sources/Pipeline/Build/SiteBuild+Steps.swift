internal import Archive
internal import NewsModel
internal import Outside
internal import Publish
internal import Render

/// The steps of a build, in their order.
extension SiteBuild {
  /// How many articles without a day a run names.
  private static let namedUndated = 5

  /// Why nothing is published of what was loaded; nil where something is.
  func refusal(
    _ loaded: ArchivedLoader.Outcome, _ list: SourceList
  ) -> (diagnostic: Diagnostic, status: ExitStatus)? {
    guard !loaded.digests.isEmpty else {
      let hint = request.configuration.feeds.isEmpty ? "" : ". To fetch the feeds first: daybrief build --fetch"
      return (
        Diagnostic(.missingSource, "no article was found; nothing was published, the old site stands\(hint)"),
        .nothingPublished
      )
    }
    if !request.fromArchive, list.files.isEmpty, request.digestFiles.isEmpty {
      return (
        Diagnostic(
          .missingSource,
          "the sources hold no file any more; nothing was published, the old site stands. To publish what the archive "
            + "holds: daybrief build --from-archive"), .nothingPublished
      )
    }
    return PlausibleDay(request).refusal(loaded.digests).map { (Diagnostic(.badDate, $0), .usage) }
  }

  /// The site and its draft, with what only the archive knows of them.
  func composed(
    _ loaded: ArchivedLoader.Outcome, _ memory: SiteMemory, _ inputs: Inputs, _ archive: Archive,
    _ ahead: ReadAhead<DerivedRows>
  ) throws -> [EditionPlan.Site] {
    let plan = EditionPlan(
      build: self, archive: archive, memory: memory, settings: inputs.settings,
      decisions: inputs.overrides.decisions, ahead: ahead)
    var sites = try plan.sites(loaded)
    let versions = try archive.versionHistory()
    for index in sites.indices {
      sites[index].composition.feeds = inputs.feeds
      sites[index].composition.put(versions)
    }
    if request.configurationFile != nil, !request.fromArchive { try archive.keep(inputs.feeds) }
    return sites
  }

  /// Tells of drafts that wait, articles without a day, outlets that fell silent, and of what the configuration and the
  /// decisions name that nothing is or that was removed.
  ///
  /// - Parameter memory: what earlier mornings fixed.
  /// - Returns: how the build ended, as the next run tells it where nothing changed.
  func tellAfterwards(
    _ loaded: ArchivedLoader.Outcome, _ sites: [EditionPlan.Site], _ inputs: Inputs, _ memory: SiteMemory
  ) -> BuildMemo.Outcome {
    for day in sites.compactMap(\.draft) {
      progress.begin("draft")
      progress.end("draft", "drafts/\(day)/ waits; to publish it: daybrief approve \(day)")
    }
    let undated = loaded.digests.map(\.article).filter { $0.trustedPublicationDay == nil }
    if !undated.isEmpty {
      let named = undated.prefix(SiteBuild.namedUndated).map { $0.file ?? $0.id }.joined(separator: ", ")
      let more = undated.count > SiteBuild.namedUndated ? " and \(undated.count - SiteBuild.namedUndated) more" : ""
      progress.end(
        "undated",
        "no day is known that can be trusted: \(named)\(more); to date one: `published` in articles.yml")
    }
    let names = IdleDecisions(
      inputs.overrides, entities: memory.entities, sites: sites.map(\.composition), digests: loaded.digests)
    let outlets = UnknownOutlets(
      settings: request.configuration.settings, file: request.configurationFile,
      lines: request.configuration.rightsLines)
    let starter = StarterFiles.unchanged(request.configuration.settings).map { key in
      Diagnostic(
        .badConfiguration, "\"\(key)\" is the one of daybrief init, and every page shows it; write your own",
        file: request.configurationFile)
    }
    let example = StarterFiles.example(among: loaded.digests).map { article in
      Diagnostic(
        .missingSource,
        "the example of daybrief init stands among your articles; to take it out: daybrief redact --article \(article.id)",
        file: article.file)
    }
    let outcome = BuildMemo.Outcome(
      status: loaded.diagnostics.isEmpty ? .success : .partial, diagnostics: loaded.diagnostics,
      reminders: names.diagnostics + outlets.diagnostics(loaded.digests) + inputs.namesRemoved
        + TemplateOverrides.diagnostics(inputs.templates, folder: request.configuration.templates) + starter
        + [example].compactMap(\.self),
      newest: SilentOutlets(loaded.digests).newest.mapValues(\.description), articles: loaded.digests.count,
      edition: sites.first?.composition.briefs.first?.date?.description)
    remind(outcome)
    return outcome
  }

  /// Tells what somebody should look at.
  func remind(_ outcome: BuildMemo.Outcome) {
    let today = request.today ?? request.clock.today(in: request.configuration.settings.timeZone)
    let silent = SilentOutlets(newest: outcome.newest).diagnostics(
      after: request.configuration.staleAfter, today: today)
    for diagnostic in outcome.reminders + silent { progress.tell(diagnostic) }
  }

  /// Loads the articles that the site is made of: from the sources and digests made elsewhere, or from the archive alone.
  ///
  /// - Parameters:
  ///   - stored: what the archive shows.
  ///   - day: of the newest edition.
  func load(
    _ inputs: Inputs, _ archive: Archive, _ stored: ReadAhead<[Archive.Version]>, day: CivilDay?
  ) async throws -> ArchivedLoader.Outcome {
    progress.begin("read and extract")
    let redaction = Redaction(subjects: try ArchiveRedactor(archive: archive).names())
    let paths = HiddenPaths(redaction)
    let loader = ArchivedLoader(
      archive: archive, stored: stored, loader: ArticleLoader(jobs: request.jobs, progress: progress),
      prepare: redaction.redacted, register: inputs.register, paths: paths)
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
        inputs.list, inputs.stamps, digests: made, accumulates: request.configurationFile != nil, day: day)
      loaded.diagnostics += diagnostics
    }
    loaded.diagnostics = loaded.diagnostics.map(paths.told)
    progress.end(
      "read and extract",
      "\(Count(loaded.digests.count, "article")) from \(Count(loaded.files, "file")); "
        + "\(Count(loaded.opened, "file")) read, \(Count(loaded.extracted, "article")) new or changed")
    return loaded
  }

  /// Doubts dates that have not come yet; answers the days of editions that are slips of earlier runs.
  func doubt(_ loaded: inout ArchivedLoader.Outcome, _ memory: SiteMemory) async -> Set<CivilDay> {
    let dates = DoubtedDates(
      today: request.today, timeZone: request.configuration.settings.timeZone,
      loader: ArticleLoader(jobs: 1, progress: progress))
    return await dates.apply(to: &loaded, editions: memory.editions.map(\.day))
  }

  /// Renders and publishes the site and its draft. What later mornings keep is written before the site changes; what its
  /// pages are made from is forgotten before and written after.
  ///
  /// - Parameters:
  ///   - remembered: what earlier mornings fixed.
  ///   - earlier: the site as it stands.
  func publish(
    _ sites: [EditionPlan.Site], _ renderer: Renderer, _ archive: Archive, _ memo: BuildMemo, _ state: StateFolder,
    _ remembered: SiteMemory, _ earlier: BuildMemo.Standing
  ) throws -> Publication.Report {
    try step("render and publish") {
      try BuildMemo.forget(in: archive)
      var after = (traces: [UInt8](), contributions: KeptContributions())
      var known = remembered
      let report = try publication(state).publish(over: earlier.inventory) { publication in
        var output = PageOutput(
          traces: earlier.traces, kept: earlier.contributions, emit: { try publication.add($0) },
          keep: { try publication.keep($0, $1) },
          canKeep: { publication.isPublished($0, $1) && FileTree.areFiles("\(request.output)/\($0)", $1) },
          published: { publication.published($0) })
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
        after = (output.traces, output.contributions)
      }
      try memo.keep(after.traces, after.contributions)
      if request.isLast { ProcessEnd.leave(after.contributions) }
      let removed = report.removed.count
      return (
        report, "\(Count(report.written.count, "file")) written, \(report.unchanged) unchanged, \(removed) removed"
      )
    }
  }

  /// How the request wants the site to be published.
  func publication(_ state: StateFolder) -> PublicationRun {
    PublicationRun(
      request.configuration.publication, output: request.output, state: state.path, renewsForms: request.force,
      progress: progress)
  }

  /// Ends a build that takes longer than it may, before anything of the site was changed.
  func checkTime() throws {
    guard let deadline, ContinuousClock.now > deadline, let longest = request.longest else { return }
    throw BuildTimeout(seconds: longest)
  }

  /// Does some work that gives its value and a summary, and tells of its begin and end.
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
