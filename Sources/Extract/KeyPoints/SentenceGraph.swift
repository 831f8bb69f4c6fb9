/// How central each of some sentences is among them: LexRank (Erkan & Radev 2004), continuous, with the words' weights
/// inside the text in place of a corpus's.
struct SentenceGraph {
  /// Chance of jumping to any sentence, as in the paper.
  private static let damping = 0.15
  /// The ranking has settled for texts of press length after this many rounds.
  private static let rounds = 12

  /// Cosines between sentences, a row each.
  private(set) var similarity: [[Double]]

  /// The graph of sentences, each given as its words' numbers (sorted, with repeats) among `vocabulary` words.
  init(sentences: [[Int]], vocabulary: Int) {
    var inSentences = [Double](repeating: 0, count: vocabulary)
    for words in sentences {
      var last = -1
      for word in words where word != last {
        inSentences[word] += 1
        last = word
      }
    }
    // Inverse sentence frequency: a word of every sentence ties none of them.
    let count = Double(sentences.count)
    let weights = inSentences.map { SentenceGraph.log2(1 + count / max(1, $0)) }
    let norms = sentences.map { words in
      SentenceGraph.counts(words).reduce(0.0) { $0 + ($1.count * weights[$1.word]) * ($1.count * weights[$1.word]) }
        .squareRoot()
    }
    let counted = sentences.map(SentenceGraph.counts)
    similarity = sentences.indices.map { _ in [Double](repeating: 0, count: sentences.count) }
    for a in sentences.indices {
      for b in sentences.indices where b > a && norms[a] > 0 && norms[b] > 0 {
        let cosine = SentenceGraph.dot(counted[a], counted[b], weights) / (norms[a] * norms[b])
        similarity[a][b] = cosine
        similarity[b][a] = cosine
      }
    }
  }

  /// Centrality of each sentence, the greatest being 1.
  var centrality: [Double] {
    let count = similarity.count
    guard count > 1 else { return [Double](repeating: 1, count: count) }
    let sums = similarity.map { max($0.reduce(0, +), .leastNonzeroMagnitude) }
    var rank = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<SentenceGraph.rounds {
      var next = [Double](repeating: SentenceGraph.damping / Double(count), count: count)
      for a in 0..<count {
        let share = (1 - SentenceGraph.damping) * rank[a] / sums[a]
        for b in 0..<count where similarity[a][b] > 0 { next[b] += share * similarity[a][b] }
      }
      rank = next
    }
    let most = rank.max() ?? 1
    return rank.map { most > 0 ? $0 / most : 0 }
  }

  private static func counts(_ words: [Int]) -> [(word: Int, count: Double)] {
    var out: [(word: Int, count: Double)] = []
    for word in words {
      if let last = out.last, last.word == word { out[out.count - 1].count += 1 } else { out.append((word, 1)) }
    }
    return out
  }

  private static func dot(
    _ a: [(word: Int, count: Double)], _ b: [(word: Int, count: Double)], _ weights: [Double]
  ) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < a.count, j < b.count {
      if a[i].word == b[j].word {
        sum += a[i].count * b[j].count * weights[a[i].word] * weights[a[i].word]
        i += 1
        j += 1
      } else if a[i].word < b[j].word {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// Base-two logarithm without Foundation, exact enough for weights: the exponent and a straight line between.
  static func log2(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    return Double(value.exponent) + (value.significand - 1)
  }
}
