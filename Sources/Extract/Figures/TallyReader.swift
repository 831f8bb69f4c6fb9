internal import Languages
internal import NewsModel
internal import Prose

/// Reads how a vote went: two numbers with what sets them against each other ("47 to 39", "46 voix contre 39").
///
/// Their units are "vote for" and "vote against". Only beside a word of voting: 3 to 1 is a score, and 9 to 5 are hours.
struct TallyReader {
  /// Words on each side within which a word of voting has to stand.
  private static let reach = 8
  /// The greatest assembly has some three thousand seats.
  private static let most = 5000.0

  private let joints: PhraseTable<Bool>
  private let voting: WordSet
  private let numbers: NumberReader
  private let words: FigureWords

  /// Both numbers with their places, and the token just past them.
  struct Tally {
    var ayes: Double
    var noes: Double
    var ayesSpan: Span
    var noesSpan: Span
    var end: Int
  }

  /// The words of a language: sections `[tally]`, with `votes` behind those that need no other sign, and `[voting]`.
  init(_ table: WordTable, words: FigureWords, numbers: NumberReader, tokenizer: Tokenizer) {
    self.words = words
    var joints = PhraseTable<Bool>(tokenizer: tokenizer)
    for row in table.rows("tally") { joints.insert(row[0], row.count > 1) }
    self.joints = joints
    voting = WordSet(table.rows("voting").map { Fold.hash(Fold.folded(Array($0[0].utf8))) })
    self.numbers = numbers
  }

  /// The tally whose first number has just been read.
  func tally(_ text: SegmentedText, _ first: NumberReader.Number, start: Int, in sentence: Range<Int>) -> Tally? {
    let limit = sentence.upperBound
    guard isCount(first), first.end < limit,
      let joint = joints.match(text.tokens, at: first.end, limit: limit) ?? dash(text, at: first.end),
      let second = numbers.number(text, at: joint.end, limit: limit), isCount(second),
      joint.value || standsAlone(text, start..<second.end, limit) && isVote(text, start..<second.end, sentence)
    else { return nil }
    let votes = joint.value ? first.end + 1 : first.end
    return Tally(
      ayes: first.value, noes: second.value, ayesSpan: text.span(start..<votes),
      noesSpan: text.span(joint.end..<second.end), end: second.end)
  }

  /// The tally that one token is: "47-39".
  func tally(_ text: SegmentedText, glued token: Int, in sentence: Range<Int>) -> Tally? {
    let span = text.tokens[token].span
    guard let hyphen = text.bytes[span.start..<span.end].firstIndex(of: 0x2D), hyphen > span.start,
      hyphen + 1 < span.end
    else { return nil }
    let (ayes, noes) = (Span(span.start, hyphen), Span(hyphen + 1, span.end))
    let areDigits = [ayes, noes].allSatisfy { part in
      text.bytes[part.start..<part.end].allSatisfy { (0x30...0x39).contains($0) }
    }
    guard areDigits, standsAlone(text, token..<token + 1, sentence.upperBound),
      isVote(text, token..<token + 1, sentence),
      let first = numbers.digits(text.bytes, ayes), let second = numbers.digits(text.bytes, noes),
      max(first, second) <= TallyReader.most
    else { return nil }
    return Tally(ayes: first, noes: second, ayesSpan: ayes, noesSpan: noes, end: token + 1)
  }

  private func dash(_ text: SegmentedText, at token: Int) -> (end: Int, value: Bool)? {
    text.tokens[token].kind == .dash ? (token + 1, false) : nil
  }

  private func isCount(_ number: NumberReader.Number) -> Bool {
    !number.isAbout && !number.endsInScale && number.value == number.value.rounded()
      && (0...TallyReader.most).contains(number.value)
  }

  /// Whether nothing is counted: "voted to raise it by 3 to 5 points", "voted from 9 to 5".
  private func standsAlone(_ text: SegmentedText, _ range: Range<Int>, _ limit: Int) -> Bool {
    if range.lowerBound > 0, words.from.contains(text.tokens[range.lowerBound - 1].folded) { return false }
    guard range.upperBound < limit else { return true }
    let next = text.tokens[range.upperBound]
    if next.kind == .word { return words.stopwords.contains(next.folded) || voting.contains(next.folded) }
    return next.kind == .separator || next.kind == .terminator || next.kind == .quoteMark
  }

  private func isVote(_ text: SegmentedText, _ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let from = max(sentence.lowerBound, range.lowerBound - TallyReader.reach)
    let to = min(sentence.upperBound, range.upperBound + TallyReader.reach)
    return text.tokens[from..<to].contains { voting.contains($0.folded) }
  }
}
