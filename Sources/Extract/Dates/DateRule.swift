internal import NewsModel

/// Gives what some words of a date resolve to.
protocol DateRule: Sendable {
  /// The value, or nil where the words make no date after all ("30 février").
  func resolved(_ reading: DateReading, _ context: DateContext) -> ResolvedDate?
}
