internal import NewsModel
internal import Prose

/// Tells which words of an edition an article does not say any more, and what it says there now.
///
/// A printed passage is set beside the sentence of the new version that shares most words with its own sentence (Dice
/// 1945); below half of them it is another sentence, and none is named. Of a part of a sentence the words are named that
/// stand between the same neighbours now (Myers 1986 by way of `CollectionDifference`).
struct ChangedWords {
  /// The least likeness of two sentences that are one, rewritten.
  static let leastLikeness = 0.5

  /// The article's id.
  let article: String
  /// Of its versions, the newest first.
  let texts: [String]
  /// Of its versions, the newest first.
  var titles: [String] = []
  /// What may be printed of the newest.
  let printable: [Span]
  /// The figures and dates of the newest, which may always be printed.
  var facts: [Span] = []
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
    if let title = changedTitle(in: printed) { found.changes.append(title) }
    guard let newest = texts.first else { return found }
    let segments = reading.segments(of: newest)
    var told: [(text: String, span: Span)] = []
    // The longest first: a figure within a sentence that is told says nothing more.
    let passages = edition.passages.filter { $0.article == article }
      .sorted { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) }
    for passage in passages {
      guard let (text, before) = version(that: printed, has: passage.span) else {
        found.isWhole = false
        continue
      }
      guard !ChangedWords.stands(before.text, in: newest),
        !told.contains(where: { $0.text == text && $0.span.contains(passage.span) })
      else { continue }
      told.append((text, passage.span))
      let span = successor(of: passage.span, in: text, segments)
      found.changes.append(.init(before: before, after: span.map { .init($0, of: newest) }))
      if let span { found.printed.append(Passage(article: article, span: span)) }
    }
    return found
  }

  /// All that an edition printed of the article, whatever the article says now.
  func words(of edition: Edition) -> [Correction.Change] {
    let printed = PrintedWords(edition)
    return edition.passages.sorted().filter { $0.article == article }.compactMap { passage in
      version(that: printed, has: passage.span).map { .init(before: $0.words, after: nil) }
    }
  }

  /// The headline that an edition printed, where the article has another one now.
  private func changedTitle(in printed: PrintedWords) -> Correction.Change? {
    guard let now = titles.first, !printed.stand(now, of: article),
      let before = titles.dropFirst().first(where: { $0 != now && printed.stand($0, of: article) })
    else { return nil }
    func all(_ title: String) -> Correction.Words { .init(Span(0, title.utf8.count), of: title) }
    return .init(before: all(before), after: all(now), part: .title)
  }

  /// The version that an edition printed a span of, the newest whose words stand in it, and the words.
  private func version(that printed: PrintedWords, has span: Span) -> (text: String, words: Correction.Words)? {
    texts.lazy.filter { $0.holds(span) }.map { ($0, Correction.Words(span, of: $0)) }
      .first { printed.stand($0.1.text, of: article) }
  }

  /// Whether words stand in a text, not within longer ones.
  private static func stands(_ words: String, in text: String) -> Bool {
    func isInner(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }
    return text.ranges(of: words).contains { range in
      let isCutBefore = isInner(words.first) && isInner(text[..<range.lowerBound].last)
      return !isCutBefore && !(isInner(words.last) && isInner(text[range.upperBound...].first))
    }
  }

  /// What stands in the newest version where a span of an earlier one stood, if it may be printed.
  private func successor(of span: Span, in text: String, _ newest: SegmentedText) -> Span? {
    let old = reading.segments(of: text)
    let whole = old.sentences.first { $0.span.contains(span) }
    let before = whole.map { Array(old.tokens[$0.tokens]) } ?? old.tokens.filter { span.contains($0.span) }
    guard let sentence = nearest(to: before, of: text, in: newest) else { return nil }
    let isPart = before.contains { $0.isWordLike && !span.contains($0.span) }
    if isPart,
      let place = ChangedWords.place(
        of: span, before, text, Array(newest.tokens[sentence.tokens]), newest.text)
    {
      if isPrintable(place) { return place }
      let own = facts.filter { $0.start < place.end && place.start < $0.end }
      if own.count == 1 { return own[0] }
    }
    return isPrintable(sentence.span) ? sentence.span : nil
  }

  private func isPrintable(_ span: Span) -> Bool { printable.contains { $0.contains(span) } }

  /// What stands between the same neighbours as a span of another version of a sentence; nil where nothing does, or where
  /// it is all of the sentence.
  private static func place(
    of span: Span, _ before: [Token], _ text: String, _ after: [Token], _ newest: String
  ) -> Span? {
    let old = before.filter(\.isWordLike)
    let new = after.filter(\.isWordLike)
    let inside = old.indices.filter { span.start < old[$0].span.end && old[$0].span.start < span.end }
    guard let first = inside.first, let last = inside.last else { return nil }
    let words = new.map { Fold.folded(newest[$0.span]) }
    let difference = words.difference(from: old.map { Fold.folded(text[$0.span]) })
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    // What neither lost nor won stands in both in the same order.
    let same = Array(zip(old.indices.filter { !removed.contains($0) }, new.indices.filter { !inserted.contains($0) }))
    let from = same.last { $0.0 < first }.map { $0.1 + 1 } ?? 0
    let to = same.first { $0.0 > last }?.1 ?? new.count
    guard from < to, to - from < new.count else { return nil }
    return Span(new[from].span.start, new[to - 1].span.end)
  }

  private func nearest(
    to words: [Token], of other: String, in text: SegmentedText
  ) -> SegmentedText.Sentence? {
    let wanted = set(words, of: other)
    var best: (likeness: Double, sentence: SegmentedText.Sentence)?
    for sentence in text.sentences {
      let found = set(Array(text.tokens[sentence.tokens]), of: text.text)
      let likeness = 2 * Double(wanted.intersection(found).count) / Double(max(1, wanted.count + found.count))
      if likeness >= ChangedWords.leastLikeness, likeness > best?.likeness ?? 0 { best = (likeness, sentence) }
    }
    return best?.sentence
  }

  private func set(_ tokens: [Token], of text: String) -> Set<String> {
    Set(tokens.filter(\.isWordLike).map { Fold.folded(text[$0.span]) })
  }
}
