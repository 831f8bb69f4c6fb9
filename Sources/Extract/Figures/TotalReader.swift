internal import Languages
internal import NewsModel
internal import Prose

/// Reads the number that a sentence gives of what its subject counts: "the number of cases has risen to 47", "le nombre
/// de morts s'élève à 34".
///
/// The subject names the noun, the verb leads to the number, and nothing is counted behind it.
final class TotalReader: Sendable {
  /// Words before what is counted: "number of".
  private let counts: PhraseTable<Bool>
  /// Nouns that are a count of one thing, with that thing: "death toll".
  private let tolls: PhraseTable<String>
  private let verbs: ReachingVerbs
  /// Verbs of setting a number ("revised"), and the word before the new one ("to").
  private let putting: WordSet
  private let leads: WordSet
  /// Words from such a verb to what it sets: "revised down the".
  private static let putReach = 4
  /// Words from the verb back to the subject: "number of homes that were left without power in the north".
  private static let reach = 16

  /// The words of a language: sections `[count-of]`, `[toll]`, `[reaching]`, `[reaching-then]`, `[putting]` and
  /// `[putting-to]` of `figure-units`.
  init(_ table: WordTable, tokenizer: Tokenizer) {
    func words(_ section: String) -> WordSet {
      WordSet(table.rows(section).map { Fold.hash(Fold.folded(Array($0[0].utf8))) })
    }
    var counts = PhraseTable<Bool>(tokenizer: tokenizer)
    for row in table.rows("count-of") { counts.insert(row[0], true) }
    self.counts = counts
    verbs = ReachingVerbs(
      table.rows("reaching").map { $0[0] }, adverbs: table.rows("reaching-then").map { $0[0] }, tokenizer: tokenizer)
    putting = words("putting")
    leads = words("putting-to")
    var tolls = PhraseTable<String>(tokenizer: tokenizer)
    for row in table.rows("toll") where row.count > 1 { tolls.insert(row[0], row[1]) }
    self.tolls = tolls
  }

  /// What a number counts of which nothing is counted right behind.
  ///
  /// - Parameters:
  ///   - number: its tokens, with words before it that say how exact it is.
  ///   - sentence: the tokens of its sentence.
  func counted(
    _ text: SegmentedText, _ number: Range<Int>, in sentence: Range<Int>, _ things: CountedThing
  ) -> String? {
    if let verb = verbs.start(before: number.lowerBound, from: sentence.lowerBound, text.tokens),
      let (unit, _) = subject(text, before: verb, in: sentence, things)
    {
      return unit
    }
    let to = number.lowerBound - 1
    guard to > sentence.lowerBound, leads.contains(text.tokens[to].folded) else { return nil }
    // "It revised the number of patients down to 11", "portant à 34 le nombre de morts".
    if let (unit, at) = subject(text, before: to, in: sentence, things) {
      return isPut(text, before: at, in: sentence) ? unit : nil
    }
    let object = number.upperBound..<min(sentence.upperBound, number.upperBound + 2)
    return isPut(text, before: to, in: sentence)
      ? object.lazy.compactMap { self.unit(text, at: $0, limit: sentence.upperBound, things) }.first : nil
  }

  /// What the nearest count before a token is of, and where its words begin; nil where another number or a comma stands
  /// between, since that may be what the verb is of.
  private func subject(
    _ text: SegmentedText, before end: Int, in sentence: Range<Int>, _ things: CountedThing
  ) -> (unit: String, at: Int)? {
    for at in (max(sentence.lowerBound, end - TotalReader.reach)..<end).reversed() {
      switch text.tokens[at].kind {
      case .separator, .terminator, .number: return nil
      default: if let unit = unit(text, at: at, limit: end, things) { return (unit, at) }
      }
    }
    return nil
  }

  /// What is counted by the words at a token.
  private func unit(_ text: SegmentedText, at token: Int, limit: Int, _ things: CountedThing) -> String? {
    if let (_, unit) = tolls.match(text.tokens, at: token, limit: limit) { return unit }
    guard let (end, _) = counts.match(text.tokens, at: token, limit: limit),
      let unit = things.unit(text, at: end, limit: limit, afterScale: false), !unit.isMeasure
    else { return nil }
    return unit.name
  }

  /// Whether a verb of setting a number stands right before a token.
  private func isPut(_ text: SegmentedText, before end: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, end - TotalReader.putReach)..<end).contains { putting.contains(text.tokens[$0].folded) }
  }
}
