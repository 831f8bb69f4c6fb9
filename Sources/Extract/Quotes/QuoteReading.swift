internal import NewsModel
internal import Prose

/// A text as the rules about quotes read it: its tokens, what each can be, and where sentences end.
final class QuoteReading {
  let text: SegmentedText
  let tags: [LexicalTags]
  /// The sentence of each token.
  let sentenceOf: [Int32]

  /// Reads a text by a lexicon.
  init(_ text: SegmentedText, _ lexicon: QuoteLexicon) {
    self.text = text
    var tags = lexicon.tags(of: text)
    for at in tags.indices where tags[at].contains([.subjectPronoun, .object]) {
      if QuoteReading.isObject(at, tags, text, lexicon) { tags[at].remove(.subjectPronoun) }
    }
    self.tags = tags
    var sentenceOf = [Int32](repeating: -1, count: text.tokens.count)
    for (number, sentence) in text.sentences.enumerated() {
      for token in sentence.tokens { sentenceOf[token] = Int32(number) }
    }
    self.sentenceOf = sentenceOf
  }

  var tokens: [Token] { text.tokens }

  /// « nous a-t-elle précisé », « X nous demande »: a pronoun of one form is an object where the verb does not agree with it.
  private static func isObject(_ at: Int, _ tags: [LexicalTags], _ text: SegmentedText, _ lexicon: QuoteLexicon) -> Bool
  {
    guard let endings = lexicon.agreement[text.tokens[at].lower] else { return false }
    var verb = at + 1
    while verb < tags.count, tags[verb].has([.object, .negation, .inside]) { verb += 1 }
    guard verb < tags.count, text.tokens[verb].isWordLike else { return false }
    return !endings.contains { text.tokens[verb].ends(with: $0, in: text.bytes) }
  }

  /// The tokens of the sentence that a token belongs to.
  func sentence(of token: Int) -> Range<Int> {
    guard token < sentenceOf.count, sentenceOf[token] >= 0 else { return token..<token }
    return text.sentences[Int(sentenceOf[token])].tokens
  }

  /// The byte that a token starts with.
  func byte(_ token: Int) -> UInt8 { text.bytes[tokens[token].span.start] }

  /// Whether a token is a comma.
  func isComma(_ token: Int) -> Bool { tokens[token].kind == .separator && byte(token) == 0x2C }
  /// Whether a token is a colon.
  func isColon(_ token: Int) -> Bool { tokens[token].kind == .separator && byte(token) == 0x3A }

  /// A dot inside a sentence, behind an abbreviation ("Rep. Lynch").
  func isAbbreviationDot(_ token: Int) -> Bool {
    guard tokens[token].kind == .terminator, tokens[token].span.length == 1, byte(token) == 0x2E else { return false }
    guard token > 0, tokens[token - 1].kind == .word, !tokens[token].spaceBefore else { return false }
    return token + 1 < sentence(of: token).upperBound
  }

  /// Whether a sentence ends with this token.
  func endsSentence(_ token: Int) -> Bool { token + 1 == sentence(of: token).upperBound }

  /// The index behind a phrase or word that starts at a token.
  func end(ofPhraseAt token: Int) -> Int {
    var end = token + 1
    while end < tags.count, tags[end].contains(.inside) { end += 1 }
    return end
  }

  /// How many words some tokens hold.
  func wordCount(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + (tokens[$1].isWordLike ? 1 : 0) }
  }

  /// Whether some tokens hold at least `count` words; looks no further than it has to.
  func holds(_ count: Int, wordsIn range: Range<Int>) -> Bool {
    var left = count
    for at in range where tokens[at].isWordLike {
      left -= 1
      if left <= 0 { return true }
    }
    return left <= 0
  }

  /// A determiner or a genitive stands before it: "une annonce", "Trump’s claims".
  func isNounByPlace(_ at: Int) -> Bool {
    guard at > 0, tokens[at - 1].kind == .word || tokens[at - 1].kind == .number else { return false }
    let before = tags[at - 1]
    // "le", "l'" are object pronouns too: "il l'affirme".
    if before.contains(.object), at > 1, tags[at - 2].has([.subjectPronoun, .relative, .like]) { return false }
    if before.contains(.object), isVerbBeforeMark(at) { return false }
    if before.has([.determiner, .genitive]) && !before.contains(.subjectPronoun) { return true }
    let span = tokens[at - 1].span
    return span.length <= 4 && text.bytes[span.end - 1] == 0x73
      && (text.bytes[span.start] == 0x27 || text.bytes[span.start] == 0xE2)
  }

  /// « X la dit « têtue » », « Son éditeur, X, la dit « têtue » »: a verb with its object pronoun between a name and a mark.
  private func isVerbBeforeMark(_ at: Int) -> Bool {
    guard at > 1, at + 1 < tokens.count, tokens[at + 1].kind == .quoteMark, tags[at].has(.anyFinite) else {
      return false
    }
    if tokens[at - 2].isWordLike { return tokens[at - 2].capitalized }
    // Behind a comma "le juge" is as well one more naming.
    return at > 2 && isComma(at - 2) && tokens[at - 3].capitalized && !tags[at].contains(.labellingFinite)
  }
}
