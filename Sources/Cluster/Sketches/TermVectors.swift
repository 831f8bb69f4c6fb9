#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Weighted terms of an article, by id; lengths are 1 unless said otherwise.
struct TermVector: Sendable {
  var ids: [Int32]
  var weights: [Float]

  /// The sum of products over shared terms.
  func dot(_ other: TermVector) -> Float {
    var sum: Float = 0
    var a = 0
    var b = 0
    while a < ids.count, b < other.ids.count {
      if ids[a] == other.ids[b] {
        sum += weights[a] * other.weights[b]
        a += 1
        b += 1
      } else if ids[a] < other.ids[b] {
        a += 1
      } else {
        b += 1
      }
    }
    return sum
  }
}

/// Weighs terms by their rarity in the batch (TF-IDF, Spärck Jones 1972).
struct TermWeighting: Sendable {
  /// Articles that stand for the rest of the press: in a batch of five, a word that is in all five is not thereby
  /// common. Few, so that the subject of a small batch is not mistaken for its events. Fitted with the thresholds.
  static let assumedArticles: Float = 3
  /// The share of the press that an unknown term is in.
  static let assumedShare: Float = 0.01
  /// A term of one article alone ties it to nothing, but tells how much else it says.
  static let soleWeight: Float = 0.5
  /// What writing a term as a name adds: who and where tell events apart better than what.
  static let nameWeight: Float = 0.5

  private let rarity: [Float]
  /// What a term of one article in all the press would weigh; makes batches of several sizes comparable.
  private let scale: Float

  /// Weights for the terms of a batch, given how many articles have each.
  init(articles: Int, frequencies: [Int32], vocabulary: Vocabulary) {
    let total = Float(articles) + TermWeighting.assumedArticles
    let assumed = TermWeighting.assumedArticles * TermWeighting.assumedShare
    scale = log(total)
    rarity = frequencies.indices.map { id in
      let frequency = Float(frequencies[id])
      guard frequency > 0 else { return 0 }
      let name = 1 + TermWeighting.nameWeight * vocabulary.nameShare(Int32(id))
      return max(0, log(total / (frequency + assumed))) * name * (frequency == 1 ? TermWeighting.soleWeight : 1)
    }
  }

  /// The vector of some terms, of length 1.
  func vector(_ terms: [ArticleSketch.Term]) -> TermVector {
    var weights = weights(terms)
    let norm = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    if norm > 0 { for index in weights.indices { weights[index] /= norm } }
    return TermVector(ids: terms.map(\.id), weights: weights)
  }

  /// How much some terms say together: 1 for a very rare one that the article opens with and repeats.
  func information(_ terms: [ArticleSketch.Term]) -> Float {
    weights(terms).reduce(0) { $0 + $1 * $1 } / (scale * scale)
  }

  private func weights(_ terms: [ArticleSketch.Term]) -> [Float] {
    terms.map { log(1 + $0.count) * rarity[Int($0.id)] }
  }
}
