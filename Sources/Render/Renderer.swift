package import NewsModel

/// Stub, replaced by the stage.
package struct Renderer {
  /// A renderer.
  package init(overrides: [(path: String, text: String)] = []) throws {}
  /// All files of the site.
  package func pages(of composition: Composition) throws -> [Page] { [] }
}
