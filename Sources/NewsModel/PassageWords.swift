extension Passage {
  /// The words that the versions of its article have at its place, newest version first.
  ///
  /// A passage was printed of one version and does not say of which; one whose text is too short for it has none.
  ///
  /// - Parameter texts: the texts of the versions of articles, by article id, newest version first.
  package func words(in texts: [String: [String]]) -> [String] {
    (texts[article] ?? []).filter { $0.holds(span) }.map { String($0[span]) }
  }
}
