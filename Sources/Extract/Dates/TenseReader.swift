internal import Languages
internal import NewsModel
internal import Prose

/// Tells from the verbs near an expression of time whether it lies in the past or is to come.
///
/// Strötgen & Gertz (2013) read tense the same way for what the words leave open. Verbs are told by the words and
/// endings of the table `date-tense`, not by analysis; the nearest one of the sentence decides.
final class TenseReader: Sendable {
  /// What the verbs say.
  enum Tense: Int, Sendable { case past, future, unknown }

  private let words: WordCodes
  private let endings: [(bytes: [UInt8], tense: Tense)]
  /// Words that have such an ending and are no verbs of that tense.
  private let exceptions: WordSet

  /// Words that make the plain verb after them one to come ("to meet Monday").
  private let markers: WordSet
  /// Auxiliaries that put what was to come into the past ("had been due Friday").
  private let perfect: WordSet
  /// Words right after a date that speak of it as past unless a verb says otherwise ("Friday's ruling").
  private let pastAfter: WordSet
  /// Auxiliaries of the present that make what follows them no past ("is elected").
  private let presentPassive: WordSet
  /// The same in the infinitive, which is to come behind a plain future or its marker only.
  private let infinitivePassive: WordSet
  /// Auxiliaries of the present and the participles of plans behind them: what "est organisé" is to come, though either
  /// word alone may tell of the past.
  private let planBe: WordSet
  private let plans: WordSet
  /// Words and endings that say no more than that something is to come: no wish, plan or duty.
  private let plainFuture: WordSet
  private let plainFutureEndings: [[UInt8]]
  /// Words right before a date that lean to what is to come where no verb tells ("by August").
  private let leaning: WordSet
  /// Auxiliaries of what can be done.
  private let abilities: WordSet
  /// Participles that say what could be noticed, whenever that was ("could be seen").
  private let perceived: WordSet
  /// Auxiliaries behind which reported speech tells what is to come ("said it would be completed").
  private let reportedFuture: WordSet
  /// "have", which is no past behind "will".
  private let have: WordSet
  /// Subjects with which a plain verb tells of the present, as programmes do ("they travel"), and verbs whose past is the
  /// same ("they cut").
  private let plainSubjects: WordSet
  private let plainPasts: WordSet
  /// Words for what has had no like for so long ("the first in 14 years").
  private let records: WordSet
  private let stopwords: WordSet
  /// Words that overrule the nearest verb.
  let governors: TenseGovernors

  /// How far a verb may stand from the expression, in tokens: a clause of the press is seldom longer.
  static let reach = 14
  /// A word shorter than this is no verb told by its ending, in bytes.
  private static let shortestInflected = 5
  /// Words between an auxiliary and what was to come: "had long been expected".
  private static let perfectReach = 4
  /// A verb after the expression counts as this many tokens farther: "a annoncé mardi qu'il enverrait".
  private static let handicapAfter = 2

  /// The verbs of a language; without a table every tense is unknown.
  init(language: Language, tokenizer: Tokenizer) {
    let table = language.table("date-tense")
    var words: [(hash: UInt64, code: Int)] = []
    var endings: [(bytes: [UInt8], tense: Tense)] = []
    for (name, tense) in [("future", Tense.future), ("past", .past)] {
      for row in table.rows(name) { words.append((Fold.hash(Fold.lowercased(Array(row[0].utf8))), tense.rawValue)) }
      for row in table.rows(name + "-endings") { endings.append((Array(row[0].utf8), tense)) }
    }
    self.words = WordCodes(words)
    self.endings = endings
    func hashes(_ words: [String]) -> WordSet { WordSet(words.map { Fold.hash(Fold.lowercased(Array($0.utf8))) }) }
    exceptions = hashes(table.rows("no-verbs").map { $0[0] })
    markers = hashes(table.rows("infinitive-marker").map { $0[0] })
    perfect = hashes(table.rows("perfect").map { $0[0] })
    pastAfter = hashes(table.rows("past-after").map { $0[0] })
    presentPassive = hashes(table.rows("present-passive").map { $0[0] })
    infinitivePassive = hashes(table.rows("infinitive-passive").map { $0[0] })
    planBe = hashes(table.rows("plan-be").map { $0[0] })
    plans = hashes(table.rows("plan-participle").map { $0[0] })
    plainFuture = hashes(table.rows("plain-future").map { $0[0] })
    plainFutureEndings = table.rows("plain-future-endings").map { Array($0[0].utf8) }
    abilities = hashes(table.rows("ability").map { $0[0] })
    perceived = hashes(table.rows("perceived").map { $0[0] })
    reportedFuture = hashes(table.rows("reported-future").map { $0[0] })
    have = hashes(table.rows("have").map { $0[0] })
    plainSubjects = hashes(table.rows("plain-subject").map { $0[0] })
    plainPasts = hashes(table.rows("plain-past").map { $0[0] })
    records = hashes(table.rows("record").map { $0[0] })
    leaning = hashes(table.rows("future-lean").map { $0[0] })
    stopwords = hashes(language.words("stopwords"))
    governors = TenseGovernors(table, tokenizer: tokenizer)
  }

