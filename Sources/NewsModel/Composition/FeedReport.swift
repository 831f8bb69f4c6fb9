/// A feed that is fetched, and how it fares: what readers and operators are told of it.
package struct FeedReport: Sendable, Equatable {
  /// Its address, as it may be printed.
  package var url: String
  /// The outlet's name, where the editor gives one.
  package var title: String?
  /// The day on which it was last had, changed or not.
  package var lastGood: CivilDay?
  /// The day of the first failure since.
  package var failingSince: CivilDay?
  /// Why it failed last; the interface has words for each ("feed-why.notFound").
  package var why: String?

  /// A feed with what is known of it.
  package init(
    url: String, title: String? = nil, lastGood: CivilDay? = nil, failingSince: CivilDay? = nil, why: String? = nil
  ) {
    self.url = url
    self.title = title
    self.lastGood = lastGood
    self.failingSince = failingSince
    self.why = why
  }
}
