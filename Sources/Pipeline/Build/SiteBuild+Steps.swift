internal import Archive
internal import NewsModel
internal import Outside
internal import Publish
internal import Render

/// The steps of a build, in their order.
extension SiteBuild {
  /// The editor's decisions.
  func editorsDecisions() throws -> Overrides.Reading {
    guard
      let file = request.configuration.overrides ?? request.configurationFile.map(Overrides.path(besideConfiguration:))
    else { return Overrides.Reading() }
    guard FileTree.kind(of: file) == .file else {
      guard request.configuration.overrides != nil else { return Overrides.Reading() }
      throw FileError(path: file, reason: "there is no such file of decisions; make it, or correct \"overrides\"")
    }
    return try Overrides.reading(try FileTree.text(file), file: file)
  }

  /// Loads the articles that the site is made of: from the sources and digests made elsewhere, or from the archive alone.
  ///
  /// - Parameter day: of the newest edition.
  func load(
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
      var after = (Fingerprints(), PageTraces())
      var known = remembered
      let report = try publication(state).publish(over: earlier.inventory) { publication in
        var output = PageOutput(
          before: earlier.fingerprints, traces: earlier.traces, emit: { try publication.add($0) },
          keep: { try publication.keep($0) },
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

  /// How the request wants the site to be published.
  func publication(_ state: StateFolder) -> PublicationRun {
    PublicationRun(
      request.configuration.publication, output: request.output, state: state.path, progress: progress)
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