  /// The tense around some tokens of a sentence.
  func tense(_ text: SegmentedText, around tokens: Range<Int>, in sentence: Range<Int>) -> Tense {
    let isPossessive = tokens.upperBound < text.tokens.count && pastAfter.contains(text.tokens[tokens.upperBound].lower)
    let before = tokens.lowerBound
    if !isPossessive, hasParticiple(text, before: before, from: sentence.lowerBound) { return .past }
    if isWithinAbility(text, before: before, in: sentence) { return .future }
    let tense = verbTense(text, around: tokens, in: sentence, withInfinitives: !isPossessive)
    if isPossessive { return tense == .future ? .future : .past }
    guard tense == .unknown, tokens.lowerBound > sentence.lowerBound else { return tense }
    return leans(text, tokens.lowerBound, from: sentence.lowerBound) ? .future : .unknown
  }

  /// Whether a word that leans to what is to come stands right before an expression, or opens it ("by Christmas").
  private func leans(_ text: SegmentedText, _ token: Int, from start: Int) -> Bool {
    token > start && leaning.contains(text.tokens[token - 1].lower) || leaning.contains(text.tokens[token].lower)
  }

  /// Whether the verb before an expression, in its own clause, is a plain future ("will be voted in October").
  func isPlainFuture(_ text: SegmentedText, before token: Int, in sentence: Range<Int>) -> Bool {
    for index in (max(sentence.lowerBound, token - TenseReader.reach)..<token).reversed() {
      let kind = text.tokens[index].kind
      if kind == .separator || kind == .quoteMark { return false }
      if isPlainFuture(text.tokens[index], text.bytes) {
        return !isPerfect(before: index, text, from: sentence.lowerBound)
      }
      if tense(of: index, text, from: sentence.lowerBound, true) != nil { return false }
    }
    return false
  }

  /// Whether what stands before an expression, in its own clause, can be done and need not be ("could be built in nine
  /// days"), or has had no like for so long ("the first in 14 years", "the worst storm in a decade").
  func isHowLong(_ text: SegmentedText, before token: Int, in sentence: Range<Int>) -> Bool {
    for index in (max(sentence.lowerBound, token - TenseReader.reach)..<max(sentence.lowerBound, token)).reversed() {
      let found = text.tokens[index]
      if found.kind == .separator || found.kind == .quoteMark { return false }
      if abilities.contains(found.lower) || records.contains(found.lower) { return true }
    }
    return false
  }

  /// "The crane could be moved by Friday", "The toll could reach 40 by Friday": whether an infinitive right behind what can
  /// be done governs an expression that leans to what is to come, with no other verb but its participle between.
  func isWithinAbility(_ text: SegmentedText, before token: Int, in sentence: Range<Int>) -> Bool {
    let isLeaning = leans(text, token, from: sentence.lowerBound)
    for index in (max(sentence.lowerBound + 1, token - TenseReader.reach)..<max(sentence.lowerBound + 1, token))
      .reversed()
    {
      let found = text.tokens[index]
      if found.kind == .separator || found.kind == .quoteMark { return false }
      if infinitivePassive.contains(found.lower) {
        return abilities.contains(text.tokens[index - 1].lower)
          && (isLeaning || isDecided(text.tokens[index + 1], text.bytes))
      }
      if isLeaning, abilities.contains(found.lower) {
        let next = text.tokens[index + 1]
        return next.kind == .word && !next.capitalized && !stopwords.contains(next.lower)
      }
    }
    return false
  }

