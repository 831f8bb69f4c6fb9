internal import Foundation
package import NewsModel

/// Takes words out of an edition that is out, without composing it anew: all else stays to the letter.
package struct EditionCut: Sendable {
  /// Passages to be taken out, with the words that they have in any version of their article.
  package var passages: Set<Passage> = []
  /// Articles of which no passage stays: ids, and the names of their pages.
  package var articles: [String: String] = [:]
  /// Stories that are gone with all that stood about them: ids, and the names of their pages.
  package var stories: [String: String] = [:]
  /// Actors that are gone, by what they are known: ids, and the names of their pages.
  package var actors: [String: String] = [:]
  /// Articles of which the data says nothing any more, by id; of others whose words leave it says that they were there.
  package var removed: Set<String> = []
  /// Headlines that are gone; `mark` stands in their place.
  package var titles: [String] = []
  /// The versions of articles' texts, newest first: passages of these that went along with others are forgotten too.
  package var texts: [String: [String]] = [:]
  /// The names of the pages of articles, by id; the id itself where none is given.
  package var pages: [String: String] = [:]
  /// What stands in place of a headline.
  package static let mark = "█████"

  /// A cut that takes out nothing.
  package init() {}

  /// The edition without the words.
  ///
  /// - Throws: where the edition's data is no JSON.
  package func applied(to edition: Edition) throws -> Edition {
    let leaving = LeavingWords(self, of: edition)
    var made = edition
    made.markdown = edition.markdown.map { CutMarkdown(cut: self, leaving: leaving).markdown($0) }
    made.data = try edition.data.map { text in
      try EditionData.edited(text) { self.value($0, article: nil, leaving) }
    }
    made.passages.removeAll { passages.contains($0) || articles[$0.article] != nil }
    guard made.markdown != edition.markdown || made.data != edition.data else { return made }
    let printed = PrintedWords(made)
    made.passages.removeAll { passage in
      let words = passage.words(in: texts)
      return !words.isEmpty && !words.contains { printed.stand($0, of: passage.article) }
    }
    return made
  }

  /// Whether words stand among others in their order, one after another.
  static func holds(_ words: [Substring], _ run: [Substring]) -> Bool {
    !run.isEmpty && words.contains(run)
  }

  /// A value of the page's data without the words; nil where nothing is left of it.
  private func value(_ value: Any, article: String?, _ leaving: LeavingWords) -> Any? {
    if let list = value as? [Any] { return list.compactMap { self.value($0, article: article, leaving) } }
    if let text = value as? String {
      if stories[text] != nil { return nil }
      return titles.contains(text) ? EditionCut.mark : text
    }
    guard let object = value as? [String: Any] else { return value }
    let article = object["article"] as? String ?? article
    if let text = object["text"] as? String, object["start"] is Int,
      leaving.holds(text, of: article) || article.map({ articles[$0] != nil }) ?? false
    {
      return heir(of: object, text).flatMap { self.value($0, article: nil, leaving) }
    }
    if let id = object["id"] as? String ?? object["story"] as? String, stories[id] != nil { return nil }
    if let id = object["article"] as? String, removed.contains(id) { return nil }
    if let id = object["actor"] as? String, actors[id] != nil { return nil }
    var made: [String: Any] = [:]
    for (key, inner) in object {
      if let ids = inner as? [String], key == "articles" || key == "actors" {
        made[key] = ids.filter { key == "articles" ? !removed.contains($0) : actors[$0] == nil }
        continue
      }
      guard let kept = self.value(inner, article: article, leaving) else { continue }
      // One side alone is no difference.
      if key == "versions", let sides = kept as? [Any], let before = inner as? [Any], sides.count < before.count {
        return nil
      }
      made[key] = kept
    }
    return made
  }

  /// A record of words that leave as that of another article that says the same, letter for letter; nil where none does.
  private func heir(of object: [String: Any], _ text: String) -> [String: Any]? {
    guard var others = object["alsoIn"] as? [[String: Any]],
      let place = others.firstIndex(where: { $0["text"] as? String == text && $0["article"] is String })
    else { return nil }
    let heir = others.remove(at: place)
    return object.merging(heir) { $1 }.merging(["alsoIn": others]) { $1 }
  }
}

/// The data of a printed page as text.
enum EditionData {
  /// The same data, changed.
  ///
  /// - Throws: where it is no JSON.
  static func edited(_ text: String, _ change: (Any) -> Any?) throws -> String {
    guard let made = change(try JSONSerialization.jsonObject(with: Data(text.utf8))) else { return text }
    let data = try JSONSerialization.data(
      withJSONObject: made, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
