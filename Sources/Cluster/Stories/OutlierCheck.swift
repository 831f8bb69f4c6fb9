/// Looks at each group once more and lets go whoever came in by the others' company (Staykovski et al. 2019).
///
/// Joining averages over pairs, so an article may have come to a group while it was small and be far from most of
/// what the group is now.
enum OutlierCheck {
  /// A member whose mean likeness to the others is below this part of the threshold leaves.
  static let share: Float = 0.5
  /// In smaller groups nobody is the odd one out.
  static let fewest = 3

  /// The groups without their outliers, which stand alone; sorted, in the order of their least items.
  static func checked(_ groups: [[Int]], _ graph: SimilarityGraph, threshold: Float) -> [[Int]] {
    var groupOf = [Int32](repeating: -1, count: graph.links.count)
    for (number, group) in groups.enumerated() { for item in group { groupOf[item] = Int32(number) } }
    var kept: [[Int]] = []
    for (number, group) in groups.enumerated() {
      guard group.count >= fewest else {
        kept.append(group)
        continue
      }
      var stays: [Int] = []
      for item in group {
        let sum = graph.links[item].reduce(Float(0)) { groupOf[Int($1.item)] == number ? $0 + $1.value : $0 }
        if sum / Float(group.count - 1) >= share * threshold { stays.append(item) } else { kept.append([item]) }
      }
      if !stays.isEmpty { kept.append(stays) }
    }
    return kept.sorted { $0[0] < $1[0] }
  }
}
