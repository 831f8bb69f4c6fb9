internal import Languages
internal import NewsModel
internal import Prose

/// Ranks the sentences that say what the article is about.
///
/// A sentence has to stand on its own; among those, position, the frequency of its words, its centrality (LexRank),
/// the title and the actors decide, and one that repeats a better one gives way (maximal marginal relevance,
/// Carbonell & Goldstein 1998).
final class KeyPointRanker {
  /// Sentences looked at: news stands at the top, and the graph grows with the square.
  private static let mostSentences = 60
  /// How much likeness to a chosen sentence costs.
  private static let repetition = 0.6
  /// A third key point this far below the first is left out.
  private static let farBelow = 1.0
  /// Sentences more alike than this say the same.
  private static let same = 0.6

  private let standAlone: StandAlone
  private let anaphors: Anaphors
  private let statement: Statement
  private let fragments: Fragments
  private let stems: StemIndex
  private let titleTokenizer = RememberingTokenizer()
  private let weights = KeyPointWeights()

  /// The finder of a language.
  init(language: Language, tokenizer: Tokenizer) {
    standAlone = StandAlone(language: language, tokenizer: tokenizer)
    let verbs = FiniteVerbs(language: language)
    anaphors = Anaphors(language: language, tokenizer: tokenizer, verbs: verbs)
    statement = Statement(language: language)
    fragments = Fragments(language: language, verbs: verbs)
    stems = StemIndex(language: language)
  }

  /// Best first.
  func keyPoints(in text: SegmentedText, digest: Digest) -> [KeyPoint] {
    var numbers = StemNumbers()
    let candidates = candidates(text, digest, &numbers)
    guard !candidates.isEmpty else { return [] }
    let graph = SentenceGraph(sentences: candidates.map(\.words), vocabulary: numbers.count)
    let reader = FeatureReader(
      candidates: candidates, graph: graph, text: text, digest: digest, title: titleStems(of: digest), numbers: numbers)
    let scores = candidates.indices.map { candidates[$0].isAble ? weights.score(reader.features(of: $0)) : 0 }
    let words = text.tokens.count { $0.isWordLike }
    let able = candidates.indices.filter { candidates[$0].isAble }
    return chosen(able, KeyPointRanker.count(forWords: words), scores, graph).map {
      KeyPoint(span: text.span(candidates[$0.candidate].tokens), score: $0.worth)
    }
  }

  /// One for a short text, two for one of 500 words, five at most: judged by hand, what is third in an article of the
  /// press is as often beside the point as not.
  static func count(forWords words: Int) -> Int {
    switch words {
    case ..<100: 1
    case ..<600: 2
    case ..<1200: 3
    case ..<2000: 4
    default: 5
    }
  }

  /// A sentence that may become a key point.
  struct Candidate {
    var tokens: Range<Int>
    /// Numbers of its words, sorted.
    var words: [Int]
    /// Its index among the sentences of the text.
    var order: Int
    var leans: Bool
    /// It names a person or an organization.
    var isNamed: Bool
    var quoted: Double
    /// It is a whole sentence of the article.
    var isStatement: Bool
    /// It is one that may be shown by itself.
    var isAble: Bool { isStatement && !leans }
  }

  private func candidates(_ text: SegmentedText, _ digest: Digest, _ numbers: inout StemNumbers) -> [Candidate] {
    var out: [Candidate] = []
    out.reserveCapacity(min(text.sentences.count, KeyPointRanker.mostSentences))
    let mentions = Mentions(digest.actors)
    let title = title(of: digest)
    for (order, sentence) in text.sentences.enumerated().prefix(KeyPointRanker.mostSentences) {
      let whole = Dateline.trimmed(sentence.tokens, text)
      let balanced = statement.balanced(whole, text)
      let tokens = balanced ?? whole
      var words: [Int] = []
      words.reserveCapacity(tokens.count)
      for token in tokens where text.tokens[token].isWordLike {
        if let stem = stems.stem(text.tokens[token], text.bytes) { words.append(numbers.number(of: stem)) }
      }
      words.sort()
      let quoted = quotedShare(text.span(sentence.tokens), digest.quotes)
      let isStatement =
        balanced != nil && quoted <= StandAlone.mostQuoted && standAlone.isWhole(tokens, text)
        && !standAlone.isBoilerplate(tokens, text) && !isRelay(text.span(tokens), digest.relays)
        && !statement.isGlued(tokens, text) && !statement.repeatsTitle(tokens, text, title: title)
      // What is no statement is not shown, whether it leans or not.
      let leans = isStatement && leans(tokens, text, digest, mentions, isFirst: order == 0)
      let isNamed = isStatement && mentions.namesAgent(in: text.span(tokens))
      out.append(
        Candidate(
          tokens: tokens, words: words, order: order, leans: leans, isNamed: isNamed, quoted: quoted,
          isStatement: isStatement))
    }
    return out
  }

