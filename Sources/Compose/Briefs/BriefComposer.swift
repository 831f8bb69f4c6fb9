internal import NewsModel

/// Makes the briefs: one for each day that has dated articles, newest first; one without a date where none has.
struct BriefComposer {
  /// In order of importance.
  let stories: [StoryReport]
  /// The days on which each story has articles.
  let days: [String: Set<CivilDay>]

  /// All briefs, or those up to `last`, which then is the first of them even if nothing appeared on it.
  func briefs(upTo last: CivilDay?) -> [Brief] {
    let all = Set(days.values.flatMap { $0 }).sorted()
    guard !all.isEmpty else {
      let ids = stories.map(\.id)
      return ids.isEmpty && last == nil
        ? [] : [Brief(date: last, edition: 1, stories: ids, earlier: [], new: ids, previous: nil)]
    }
    var shown = all.filter { day in last.map { day <= $0 } ?? true }
    if let last, shown.last != last { shown.append(last) }
    return shown.indices.reversed().map { brief(shown[$0], at: $0, of: shown) }
  }

  private func brief(_ day: CivilDay, at index: Int, of shown: [CivilDay]) -> Brief {
    let own = stories.filter { days[$0.id]?.contains(day) ?? false }
    let previous = index > 0 ? shown[index - 1] : nil
    let threads = Set(own.map(\.thread))
    let ids = Set(own.map(\.id))
    let earlier = stories.filter { story in
      threads.contains(story.thread) && !ids.contains(story.id)
        && (days[story.id]?.contains { $0 < day } ?? false)
    }
    let new = own.filter { story in previous.map { !(days[story.id]?.contains($0) ?? false) } ?? true }
    return Brief(
      date: day, edition: index + 1, stories: own.map(\.id), earlier: earlier.map(\.id), new: new.map(\.id),
      previous: previous)
  }
}
