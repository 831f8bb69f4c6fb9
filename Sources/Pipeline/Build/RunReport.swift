package import NewsModel

/// How a command ended, as its exit status says it.
package enum ExitStatus: Int32, Sendable, Codable, Comparable {
  case success = 0
  /// Done, but an article, a line or a feed could not be used.
  case partial = 1
  /// Nothing was published; the old site stands.
  case nothingPublished = 2
  case usage = 64
  /// Another run holds the lock.
  case locked = 75

  /// Orders by number.
  package static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }
}

/// Says what a run is doing, to people.
package protocol RunObserver: Sendable {
  /// A step begins.
  func begin(_ step: String)
  /// `done` of `total` pieces of the current step are through.
  func advance(_ done: Int, of total: Int)
  /// The step ended, with what came of it in a few words.
  func end(_ step: String, _ summary: String)
  /// Something could not be used.
  func tell(_ diagnostic: Diagnostic)
}
