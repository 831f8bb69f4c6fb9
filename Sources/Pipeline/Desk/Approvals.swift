internal import Archive
internal import Foundation
package import NewsModel

/// What waits for an editor's approval, as the last build left it, and what an approval takes of it.
package struct Approvals {
  let archive: Archive

  /// Where the articles are kept that wait: their day or "-", and their id.
  private static let waitingKey = "waiting"
  /// Where the day of the draft is kept.
  private static let draftKey = "draft"

  /// What an approval did.
  package struct Outcome: Sendable, Equatable {
    /// How many articles go out, by their day; nil for those without one.
    package var taken: [CivilDay?: Int] = [:]
    /// How many wait on, by their day.
    package var waiting: [CivilDay?: Int] = [:]
    /// Whether the draft that waited is of the day.
    package var isDraft = false
    /// Whether there is neither a draft nor an edition of the day, and nothing that waits: then nothing was approved.
    package var isUnknown = false
  }

  /// The subject of a decision that approves an article.
  static func subject(of article: String) -> String { "article \(article)" }

  /// Notes what waits, and the day of the draft that shows it.
  func keep(waiting: [Digest], draft: CivilDay?) throws {
    let lines = waiting.map { "\($0.article.trustedPublicationDay?.description ?? "-") \($0.article.id)" }
    try archive.keep(Array(lines.sorted().joined(separator: "\n").utf8), under: Approvals.waitingKey)
    try archive.keep(Array((draft?.description ?? "").utf8), under: Approvals.draftKey)
  }

  /// Approves a day that has a draft or an edition, with all that waits of it, of earlier days and of none: a draft shows
  /// them together.
  func approve(_ day: CivilDay) throws -> Outcome {
    var outcome = Outcome()
    let lines = String(decoding: try archive.state(Approvals.waitingKey) ?? [], as: UTF8.self).split(separator: "\n")
    let waiting = lines.map { line -> (day: CivilDay?, id: String) in
      let parts = line.split(separator: " ", maxSplits: 1)
      return (CivilDay(iso: parts[0]), String(parts.last ?? ""))
    }
    let draft = CivilDay(iso: String(decoding: try archive.state(Approvals.draftKey) ?? [], as: UTF8.self))
    outcome.isDraft = draft == day
    outcome.isUnknown =
      try !outcome.isDraft && !waiting.contains { $0.day == day }
      && !archive.memory().editions.contains { $0.day == day }
    if !outcome.isUnknown { try archive.note(.approve, day.description, on: day.description) }
    for article in waiting {
      if outcome.isUnknown || article.day.map({ $0 > day }) ?? false {
        outcome.waiting[article.day, default: 0] += 1
      } else {
        outcome.taken[article.day, default: 0] += 1
        try archive.note(.approve, Approvals.subject(of: article.id), on: day.description)
      }
    }
    return outcome
  }
}
