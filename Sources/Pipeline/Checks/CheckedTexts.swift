internal import Foundation
package import NewsModel
internal import Outside

/// Finds the texts that a site's passages are compared with.
package struct CheckedTexts: Sendable {
  private let configuration: Configuration
  private let configurationFile: String?

  /// A search that may fall back on a configuration's sources.
  package init(configuration: Configuration, configurationFile: String?) {
    self.configuration = configuration
    self.configurationFile = configurationFile
  }

  /// The texts of each article's versions by its id: of the sources named, else of the last build of the site, else of the configured sources;
  /// nil where there are none of these.
  package func texts(of site: String, sources: [String]) async throws -> [String: [String]]? {
    if !sources.isEmpty { return await read(sources, for: site) }
    for state in StateFolder.candidates(output: site, configuration: configurationFile) {
      if let texts = try state.texts() { return texts }
    }
    return configuration.sources.isEmpty ? nil : await read(configuration.sources, for: site)
  }

  private func read(_ sources: [String], for site: String) async -> [String: [String]] {
    let list = SourceList(
      SiteBuild.Request(
        configuration: configuration, configurationFile: configurationFile, sources: sources, output: site))
    let loader = ArticleLoader(jobs: ProcessInfo.processInfo.activeProcessorCount, progress: SilentProgress())
    let digests = await loader.digests(of: list).digests
    return Dictionary(digests.map { ($0.article.id, [$0.article.text]) }) { first, _ in first }
  }
}

/// Says nothing.
package struct SilentProgress: RunObserver {
  /// A progress that says nothing.
  package init() {}
  /// Says nothing.
  package func begin(_ step: String) {}
  /// Says nothing.
  package func advance(_ done: Int, of total: Int) {}
  /// Says nothing.
  package func end(_ step: String, _ summary: String) {}
  /// Says nothing.
  package func tell(_ diagnostic: Diagnostic) {}
}
