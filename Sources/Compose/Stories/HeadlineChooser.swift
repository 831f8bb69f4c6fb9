internal import NewsModel
internal import Prose

/// Chooses the headline that says best what all articles of a story are about.
struct HeadlineChooser {
  /// Words of the beginning of an article that a headline is compared with: its lead, where news is told.
  static let leadWords = 120

  let scope: StoryScope
  /// The site's language; a headline in it is preferred, since it is what all readers understand.
  let language: String

  /// The index of the article whose headline shares most of its words with the other articles' headlines and leads;
  /// among equals the earliest. Nil where none has a headline.
  ///
  /// A story that goes on is told by its newest day, unless no headline of it shares a word with another article.
  func article() -> Int? {
    let titled = scope.witnesses.indices.filter { !title($0).isEmpty }
    let native = titled.filter { isNative($0) }
    let candidates = native.isEmpty ? titled : native
    let newest = candidates.compactMap { scope.witnesses[$0].day }.max()
    let best = best(of: candidates.filter { scope.witnesses[$0].day == newest })
    if let best, best.likeness > 0 { return best.index }
    return self.best(of: candidates)?.index
  }

  private func isNative(_ index: Int) -> Bool {
    LanguageCode.primary(scope.witnesses[index].digest.article.language) == LanguageCode.primary(language)
  }

  private func best(of titled: [Int]) -> (index: Int, likeness: Double)? {
    var best: (index: Int, likeness: Double)?
    for index in titled {
      let words = titleKeys(index)
      let others = scope.witnesses.indices.filter { $0 != index }
      let likeness = others.reduce(0.0) { sum, other in
        guard !words.isEmpty else { return sum }
        let there = titleKeys(other).union(leadKeys(other))
        return sum + Double(words.intersection(there).count) / Double(words.count)
      }
      if best.map({ likeness > $0.likeness }) ?? true { best = (index, likeness) }
    }
    return best
  }

  /// The headline of an article, without white space around; empty where it has none.
  func title(_ index: Int) -> String {
    let title = scope.witnesses[index].digest.article.title ?? ""
    guard let from = title.firstIndex(where: { !$0.isWhitespace }),
      let last = title.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(title[from...last])
  }

  private func titleKeys(_ index: Int) -> Set<UInt64> {
    let language = scope.witnesses[index].language
    let bytes = Array(title(index).utf8)
    return Set(
      language.tokenizer.tokens(in: bytes).filter { $0.isWordLike && !language.isFunctionWord($0) }
        .map { language.stem(of: $0, in: bytes) })
  }

  private func leadKeys(_ index: Int) -> Set<UInt64> {
    let witness = scope.witnesses[index]
    return Set(
      witness.text.tokens.prefix(HeadlineChooser.leadWords)
        .filter { $0.isWordLike && !witness.language.isFunctionWord($0) }
        .map { witness.language.stem(of: $0, in: witness.text.bytes) })
  }
}
