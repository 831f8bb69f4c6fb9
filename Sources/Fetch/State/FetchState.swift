/// What fetching keeps between runs. Instants are seconds since 1970.
package struct FetchState: Sendable, Equatable, Codable {
  /// What is known of a feed.
  package struct Feed: Sendable, Equatable, Codable {
    /// Where it moved to for good.
    package var movedTo: String?
    /// The address that the validators below hold for.
    var validated: String?
    var etag: String?
    var lastModified: String?
    /// Not asked for before; nil where it may be.
    package var notBefore: Double?
    /// The last time that it was had, changed or not.
    package var lastGood: Double?
    /// The first of the failures since.
    package var failingSince: Double?
    /// Failures in a row.
    package var failures = 0
    package var failure: FetchFailure?
    /// The status of the answer that failed, if one came.
    package var status: Int?

    /// A feed that was never asked for.
    package init() {}
  }

  /// What is known of the page of an entry.
  struct Page: Sendable, Equatable, Codable {
    /// What the entry said when the page was had; a change asks for it anew.
    var mark: String
    /// The feed that it is kept for: others that lead to it too leave it alone.
    var feed: String
    /// The last run in which that feed led to it.
    var listed: Double
    var isKept = false
    var notBefore: Double?
    var failures = 0
    var failure: FetchFailure?
  }

  /// What is known of a site (scheme, host, port).
  struct Site: Sendable, Equatable, Codable {
    var robots: RobotsRules
    /// Asked for again after this.
    var robotsUntil: Double
    var mining: MiningReservation?
    var miningUntil: Double?
  }

  /// By the address that the configuration says.
  package var feeds: [String: Feed] = [:]
  /// By address.
  var pages: [String: Page] = [:]
  /// By origin.
  var sites: [String: Site] = [:]

  /// Nothing is known.
  package init() {}
}
