internal import NewsModel
internal import Prose

/// Reads the features of the sentences of one text.
struct FeatureReader {
  /// A lead sentence's advantage halves every so many sentences.
  private static let leadHalves = 3.0
  /// Words of a sentence of news, about: an abstract's are as long.
  private static let usualLength = 24.0
  /// Actors that count, the most named first.
  private static let foremost = 3

  private let candidates: [KeyPointRanker.Candidate]
  private let centrality: [Double]
  private let text: SegmentedText
  private let frequency: [Double]
  private let titleShare: [Double]
  private let actorShare: [Double]
  private let facts: [Bool]

  /// The reader of a text with its candidates and what else was found.
  init(
    candidates: [KeyPointRanker.Candidate], centrality: [Double], text: SegmentedText, digest: Digest, stems: StemIndex
  ) {
    self.candidates = candidates
    self.centrality = centrality
    self.text = text
    var counts = [Double](repeating: 0, count: (candidates.compactMap { $0.words.last }.max() ?? -1) + 1)
    for candidate in candidates { for word in candidate.words { counts[word] += 1 } }
    let most = counts.max() ?? 1
    frequency = counts.map { $0 / most }
    titleShare = FeatureReader.titleShares(candidates, digest.article.title, text, stems)
    actorShare = FeatureReader.actorShares(candidates, digest.actors, text)
    let spans = digest.figures.map(\.span) + digest.dates.map(\.span)
    facts = candidates.map { candidate in
      let span = text.span(candidate.tokens)
      return spans.contains { span.contains($0) }
    }
  }

  /// The features of a candidate.
  func features(of index: Int) -> SentenceFeatures {
    let candidate = candidates[index]
    var features = SentenceFeatures()
    let order = Double(candidate.order)
    features.lead = FeatureReader.leadHalves / (FeatureReader.leadHalves + order)
    features.isEarly = candidate.order < 3 ? 1 : 0
    let sum = candidate.words.reduce(0) { $0 + frequency[$1] }
    features.centroid = candidate.words.isEmpty ? 0 : sum / Double(candidate.words.count)
    features.centrality = centrality[index]
    features.title = titleShare[index]
    features.actors = actorShare[index]
    let words = Double(text.tokens[candidate.tokens].count { $0.isWordLike })
    features.length = max(0, 1 - abs(words - FeatureReader.usualLength) / FeatureReader.usualLength)
    features.quoted = candidate.quoted
    features.leaning = candidate.leans ? 1 : 0
    features.facts = facts[index] ? 1 : 0
    return features
  }

  private static func titleShares(
    _ candidates: [KeyPointRanker.Candidate], _ title: String?, _ text: SegmentedText, _ stems: StemIndex
  ) -> [Double] {
    guard let title else { return candidates.map { _ in 0 } }
    let bytes = Array(title.utf8)
    let wanted = Set(Tokenizer().tokens(in: bytes).compactMap { stems.stem($0, bytes) })
    guard !wanted.isEmpty else { return candidates.map { _ in 0 } }
    return candidates.map { candidate in
      let found = Set(text.tokens[candidate.tokens].compactMap { stems.stem($0, text.bytes) }).intersection(wanted)
      return Double(found.count) / Double(wanted.count)
    }
  }

  private static func actorShares(
    _ candidates: [KeyPointRanker.Candidate], _ actors: [Actor], _ text: SegmentedText
  ) -> [Double] {
    let ranked = actors.enumerated().sorted {
      ($1.element.mentions.count, $0.offset) < ($0.element.mentions.count, $1.offset)
    }
    let first = ranked.prefix(foremost).map(\.element)
    guard !first.isEmpty else { return candidates.map { _ in 0 } }
    return candidates.map { candidate in
      let span = text.span(candidate.tokens)
      return Double(first.count { $0.mentions.contains { span.contains($0) } }) / Double(first.count)
    }
  }
}
