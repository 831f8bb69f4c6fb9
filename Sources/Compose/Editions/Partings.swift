internal import NewsModel

/// Tells on both pages that a story left another.
struct Partings {
  /// Known from before and noticed now, sorted.
  let all: [Parting]
  let decisions: EditorialDecisions

  /// What was known with what clustering found now.
  ///
  /// - Parameters:
  ///   - found: without a day.
  ///   - noted: the day of the newest edition.
  init(known: [Parting], found: [Parting], noted: CivilDay?, decisions: EditorialDecisions) {
    var seen = Set(known.map { [$0.story, $0.origin] })
    var all = known
    for var parting in found where seen.insert([parting.story, parting.origin]).inserted {
      parting.noted = noted
      all.append(parting)
    }
    self.all = all.sorted()
    self.decisions = decisions
  }

  /// Stories that say what left them and what they left, as far as both are there.
  func told(_ stories: [StoryReport]) -> [StoryReport] {
    guard !all.isEmpty else { return stories }
    let index = Dictionary(stories.indices.map { (stories[$0].id, $0) }) { first, _ in first }
    var partings: [Int: [StoryReport.Relative]] = [:]
    for parting in all {
      guard let part = index[parting.story], let rest = index[parting.origin] else { continue }
      let isEditors = isEditors(stories[part], from: stories[rest])
      partings[part, default: []].append(
        .init(story: parting.origin, isOrigin: true, isEditors: isEditors, noted: parting.noted))
      partings[rest, default: []].append(
        .init(story: parting.story, isOrigin: false, isEditors: isEditors, noted: parting.noted))
    }
    return stories.indices.map { index in partings[index].map { stories[index].with(partings: $0) } ?? stories[index] }
  }

  private func isEditors(_ part: StoryReport, from rest: StoryReport) -> Bool {
    decisions.splits.contains { split in
      split.target.kind == .story && [rest.id, rest.slug].contains(split.target.name)
        && !Set(split.parts).isDisjoint(with: part.articles)
    }
  }
}