  /// Whether a participle behind "could be" says what is done, and not what was noticed.
  private func isDecided(_ token: Token, _ bytes: [UInt8]) -> Bool {
    isPastForm(token, bytes) && !perceived.contains(token.lower)
  }

  private func isPlainFuture(_ token: Token, _ bytes: [UInt8]) -> Bool {
    guard token.kind == .word, !plainFuture.contains(token.lower) else { return token.kind == .word }
    return token.span.length >= TenseReader.shortestInflected && !token.capitalized
      && !exceptions.contains(token.lower)
      && plainFutureEndings.contains { token.ends(with: $0, in: bytes) }
  }

  private func verbTense(
    _ text: SegmentedText, around tokens: Range<Int>, in sentence: Range<Int>, withInfinitives: Bool
  ) -> Tense {
    for distance in 1...TenseReader.reach {
      let before = tokens.lowerBound - distance
      if before >= sentence.lowerBound,
        let tense = tense(of: before, text, from: sentence.lowerBound, withInfinitives)
      {
        let isPast =
          tense == .future && isPast(text, behind: before, before: tokens.lowerBound, from: sentence.lowerBound)
        return isPast ? .past : tense
      }
      let after = tokens.upperBound - 1 + distance - TenseReader.handicapAfter
      if after >= tokens.upperBound, after < sentence.upperBound, !isProgramme(after, text, from: sentence.lowerBound),
        let tense = tense(of: after, text, from: sentence.lowerBound, withInfinitives)
      {
        // "They marched on Sunday to protest": what for is no time of its own.
        if after == tokens.upperBound, markers.contains(text.tokens[after].lower) {
          return ownTense(text, before: tokens.lowerBound, in: sentence, withInfinitives) ?? tense
        }
        // "The ships will enter the harbour on Friday, said the port": who says so comes behind a comma.
        guard tense == .past, text.tokens[tokens.upperBound..<after].contains(where: { $0.kind == .separator }) else {
          return tense
        }
        return ownTense(text, before: tokens.lowerBound, in: sentence, withInfinitives) ?? tense
      }
    }
    return .unknown
  }

  /// The tense of the nearest verb before a token in its own clause.
  private func ownTense(
    _ text: SegmentedText, before token: Int, in sentence: Range<Int>, _ withInfinitives: Bool
  ) -> Tense? {
    for index in (max(sentence.lowerBound, token - TenseReader.reach)..<token).reversed() {
      if text.tokens[index].kind == .separator { return nil }
      if let tense = tense(of: index, text, from: sentence.lowerBound, withInfinitives) { return tense }
    }
    return nil
  }

  /// The tense that one word says.
  func tense(of index: Int, _ text: SegmentedText, from start: Int, _ withInfinitives: Bool) -> Tense? {
    let (token, bytes) = (text.tokens[index], text.bytes)
    // "May Orr", "Bill Will": within a sentence a verb has no capital.
    guard token.kind == .word, !token.capitalized || opens(index, text, start) else { return nil }
    if markers.contains(token.lower), index + 1 < text.tokens.count {
      guard withInfinitives else { return nil }
      if isPerfect(before: index, text, from: start) { return .past }
      let next = text.tokens[index + 1]
      // "face to face", "day to day" hold no verb; "swept to power" says where to.
      if index > 0, text.tokens[index - 1].lower == next.lower { return nil }
      if index > start, governors.movement.contains(text.tokens[index - 1].lower) { return nil }
      // "are to be banned"
      if infinitivePassive.contains(next.lower), index > start,
        presentPassive.contains(text.tokens[index - 1].lower)
      {
        return .future
      }
      return next.kind == .word && !next.capitalized && !stopwords.contains(next.lower) ? .future : nil
    }
    if isPlan(index, text, from: start) { return .future }
    if withInfinitives, isProgramme(index, text, from: start) { return .future }
    // "will have a scan", "to have it mended"
    if have.contains(token.lower), index > start, index + 1 < text.tokens.count {
      let before = text.tokens[index - 1].lower
      if plainFuture.contains(before) { return nil }
      if markers.contains(before), !isPastForm(text.tokens[index + 1], bytes) { return nil }
    }
    if let known = Tense(rawValue: words.code(of: token.lower)) {
      guard known == .future else {
        return isPresentPassive(index, text, from: start) ? passiveTense(index, text, from: start) : known
      }
      return isPerfect(before: index, text, from: start) ? .past : .future
    }
    let span = token.span
    guard span.length >= TenseReader.shortestInflected, !token.capitalized else { return nil }
    for ending in endings where span.length > ending.bytes.count {
      let from = span.end - ending.bytes.count
      var at = 0
      while at < ending.bytes.count, bytes[from + at] == ending.bytes[at] { at += 1 }
      guard at == ending.bytes.count else { continue }
      if exceptions.contains(token.lower) { return nil }
      return ending.tense == .past && isPresentPassive(index, text, from: start)
        ? passiveTense(index, text, from: start) : ending.tense
    }
    return nil
  }

