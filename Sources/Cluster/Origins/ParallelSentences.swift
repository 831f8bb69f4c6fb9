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

  /// Tables by stem, kept from pair to pair: empty between two.
  final class Room {
    /// For each stem, the first of the sentences that have it, as a place in `next`; -1 for none.
    fileprivate var heads: [Int32]
    /// Sentences that have a stem, each with the place of the next one.
    fileprivate var next: [(sentence: Int32, place: Int32)] = []
    /// For each stem, the places of a sentence that it stands at, as bits.
    fileprivate var bits: [UInt64]

    /// Room for so many stems.
    init(stems: Int) {
      heads = [Int32](repeating: -1, count: stems)
      bits = [UInt64](repeating: 0, count: stems)
    }
  }

  /// Evidence of two outlines of a story, or nil where too few sentences run parallel.
  static func evidence(_ story: StoryOutlines, _ a: Int, _ b: Int, _ overlap: Overlap) -> Origin.Evidence? {
    let (x, y) = (story.sentences(a), story.sentences(b))
    let (short, long) = x.count <= y.count ? (x, y) : (y, x)
    guard short.count >= fewest else { return nil }
    let matched = matches(short, long, story.stems, story.room)
    let isRewritten = overlap.shared >= runs && overlap.share >= Overlap.rewritten
    guard matched >= fewest, isRewritten || Double(matched) >= share * Double(short.count) else { return nil }
    return .parallelSentences(matched: matched, of: short.count)
  }

  /// How many sentences of `short` have a counterpart of their own in `long`, both ranges of `stems`.
  private static func matches(_ short: [Range<Int>], _ long: [Range<Int>], _ stems: [Int32], _ room: Room) -> Int {
    for (number, sentence) in long.enumerated() {
      for at in sentence {
        let stem = Int(stems[at])
        let head = room.heads[stem]
        if head >= 0, room.next[Int(head)].sentence == Int32(number) { continue }
        room.heads[stem] = Int32(room.next.count)
        room.next.append((Int32(number), head))
      }
    }
    defer {
      for sentence in long { for at in sentence { room.heads[Int(stems[at])] = -1 } }
      room.next.removeAll(keepingCapacity: true)
    }
    var taken = [Bool](repeating: false, count: long.count)
    var shared = [Int32](repeating: 0, count: long.count)
    var matched = 0
    for sentence in short {
      for place in shared.indices { shared[place] = 0 }
      for at in sentence {
        let stem = Int(stems[at])
        if room.bits[stem] == 0 {
          var place = room.heads[stem]
          while place >= 0 {
            shared[Int(room.next[Int(place)].sentence)] += 1
            place = room.next[Int(place)].place
          }
        }
        room.bits[stem] |= 1 << UInt64(min(63, at - sentence.lowerBound))
      }
      var best: (place: Int, score: Double)?
      for place in long.indices
      where !taken[place] && shared[place] > 0 && 2 * Int(shared[place]) >= sentence.count / 2 {
        let length =
          sentence.count <= 64
          ? CommonSubsequence.length(sentence.count, room.bits, stems[long[place]])
          : CommonSubsequence.length(stems[sentence], stems[long[place]])
        let score = 2 * Double(length) / Double(sentence.count + long[place].count)
        if best.map({ score > $0.score }) ?? true { best = (place, score) }
      }
      for at in sentence { room.bits[Int(stems[at])] = 0 }
      guard let best, best.score >= overlap else { continue }
      taken[best.place] = true
      matched += 1
    }
    return matched
  }
}

/// The longest common subsequence of two lists.
enum CommonSubsequence {
  /// Its length; time and space are the product of the lengths, so lists are cut by the caller.
  static func length<Item: Equatable>(_ a: ArraySlice<Item>, _ b: ArraySlice<Item>) -> Int {
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

  /// The same in one step for each item of `b`: a row of the table is the bits of one word (Hyyrö 2004).
  ///
  /// - Parameters:
  ///   - count: items of the first list, at most 64.
  ///   - bits: for each item, its places in the first list.
  static func length(_ count: Int, _ bits: [UInt64], _ b: ArraySlice<Int32>) -> Int {
    var row = UInt64.max
    for item in b {
      let met = row & bits[Int(item)]
      row = (row &+ met) | (row & ~met)
    }
    let unused = count < 64 ? UInt64.max << UInt64(count) : 0
    return (~(row | unused)).nonzeroBitCount
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
  static func evidence(_ a: [UInt32], _ b: [UInt32], share: Double = share) -> Origin.Evidence? {
    let shared = Set(a).intersection(b)
    let x = a.prefix(read).filter { shared.contains($0) }
    let y = b.prefix(read).filter { shared.contains($0) }
    let total = min(min(a.count, read), min(b.count, read))
    let matched = CommonSubsequence.length(x[...], y[...])
    guard matched >= fewest, Double(matched) >= share * Double(total) else { return nil }
    return .parallelFacts(matched: matched, of: total)
  }
}
