internal import NewsModel

/// Finds sentences of two articles in one language that are the same or each other's rewrite.
enum ParallelSentences {
  /// Shorter sentences are alike by chance ("He declined to comment.").
  static let shortest = 5  // stems
  /// Stems that stand in the same order in both, for each stem of the two sentences' mean: a rewrite keeps more than
  /// half of them, two reporters' sentences on one fact seldom do.
  static let overlap = 0.5
  /// Of the shorter article's sentences, how many have to have a counterpart.
  static let share = 0.35
  /// Fewer prove nothing: two reporters print the same statement.
  static let fewest = 3

  /// Shared runs of stems that tell a rewrite of parts of a report, whatever else stands around them. One paragraph of
  /// background that papers keep at hand is long enough for it, but a sentence or two.
  static let runs = 12

  /// Evidence, or nil where too few sentences run parallel.
  static func evidence(_ a: [[UInt64]], _ b: [[UInt64]], _ overlap: Overlap) -> Origin.Evidence? {
    let (x, y) = (a.filter { $0.count >= shortest }, b.filter { $0.count >= shortest })
    let (short, long) = x.count <= y.count ? (x, y) : (y, x)
    guard short.count >= fewest else { return nil }
    let matched = matches(short, long)
    let isRewritten = overlap.shared >= runs && overlap.share >= Overlap.rewritten
    guard matched >= fewest, isRewritten || Double(matched) >= share * Double(short.count) else { return nil }
    return .parallelSentences(matched: matched, of: short.count)
  }

  /// How many sentences of `short` have a counterpart of their own in `long`.
  private static func matches(_ short: [[UInt64]], _ long: [[UInt64]]) -> Int {
    var places: [UInt64: [Int]] = [:]
    for (index, sentence) in long.enumerated() {
      for stem in Set(sentence) { places[stem, default: []].append(index) }
    }
    var taken = Set<Int>()
    var matched = 0
    for sentence in short {
      var shared: [Int: Int] = [:]
      for stem in Set(sentence) { for place in places[stem] ?? [] { shared[place, default: 0] += 1 } }
      let best = shared.filter { !taken.contains($0.key) && 2 * $0.value >= sentence.count / 2 }
        .map { (place: $0.key, score: likeness(sentence, long[$0.key])) }
        .max { ($0.score, -$0.place) < ($1.score, -$1.place) }
      guard let best, best.score >= overlap else { continue }
      taken.insert(best.place)
      matched += 1
    }
    return matched
  }

  /// The longest common subsequence of stems over their mean number.
  private static func likeness(_ a: [UInt64], _ b: [UInt64]) -> Double {
    2 * Double(CommonSubsequence.length(a, b)) / Double(a.count + b.count)
  }
}

/// The longest common subsequence of two lists.
enum CommonSubsequence {
  /// Its length; time and space are the product of the lengths, so lists are cut by the caller.
  static func length(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var diagonal = 0
      for (index, y) in b.enumerated() {
        let above = row[index + 1]
        row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[b.count]
  }
}

/// Finds names and numbers that two articles in different languages give in the same order.
enum ParallelFacts {
  /// Fewer come in the same order by chance.
  static let fewest = 8
  /// Of the shorter list, how many have to stand in the other in order.
  static let share = 0.5
  /// Facts read of each article: the comparison costs their product.
  static let read = 200

  /// Evidence, or nil where too few facts run parallel.
  static func evidence(_ a: [UInt64], _ b: [UInt64], share: Double = share) -> Origin.Evidence? {
    let shared = Set(a).intersection(b)
    let x = a.prefix(read).filter { shared.contains($0) }
    let y = b.prefix(read).filter { shared.contains($0) }
    let total = min(min(a.count, read), min(b.count, read))
    let matched = CommonSubsequence.length(x, y)
    guard matched >= fewest, Double(matched) >= share * Double(total) else { return nil }
    return .parallelFacts(matched: matched, of: total)
  }
}
