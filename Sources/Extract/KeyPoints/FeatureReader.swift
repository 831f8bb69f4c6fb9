internal import NewsModel
internal import Prose

/// Reads the features of the sentences of one text.
struct FeatureReader {
  /// A lead sentence's advantage halves every so many sentences.
  private static let leadHalves = 3.0
  /// Words of a sentence that says enough to be understood by itself, about: judged by hand, those of 30 and more stand
  /// alone more often than those of 20.
  private static let usualLength = 30.0
  /// Brings the mean likeness of sentences, about 0.1, near the other features.
  private static let degreeScale = 3.0
  /// Actors that count, the most named first.
  private static let mostForemost = 3

  private let candidates: [KeyPointRanker.Candidate]
  private let centrality: [Double]
  private let degree: [Double]
  private let text: SegmentedText
  private let frequency: [Double]
  /// Numbers of the title's words that the text has, sorted, and how many words the title has.
  private let title: (known: [Int], count: Int)
  private let foremost: [Actor]
  private let digest: Digest

  /// The reader of a text with its candidates and what else was found.
  init(
    candidates: [KeyPointRanker.Candidate], graph: SentenceGraph, text: SegmentedText, digest: Digest,
    title stems: [UInt64]?, numbers: StemNumbers
  ) {
    self.candidates = candidates
    centrality = graph.centrality
    degree = candidates.indices.map { FeatureReader.degreeScale * graph.meanSimilarity(of: $0) }
    self.text = text
    var counts = [Double](repeating: 0, count: numbers.count)
    for candidate in candidates { for word in candidate.words { counts[word] += 1 } }
    let most = counts.max() ?? 1
    frequency = counts.map { $0 / most }
    title = stems.map { ($0.compactMap(numbers.known).sorted(), $0.count) } ?? ([], 0)
    foremost = FeatureReader.leading(digest.actors)
    self.digest = digest
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
    features.degree = degree[index]
    features.title = titleShare(of: candidate)
    features.actors = actorShare(in: text.span(candidate.tokens))
    let words = Double(text.tokens[candidate.tokens].count { $0.isWordLike })
    features.length = max(0, 1 - abs(words - FeatureReader.usualLength) / FeatureReader.usualLength)
    features.quoted = candidate.quoted
    features.leaning = candidate.leans ? 1 : 0
    features.named = candidate.isNamed ? 1 : 0
    features.facts = hasFact(in: text.span(candidate.tokens)) ? 1 : 0
    return features
  }

  /// The share of the title's words, as stems, that a candidate has.
  private func titleShare(of candidate: KeyPointRanker.Candidate) -> Double {
    guard title.count > 0 else { return 0 }
    var (found, at) = (0, 0)
    for number in title.known {
      while at < candidate.words.count, candidate.words[at] < number { at += 1 }
      if at < candidate.words.count, candidate.words[at] == number { found += 1 }
    }
    return Double(found) / Double(title.count)
  }

  private func actorShare(in span: Span) -> Double {
    guard !foremost.isEmpty else { return 0 }
    return Double(foremost.count { $0.mentions.contains { span.contains($0) } }) / Double(foremost.count)
  }

  private func hasFact(in span: Span) -> Bool {
    digest.figures.contains { span.contains($0.span) } || digest.dates.contains { span.contains($0.span) }
  }

  /// The actors named most, the earlier one first where two are named as often.
  private static func leading(_ actors: [Actor]) -> [Actor] {
    var left = Array(actors.indices)
    var first: [Actor] = []
    while first.count < mostForemost, !left.isEmpty {
      var best = 0
      for place in left.indices.dropFirst() {
        if actors[left[place]].mentions.count > actors[left[best]].mentions.count { best = place }
      }
      first.append(actors[left.remove(at: best)])
    }
    return first
  }
}
