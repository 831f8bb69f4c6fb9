internal import NewsModel
internal import Prose

/// Gathers the versions of the same words of one speaker.
///
/// Two quotes are one when nearly all words of matter of the shorter stand in the longer, in the same order. A word or
/// two taken out of a sentence ("important") count only within one origin and with the same speaker.
struct QuoteMerger {
  /// The share of the shorter quote's words that stand in the longer one, in order.
  static let leastShared = 0.75
  /// Fewer words of matter are a phrase that two people may well both use.
  static let fewestAlone = 3

  let scope: StoryScope

  private struct Entry {
    var witness: Int
    var quote: Int
    var keys: [UInt64]
    var words: [UInt64]
    /// The numbers among the words.
    var numbers: [UInt64]
    var speaker: Int?
    var isIndirect: Bool
  }

  /// The quotes of a story: direct ones first, then partial, then indirect; those of most origins first.
  func quotes() -> [StoryQuote] {
    let entries = entries()
    var groups: [[Int]] = []
    // The fullest first, so that a fragment finds the whole that it was cut from.
    let order = entries.indices.sorted { (entries[$1].words.count, $0) < (entries[$0].words.count, $1) }
    var groupsByKey: [UInt64: [Int]] = [:]
    for index in order {
      let near = Set(entries[index].keys.flatMap { groupsByKey[$0] ?? [] }).sorted()
      let home = near.filter { group in accepts(groups[group].map { entries[$0] }, entries[index]) }
        .max { likeness(groups[$0], index, entries) < likeness(groups[$1], index, entries) }
      let group = home ?? groups.count
      if home == nil { groups.append([]) }
      groups[group].append(index)
      if home == nil { for key in Set(entries[index].keys) { groupsByKey[key, default: []].append(group) } }
    }
    return groups.sorted { isBefore($0, $1, entries) }.map { story($0.map { entries[$0] }) }
  }

  private func entries() -> [Entry] {
    scope.witnesses.indices.flatMap { index -> [Entry] in
      let witness = scope.witnesses[index]
      return witness.digest.quotes.indices.map { number in
        let quote = witness.digest.quotes[number]
        let tokens = witness.text.tokens(in: quote.span)
        return Entry(
          witness: index, quote: number, keys: tokens.map { witness.keys[$0] }.filter { $0 != 0 },
          words: tokens.filter { witness.text.tokens[$0].isWordLike }.map { witness.text.tokens[$0].folded },
          numbers: tokens.filter { witness.text.tokens[$0].kind == .number }.map { witness.text.tokens[$0].folded },
          speaker: quote.speaker?.actor.flatMap { scope.identity($0, of: index) },
          isIndirect: quote.form == .indirect)
      }
    }
  }

  /// Whether a quote is a version of the words of a group, of which the first is the fullest.
  private func accepts(_ group: [Entry], _ entry: Entry) -> Bool {
    guard let whole = group.first, whole.isIndirect == entry.isIndirect else { return false }
    if group.contains(where: { $0.witness == entry.witness && $0.words != entry.words }) { return false }
    guard !entry.words.isEmpty else { return false }
    if whole.words == entry.words, entry.keys.count >= QuoteMerger.fewestAlone { return true }
    guard !entry.keys.isEmpty else { return false }
    let shared = Sequences.commonLength(whole.keys, entry.keys)
    guard Double(shared) >= QuoteMerger.leastShared * Double(entry.keys.count) else { return false }
    let agrees =
      whole.speaker.flatMap { first in entry.speaker.map { isOne(first, $0) } } ?? true
    if entry.keys.count >= QuoteMerger.fewestAlone {
      // Other words put into another mouth are another quote; the same words are a disagreement on who said them.
      return agrees
        || shared == entry.keys.count && shared * 10 >= whole.keys.count * 8 && whole.numbers == entry.numbers
    }
    return whole.speaker != nil && whole.speaker == entry.speaker && whole.witness != entry.witness
      && scope.shareOrigin(whole.witness, entry.witness)
  }

  /// The share of the whole's words that a fragment has: of two wholes the one that it makes up more of is its own.
  private func likeness(_ group: [Int], _ entry: Int, _ entries: [Entry]) -> Double {
    guard let first = group.first else { return 0 }
    let whole = entries[first].keys
    return Double(Sequences.commonLength(whole, entries[entry].keys)) / Double(max(1, whole.count))
  }

  private func isBefore(_ a: [Int], _ b: [Int], _ entries: [Entry]) -> Bool {
    func rank(_ group: [Int]) -> (Int, Int, Int, Int) {
      let first = entries[group[0]]
      let form = scope.witnesses[first.witness].digest.quotes[first.quote].form
      let order = form == .direct ? 0 : form == .partial ? 1 : 2
      let origins = Set(group.map { scope.originOf[entries[$0].witness] }).count
      return (order, -origins, first.witness, first.quote)
    }
    return rank(a) < rank(b)
  }

  /// Whether two identities bear one name: one version took the person for a place or a body.
  private func isOne(_ a: Int, _ b: Int) -> Bool {
    a == b || Fold.folded(scope.identities[a].name) == Fold.folded(scope.identities[b].name)
  }

  private func story(_ group: [Entry]) -> StoryQuote {
    var speakers: [Int] = []
    for entry in group {
      guard let speaker = entry.speaker, !speakers.contains(where: { isOne($0, speaker) }) else { continue }
      speakers.append(speaker)
    }
    let versions = group.map { StoryQuote.Version(article: scope.witnesses[$0.witness].id, quote: $0.quote) }
    return StoryQuote(versions: versions, speakers: speakers.map { scope.identities[$0].id })
  }
}

/// Comparisons of sequences.
enum Sequences {
  /// The length of the longest common subsequence, in time and space of their product and of the shorter.
  static func commonLength(_ a: [UInt64], _ b: [UInt64]) -> Int {
    // A quote left open may run to the end of a page; its beginning is enough to know it.
    let x = a.prefix(longest)
    let y = Array(b.prefix(longest))
    var row = [Int](repeating: 0, count: y.count + 1)
    for key in x {
      var diagonal = 0
      for j in y.indices {
        let above = row[j + 1]
        row[j + 1] = key == y[j] ? diagonal + 1 : max(above, row[j])
        diagonal = above
      }
    }
    return row[y.count]
  }

  /// How much of a sequence is compared, so that a text that is one open quote costs no square of its length.
  static let longest = 400
}
