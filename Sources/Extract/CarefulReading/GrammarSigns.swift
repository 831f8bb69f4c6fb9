internal import Languages
internal import NewsModel
internal import Prose

/// Finds grammar that people seldom write and machines leave: elisions not made, articles, nouns and verbs that do not
/// agree, names turned into common nouns.
///
/// Only closed classes and nouns of one gender listed in `careful-signs` are looked at, side by side: what is not certain
/// is not told.
final class GrammarSigns {
  private let elidable: WordSet
  private let notElided: WordSet
  /// Determiners by what they ask for.
  private let masculineDeterminers: WordSet
  private let feminineDeterminers: WordSet
  private let pluralDeterminers: WordSet
  private let masculine: WordSet
  private let feminine: WordSet
  /// The nouns of both lists in the plural.
  private let plurals: WordSet
  private let singularVerbs: WordSet
  private let pluralVerbs: WordSet
  private let groups: WordSet
  private let groupAdjectives: WordSet
  private let falseFriends: PhraseTable<Bool>
  /// All words that a sign may start with.
  private let starters: WordSet

  /// The words of a language; without them nothing is found.
  init(language: Language, tokenizer: Tokenizer) {
    func hashes(_ words: [String]) -> WordSet { WordSet(words.map { Fold.hash(Fold.lowercased(Array($0.utf8))) }) }
    func section(_ name: String) -> [String] { language.words("careful-signs", section: name) }
    elidable = hashes(section("elidable"))
    notElided = hashes(section("not-elided"))
    masculineDeterminers = hashes(section("masculine-determiner"))
    feminineDeterminers = hashes(section("feminine-determiner"))
    pluralDeterminers = hashes(section("plural-determiner"))
    masculine = hashes(section("masculine"))
    feminine = hashes(section("feminine"))
    let nouns = (section("masculine") + section("feminine")).filter { !$0.hasSuffix("s") && !$0.hasSuffix("x") }
    plurals = hashes(nouns.map { $0 + "s" })
    singularVerbs = hashes(section("singular-verb"))
    pluralVerbs = hashes(section("plural-verb"))
    groups = hashes(section("group-noun"))
    groupAdjectives = hashes(section("group-adjective"))
    starters = hashes(
      ["elidable", "masculine-determiner", "feminine-determiner", "plural-determiner", "group-noun"].flatMap(section))
    var friends = PhraseTable<Bool>(tokenizer: tokenizer)
    for row in language.table("false-friends").rows() where row.count > 1 { friends.insert(row[1], true) }
    falseFriends = friends
  }

  /// Whether a sign may start with a word.
  @inline(__always)
  func mayStart(_ token: Token) -> Bool { starters.contains(token.lower) }

  /// The sign that two or more words from a token on make, and where it ends.
  func sign(_ tokens: [Token], at index: Int, _ bytes: [UInt8]) -> (sign: Diagnostic.TranslationSign, end: Int)? {
    guard mayStart(tokens[index]), index + 1 < tokens.count, tokens[index + 1].kind == .word,
      tokens[index + 1].spaceBefore
    else { return nil }
    let (word, next) = (tokens[index], tokens[index + 1])
    if lacksElision(word, next, bytes) { return (.missingElision, index + 2) }
    if let end = nameAsNoun(tokens, index) { return (.nameAsNoun, end) }
    guard !next.capitalized else { return nil }
    if isOtherGender(word, next) { return (.brokenAgreement, index + 2) }
    guard index + 2 < tokens.count else { return nil }
    let verb = tokens[index + 2].lower
    let isSingular = masculineDeterminers.contains(word.lower) || feminineDeterminers.contains(word.lower)
    // At the start of a sentence, so that no noun before owns the verb ("l'un des soldats est").
    guard word.capitalized else { return nil }
    if isSingular, masculine.contains(next.lower) || feminine.contains(next.lower), pluralVerbs.contains(verb) {
      return (.brokenAgreement, index + 3)
    }
    if pluralDeterminers.contains(word.lower), plurals.contains(next.lower),
      singularVerbs.contains(verb)
    {
      return (.brokenAgreement, index + 3)
    }
    return nil
  }

  /// "de Ukraine", "le armée", "que il": before a vowel, in a word of more than a letter or two.
  private func lacksElision(_ word: Token, _ next: Token, _ bytes: [UInt8]) -> Bool {
    let shortest = 3  // bytes: "de A à Z"
    guard elidable.contains(word.lower), !word.allCaps, !next.allCaps, next.span.length >= shortest,
      // A capital after a small article may open a title or a foreign name ("de Andrade"): only what is certain.
      !next.capitalized, !notElided.contains(next.lower)
    else { return false }
    var first = bytes[next.span.start]
    if first >= 0x80 { first = Fold.folded(bytes[next.span.start..<next.span.end]).first ?? 0 }
    return first == 0x61 || first == 0x65 || first == 0x69 || first == 0x6F || first == 0x75
  }

  private func isOtherGender(_ determiner: Token, _ noun: Token) -> Bool {
    if masculineDeterminers.contains(determiner.lower), feminine.contains(noun.lower) { return true }
    return feminineDeterminers.contains(determiner.lower) && masculine.contains(noun.lower)
  }

  /// "le groupe terroriste la base": a group named by what its name means.
  private func nameAsNoun(_ tokens: [Token], _ index: Int) -> Int? {
    guard groups.contains(tokens[index].lower) else { return nil }
    var at = index + 1
    while at < tokens.count, groupAdjectives.contains(tokens[at].lower) { at += 1 }
    guard at + 1 < tokens.count, tokens[at].kind == .word,
      masculineDeterminers.contains(tokens[at].lower) || feminineDeterminers.contains(tokens[at].lower)
        || pluralDeterminers.contains(tokens[at].lower), !tokens[at + 1].capitalized
    else { return nil }
    return falseFriends.match(tokens, at: at + 1, limit: tokens.count)?.end
  }
}
