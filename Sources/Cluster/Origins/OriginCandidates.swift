internal import Prose

/// Finds the pairs of a story's articles that may be of one report, in time linear in their words.
///
/// Whoever shares a run of stems, a run of facts or a credit is compared with the first that has it and with the one
/// before: twenty thousand copies of one wire make as many pairs, not their square, and union-find joins the rest.
enum OriginCandidates {
  /// Articles of a story that are all compared with each other.
  static let fewAtOnce = 12

  /// Pairs of indices, the lesser first, each once, sorted.
  static func pairs(_ story: StoryOutlines) -> [(Int, Int)] {
    let outlines = story.outlines
    if outlines.count <= fewAtOnce {
      return outlines.indices.flatMap { a in (a + 1..<outlines.count).map { (a, $0) } }
    }
    let numbers = HashNumbers()
    // The first and the last of who has a run of stems; of who has a run of facts or a credit, by number.
    var runHolders = [Holder](repeating: Holder(), count: story.shingleCount)
    var holders: [Holder] = []
    var found = Set<Int>()
    let width = outlines.count
    for (index, outline) in outlines.enumerated() {
      for run in story.shingles(index) { runHolders[Int(run)].note(index, width, &found) }
      for key in factRuns(outline.facts) + (outline.relays + [outline.outlet].compactMap { $0 }).map({ Fold.hash($0) })
      {
        let number = Int(numbers.number(key))
        if number == holders.count { holders.append(Holder()) }
        holders[number].note(index, width, &found)
      }
    }
    return found.sorted().map { ($0 / width, $0 % width) }
  }

  private struct Holder {
    var first: Int32 = -1
    var last: Int32 = -1

    /// Notes one more article that has it, and the pairs to look at.
    mutating func note(_ index: Int, _ width: Int, _ found: inout Set<Int>) {
      if first < 0 { first = Int32(index) } else if Int(first) != index { found.insert(Int(first) * width + index) }
      if last >= 0, Int(last) != index, last != first { found.insert(Int(last) * width + index) }
      last = Int32(index)
    }
  }

  /// Hashes of all runs of three facts.
  private static func factRuns(_ facts: [UInt32]) -> [UInt64] {
    guard facts.count >= 3 else { return [] }
    return (0...facts.count - 3).map { start in
      facts[start..<start + 3].reduce(0x51_7CC1_B727_220A) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
  }
}

/// How many runs of stems two articles share.
struct Overlap {
  /// Of the shorter article's runs, from which on two are the same words, if nearly all sentences run parallel.
  static let copied = 0.7
  static let copiedSentences = 0.9
  /// From which on one is a rewrite of parts of the other.
  static let rewritten = 0.2

  let shared: Int
  /// Of the shorter article's runs.
  let share: Double

  /// Of two articles, the lesser of which has `count` runs.
  init(shared: Int, of count: Int) {
    self.shared = shared
    share = Double(shared) / Double(max(1, count))
  }
}
