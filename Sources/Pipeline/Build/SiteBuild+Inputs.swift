internal import Archive
internal import Fetch
internal import NewsModel
internal import Outside
internal import Render

/// What a build looks at before it reads anything.
extension SiteBuild {
  /// What a build begins with besides its archive.
  struct Inputs {
    var renderer: Renderer
    var overrides: Overrides.Reading
    /// How the site is to be, without names that were removed.
    var settings: SiteSettings
    /// Where configuration and decisions have names that were removed.
    var namesRemoved: [Diagnostic]
    /// The user's own templates, by path below their folder.
    var templates: [(path: String, text: String)]
    var list: SourceList
    var stamps: SourceStamps
    /// What was removed for good.
    var register: RedactionRegister
    /// How the feeds fare.
    var feeds: [FeedReport]
    /// All that the site depends on, in one line.
    var fingerprint: String
  }

  /// Looks at templates, decisions and sources, of which none is read yet.
  func inputs(_ archive: Archive, _ register: RedactionRegister) throws -> Inputs {
    let templates = try TemplateOverrides.load(request.configuration.templates)
    let renderer = try Renderer(theme: request.configuration.theme, overrides: templates)
    let redaction = Redaction(subjects: try ArchiveRedactor(archive: archive).names())
    let removal = NameRemoval(
      redaction, configuration: request.configuration, file: request.configurationFile, try editorsDecisions())
    let overrides = removal.overrides
    if let refusal = SiteFolders(request).refusal(of: request.fromArchive ? [] : request.sources) { throw refusal }
    var list = request.fromArchive ? SourceList([]) : SourceList(request)
    if !request.fromArchive, let file = request.configurationFile {
      let plan = request.configuration.fetch
      list.add(fetched: FetchFolder(plan.path(configurationFile: file)), of: request.configuration.feeds)
    }
    if let remark = list.remark { progress.end("sources", remark) }
    let digests = DigestFiles.named(request.digestFiles)
    let contents = try contents(of: list, digests, archive)
    let stamps = SourceStamps(list, stamp: contents.stamp)
    let feeds =
      request.fromArchive
      ? try archive.feeds() : FeedHealth.reports(request.configuration, file: request.configurationFile)
    let fingerprint = BuildFingerprint(
      request: request, list: list, stamps: stamps, digests: digests.map { ($0, contents.stamp(of: $0)) },
      templates: templates, overrides: overrides.text, feeds: feeds
    ).text
    return Inputs(
      renderer: renderer, overrides: overrides, settings: removal.settings, namesRemoved: removal.diagnostics,
      templates: templates, list: list, stamps: stamps, register: register, feeds: feeds, fingerprint: fingerprint)
  }

  /// Tells that the archive of earlier runs is gone, or that there is none where a site stands.
  func tellOfNewArchive(_ state: StateFolder) {
    let way =
      "to have what only it knew (articles that are in no source any more, editions as they were, approvals, names of "
      + "pages), put a backup in its place, or an export: daybrief archive import"
    if state.isArchiveLost {
      let what = state.isArchiveEmpty ? "the archive is empty, 0 bytes" : "the archive of earlier runs is gone"
      progress.tell(
        Diagnostic(.unreadable, "\(what); a new one is made from the sources; \(way)", file: state.archivePath))
    } else if !Archive.exists(at: state.archivePath), FileTree.kind(of: "\(request.output)/index.html") == .file {
      progress.end("archive", "there was none for the site that stands; a new one is made from the sources; \(way)")
    }
  }

  /// The newest day of which the site as it stands shows an edition.
  var newestShown: CivilDay? { FileTree.names(in: "\(request.output)/briefs").compactMap { CivilDay(iso: $0) }.max() }

  /// Has the archive and the register of redactions know the same.
  func settledRedactions(_ archive: Archive, _ state: StateFolder) throws -> RedactionRegister {
    var register = try RedactionRegister(request.configuration, state)
    do {
      let count = try ArchiveRedactor(archive: archive).settle(&register)
      if count > 0 {
        register.isNews = true
        progress.end(
          "redactions",
          "\(Count(count, "redaction")) of \(register.path) that the archive did not know \(count == 1 ? "holds" : "hold") again"
        )
      }
    } catch let error as FileError {
      // It holds in the archive all the same.
      progress.end("redactions", "\(error)")
    }
    return register
  }

  /// What the files hold that the build is made from, which is kept for the next one.
  private func contents(
    of list: SourceList, _ digests: [String], _ archive: Archive
  ) throws -> FileContents {
    guard !request.fromArchive else { return FileContents() }
    let key = "contents"
    let known = try archive.state(key).flatMap(FileContents.init) ?? FileContents()
    let paths = Set(list.files.flatMap { [$0.path, $0.index].compactMap(\.self) } + digests).sorted()
    let contents = FileContents(of: paths, known: known, jobs: request.jobs)
    if contents != known { try archive.setState(key, contents.bytes) }
    return contents
  }

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
}
