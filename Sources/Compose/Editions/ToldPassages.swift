internal import NewsModel

/// What editions that are out print of articles as they are now.
///
/// A passage is a place in the wording that the edition printed. Where an outlet changed its article since, the same
/// place may hold other words, or half of one: these were never printed, and are not counted nor shown as if they had
/// been.
struct ToldPassages {
  private let editions: [Edition]
  private let wordings: [String: [String]]

  /// - Parameters:
  ///   - editions: those that are out.
  ///   - wordings: the texts of the versions of articles that were read in more than one wording, by id.
  init(_ editions: [Edition], wordings: [String: [String]]) {
    self.editions = editions
    self.wordings = wordings
  }

  /// The passages by their articles' ids.
  func byArticle(_ digests: [String: Digest]) -> [String: [Passage]] {
    var told = Dictionary(grouping: editions.flatMap(\.passages), by: \.article)
    let changed = Set(
      told.keys.filter { id in
        guard let text = digests[id]?.article.text, let versions = wordings[id], let passages = told[id] else {
          return false
        }
        return !versions.allSatisfy { ToldPassages.areSame(passages, in: $0, and: text) }
      })
    guard !changed.isEmpty else { return told }
    for id in changed { told[id] = [] }
    for edition in editions {
      let passages = Dictionary(grouping: edition.passages.filter { changed.contains($0.article) }, by: \.article)
      var words: PrintedWords?
      for (id, passages) in passages {
        guard let text = digests[id]?.article.text, let versions = wordings[id] else { continue }
        if versions.allSatisfy({ ToldPassages.areSame(passages, in: $0, and: text) }) {
          told[id, default: []] += passages
          continue
        }
        let printed = words ?? PrintedWords(edition)
        words = printed
        // One edition may print words of several wordings: its own, and what a correction sets beside them.
        told[id, default: []] += passages.filter { passage in
          text.holds(passage.span) && !ToldPassages.cutsWord(passage.span, in: text)
            && printed.stand(String(text[passage.span]), of: id)
        }
      }
    }
    return told
  }

  /// Whether a span begins or ends within a word.
  private static func cutsWord(_ span: Span, in text: String) -> Bool {
    let bytes = text.utf8
    func isCut(_ offset: Int) -> Bool {
      let index = bytes.index(bytes.startIndex, offsetBy: offset)
      guard index > bytes.startIndex, index < bytes.endIndex else { return false }
      func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
      return isWord(text[text.index(before: index)]) && isWord(text[index])
    }
    return isCut(span.start) || isCut(span.end)
  }

  /// Whether passages are the same words in two wordings.
  private static func areSame(_ passages: [Passage], in one: String, and other: String) -> Bool {
    passages.allSatisfy { one.holds($0.span) && other.holds($0.span) && one[$0.span] == other[$0.span] }
  }
}