  private func leans(
    _ tokens: Range<Int>, _ text: SegmentedText, _ digest: Digest, _ mentions: Mentions, isFirst: Bool
  ) -> Bool {
    if standAlone.leans(tokens, text, dates: digest.dates) { return true }
    if fragments.isFragment(tokens, text, actors: mentions.all) { return true }
    let context = Anaphors.Context(
      text: text, tokens: tokens, persons: mentions.persons, dates: digest.dates, quotes: digest.quotes)
    return anaphors.point(in: context, isFirst: isFirst)
  }

  /// Where actors are named, in the order of the text.
  private struct Mentions {
    var all: [Span] = []
    var persons: [Span] = []
    /// Persons and organizations.
    var agents: [Span] = []

    init(_ actors: [Actor]) {
      var mentions: [(span: Span, kind: Actor.Kind)] = []
      for actor in actors { for span in actor.mentions { mentions.append((span, actor.kind)) } }
      mentions.sort { $0.span < $1.span }
      all.reserveCapacity(mentions.count)
      for (span, kind) in mentions {
        all.append(span)
        switch kind {
        case .person:
          persons.append(span)
          agents.append(span)
        case .organization: agents.append(span)
        case .place: break
        }
      }
    }

    func namesAgent(in span: Span) -> Bool {
      let index = agents.partitioningIndex { $0.start >= span.start }
      return index < agents.count && agents[index].end <= span.end
    }
  }

  /// The title's words without case and diacritics, as hashes.
  private func title(of digest: Digest) -> [UInt64] {
    guard let title = digest.article.title else { return [] }
    return titleTokenizer.tokens(in: Array(title.utf8)).filter(\.isWordLike).map(\.folded)
  }

  /// The stems of the title's words, each once.
  private func titleStems(of digest: Digest) -> [UInt64]? {
    guard let title = digest.article.title else { return nil }
    let bytes = Array(title.utf8)
    var wanted: [UInt64] = []
    for token in titleTokenizer.tokens(in: bytes) {
      if let stem = stems.stem(token, bytes), !wanted.contains(stem) { wanted.append(stem) }
    }
    return wanted
  }

  /// The share of a span inside direct quotes.
  private func quotedShare(_ span: Span, _ quotes: [Quote]) -> Double {
    var covered = 0
    for quote in quotes where quote.form != .indirect && quote.span.overlaps(span) {
      covered += min(quote.span.end, span.end) - max(quote.span.start, span.start)
    }
    return Double(covered) / Double(max(1, span.length))
  }

  /// Whether a credit fills most of a sentence.
  private func isRelay(_ span: Span, _ relays: [Relay]) -> Bool {
    relays.contains { $0.span.overlaps(span) && $0.span.length * 2 > span.length }
  }

  /// The best, each with its score less what it repeats of those before it.
  private func chosen(
    _ able: [Int], _ count: Int, _ scores: [Double], _ graph: SentenceGraph
  ) -> [(candidate: Int, worth: Double)] {
    var chosen: [(candidate: Int, worth: Double)] = []
    var left = able
    while chosen.count < count {
      var best: (candidate: Int, worth: Double)?
      for candidate in left {
        let likeness = chosen.reduce(0) { max($0, graph.similarity(candidate, $1.candidate)) }
        guard likeness < KeyPointRanker.same else { continue }
        let worth = scores[candidate] - KeyPointRanker.repetition * likeness
        if worth > (best?.worth ?? -.infinity) { best = (candidate, worth) }
      }
      guard let best else { break }
      if chosen.count > 1, best.worth < (chosen.first?.worth ?? 0) - KeyPointRanker.farBelow { break }
      chosen.append(best)
      left.removeAll { $0 == best.candidate }
    }
    return chosen
  }
}
