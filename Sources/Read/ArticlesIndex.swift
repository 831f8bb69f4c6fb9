package import NewsModel

/// Stub, replaced by the stage.
package struct ArticlesIndex: Sendable {
  /// Reads an index.
  package static func parse(_ text: String, file: String) -> (ArticlesIndex, [Diagnostic]) { (ArticlesIndex(), []) }
  /// What is given of a file.
  package func metadata(of name: String) -> GivenMetadata? { nil }
}
