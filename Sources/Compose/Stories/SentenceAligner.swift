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

  private let keysBySentence: [[[UInt64]]]
  private let weights: [UInt64: Double]
  private let totals: [[Double]]
  private let postings: [UInt64: [SentencePlace]]

  /// An aligner of the versions of one story.
  init(_ witnesses: [Witness]) {
    var keysBySentence: [[[UInt64]]] = []
    var postings: [UInt64: [SentencePlace]] = [:]
    var count = 0
    for (index, witness) in witnesses.enumerated() {
      var rows: [[UInt64]] = []
      for (number, sentence) in witness.text.sentences.enumerated() {
        let keys = Set(sentence.tokens.map { witness.keys[$0] }.filter { $0 != 0 }).sorted()
        for key in keys { postings[key, default: []].append(SentencePlace(witness: index, sentence: number)) }
        rows.append(keys)
      }
      count += rows.count
      keysBySentence.append(rows)
    }
    let all = Double(max(1, count))
    let weights = postings.mapValues { log(1 + all / Double($0.count)) }
    self.keysBySentence = keysBySentence
    self.postings = postings
    self.weights = weights
    totals = keysBySentence.map { rows in rows.map { keys in keys.reduce(0) { $0 + (weights[$1] ?? 0) } } }
  }

  /// The sentence of `other` that says the same as one of `witness`, if one does.
  func counterpart(of place: SentencePlace, in other: Int) -> Match? { counterparts(of: place)[other] }

  /// The sentences that say the same as the given one, at most one for each other witness.
  func counterparts(of place: SentencePlace) -> [Int: Match] {
    var best: [Int: Match] = [:]
    for (candidate, match) in candidates(of: place) where isSame(place, candidate, match) {
      if let known = best[candidate.witness], known.dice >= match.dice { continue }
      best[candidate.witness] = match
    }
    return best
  }

  /// How alike the nearest sentence of any other witness is, by the larger of its two measures; 0 where none is.
  func nearest(to place: SentencePlace) -> Double {
    candidates(of: place).reduce(0) { max($0, $1.match.dice, $1.match.containment) }
  }

  /// The pairs of two witnesses' sentences that say the same, each sentence at most once, in the order of the first.
  func pairs(_ a: Int, _ b: Int) -> [(left: Int, right: Int, dice: Double)] {
    var found: [(left: Int, right: Int, dice: Double)] = []
    for sentence in keysBySentence[a].indices {
      let place = SentencePlace(witness: a, sentence: sentence)
      for (candidate, match) in candidates(of: place)
      where candidate.witness == b && isSame(place, candidate, match) {
        found.append((sentence, candidate.sentence, match.dice))
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
    let keys = Set(keysBySentence[b.witness][b.sentence])
    let shared = keysBySentence[a.witness][a.sentence].reduce(0) { keys.contains($1) ? $0 + (weights[$1] ?? 0) : $0 }
    return measures(shared, totals[a.witness][a.sentence], totals[b.witness][b.sentence])
  }

  private func measures(_ shared: Double, _ a: Double, _ b: Double) -> (dice: Double, containment: Double) {
    (a + b > 0 ? 2 * shared / (a + b) : 0, min(a, b) > 0 ? shared / min(a, b) : 0)
  }

  private func candidates(of place: SentencePlace) -> [(place: SentencePlace, match: Match)] {
    let keys = keysBySentence[place.witness][place.sentence]
    guard keys.count >= SentenceAligner.fewestKeys else { return [] }
    var shared: [SentencePlace: Double] = [:]
    for key in keys {
      guard let places = postings[key], places.count <= SentenceAligner.commonest, let weight = weights[key] else {
        continue
      }
      for other in places where other.witness != place.witness { shared[other, default: 0] += weight }
    }
    let total = totals[place.witness][place.sentence]
    return shared.keys.sorted().map { other in
      let (dice, containment) = measures(shared[other] ?? 0, total, totals[other.witness][other.sentence])
      return (other, Match(sentence: other.sentence, dice: dice, containment: containment))
    }
  }

  private func isSame(_ a: SentencePlace, _ b: SentencePlace, _ match: Match) -> Bool {
    let left = keysBySentence[a.witness][a.sentence]
    let right = keysBySentence[b.witness][b.sentence]
    guard min(left.count, right.count) >= SentenceAligner.fewestKeys else { return false }
    if match.dice >= SentenceAligner.leastDice { return true }
    guard match.containment >= SentenceAligner.leastContainment else { return false }
    let keys = Set(right)
    return left.lazy.filter { keys.contains($0) }.count >= SentenceAligner.fewestShared
  }
}
