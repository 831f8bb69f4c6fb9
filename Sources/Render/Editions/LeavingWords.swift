internal import NewsModel

/// What a cut takes out of one edition: words of articles, and who else has each of them in passages that stay.
///
/// The same words may stand in an edition twice, as those of an outlet that withdrew them and as those of one that allows
/// them: the second one's stay.
struct LeavingWords {
  /// Words that leave.
  struct Run {
    /// The id of the article that they leave with.
    var article: String
    var words: [Substring]
    /// The articles that have these words, letter for letter, in passages that stay; sorted.
    var keepers: [String]
  }

  /// The longest first.
  let runs: [Run]
  /// By article, the words that leave, letter for letter.
  private let texts: [String: Set<String>]

  /// What leaves an edition.
  init(_ cut: EditionCut, of edition: Edition) {
    var texts: [String: Set<String>] = [:]
    var staying: [(article: String, text: String)] = []
    for passage in edition.passages {
      let words = passage.words(in: cut.texts)
      if cut.articles[passage.article] != nil || cut.passages.contains(passage) {
        texts[passage.article, default: []].formUnion(words)
      } else {
        staying += words.map { (passage.article, $0) }
      }
    }
    var runs: [Run] = []
    for (article, own) in texts {
      for text in own {
        let words = MarkdownLink.words(text)
        guard !words.isEmpty else { continue }
        let keepers = staying.filter { other in
          other.article != article && other.text.contains(text)
            && EditionCut.holds(MarkdownLink.words(other.text), words)
        }.map(\.article)
        runs.append(Run(article: article, words: words, keepers: Set(keepers).sorted()))
      }
    }
    self.runs = runs.sorted { ($1.words.count, $0.article) < ($0.words.count, $1.article) }
    self.texts = texts
  }

  /// Whether words of an article leave.
  func holds(_ text: String, of article: String?) -> Bool {
    guard let article else { return texts.values.contains { $0.contains(text) } }
    return texts[article]?.contains(text) ?? false
  }
}
