/// Vectors of a batch in flat arrays, item by item and term by term.
///
/// Terms are numbered by how many items have them, rarest first, and an item's terms stand in that order: what tells
/// most is met first. A term of one item alone is in no vector; it counts in the length.
final class VectorSpace {
  /// Of each item the heaviest terms are kept; those of a long text beyond them weigh next to nothing.
  static let most = 256

  let items: Int
  let terms: Int
  /// Where each item's terms begin; one more than items.
  let starts: [Int32]
  let ids: [Int32]
  let weights: [Float]
  /// Where each term's items begin; one more than terms.
  let postingStarts: [Int32]
  let postingItems: [Int32]
  let postingWeights: [Float]

  /// Vectors whose terms are given item by item, by any numbers.
  ///
  /// - Parameters:
  ///   - starts: where each item's terms begin; one more than items.
  ///   - ids: numbers of terms, below `terms`.
  ///   - frequencies: for each term, how many items have it here.
  init(starts given: [Int32], ids givenIDs: [Int32], weights givenWeights: [Float], frequencies: [Int32]) {
    let items = given.count - 1
    let terms = frequencies.count
    let total = givenIDs.count
    let ranks = VectorSpace.ranks(frequencies)
    var fill = [Int32](repeating: 0, count: terms + 1)
    for id in frequencies.indices { fill[Int(ranks[id]) + 1] = frequencies[id] }
    for term in 0..<terms { fill[term + 1] += fill[term] }
    let postingStarts = fill
    let postingItems = [Int32](unsafeUninitializedCapacity: total) { out, count in
      for item in 0..<items {
        for at in Int(given[item])..<Int(given[item + 1]) {
          let rank = Int(ranks[Int(givenIDs[at])])
          out[Int(fill[rank])] = Int32(item)
          fill[rank] += 1
        }
      }
      count = total
    }
    // Back at the start of each list: the weights go the same way.
    for term in 0..<terms { fill[term] = postingStarts[term] }
    let postingWeights = [Float](unsafeUninitializedCapacity: total) { out, count in
      for at in 0..<total {
        let rank = Int(ranks[Int(givenIDs[at])])
        out[Int(fill[rank])] = givenWeights[at]
        fill[rank] += 1
      }
      count = total
    }
    // Read back term by term, each item's terms come out in order of rank.
    var next = given
    var weights = [Float](repeating: 0, count: total)
    let ids = [Int32](unsafeUninitializedCapacity: total) { out, count in
      for term in 0..<terms {
        for at in Int(postingStarts[term])..<Int(postingStarts[term + 1]) {
          let item = Int(postingItems[at])
          let place = Int(next[item])
          out[place] = Int32(term)
          weights[place] = postingWeights[at]
          next[item] += 1
        }
      }
      count = total
    }
    self.items = items
    self.postingStarts = postingStarts
    self.terms = terms
    self.postingItems = postingItems
    self.postingWeights = postingWeights
    self.ids = ids
    self.weights = weights
    starts = given
  }

  /// The place of each term in the order of frequency, then of number.
  private static func ranks(_ frequencies: [Int32]) -> [Int32] {
    let most = Int(frequencies.max() ?? 0)
    var next = [Int32](repeating: 0, count: most + 2)
    for frequency in frequencies { next[Int(frequency) + 1] += 1 }
    for frequency in 0...most { next[frequency + 1] += next[frequency] }
    return frequencies.map { frequency in
      defer { next[Int(frequency)] += 1 }
      return next[Int(frequency)]
    }
  }

  /// The sum of products over the terms that two items share.
  func dot(_ a: Int, _ b: Int) -> Float {
    ids.withUnsafeBufferPointer { ids in
      weights.withUnsafeBufferPointer { weights in
        var sum: Float = 0
        var (i, j) = (Int(starts[a]), Int(starts[b]))
        let (iEnd, jEnd) = (Int(starts[a + 1]), Int(starts[b + 1]))
        while i < iEnd, j < jEnd {
          let (x, y) = (ids[i], ids[j])
          if x == y { sum += weights[i] * weights[j] }
          i += x <= y ? 1 : 0
          j += y <= x ? 1 : 0
        }
        return sum
      }
    }
  }

  /// The terms of an item in `ids` and `weights`.
  func range(_ item: Int) -> Range<Int> { Int(starts[item])..<Int(starts[item + 1]) }
}
