internal import NewsModel
internal import Prose

/// Tells which words of an edition an article does not say any more, and what it says there now.
///
/// A printed passage is set beside the sentence of the new version that shares most words with it (Dice 1945); below half
/// of them it is another sentence, and none is named.
struct ChangedWords {
  /// The least likeness of two sentences that are one, rewritten.
  static let leastLikeness = 0.5

  /// The article's id.
  let article: String
  /// Of its versions, the newest first.
  let texts: [String]
  /// What may be printed of the newest.
  let printable: [Span]
  /// Cuts texts into sentences.
  let reading: LanguageReading

  /// What changed, and the passages of the newest version that are printed to say so.
  struct Found {
    var changes: [Correction.Change] = []
    var printed: [Passage] = []
    /// Whether all that the edition printed of the article could be looked for; where not, nothing is said of the rest.
    var isWhole = true
  }

  /// What an edition printed that does not stand in the newest version.
  func changes(of edition: Edition) -> Found {
    var found = Found()
    let printed = PrintedWords(edition)
    guard let newest = texts.first else { return found }
    let segments = reading.segments(of: newest)
    for passage in edition.passages.sorted() where passage.article == article {
      guard let before = words(passage.span, in: printed) else {
        found.isWhole = false
        continue
      }
      guard !newest.contains(before.text) else { continue }
      let sentence = nearest(to: before.text, in: segments).flatMap { span in
        printable.contains { $0.contains(span) } ? span : nil
      }
      found.changes.append(.init(before: before, after: sentence.map { .init($0, of: newest) }))
      if let sentence { found.printed.append(Passage(article: article, span: sentence)) }
    }
    return found
  }

  /// All that an edition printed of the article, whatever the article says now.
  func words(of edition: Edition) -> [Correction.Change] {
    let printed = PrintedWords(edition)
    return edition.passages.sorted().filter { $0.article == article }.compactMap { passage in
      words(passage.span, in: printed).map { .init(before: $0, after: nil) }
    }
  }

  /// The words of a span in the version that the edition printed: the newest whose words stand in it.
  private func words(_ span: Span, in printed: PrintedWords) -> Correction.Words? {
    texts.lazy.filter { $0.holds(span) }.map { Correction.Words(span, of: $0) }
      .first { printed.stand($0.text, of: article) }
  }

  private func nearest(to words: String, in text: SegmentedText) -> Span? {
    let wanted = set(reading.segments(of: words).tokens, of: words)
    var best: (likeness: Double, span: Span)?
    for sentence in text.sentences {
      let found = set(Array(text.tokens[sentence.tokens]), of: text.text)
      let likeness = 2 * Double(wanted.intersection(found).count) / Double(max(1, wanted.count + found.count))
      if likeness >= ChangedWords.leastLikeness, likeness > best?.likeness ?? 0 { best = (likeness, sentence.span) }
    }
    return best?.span
  }

  private func set(_ tokens: [Token], of text: String) -> Set<String> {
    Set(tokens.filter(\.isWordLike).map { Fold.folded(text[$0.span]) })
  }
}
