internal import Prose

/// Finds the pairs of a story's articles that may be of one report, in time linear in their words.
///
/// Whoever shares a run of stems, a run of facts or a credit is compared with the first that has it and with the one
/// before: twenty thousand copies of one wire make as many pairs, not their square, and union-find joins the rest.
enum OriginCandidates {
  /// Articles of a story that are all compared with each other.
  static let fewAtOnce = 12

  /// Pairs of indices, the lesser first, each once, sorted.
  static func pairs(_ outlines: [ReportOutline], _ shingles: [[UInt64]]) -> [(Int, Int)] {
    if outlines.count <= fewAtOnce {
      return outlines.indices.flatMap { a in (a + 1..<outlines.count).map { (a, $0) } }
    }
    var holders: [UInt64: (first: Int, last: Int)] = [:]
    var counts: [Int: Int] = [:]
    let width = outlines.count
    for (index, outline) in outlines.enumerated() {
      let credits = (outline.relays + [outline.outlet].compactMap { $0 }).map { Fold.hash($0) }
      for key in shingles[index] + outline.factRuns + credits {
        guard let holder = holders[key] else {
          holders[key] = (index, index)
          continue
        }
        if holder.first != index { counts[holder.first * width + index, default: 0] += 1 }
        if holder.last != index, holder.last != holder.first { counts[holder.last * width + index, default: 0] += 1 }
        holders[key]?.last = index
      }
    }
    return counts.keys.sorted().map { ($0 / width, $0 % width) }
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

  /// The overlap of two sorted lists without repetitions.
  init(_ a: [UInt64], _ b: [UInt64]) {
    var (i, j, count) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        (i, j, count) = (i + 1, j + 1, count + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    shared = count
    share = Double(count) / Double(max(1, min(a.count, b.count)))
  }
}
