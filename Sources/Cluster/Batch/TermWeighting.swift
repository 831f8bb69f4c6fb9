#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Weighs terms by their rarity in the batch (TF-IDF, Spärck Jones 1972), and in the press where the batch is small.
struct TermWeighting {
  /// Articles that stand for the rest of the press: in a batch of five, a word that is in all five is not thereby
  /// common. Few, so that the subject of a small batch is not mistaken for its events. Fitted with the thresholds.
  static let assumedArticles: Float = 3
  /// The share of the press that an unknown term is in.
  static let assumedShare: Float = 0.01
  /// A term of one article alone ties it to nothing, but tells how much else it says.
  static let soleWeight: Float = 0.5
  /// What writing a term as a name adds: who and where tell events apart better than what.
  static let nameWeight: Float = 0.5

  /// For each term of a table.
  let rarity: [Float]
  /// What a term of one article in all the press would weigh; makes batches of several sizes comparable.
  let scale: Float
  /// The logarithms of counts, by `ArticleSketch.countUnit`.
  private let dampened: [Float]

  /// Weights for the terms of a batch.
  init(_ table: TermTable, _ press: PressShares) {
    let total = Float(table.items - table.copies) + TermWeighting.assumedArticles
    let assumed = TermWeighting.assumedArticles * TermWeighting.assumedShare
    scale = log(total)
    rarity = table.frequencies.indices.map { id in
      let frequency = Float(table.frequencies[id])
      guard frequency > 0 else { return 0 }
      let name = 1 + TermWeighting.nameWeight * Float(table.named[id]) / Float(max(1, table.uses[id]))
      let common = press.isIdle ? 1 : press.factor(table.keys[id])
      return max(0, log(total / (frequency + assumed))) * name * common
        * (frequency == 1 ? TermWeighting.soleWeight : 1)
    }
    dampened = (0..<4096).map { log(1 + Float($0) * ArticleSketch.countUnit) }
  }

  /// The weight of a term that an item has so often.
  @inline(__always)
  func weight(_ id: Int32, _ count: UInt16) -> Float {
    let often = count < 4096 ? dampened[Int(count)] : log(1 + Float(count) * ArticleSketch.countUnit)
    return often * rarity[Int(id)]
  }
}
