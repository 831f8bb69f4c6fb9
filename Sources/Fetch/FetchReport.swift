/// What a run of fetching did.
package struct FetchReport: Sendable {
  /// What came of a feed.
  package enum Outcome: Sendable, Equatable {
    /// A new body was kept.
    case new
    /// Asked for, and the same as before.
    case unchanged
    /// Not asked for: it said it holds longer.
    case fresh
    /// Not asked for: it failed before, or its server asked to wait; seconds since 1970 until when.
    case waiting(until: Double)
    case failed(FetchFailure, status: Int?)
  }

  /// Something that was left alone because its publisher asks for that.
  package struct Refusal: Sendable, Equatable {
    /// As it may be printed.
    package var url: String
    package var why: FetchFailure
  }

  /// A feed and what came of it.
  package struct Feed: Sendable {
    /// As the configuration says it.
    package var url: String
    package var outcome: Outcome
    /// Where it moved to for good, where that is new.
    package var movedTo: String?
    /// Pages of its entries that were had, and that were not.
    package var pages = 0
    package var failedPages = 0
  }

  /// In the order of the configuration.
  package var feeds: [Feed] = []
  package var refusals: [Refusal] = []
  /// Whether the state of earlier runs was damaged and put aside.
  package var stateWasDamaged = false
  /// What could not be written.
  package var trouble: String?

  /// How many feeds came out in a way.
  package func count(_ test: (Outcome) -> Bool) -> Int { feeds.count { test($0.outcome) } }
}
