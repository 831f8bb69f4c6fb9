internal import Foundation
internal import NewsModel

/// Finds what changed in known stories without a new article: a headline, or the words of an article that an edition
/// used, as the edition's corrections tell.
struct Revisions {
  /// Editions that are out, with their corrections; by day.
  let editions: [Edition]
  /// The day of the edition that is made.
  let day: CivilDay

  /// The revisions of stories that no edition calls new or developed, in the order of the stories.
  func found(in stories: [StoryReport]) -> [Revision] {
    var titles: [CivilDay: [String: String]] = [:]
    let changed = Set(
      editions.flatMap(\.corrections).filter { $0.kind == .changed && $0.noted == day }.compactMap(\.article))
    return stories.compactMap { story in
      let articles = story.articles.filter(changed.contains)
      var isRetitled = false
      if let edition = editions.last(where: { $0.stories.contains(story.id) || $0.earlier.contains(story.id) }) {
        if titles[edition.day] == nil { titles[edition.day] = Revisions.titles(in: edition) }
        // A title that the editor gave tells of no change, and one that was blacked out is not told again.
        if story.sourceTitle == nil, let before = titles[edition.day]?[story.id], !before.contains(Revisions.mark) {
          isRetitled = before != story.title
        }
      }
      guard isRetitled || !articles.isEmpty else { return nil }
      return Revision(story: story.id, articles: articles, isRetitled: isRetitled)
    }
  }

  /// What stands in place of words that were blacked out.
  private static let mark: Character = "█"

  /// The headlines that an edition printed, by story.
  private static func titles(in edition: Edition) -> [String: String] {
    guard let data = edition.data, let page = try? JSONSerialization.jsonObject(with: Data(data.utf8)),
      let stories = (page as? [String: Any])?["stories"] as? [[String: Any]]
    else { return [:] }
    return stories.reduce(into: [:]) { titles, story in
      if let id = story["id"] as? String { titles[id] = story["title"] as? String }
    }
  }
}
