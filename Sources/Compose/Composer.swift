package import Languages
package import NewsModel

/// Stub, replaced by the stage.
package struct Composer {
  private let settings: SiteSettings
  /// A composer.
  package init(settings: SiteSettings, languages: [Language] = Language.all) { self.settings = settings }
  /// Everything the site says.
  package func composition(
    digests: [Digest], clustering: Clustering, runDiagnostics: [Diagnostic], day: CivilDay? = nil
  ) -> Composition {
    Composition(
      settings: settings, articles: [], stories: [], threads: [], actors: [], briefs: [], timeline: [], undated: [],
      outlets: [],
      coverage: Coverage(
        read: 0, used: 0, leftOut: [], lines: [], languages: [], oldest: nil, newest: nil, undated: 0))
  }
}
