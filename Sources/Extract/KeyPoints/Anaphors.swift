internal import Languages
internal import NewsModel
internal import Prose

/// Tells sentences that point to one before them by a pronoun, a demonstrative or a definite noun ("En attendant, il
/// espère …", "… de cette interdiction", "Le prototype repose …").
///
/// No reference is resolved: where nothing before the words in the sentence could be meant, they are taken to point out
/// of it. Which expressions do so follows the scale of accessibility (Ariel 1990: pronouns and demonstratives ask for
/// what was just said, full names for nothing). Words come from the table `keypoint-anaphors`.
final class Anaphors: Sendable {
  /// A demonstrative further inside a sentence mostly points within it, in tokens.
  private static let demonstrativeReach = 16
  /// A noun is at most this far from the relative clause that tells what it is ("ces cinq personnes âgées qui …").
  private static let relativeReach = 4
  /// A shorter word has no ending that tells what it is, in bytes.
  private static let shortestInflected = 5

  private let pronouns: WordSet
  private let impersonal: PhraseTable<Bool>
  private let openers: WordSet
  private let openerEndings: [[UInt8]]
  private let participleEndings: [[UInt8]]
  private let conjunctions: WordSet
  private let demonstratives: WordSet
  private let timeNouns: WordSet
  /// Relative pronouns, and prepositions that tell which one is meant.
  private let telling: WordSet
  private let copulas: WordSet
  private let possessives: WordSet
  private let firstPerson: WordSet
  private let inverted: WordSet
  private let definite: WordSet
  private let indefinite: WordSet
  private let afterNoun: WordSet
  private let personNouns: PhraseTable<Bool>
  private let verbs: FiniteVerbs

