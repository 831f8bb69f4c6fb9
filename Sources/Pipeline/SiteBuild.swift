internal import Cluster
internal import Compose
internal import Exchange
internal import Foundation
package import NewsModel
internal import Outside
internal import Publish
internal import Render

/// The whole path: articles in, a published site out.
package struct SiteBuild: Sendable {
  /// What a build is asked for.
  package struct Request: Sendable {
    package var configuration: Configuration
    /// The path of `daybrief.yml`, where the build follows it for its sources.
    package var configurationFile: String?
    package var sources: [String]
    /// Files of digests made elsewhere, one a line.
    package var digestFiles: [String]
    package var output: String
    package var jobs: Int
    /// The day of the front page; nil takes the newest.
    package var day: CivilDay?

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

  private let request: Request
  private let progress: any RunObserver

  /// A build that tells how it goes.
  package init(_ request: Request, progress: any RunObserver) {
    self.request = request
    self.progress = progress
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
      return try await build(state)
    } catch {
      progress.tell(Diagnostic(.unreadable, "\(error); nothing was published, the old site stands"))
      return .nothingPublished
    }
  }

  private func build(_ state: StateFolder) async throws -> ExitStatus {
    try publication(state).recover()
    let renderer = try Renderer(overrides: TemplateOverrides.load(request.configuration.templates))
    let loaded = try await load()
    for diagnostic in loaded.diagnostics { progress.tell(diagnostic) }
    guard !loaded.digests.isEmpty else {
      progress.tell(Diagnostic(.missingSource, "no article was found; nothing was published, the old site stands"))
      return .nothingPublished
    }
    let clustering = step("cluster") {
      let made = Clusterer(aliases: request.configuration.aliases).clustering(of: loaded.digests)
      return (made, "\(made.stories.count) stories, \(made.threads.count) threads, \(made.actors.count) actors")
    }
    let composition = step("compose") {
      let made = Composer(settings: request.configuration.settings).composition(
        digests: loaded.digests, clustering: clustering, runDiagnostics: loaded.diagnostics, day: request.day)
      return (made, "\(made.briefs.count) briefs, \(made.timeline.count) dated passages")
    }
    let pages = try step("render") {
      let made = try renderer.pages(of: composition)
      return (made, "\(made.count) files")
    }
    try step("publish") {
      let report = try publication(state).publish(pages)
      try state.keep(loaded.digests.map(\.article))
      return ((), "\(report.written.count) written, \(report.unchanged) unchanged, \(report.removed.count) removed")
    }
    let isSent = publication(state).send()
    return loaded.diagnostics.isEmpty && isSent ? .success : .partial
  }

  private func publication(_ state: StateFolder) -> PublicationRun {
    PublicationRun(
      request.configuration.publication, output: request.output, state: state.path, progress: progress)
  }

  private func load() async throws -> ArticleLoader.Result {
    let list = SourceList(request.sources, leaveOut: request.configuration.leaveOut)
    progress.begin("read and extract")
    var result = await ArticleLoader(jobs: request.jobs, progress: progress).digests(of: list)
    for file in request.digestFiles { try add(digestsOf: file, to: &result) }
    progress.end("read and extract", "\(result.digests.count) articles from \(list.files.count) files")
    return result
  }

  /// Adds digests made elsewhere; a line that cannot be used costs itself.
  private func add(digestsOf file: String, to result: inout ArticleLoader.Result) throws {
    var digests = result.digests
    var diagnostics = result.diagnostics
    for (number, line) in JSONLines(try FileTree.read(file)) {
      do {
        let record = try JSONLine.decode(DigestRecord.self, from: line)
        guard let digest = record.digest(id: record.articleRecord.id ?? "line-\(number)") else {
          diagnostics.append(
            Diagnostic(
              .notVerbatim, "some words do not stand at their offsets; extract it again", file: file, line: number))
          continue
        }
        digests.append(digest)
      } catch {
        diagnostics.append(Diagnostic(.badLine, JSONLine.explanation(of: error), file: file, line: number))
      }
    }
    result = ArticleLoader.joined(digests, diagnostics)
  }

  private func step<T>(_ name: String, _ work: () throws -> (T, String)) rethrows -> T {
    progress.begin(name)
    let (value, summary) = try work()
    progress.end(name, summary)
    return value
  }
}