  /// "They travel to Brest on Saturday": whether a plain verb behind a pronoun tells what a programme says.
  private func isProgramme(_ index: Int, _ text: SegmentedText, from start: Int) -> Bool {
    let token = text.tokens[index]
    return index > start && plainSubjects.contains(text.tokens[index - 1].lower) && !token.capitalized
      && !stopwords.contains(token.lower) && !plainPasts.contains(token.lower) && words.code(of: token.lower) < 0
      && !isPastForm(token, text.bytes)
  }

  /// Whether a word is or ends as a form of the past.
  private func isPastForm(_ token: Token, _ bytes: [UInt8]) -> Bool {
    if words.code(of: token.lower) == Tense.past.rawValue { return true }
    return !exceptions.contains(token.lower)
      && endings.contains { $0.tense == .past && token.ends(with: $0.bytes, behind: 1, in: bytes) }
  }

  /// Whether a word makes an infinitive of the next one ("to").
  func isMarker(_ token: Token) -> Bool { markers.contains(token.lower) }

  /// Whether a sentence or the words of a quote start with a token.
  private func opens(_ index: Int, _ text: SegmentedText, _ start: Int) -> Bool {
    index == start || text.tokens[index - 1].kind == .quoteMark || text.tokens[index - 1].kind == .terminator
  }

  /// Whether an auxiliary of the present stands before a participle, an adverb between them at most ("is now elected").
  private func isPresentPassive(_ index: Int, _ text: SegmentedText, from start: Int) -> Bool {
    guard index > start else { return false }
    let previous = text.tokens[index - 1]
    let hasAdverb =
      index - 1 > start && previous.kind == .word && !previous.capitalized && !stopwords.contains(previous.lower)
    for at in [index - 1] + (hasAdverb ? [index - 2] : []) {
      if presentPassive.contains(text.tokens[at].lower) { return true }
      guard infinitivePassive.contains(text.tokens[at].lower), at > start else { continue }
      // "will be voted", "is to be voted"; what "could be seen" may have been.
      return (max(start, at - TenseReader.perfectReach)..<at).contains {
        plainFuture.contains(text.tokens[$0].lower) || markers.contains(text.tokens[$0].lower)
          || reportedFuture.contains(text.tokens[$0].lower)
      }
    }
    return false
  }

  /// "est organisée samedi": whether a word is the participle of a plan behind an auxiliary of the present, a word between
  /// them at most, or that auxiliary.
  private func isPlan(_ index: Int, _ text: SegmentedText, from start: Int) -> Bool {
    func has(_ words: WordSet, _ places: [Int]) -> Bool {
      places.contains { at in
        at >= start && at < text.tokens.count && words.contains(text.tokens[at].lower)
          && !text.tokens[min(at, index)..<max(at, index)].contains { $0.kind != .word }
      }
    }
    if plans.contains(text.tokens[index].lower) { return has(planBe, [index - 1, index - 2]) }
    return planBe.contains(text.tokens[index].lower) && has(plans, [index + 1, index + 2])
  }

  /// "until a new board is elected in April": what such a clause waits for is to come; other verbs tell of the rest.
  private func passiveTense(_ index: Int, _ text: SegmentedText, from start: Int) -> Tense? {
    for at in (max(start, index - TenseReader.reach)..<index).reversed() {
      if text.tokens[at].kind == .separator { return nil }
      if governors.certain.match(text.tokens, at: at, limit: index)?.value == .future { return .future }
    }
    return nil
  }

  /// Whether an auxiliary that puts plans into the past stands a few words before a token.
  private func isPerfect(before index: Int, _ text: SegmentedText, from start: Int) -> Bool {
    (max(start, index - TenseReader.perfectReach)..<index).contains { perfect.contains(text.tokens[$0].lower) }
  }
}