  /// The words of a language.
  init(language: Language, tokenizer: Tokenizer, verbs: FiniteVerbs) {
    self.verbs = verbs
    func words(_ section: String) -> [String] { language.words("keypoint-anaphors", section: section) }
    func hashes(_ sections: String...) -> WordSet {
      WordSet(sections.flatMap(words).map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    }
    func phrases(_ section: String) -> PhraseTable<Bool> {
      var phrases = PhraseTable<Bool>(matching: .withDiacritics, tokenizer: tokenizer)
      for word in words(section) { phrases.insert(word, true) }
      return phrases
    }
    pronouns = hashes("pronouns")
    impersonal = phrases("impersonal")
    openers = hashes("openers")
    openerEndings = words("opener-endings").map { Array($0.utf8) }
    participleEndings = words("participle-endings").map { Array($0.utf8) }
    conjunctions = hashes("conjunctions")
    demonstratives = hashes("demonstratives")
    timeNouns = hashes("time-nouns")
    telling = hashes("relatives", "complements")
    copulas = hashes("copulas")
    possessives = hashes("possessives")
    firstPerson = hashes("first-person")
    inverted = hashes("inverted")
    definite = hashes("definite")
    indefinite = hashes("indefinite")
    afterNoun = hashes("after-noun")
    personNouns = phrases("person-nouns")
  }

  /// What is asked of one sentence.
  struct Context {
    let text: SegmentedText
    /// The sentence's tokens.
    let tokens: Range<Int>
    /// The mentions of persons in the text, by place.
    let persons: [Span]
    let dates: [DateMention]
    /// What stands between quote marks, whose pronouns are the speaker's.
    let quotes: [Quote]

    /// Whether a person is named between the sentence's start and a token.
    func hasPerson(before token: Int) -> Bool {
      let (start, end) = (text.tokens[tokens.lowerBound].span.start, text.tokens[token].span.start)
      let index = persons.partitioningIndex { $0.start >= start }
      return index < persons.count && persons[index].end <= end
    }

    /// Whether a person is named in the sentence.
    var hasPerson: Bool { tokens.last.map { hasPerson(before: $0) } ?? false }

    /// Whether a token is part of an expression of time.
    func isDate(_ token: Int) -> Bool {
      let span = text.tokens[token].span
      let index = dates.partitioningIndex { $0.span.end > span.start }
      return index < dates.count && dates[index].span.start <= span.start
    }

    /// Whether a token stands between quote marks.
    func isQuoted(_ token: Int) -> Bool {
      let span = text.tokens[token].span
      return quotes.contains { $0.form != .indirect && $0.span.start <= span.start && span.end <= $0.span.end }
    }
  }

  /// Whether a sentence points out of itself.
  func point(in context: Context, isFirst: Bool) -> Bool {
    if hasDanglingPronoun(context) || hasDemonstrative(context) || speaksItself(context) { return true }
    return opensWithKnownNoun(context, isFirst: isFirst)
  }

  /// A personal pronoun with nobody named before it, where the sentence's own subject cannot be meant: it is the subject
  /// of the first clause, after an opening that is not one ("Il y a quatre ans, il avait …").
  private func hasDanglingPronoun(_ context: Context) -> Bool {
    let (text, tokens) = (context.text, context.tokens)
    guard let first = tokens.first(where: { text.tokens[$0].isWordLike }) else { return false }
    // "…, explique-t-elle": the speaker of the sentence, wherever it opens.
    for index in tokens where inverted.contains(text.tokens[index].lower) && !context.isQuoted(index) {
      if !context.hasPerson(before: index) { return true }
    }
    let isParticiple = ends(first, in: participleEndings, text)
    let hasNoSubject = isParticiple || isOpener(first, text) || context.isDate(first)
    guard hasNoSubject else { return false }
    for index in tokens where index > first {
      let word = text.tokens[index].lower
      guard pronouns.contains(word) || possessives.contains(word) else { continue }
      let previous = text.tokens[index - 1]
      let opensClause =
        previous.kind == .separator || previous.kind == .dash || conjunctions.contains(previous.lower)
        || (index == first + 1 && !possessives.contains(word))
      guard opensClause, !context.isQuoted(index) else { continue }
      if impersonal.match(text.tokens, at: index + 1, limit: tokens.upperBound) != nil { continue }
      // "Alors qu'elle insistait, Anna Petit …": the name follows.
      if conjunctions.contains(previous.lower), context.hasPerson { continue }
      // "Accompagné de X, il": the participle is the pronoun's own.
      return isParticiple || !context.hasPerson(before: index)
    }
    return false
  }

  /// The author's own "je" and "notre", or a quote's that lost its marks.
  private func speaksItself(_ context: Context) -> Bool {
    for index in context.tokens where firstPerson.contains(context.text.tokens[index].lower) {
      if !context.text.tokens[index].allCaps, !context.isQuoted(index) { return true }
    }
    return false
  }

  /// Whether a sentence's first word opens something other than its subject.
  private func isOpener(_ token: Int, _ text: SegmentedText) -> Bool {
    let word = text.tokens[token]
    return openers.contains(word.lower) || ends(token, in: openerEndings, text)
  }

  private func ends(_ token: Int, in endings: [[UInt8]], _ text: SegmentedText) -> Bool {
    let word = text.tokens[token]
    guard word.kind == .word, word.span.length >= Anaphors.shortestInflected else { return false }
    return endings.contains { word.ends(with: $0, behind: 1, in: text.bytes) }
  }

  /// "dans cette interview", early in the sentence, without a clause that tells which.
  private func hasDemonstrative(_ context: Context) -> Bool {
    let (text, tokens) = (context.text, context.tokens)
    let limit = min(tokens.upperBound, tokens.lowerBound + Anaphors.demonstrativeReach)
    for index in tokens.lowerBound..<limit where demonstratives.contains(text.tokens[index].lower) {
      let next = index + 1
      guard next < tokens.upperBound, text.tokens[next].kind == .word || text.tokens[next].kind == .number else {
        continue
      }
      let following = text.tokens[next].lower
      if telling.contains(following) || copulas.contains(following) || pronouns.contains(following) { continue }
      if context.isDate(index) || context.isQuoted(index) { continue }
      let end = min(tokens.upperBound, next + Anaphors.relativeReach)
      let isTold = (next..<end).contains {
        timeNouns.contains(text.tokens[$0].lower) || telling.contains(text.tokens[$0].lower)
      }
      // A demonstrative right after a comma stands beside what it means ("les aidants, ces personnes …").
      if isTold || (index > tokens.lowerBound && text.tokens[index - 1].kind == .separator) { continue }
      return true
    }
    return false
  }

  /// "Le prototype repose": a bare noun with a definite article that an earlier sentence brought in with an indefinite
  /// one, or that stands for a person ("La jeune femme a …").
  private func opensWithKnownNoun(_ context: Context, isFirst: Bool) -> Bool {
    let (text, tokens) = (context.text, context.tokens)
    guard let first = tokens.first(where: { text.tokens[$0].isWordLike }), definite.contains(text.tokens[first].lower)
    else { return false }
    let noun = first + 1
    guard noun + 1 < tokens.upperBound, text.tokens[noun].kind == .word, !text.tokens[noun].capitalized else {
      return false
    }
    if let (end, _) = personNouns.match(text.tokens, at: noun, limit: tokens.upperBound),
      end < tokens.upperBound
    {
      return isVerb(end, text) || isComma(end, text)
    }
    guard !isFirst, isVerb(noun + 1, text) || isComma(noun + 1, text) else { return false }
    return wasBroughtIn(text.tokens[noun].lower, before: tokens.lowerBound, text)
  }

  private func isVerb(_ token: Int, _ text: SegmentedText) -> Bool {
    afterNoun.contains(text.tokens[token].lower) || verbs.contain(text.tokens[token], text.bytes)
  }

  private func isComma(_ token: Int, _ text: SegmentedText) -> Bool {
    text.bytes[text.tokens[token].span.start] == 0x2C
  }

  /// Whether a noun stands after an indefinite article before a token.
  private func wasBroughtIn(_ noun: UInt64, before token: Int, _ text: SegmentedText) -> Bool {
    let reach = 2  // words: "un nouveau prototype"
    for index in text.tokens.indices.prefix(token) where text.tokens[index].lower == noun {
      if (max(0, index - reach)..<index).contains(where: { indefinite.contains(text.tokens[$0].lower) }) { return true }
    }
    return false
  }
}
