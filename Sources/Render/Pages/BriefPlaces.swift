internal import NewsModel

/// Where a story stands in the briefs: the newest edition that tells it as one of its own, and its number there.
///
/// Only a story with a card has a number: one more at the top would give all the others a new one, and a page anew.
struct BriefPlaces: Sendable {
  /// A place in an edition.
  struct Place: Sendable {
    var date: CivilDay
    /// From 1; nil where the edition gives the title alone.
    var number: Int?
  }

  private var places: [String: Place] = [:]

  /// The places of all stories; those that no edition tells as its own stand in the newest.
  init(_ site: Composition) {
    for brief in site.briefs {
      guard let date = brief.date else { continue }
      for (at, story) in brief.stories.enumerated() where places[story] == nil {
        places[story] = Place(date: date, number: at < BriefPage.cards ? at + 1 : nil)
      }
    }
    for brief in site.briefs {
      guard let date = brief.date else { continue }
      for story in brief.earlier where places[story] == nil { places[story] = Place(date: date, number: nil) }
    }
  }

  /// The place of a story by its id.
  subscript(story: String) -> Place? { places[story] }
}
