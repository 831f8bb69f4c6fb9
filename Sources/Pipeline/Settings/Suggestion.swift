/// Finds what a mistyped word was meant to be.
package enum Suggestion {
  /// The word of a list that differs least, by the distance of Damerau and Levenshtein; nil where none is near.
  ///
  /// Near is a third of the letters at most, and at least two, so that short keys are found too.
  package static func nearest(to word: String, in words: [String]) -> String? {
    let farthest = max(2, word.count / 3)
    // What is so much longer or shorter cannot be near.
    let ranked = words.filter { abs($0.count - word.count) <= farthest }.map {
      ($0, distance(word.lowercased(), $0.lowercased()))
    }
    guard let best = ranked.min(by: { ($0.1, $0.0) < ($1.1, $1.0) }) else { return nil }
    return best.1 <= farthest ? best.0 : nil
  }

  /// How many letters have to be put in, taken out, replaced or swapped with a neighbour (optimal string alignment).
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in 1...a.count {
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }
}
