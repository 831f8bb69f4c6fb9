internal import Foundation

/// Reservations against text and data mining that a site lists in `/.well-known/tdmrep.json` (TDM Reservation Protocol,
/// W3C Community Group report 2024; article 4 of directive (EU) 2019/790).
package struct MiningReservation: Sendable, Equatable, Codable {
  /// A part of the site.
  struct Rule: Sendable, Equatable, Codable {
    /// A path, written as in robots.txt.
    var location: String
    var isReserved: Bool
  }
  private(set) var rules: [Rule] = []

  /// Where it stands.
  static let path = "/.well-known/tdmrep.json"
  static let none = MiningReservation()

  private init() {}

  /// What a file lists; a file that cannot be read lists nothing.
  package init(_ file: [UInt8]) {
    guard let list = (try? JSONSerialization.jsonObject(with: Data(file))) as? [[String: Any]] else { return }
    rules = list.prefix(RobotsRules.mostRules).compactMap { entry in
      guard let location = entry["location"] as? String, location.utf8.count <= RobotsRules.longestRule,
        let value = entry["tdm-reservation"]
      else { return nil }
      let number = (value as? NSNumber)?.intValue ?? Int(value as? String ?? "")
      return number.map { Rule(location: RobotsRules.encoded(location), isReserved: $0 == 1) }
    }
  }

  /// Whether a path with its query is reserved: the longest rule that fits decides, of two the one that reserves.
  package func reserves(_ target: String) -> Bool {
    let path = Array(RobotsRules.encoded(target).utf8)
    var best = (length: -1, isReserved: false)
    for rule in rules where RobotsRules.matches(Array(rule.location.utf8), path) {
      let length = rule.location.utf8.count
      if length > best.length || length == best.length && rule.isReserved { best = (length, rule.isReserved) }
    }
    return best.isReserved
  }
}
