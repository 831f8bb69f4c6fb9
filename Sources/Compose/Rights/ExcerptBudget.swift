internal import NewsModel
internal import Prose

/// What may be printed of one article under "rights: excerpt", and what has been.
///
/// Direct and partial quotes are their speakers' words: free, and always printable. All else counts by words, those
/// printed twice once.
struct ExcerptBudget {
  /// Of an article's words, the share that may be printed: a quarter.
  static let share = 4
  /// However long the article.
  static let mostWords = 300
  /// Key points come first, but leave this much of a hundred to the differences and the dated events.
  static let keyPointShare = 60

  /// A variant longer than this is a clause, whatever it is of.
  static let longestFact = 6  // words

  let rights: Rights
  /// Words that may be printed.
  let limit: Int
  /// Words printed so far.
  private(set) var printed = 0
  /// Passages that found no room.
  private(set) var withheld = 0
  private var isGranted: [Bool]
  /// What may be printed: disjoint, sorted; with the marks that stand by the words, and one where no word stands between.
  private(set) var printable: [Span] = []
  private let isFree: [Bool]
  /// Figures, dates and names.
  private let facts: [Span]
  private let tokens: [Token]

  /// The budget of an article of which nothing is printed yet.
  init(_ witness: Witness, rights: Rights = .excerpt) {
    self.rights = rights
    limit =
      switch rights {
      case .excerpt: min(ExcerptBudget.mostWords, witness.wordCount / ExcerptBudget.share)
      case .linkOnly: 0
      case .full: witness.wordCount
      }
    tokens = witness.text.tokens
    isGranted = [Bool](repeating: false, count: tokens.count)
    isFree = tokens.indices.map {
      !witness.text.tokens[$0].isWordLike || (witness.isQuoted[$0] && rights != .linkOnly)
    }
    let digest = witness.digest
    facts = digest.figures.map(\.span) + digest.dates.map(\.span) + digest.actors.flatMap(\.mentions)
    if rights != .linkOnly {
      for quote in digest.quotes where quote.form != .indirect && !quote.span.isEmpty { show(quote.span) }
    }
    if rights == .full { spend(Span(0, witness.digest.article.text.utf8.count)) }
  }

  /// Whether a span is a bare figure, date or name: a fact, which is nobody's words and counts for nothing.
  func isFact(_ span: Span) -> Bool {
    rights != .linkOnly && facts.contains { $0.contains(span) }
      && range(span).lazy.filter { tokens[$0].isWordLike }.count <= ExcerptBudget.longestFact
  }

  /// Words that a span would add.
  func cost(of span: Span) -> Int { range(span).lazy.filter { !isGranted[$0] && !isFree[$0] }.count }

  /// Words that several spans would add together.
  func cost(of spans: [Span]) -> Int {
    if spans.count == 1 { return cost(of: spans[0]) }
    return Set(spans.flatMap { range($0) }).lazy.filter { !isGranted[$0] && !isFree[$0] }.count
  }

  /// Whether all of the spans fit, within a share of the limit in hundredths. What is printed already fits always.
  func admits(_ spans: [Span], hundredths: Int = 100) -> Bool {
    let cost = cost(of: spans)
    return cost == 0 && rights != .linkOnly || printed + cost <= limit * hundredths / 100
  }

  /// Prints a span; the caller has asked `admits`.
  mutating func spend(_ span: Span) {
    for index in range(span) where !isGranted[index] {
      isGranted[index] = true
      if !isFree[index] { printed += 1 }
    }
    show(span)
  }

  /// Prints a figure, a date or a name, which are facts and nobody's words.
  mutating func grantFact(_ span: Span) { show(span) }

  /// Counts a passage that found no room.
  mutating func withhold() { withheld += 1 }

  /// How many words may still be printed.
  var left: Int { max(0, limit - printed) }

  /// Whether every byte of a span may be printed.
  func isPrintable(_ span: Span) -> Bool { printable.contains { $0.contains(span) } }

  /// Adds a span to what may be printed, as one with those that it meets.
  private mutating func show(_ span: Span) {
    var whole = withMarks(span)
    let from = printable.partitioningIndex { $0.end >= whole.start || isGap($0.end, whole.start) }
    var to = from
    while to < printable.count, printable[to].start <= whole.end || isGap(whole.end, printable[to].start) {
      whole = Span(min(whole.start, printable[to].start), max(whole.end, printable[to].end))
      to += 1
    }
    printable.replaceSubrange(from..<to, with: CollectionOfOne(whole))
  }

  /// A span with the opening marks before it, and the punctuation and closing marks behind it.
  private func withMarks(_ span: Span) -> Span {
    let range = range(span)
    guard !range.isEmpty, tokens[range.lowerBound].span.start >= span.start else { return span }
    var (from, to) = (range.lowerBound, range.upperBound)
    while from > 0, tokens[from - 1].kind == .quoteMark, !closes(tokens[from - 1]) { from -= 1 }
    while to < tokens.count, [.quoteMark, .terminator, .separator].contains(tokens[to].kind), !opens(tokens[to]) {
      to += 1
    }
    return Span(min(span.start, tokens[from].span.start), max(span.end, tokens[to - 1].span.end))
  }

  /// Set apart before and not behind: it belongs to the words behind it.
  private func opens(_ mark: Token) -> Bool { mark.kind == .quoteMark && mark.spaceBefore && !isFreeBehind(mark) }
  /// Set apart behind and not before.
  private func closes(_ mark: Token) -> Bool { !mark.spaceBefore && isFreeBehind(mark) }

  private func isFreeBehind(_ mark: Token) -> Bool {
    let next = tokens.partitioningIndex { $0.span.start >= mark.span.end }
    return next >= tokens.count || tokens[next].spaceBefore
  }

  /// Whether only white space stands between two bytes.
  private func isGap(_ from: Int, _ to: Int) -> Bool {
    let next = tokens.partitioningIndex { $0.span.start >= from }
    return next >= tokens.count || tokens[next].span.start >= to
  }

  private func range(_ span: Span) -> Range<Int> {
    let from = tokens.partitioningIndex { $0.span.end > span.start }
    var to = from
    while to < tokens.count, tokens[to].span.start < span.end { to += 1 }
    return from..<to
  }
}
