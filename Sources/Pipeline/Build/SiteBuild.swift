internal import Archive
internal import NewsModel
internal import Outside
internal import Render

/// The whole path: articles in, a published site out.
package struct SiteBuild: Sendable {
  /// The version of the program: semantic, as in CHANGELOG.md, which a test holds; it stands in run reports too.
  package static let version = "0.1.0"

  let request: Request
  let progress: StepLog
  let deadline: ContinuousClock.Instant?

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
    let isLost = state.isArchiveLost
    do {
      let status = try await build(state)
      return isLost ? max(.partial, status) : status
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
    tellOfNewArchive(state)
    let archive = try Archive(path: state.archivePath)
    let register = try settledRedactions(archive, state)
    let inputs = try inputs(archive, register)
    progress.note(inputs.feeds)
    let memo = BuildMemo(archive: archive, output: request.output)
    if !request.force, let outcome = try memo.outcome(of: inputs.fingerprint) {
      for diagnostic in outcome.diagnostics { progress.tell(diagnostic) }
      remind(outcome)
      progress.note(outcome)
      progress.end("build", "nothing changed since the last build; the site stands as it is")
      return publication(state).send() ? outcome.status : max(.partial, outcome.status)
    }
    if request.force {
      try archive.forgetSourceFiles()
      try archive.forgetDerived()
    }
    // All that earlier mornings left is read side by side; what is waited for first begins first.
    async let stored = ReadAhead(try archive.current(extractor: Revision.text))
    async let before = memo.standing(publication(state).writer, isForgotten: request.force)
    async let derived = ReadAhead(request.force ? DerivedRows() : try DerivedRows(archive, jobs: request.jobs))
    let remembered = try archive.memory()
    var memory = remembered
    var loaded = try await load(inputs, archive, try await stored, day: memory.latest?.day)
    let slips = await doubt(&loaded, memory)
    memory.editions.removeAll { slips.contains($0.day) }
    for diagnostic in loaded.diagnostics { progress.tell(diagnostic) }
    if let refusal = refusal(loaded, inputs.list) {
      progress.tell(refusal.diagnostic)
      return refusal.status
    }
    try checkTime()
    let sites = try composed(loaded, memory, inputs, archive, try await derived)
    let earlier = try await before
    let report = try publish(sites, inputs.renderer, archive, memo, state, remembered, earlier)
    progress.note(loaded, sites, report)
    if request.isRedacted || register.isNews { try publication(state).forgetBefore() }
    let outcome = tellAfterwards(loaded, sites, inputs, remembered)
    if request.isLast {
      ProcessEnd.leave(sites.map(\.composition))
      ProcessEnd.leave(loaded)
      ProcessEnd.leave(earlier)
      ProcessEnd.leave([remembered, memory])
    }
    let isSent = publication(state).send()
    try archive.keepRun(progress.report(outcome.status, request: request).line)
    try memo.keep(inputs.fingerprint, outcome)
    return isSent ? outcome.status : max(.partial, outcome.status)
  }
}
