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
    var list: SourceList
    var stamps: SourceStamps
    /// How the feeds fare.
    var feeds: [FeedReport]
    /// All that the site depends on, in one line.
    var fingerprint: String
  }

  /// Looks at templates, decisions and sources, of which none is read yet.
  func inputs(_ archive: Archive) throws -> Inputs {
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
      renderer: renderer, overrides: overrides, list: list, stamps: stamps, feeds: feeds, fingerprint: fingerprint)
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
