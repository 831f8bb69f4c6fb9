internal import Foundation
internal import NewsModel
internal import Prose

/// A sentence of one of several witnesses.
struct SentencePlace: Hashable, Comparable {
  /// An index into the witnesses of a story.
  var witness: Int
  /// An index into the sentences of its text.
  var sentence: Int

  /// Orders by witness, then by place.
  static func < (a: SentencePlace, b: SentencePlace) -> Bool { (a.witness, a.sentence) < (b.witness, b.sentence) }
}

/// Finds the sentences of a story's versions that say the same.
///
/// Words weigh by their rarity within the story, so that the subject itself, which every sentence names, ties none.
/// Two sentences are taken for one when most of the weight of both is shared, or nearly all of the shorter one's
/// stands in the longer one (a rewrite that joins or cuts sentences).
struct SentenceAligner {
  /// A sentence and how much of the weight is shared, 0 to 1.
  struct Match: Equatable {
    var sentence: Int
    /// Shared weight over the mean weight of both (Dice).
    var dice: Double
    /// Shared weight over that of the lighter sentence.
    var containment: Double
  }
  /// Half of the weight: lower, sentences of one subject that say different things begin to pass (tried on parallel
  /// versions of press reports, where true pairs lie above .55 and the best false ones around .35).
  static let leastDice = 0.45
  /// With this share, the lighter sentence is a part of the other.
  static let leastContainment = 0.72
  /// A sentence with fewer words of matter could be about anything.
  static let fewestKeys = 3
  /// Shared words below which containment is chance.
  static let fewestShared = 4
  /// A word in more sentences than this tells nothing and would make the search quadratic.
  static let commonest = 200

  /// For each witness the number of its first sentence; one more at the end. Sentences are numbered through.
  private let starts: [Int]
  /// For each sentence the ranks of its keys among all keys of the story, ascending.
  private let ranks: [[Int32]]
  /// For each rank how rare its key is.
  private let weights: [Double]
  /// For each rank the key, ascending.
  private let keys: [UInt64]
  /// For each sentence the weight of its keys.
  private let totals: [Double]
  /// For each sentence those of other witnesses that say the same, by their number.
  private let same: [[(other: Int, match: Match)]]
  /// For each sentence how alike the nearest one of another witness is.
  private let likest: [Double]

  /// An aligner of the versions of one story.
  init(_ witnesses: [Witness]) {
    var starts = [0]
    var keys: [(key: UInt64, sentence: Int32)] = []
    var witnessOf: [Int32] = []
    for (index, witness) in witnesses.enumerated() {
      for sentence in witness.text.sentences {
        let number = Int32(witnessOf.count)
        for token in sentence.tokens where witness.keys[token] != 0 { keys.append((witness.keys[token], number)) }
        witnessOf.append(Int32(index))
      }
      starts.append(witnessOf.count)
    }
    keys.sort { ($0.key, $0.sentence) < ($1.key, $1.sentence) }
    let table = Postings(keys, sentences: witnessOf.count)
    self.starts = starts
    ranks = table.ranks
    weights = table.weights
    self.keys = table.keys
    totals = table.ranks.map { ranks in ranks.reduce(0) { $0 + table.weights[Int($1)] } }
    (same, likest) = SentenceAligner.compared(table, totals, witnessOf, starts)
  }

  /// The sentence of `other` that says the same as one of `witness`, if one does.
  func counterpart(of place: SentencePlace, in other: Int) -> Match? {
    var best: Match?
    for (sentence, match) in same[number(place)] where starts[other] <= sentence && sentence < starts[other + 1] {
      if let known = best, known.dice >= match.dice { continue }
      best = match
    }
    return best
  }

  /// The sentences that say the same as the given one, at most one for each other witness.
  func counterparts(of place: SentencePlace) -> [Int: Match] {
    var best: [Int: Match] = [:]
    for (sentence, match) in same[number(place)] {
      let witness = starts.partitioningIndex { $0 > sentence } - 1
      if let known = best[witness], known.dice >= match.dice { continue }
      best[witness] = match
    }
    return best
  }

  /// How alike the nearest sentence of any other witness is, by the larger of its two measures; 0 where none is.
  func nearest(to place: SentencePlace) -> Double { likest[number(place)] }

