/// How central each of some sentences is among them: LexRank (Erkan & Radev 2004), continuous, with the words' weights
/// inside the text in place of a corpus's.
struct SentenceGraph {
  /// Chance of jumping to any sentence, as in the paper.
  private static let damping = 0.15
  /// The ranking has settled for texts of press length after this many rounds.
  private static let rounds = 12

  /// How many sentences there are.
  let count: Int
  /// Cosines between sentences, row by row; 0 between a sentence and itself.
  private var cosines: [Double]

  /// The graph of sentences, each given as its words' numbers (sorted, with repeats) among `vocabulary` words.
  ///
  /// Goes word by word over the sentences that have it: most words stand in one sentence and cost nothing.
  init(sentences: [[Int]], vocabulary: Int) {
    count = sentences.count
    cosines = [Double](repeating: 0, count: count * count)
    let postings = Postings(sentences, vocabulary: vocabulary)
    var norms = [Double](repeating: 0, count: count)
    // Inverse sentence frequency: a word of every sentence ties none of them.
    let weights = (0...count).map { SentenceGraph.log2(1 + Double(count) / Double(max(1, $0))) }
    for word in 0..<vocabulary {
      let entries = postings.entries(of: word)
      let weight = weights[entries.count]
      if entries.count == 1 {
        let inFirst = postings.counts[entries.lowerBound]
        norms[postings.sentences[entries.lowerBound]] += inFirst * weight * inFirst * weight
        continue
      }
      for first in entries {
        let (a, inFirst) = (postings.sentences[first], postings.counts[first])
        norms[a] += inFirst * weight * inFirst * weight
        for second in first + 1..<max(first + 1, entries.upperBound) {
          cosines[a * count + postings.sentences[second]] += inFirst * postings.counts[second] * weight * weight
        }
      }
    }
    for index in norms.indices { norms[index] = norms[index].squareRoot() }
    for a in 0..<count {
      for b in a + 1..<max(a + 1, count) where cosines[a * count + b] > 0 {
        let cosine = cosines[a * count + b] / (norms[a] * norms[b])
        cosines[a * count + b] = cosine
        cosines[b * count + a] = cosine
      }
    }
  }

  /// How alike two sentences are, 0 to 1.
  func similarity(_ a: Int, _ b: Int) -> Double { cosines[a * count + b] }

  /// The mean likeness of a sentence to all of them.
  func meanSimilarity(of row: Int) -> Double {
    count == 0 ? 0 : cosines[row * count..<(row + 1) * count].reduce(0, +) / Double(count)
  }

  /// Centrality of each sentence, the greatest being 1.
  var centrality: [Double] {
    guard count > 1 else { return [Double](repeating: 1, count: count) }
    // A sentence like no other has nowhere to pass its rank to.
    let shares = (0..<count).map { row in
      let sum = cosines[row * count..<(row + 1) * count].reduce(0, +)
      return sum > 0 ? (1 - SentenceGraph.damping) / sum : 0
    }
    var rank = [Double](repeating: 1 / Double(count), count: count)
    var next = rank
    for _ in 0..<SentenceGraph.rounds {
      for index in 0..<count { next[index] = SentenceGraph.damping / Double(count) }
      for a in 0..<count { add(row: a, times: shares[a] * rank[a], to: &next) }
      swap(&rank, &next)
    }
    let most = rank.max() ?? 1
    return rank.map { most > 0 ? $0 / most : 0 }
  }

  /// Adds a sentence's cosines, each times `share`; over buffers, so that the compiler takes several at once.
  @inline(__always)
  private func add(row: Int, times share: Double, to sums: inout [Double]) {
    cosines.withUnsafeBufferPointer { cosines in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let from = cosines.baseAddress?.advanced(by: row * count), let to = sums.baseAddress else { return }
        for index in 0..<count { to[index] += share * from[index] }
      }
    }
  }

  /// For each word the sentences that have it, and how often.
  private struct Postings {
    private(set) var sentences: [Int]
    private(set) var counts: [Double]
    private var starts: [Int]
    private var ends: [Int]

    init(_ texts: [[Int]], vocabulary: Int) {
      starts = [Int](repeating: 0, count: vocabulary + 1)
      for words in texts { for word in words { starts[word + 1] += 1 } }
      for word in 0..<vocabulary { starts[word + 1] += starts[word] }
      ends = starts
      sentences = [Int](repeating: 0, count: starts[vocabulary])
      counts = [Double](repeating: 0, count: starts[vocabulary])
      for (index, words) in texts.enumerated() {
        for word in words {
          let end = ends[word]
          if end > starts[word], sentences[end - 1] == index {
            counts[end - 1] += 1
          } else {
            sentences[end] = index
            counts[end] = 1
            ends[word] += 1
          }
        }
      }
    }

    func entries(of word: Int) -> Range<Int> { starts[word]..<ends[word] }
  }

  /// Base-two logarithm without Foundation, exact enough for weights: the exponent and a straight line between.
  static func log2(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    return Double(value.exponent) + (value.significand - 1)
  }
}
