internal import NewsModel
internal import Prose

/// The words of two sentences set beside each other: a global alignment (Needleman & Wunsch 1970).
struct WordDiff {
  /// Words between two that agree; one side may be empty. Indices into `left` and `right`.
  struct Block: Equatable {
    var left: Range<Int>
    var right: Range<Int>
  }
  /// The word tokens of each sentence.
  let left: [Int]
  let right: [Int]
  /// Pairs of words that agree, in order. Indices into `left` and `right`.
  let pairs: [(left: Int, right: Int)]
  /// What lies between them.
  let blocks: [Block]

  /// Agreement on a word of matter, on a word of grammar; two words that do not agree; a word without a counterpart.
  /// A pair that disagrees costs less than two words without counterparts, so that words that stand for each other
  /// stay side by side.
  static let matter = 3
  static let grammar = 1
  static let mismatch = -1
  static let gap = -1
  /// Words that stand for others; a longer passage is told in other words, or tells more.
  static let mostSubstituted = 3
  /// Words compared of one sentence: the square of this is the cost of a pair.
  static let longest = 160

  /// Aligns two sentences.
  init(_ a: Witness, _ left: Range<Int>, _ b: Witness, _ right: Range<Int>) {
    let x = Array(left.filter { a.text.tokens[$0].isWordLike }.prefix(WordDiff.longest))
    let y = Array(right.filter { b.text.tokens[$0].isWordLike }.prefix(WordDiff.longest))
    self.left = x
    self.right = y
    pairs = WordDiff.alignment(x.map { Word(a, $0) }, y.map { Word(b, $0) })
    blocks = WordDiff.blocks(pairs, x.count, y.count)
  }

  /// The block in which a word of the left sentence stands, if it has no counterpart.
  func block(holdingLeft index: Int) -> Block? { blocks.first { $0.left.contains(index) } }

  /// How many pairs on words of matter stand within `reach` words on both sides of a block.
  func matterAround(_ block: Block, reach: Int, in a: Witness) -> Int {
    pairs.lazy.filter { pair in
      a.keys[left[pair.left]] != 0
        && (block.left.lowerBound - reach..<block.left.upperBound + reach).contains(pair.left)
        && (block.right.lowerBound - reach..<block.right.upperBound + reach).contains(pair.right)
    }.count
  }

  /// Whether a word of matter stands for another one within `reach` words of a block: the sentences may then run
  /// parallel and speak of different things ("exports rose by 5 %", "imports rose by 9 %").
  func isSubstituted(
    near block: Block, reach: Int, _ a: Witness, _ b: Witness, except isHarmless: (Block) -> Bool
  ) -> Bool {
    blocks.contains { other in
      max(other.left.count, other.right.count) <= WordDiff.mostSubstituted && other != block
        && !other.left.overlaps(block.left) && !other.right.overlaps(block.right)
        && other.left.upperBound > block.left.lowerBound - reach
        && other.left.lowerBound < block.left.upperBound + reach
        && other.left.contains { a.keys[left[$0]] != 0 } && other.right.contains { b.keys[right[$0]] != 0 }
        && !isHarmless(other)
    }
  }

  /// How many words agree without a break right before and right after a block.
  func agreeing(around block: Block) -> (before: Int, after: Int) {
    let matched = Dictionary(uniqueKeysWithValues: pairs.map { ($0.left, $0.right) })
    var before = 0
    while matched[block.left.lowerBound - before - 1] == block.right.lowerBound - before - 1 { before += 1 }
    var after = 0
    while matched[block.left.upperBound + after] == block.right.upperBound + after { after += 1 }
    return (before, after)
  }

  /// What is compared of a word.
  private struct Word {
    let identity: Int
    let folded: UInt64
    let key: UInt64

    init(_ witness: Witness, _ token: Int) {
      identity = witness.identities[token]
      folded = witness.text.tokens[token].folded
      key = witness.keys[token]
    }

    @inline(__always)
    func score(_ other: Word) -> Int {
      if identity >= 0 || other.identity >= 0 { return identity == other.identity ? matter : mismatch }
      if folded == other.folded { return key != 0 ? matter : grammar }
      return key != 0 && key == other.key ? matter : mismatch
    }
  }

  private static func alignment(_ x: [Word], _ y: [Word]) -> [(left: Int, right: Int)] {
    let (n, m) = (x.count, y.count)
    guard n > 0, m > 0 else { return [] }
    let width = m + 1
    var table = [Int](repeating: 0, count: (n + 1) * width)
    for j in 0...m { table[j] = j * gap }
    table.withUnsafeMutableBufferPointer { table in
      for i in 1...n {
        let (above, here) = ((i - 1) * width, i * width)
        let word = x[i - 1]
        var best = i * gap
        table[here] = best
        for j in 1...m {
          best = max(table[above + j - 1] + word.score(y[j - 1]), table[above + j] + gap, best + gap)
          table[here + j] = best
        }
      }
    }
    var pairs: [(left: Int, right: Int)] = []
    var (i, j) = (n, m)
    while i > 0, j > 0 {
      let own = x[i - 1].score(y[j - 1])
      if table[i * width + j] == table[(i - 1) * width + j - 1] + own {
        (i, j) = (i - 1, j - 1)
        if own > 0 { pairs.append((i, j)) }
      } else if table[i * width + j] == table[(i - 1) * width + j] + gap {
        i -= 1
      } else {
        j -= 1
      }
    }
    return pairs.reversed()
  }

  private static func blocks(_ pairs: [(left: Int, right: Int)], _ n: Int, _ m: Int) -> [Block] {
    var blocks: [Block] = []
    var (i, j) = (0, 0)
    for pair in pairs + [(n, m)] {
      if pair.left > i || pair.right > j { blocks.append(Block(left: i..<pair.left, right: j..<pair.right)) }
      (i, j) = (pair.left + 1, pair.right + 1)
    }
    return blocks
  }
}