  /// The pairs of two witnesses' sentences that say the same, each sentence at most once, in the order of the first.
  func pairs(_ a: Int, _ b: Int) -> [(left: Int, right: Int, dice: Double)] {
    var found: [(left: Int, right: Int, dice: Double)] = []
    for number in starts[a]..<starts[a + 1] {
      for (other, match) in same[number] where starts[b] <= other && other < starts[b + 1] {
        found.append((number - starts[a], match.sentence, match.dice))
      }
    }
    found.sort { ($1.dice, $0.left, $0.right) < ($0.dice, $1.left, $1.right) }
    var usedLeft = Set<Int>()
    var usedRight = Set<Int>()
    return found.filter { pair in
      guard !usedLeft.contains(pair.left), !usedRight.contains(pair.right) else { return false }
      usedLeft.insert(pair.left)
      usedRight.insert(pair.right)
      return true
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// How alike any two sentences of the story are (Dice, and containment of the lighter one).
  func likeness(_ a: SentencePlace, _ b: SentencePlace) -> (dice: Double, containment: Double) {
    let (a, b) = (number(a), number(b))
    var shared = 0.0
    SentenceAligner.common(ranks[a], ranks[b]) { shared += weights[$0] }
    return SentenceAligner.measures(shared, totals[a], totals[b])
  }

  /// How rare some words of matter are within the story, together; those that stand in no sentence count for nothing.
  func weight(ofShared keys: Set<UInt64>) -> Double {
    // In their order, so that the sum is the same in every run.
    keys.sorted().reduce(0) { sum, key in
      let rank = self.keys.partitioningIndex { $0 >= key }
      return rank < self.keys.count && self.keys[rank] == key ? sum + weights[rank] : sum
    }
  }

  private func number(_ place: SentencePlace) -> Int { starts[place.witness] + place.sentence }

  private static func measures(_ shared: Double, _ a: Double, _ b: Double) -> (dice: Double, containment: Double) {
    (a + b > 0 ? 2 * shared / (a + b) : 0, min(a, b) > 0 ? shared / min(a, b) : 0)
  }

  /// Hands on what two ascending lists share.
  private static func common(_ a: [Int32], _ b: [Int32], _ body: (Int) -> Void) {
    var (i, j) = (0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] { body(Int(a[i])) }
      let (goesLeft, goesRight) = (a[i] <= b[j], b[j] <= a[i])
      if goesLeft { i += 1 }
      if goesRight { j += 1 }
    }
  }

  /// Sets each sentence beside those of other witnesses with which it shares a word that is not too common.
  private static func compared(
    _ table: Postings, _ totals: [Double], _ witnessOf: [Int32], _ starts: [Int]
  ) -> (same: [[(other: Int, match: Match)]], likest: [Double]) {
    var same = [[(other: Int, match: Match)]](repeating: [], count: totals.count)
    var likest = [Double](repeating: 0, count: totals.count)
    var shared = [Double](repeating: 0, count: totals.count)
    var touched: [Int] = []
    // One version alone has nothing beside it.
    guard starts.count > 2 else { return (same, likest) }
    func match(_ sentence: Int, _ dice: Double, _ containment: Double) -> Match {
      Match(sentence: sentence - starts[Int(witnessOf[sentence])], dice: dice, containment: containment)
    }
    for sentence in totals.indices {
      for rank in table.ranks[sentence] {
        let places = table.places(of: Int(rank))
        guard places.count <= commonest else { continue }
        for other in table.sentences[places].lazy.map(Int.init).reversed() {
          guard other > sentence else { break }
          guard witnessOf[other] != witnessOf[sentence] else { continue }
          if shared[other] == 0 { touched.append(other) }
          shared[other] += table.weights[Int(rank)]
        }
      }
      touched.sort()
      for other in touched {
        let (dice, containment) = measures(shared[other], totals[sentence], totals[other])
        shared[other] = 0
        let likeness = max(dice, containment)
        let (left, right) = (table.ranks[sentence], table.ranks[other])
        if left.count >= fewestKeys { likest[sentence] = max(likest[sentence], likeness) }
        if right.count >= fewestKeys { likest[other] = max(likest[other], likeness) }
        guard isSame(left, right, dice, containment) else { continue }
        same[sentence].append((other, match(other, dice, containment)))
        same[other].append((sentence, match(sentence, dice, containment)))
      }
      touched.removeAll(keepingCapacity: true)
    }
    return (same, likest)
  }

  private static func isSame(_ left: [Int32], _ right: [Int32], _ dice: Double, _ containment: Double) -> Bool {
    guard min(left.count, right.count) >= fewestKeys else { return false }
    if dice >= leastDice { return true }
    guard containment >= leastContainment else { return false }
    var count = 0
    common(left, right) { _ in count += 1 }
    return count >= fewestShared
  }
}

/// In which sentences of a story the keys stand; keys are numbered by their value.
private struct Postings {
  /// For each sentence the ranks of its keys, ascending.
  private(set) var ranks: [[Int32]]
  /// For each rank how rare its key is.
  private(set) var weights: [Double] = []
  /// For each rank the key, ascending.
  private(set) var keys: [UInt64] = []
  /// The sentences of all ranks, each rank's ascending.
  private(set) var sentences: [Int32] = []
  private var starts = [0]

  /// The postings of keys that are sorted with their sentences; a key may stand in a sentence more than once.
  init(_ keys: [(key: UInt64, sentence: Int32)], sentences count: Int) {
    ranks = [[Int32]](repeating: [], count: count)
    var from = 0
    while from < keys.count {
      var to = from
      while to < keys.count, keys[to].key == keys[from].key {
        if to == from || keys[to].sentence != keys[to - 1].sentence {
          sentences.append(keys[to].sentence)
          ranks[Int(keys[to].sentence)].append(Int32(weights.count))
        }
        to += 1
      }
      self.keys.append(keys[from].key)
      starts.append(sentences.count)
      weights.append(log(1 + Double(max(1, count)) / Double(starts[weights.count + 1] - starts[weights.count])))
      from = to
    }
  }

  /// Where the sentences of a rank are.
  func places(of rank: Int) -> Range<Int> { starts[rank]..<starts[rank + 1] }
}
