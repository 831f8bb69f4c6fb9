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
  /// Words that, right before a date, leave no doubt ("depuis mars").
  private let certain: WordCodes
  private let endings: [(bytes: [UInt8], tense: Tense)]
  /// Words that have such an ending and are no verbs of that tense.
  private let exceptions: WordSet

  /// Words that make the plain verb after them one to come ("to meet Monday").
  private let markers: WordSet
  /// Auxiliaries that put what was to come into the past ("had been due Friday").
  private let perfect: WordSet
  /// Words right after a date that speak of it as past unless a verb says otherwise ("Friday's ruling").
  private let pastAfter: WordSet
  /// Words right before a date that lean to what is to come where no verb tells ("by August").
  private let leaning: WordSet
  private let stopwords: WordSet

  /// How far a verb may stand from the expression, in tokens: a clause of the press is seldom longer.
  private static let reach = 14
  /// A word shorter than this is no verb told by its ending, in bytes.
  private static let shortestInflected = 5
  /// Words between an auxiliary and what was to come: "had long been expected".
  private static let perfectReach = 4
  /// A verb after the expression counts as this many tokens farther: "a annoncé mardi qu'il enverrait".
  private static let handicapAfter = 2

  /// The verbs of a language; without a table every tense is unknown.
  init(language: Language) {
    let table = language.table("date-tense")
    var words: [(hash: UInt64, code: Int)] = []
    var endings: [(bytes: [UInt8], tense: Tense)] = []
    for (name, tense) in [("future", Tense.future), ("past", .past)] {
      for row in table.rows(name) { words.append((Fold.hash(Fold.lowercased(Array(row[0].utf8))), tense.rawValue)) }
      for row in table.rows(name + "-endings") { endings.append((Array(row[0].utf8), tense)) }
    }
    var certain: [(hash: UInt64, code: Int)] = []
    for (name, tense) in [("past-before", Tense.past), ("future-before", .future)] {
      for row in table.rows(name) { certain.append((Fold.hash(Fold.lowercased(Array(row[0].utf8))), tense.rawValue)) }
    }
    self.words = WordCodes(words)
    self.certain = WordCodes(certain)
    self.endings = endings
    func hashes(_ words: [String]) -> WordSet { WordSet(words.map { Fold.hash(Fold.lowercased(Array($0.utf8))) }) }
    exceptions = hashes(table.rows("no-verbs").map { $0[0] })
    markers = hashes(table.rows("infinitive-marker").map { $0[0] })
    perfect = hashes(table.rows("perfect").map { $0[0] })
    pastAfter = hashes(table.rows("past-after").map { $0[0] })
    leaning = hashes(table.rows("future-lean").map { $0[0] })
    stopwords = hashes(language.words("stopwords"))
  }

  /// The tense that the word before a token leaves no doubt of.
  ///
  /// "The deadline is extended until Friday" looks ahead; a sentence that opens so ("Until Friday, they had …") is told
  /// by its verbs.
  func certainTense(_ text: SegmentedText, before token: Int, in sentence: Range<Int>?) -> Tense? {
    guard token > 0 else { return nil }
    let tense = Tense(rawValue: certain.code(of: text.tokens[token - 1].lower))
    return tense == .future && sentence?.lowerBound == token - 1 ? nil : tense
  }

  /// The tense around some tokens of a sentence.
  func tense(_ text: SegmentedText, around tokens: Range<Int>, in sentence: Range<Int>) -> Tense {
    let isPossessive = tokens.upperBound < text.tokens.count && pastAfter.contains(text.tokens[tokens.upperBound].lower)
    let tense = verbTense(text, around: tokens, in: sentence, withInfinitives: !isPossessive)
    if isPossessive { return tense == .future ? .future : .past }
    guard tense == .unknown, tokens.lowerBound > sentence.lowerBound else { return tense }
    return leaning.contains(text.tokens[tokens.lowerBound - 1].lower) ? .future : .unknown
  }

  private func verbTense(
    _ text: SegmentedText, around tokens: Range<Int>, in sentence: Range<Int>, withInfinitives: Bool
  ) -> Tense {
    for distance in 1...TenseReader.reach {
      let before = tokens.lowerBound - distance
      if before >= sentence.lowerBound,
        let tense = tense(of: before, text, from: sentence.lowerBound, withInfinitives)
      {
        return tense
      }
      let after = tokens.upperBound - 1 + distance - TenseReader.handicapAfter
      if after >= tokens.upperBound, after < sentence.upperBound,
        let tense = tense(of: after, text, from: sentence.lowerBound, withInfinitives)
      {
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

  private func tense(of index: Int, _ text: SegmentedText, from start: Int, _ withInfinitives: Bool) -> Tense? {
    let (token, bytes) = (text.tokens[index], text.bytes)
    guard token.kind == .word else { return nil }
    if markers.contains(token.lower), index + 1 < text.tokens.count {
      guard withInfinitives else { return nil }
      if isPerfect(before: index, text, from: start) { return .past }
      let next = text.tokens[index + 1]
      // "face to face", "day to day" hold no verb.
      if index > 0, text.tokens[index - 1].lower == next.lower { return nil }
      return next.kind == .word && !next.capitalized && !stopwords.contains(next.lower) ? .future : nil
    }
    if let known = Tense(rawValue: words.code(of: token.lower)) {
      guard known == .future else { return known }
      return isPerfect(before: index, text, from: start) ? .past : .future
    }
    let span = token.span
    guard span.length >= TenseReader.shortestInflected, !token.capitalized else { return nil }
    for ending in endings where span.length > ending.bytes.count {
      let from = span.end - ending.bytes.count
      var at = 0
      while at < ending.bytes.count, bytes[from + at] == ending.bytes[at] { at += 1 }
      if at == ending.bytes.count { return exceptions.contains(token.lower) ? nil : ending.tense }
    }
    return nil
  }

  /// Whether an auxiliary that puts plans into the past stands a few words before a token.
  private func isPerfect(before index: Int, _ text: SegmentedText, from start: Int) -> Bool {
    (max(start, index - TenseReader.perfectReach)..<index).contains { perfect.contains(text.tokens[$0].lower) }
  }
}
