/// Makes vectors of length 1 out of the terms of a batch.
struct BatchVectors {
  let space: VectorSpace
  /// For each item, how much its terms say together: 1 for a very rare one that the article opens with and repeats.
  let information: [Float]
  /// For each term of the table, how rare it is; see `TermWeighting`.
  let rarity: [Float]

  /// The vectors of a table's items.
  ///
  /// - Parameter press: what is known of its terms beyond the batch.
  init(_ table: TermTable, press: PressShares = PressShares(), most: Int = VectorSpace.most) {
    let weighting = TermWeighting(table, press)
    var starts: [Int32] = [0]
    var ids: [Int32] = []
    var weights: [Float] = []
    ids.reserveCapacity(min(table.ids.count, table.items * most))
    weights.reserveCapacity(ids.capacity)
    var frequencies = [Int32](repeating: 0, count: table.count)
    var information: [Float] = []
    var heavy: [(id: Int32, weight: Float)] = []
    for item in 0..<table.items {
      heavy.removeAll(keepingCapacity: true)
      var squares: Float = 0
      for at in Int(table.starts[item])..<Int(table.starts[item + 1]) {
        let id = table.ids[at]
        let weight = weighting.weight(id, table.counts[at])
        squares += weight * weight
        if table.frequencies[Int(id)] > 1, weight > 0 { heavy.append((id, weight)) }
      }
      if heavy.count > most {
        heavy.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.id < $1.id }
        heavy.removeSubrange(most...)
      }
      let length = max(squares, .leastNormalMagnitude).squareRoot()
      for (id, weight) in heavy {
        ids.append(id)
        weights.append(weight / length)
        frequencies[Int(id)] += 1
      }
      starts.append(Int32(ids.count))
      information.append(weighting.scale > 0 ? squares / (weighting.scale * weighting.scale) : 0)
    }
    space = VectorSpace(starts: starts, ids: ids, weights: weights, frequencies: frequencies)
    self.information = information
    rarity = weighting.rarity
  }
}
