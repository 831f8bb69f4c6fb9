internal import NewsModel
internal import Prose

/// A text with what the lexicon says of each token: what all rules on actors read from.
final class ActorReading {
  let text: SegmentedText
  let lexicon: ActorLexicon
  /// One for each token.
  let classes: [WordClass]
  /// Whether the token's capital may be due to its place: it starts a sentence, a quote or a list item.
  let mayBeSentenceCase: [Bool]
  /// The end of the sentence that holds each token, as an index into tokens.
  let limits: [Int]
  /// Whether the token stands in a sentence where most words have capitals: a headline, a menu.
  let inHeadline: [Bool]

  var tokens: [Token] { text.tokens }

  /// Reads all tokens once.
  init(_ text: SegmentedText, _ lexicon: ActorLexicon) {
    self.text = text
    self.lexicon = lexicon
    let tokens = text.tokens
    var classes = [WordClass](repeating: [], count: tokens.count)
    for index in tokens.indices {
      let kind = tokens[index].kind
      guard tokens[index].isWordLike || kind == .other || kind == .quoteMark else { continue }
      let (lower, folded) = (tokens[index].lower, tokens[index].folded)
      classes[index] = lexicon.classes[lower]
      guard folded != lower else { continue }
      classes[index].formUnion(lexicon.classes[folded].intersection([.knownStart, .knownStartLower, .givenName]))
    }
    self.classes = classes
    var starts = [Bool](repeating: false, count: tokens.count)
    var ends = [Int](repeating: tokens.count, count: tokens.count)
    for sentence in text.sentences {
      var fresh = true
      for index in sentence.tokens {
        ends[index] = sentence.tokens.upperBound
        starts[index] = fresh
        switch tokens[index].kind {
        // An elided article does not use the capital up: "L’armée", but "L’Ukraine" has its own.
        case .word, .number, .mixed: fresh = false
        case .quoteMark, .terminator: fresh = true
        case .separator: if text.bytes[tokens[index].span.start] == 0x3A { fresh = true }
        case .dash: if tokens[index].spaceBefore { fresh = true }
        case .other: break
        }
      }
    }
    mayBeSentenceCase = starts
    limits = ends
    inHeadline = ActorReading.headlines(in: text)
  }

  /// The share of capitalized words from which a line is read as a headline.
  private static let headlineShare = 0.7
  /// A sentence full of names ends with a full stop; few headlines do.
  private static let closedHeadlineShare = 0.85
  /// A line of fewer words is a name as often as a headline.
  private static let shortestHeadline = 6
  /// An enumeration has a comma or more for so many words, and so many commas.
  private static let wordsBetweenCommas = 4
  private static let fewestCommas = 3
  /// Function words this short have no capital in English headlines.
  private static let shortWord = 3  // bytes

  private static func headlines(in text: SegmentedText) -> [Bool] {
    var found = [Bool](repeating: false, count: text.tokens.count)
    for sentence in text.sentences {
      var words = 0
      var capitals = 0
      var commas = 0
      for index in sentence.tokens {
        if text.tokens[index].kind == .separator { commas += 1 }
        guard text.tokens[index].kind == .word else { continue }
        if text.tokens[index].span.length <= shortWord, !text.tokens[index].capitalized { continue }
        words += 1
        if text.tokens[index].capitalized { capitals += 1 }
      }
      let isClosed = sentence.tokens.last.map { text.tokens[$0].kind == .terminator } ?? false
      let share = isClosed ? closedHeadlineShare : headlineShare
      // An enumeration of names is full of capitals, too; headlines have few commas.
      guard words >= shortestHeadline, commas * wordsBetweenCommas < words || commas < fewestCommas,
        Double(capitals) >= share * Double(words)
      else { continue }
      for index in sentence.tokens { found[index] = true }
    }
    return found
  }

  /// Whether a token is a capitalized word that may be part of a name.
  func isNameWord(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.capitalized, token.kind == .word || token.kind == .mixed else { return false }
    // "D-Mass.", "F-16": a letter and a hyphen lead a label.
    if token.span.length > 2, text.bytes[token.span.start + 1] == 0x2D { return false }
    if classes[index].contains(.calendar) { return isGivenNameOfMonth(index) }
    return !classes[index].contains(.function)
  }

  /// "Jan Berg", "June Marsh": a month that is a given name, too, before one more name word; not "in June Russia".
  private func isGivenNameOfMonth(_ index: Int) -> Bool {
    let next = index + 1
    guard classes[index].contains(.calendarName), next < limits[index], isAdjacent(next), tokens[next].capitalized,
      tokens[next].kind == .word,
      classes[next].isDisjoint(with: [.function, .calendar, .demonym, .titleHead, .organizationWord, .knownStart])
    else { return false }
    return index == 0 || limits[index - 1] != limits[index] || !classes[index - 1].contains(.calendarBefore)
  }

  /// Whether only white space stands between a token and the one before it.
  func isAdjacent(_ index: Int) -> Bool { tokens[index].spaceBefore }

  /// Whether the token is the ASCII mark given.
  func isMark(_ index: Int, _ byte: UInt8) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].span.length == 1
      && text.bytes[tokens[index].span.start] == byte
  }

  /// The token behind a bracket of few words that opens at a token ("(PS)", "(Eure)"); nil where none opens or closes.
  func endOfBracket(_ index: Int, limit: Int) -> Int? {
    let longest = 4  // words
    guard isMark(index, 0x28) else { return nil }
    let close = (index + 1..<max(index + 1, min(limit, tokens.count, index + 2 + longest))).first { isMark($0, 0x29) }
    return close.map { $0 + 1 }
  }

  /// The longest known name that starts at a token, with the capitals that it needs.
  func knownName(at index: Int, limit: Int) -> (end: Int, name: KnownName)? {
    // Articles start known names, too ("Le Monde"): without its capital a word is not looked up.
    guard
      classes[index].contains(tokens[index].capitalized ? .knownStart : .knownStartLower)
        || tokens[index].capitalized && classes[index].contains(.knownStartLower),
      let match = lexicon.names.match(tokens, at: index, limit: limit)
    else { return nil }
    let name = match.value
    if name.needsAllCaps, !tokens[index].allCaps, tokens[index].span.length > 1 { return nil }
    for offset in 0..<min(match.end - index, 32) where name.capitals & (1 << UInt32(offset)) != 0 {
      if !tokens[index + offset].capitalized { return nil }
    }
    return (match.end, name)
  }
}

extension ActorReading {
  /// Whether a token is an article or a determiner of the language, in lower case or starting the sentence.
  func isArticle(_ index: Int) -> Bool {
    lexicon.articles.contains(tokens[index].lower) && (!tokens[index].capitalized || mayBeSentenceCase[index])
  }

  /// Whether a token ends in an apostrophe, straight or curved, to which the next word is joined ("L’").
  func isElided(_ index: Int) -> Bool { tokens[index].isElided(in: text.bytes) }

  /// Whether a token is two given names joined by a hyphen ("Anne-Lise") of which the tables know both.
  func isDoubleGivenName(_ index: Int) -> Bool {
    let span = tokens[index].span
    guard tokens[index].capitalized, let hyphen = text.bytes[span.start..<span.end].firstIndex(of: 0x2D),
      hyphen > span.start, hyphen + 1 < span.end
    else { return false }
    return [text.bytes[span.start..<hyphen], text.bytes[hyphen + 1..<span.end]].allSatisfy {
      lexicon.classes[Fold.hash(Fold.folded($0))].contains(.givenName)
    }
  }

  /// "Trente officiers": whether a number word opens a sentence before what it counts, a noun in the plural.
  ///
  /// A verb behind it ("Trente accueille …") leaves it a town.
  func isCount(_ index: Int) -> Bool {
    let next = index + 1
    guard mayBeSentenceCase[index], lexicon.counts.contains(tokens[index].lower), next < limits[index],
      isAdjacent(next), tokens[next].kind == .word, !tokens[next].capitalized
    else { return false }
    if lexicon.counts.contains(tokens[next].lower) { return true }
    // "ans" is a word of grammar too, in dates.
    let isNoun =
      classes[next].isDisjoint(with: [.function, .auxiliary, .personal])
      || lexicon.timeUnits.contains(tokens[next].lower)
    return isNoun && lexicon.pluralEndings.contains(text.bytes[tokens[next].span.end - 1])
  }

  /// "Interrogée, la préfète …": whether a participle opens a sentence before a comma. A word that has its capital inside
  /// another sentence is a name.
  func isOpeningParticiple(_ index: Int) -> Bool {
    guard mayBeSentenceCase[index], isMark(index + 1, 0x2C), tokens[index].kind == .word,
      !classes[index].contains(.givenName)
    else { return false }
    let isParticiple =
      classes[index].contains(.participle)
      || lexicon.participleEndings.contains { tokens[index].ends(with: $0, in: text.bytes) }
    return isParticiple
      && !tokens.indices.contains {
        tokens[$0].folded == tokens[index].folded && tokens[$0].capitalized && !mayBeSentenceCase[$0]
      }
  }

  /// "éditeur": whether the head of a role names firms as well, where a name follows or stands before it.
  func isBodyOrPerson(_ role: RolePhrase) -> Bool {
    lexicon.hasAdjectivesAfterNouns
      && role.tokens.contains {
        classes[$0].isSuperset(of: [.titleHead, .organizationWord]) && !tokens[$0].capitalized
      }
  }

  /// "présidente de Rivages Solidaires": whether a candidate is all of a role's complement, of several words without a
  /// given name. What follows it ("a salué ce geste", ", 45 ans") is then said of who holds the role.
  func isLongComplement(_ candidate: NameCandidate) -> Bool {
    candidate.isComplement && candidate.tokens.count > 1 && candidate.known == nil && lexicon.hasAdjectivesAfterNouns
      && !candidate.tokens.contains { classes[$0].contains(.givenName) || isDoubleGivenName($0) }
  }

  /// Whether a token is an apostrophe alone, straight or curved.
  func isApostrophe(_ index: Int) -> Bool {
    let span = tokens[index].span
    return text.bytes[span.start..<span.end].elementsEqual("'".utf8)
      || text.bytes[span.start..<span.end].elementsEqual("\u{2019}".utf8)
  }

  /// Whether a token is the genitive of the word before it ("’s").
  func isGenitiveClitic(_ index: Int) -> Bool { tokens[index].isGenitiveClitic(in: text.bytes) }

  /// The parts of a token between hyphens, and for each whether it starts with a small letter ("Ostry-sur-Mer").
  func hyphenParts(_ index: Int) -> [(bytes: ArraySlice<UInt8>, isSmall: Bool)] {
    let span = tokens[index].span
    return text.bytes[span.start..<span.end].split(separator: 0x2D).map {
      ($0, (0x61...0x7A).contains($0[$0.startIndex]))
    }
  }

  /// Whether a capital stands within a word behind four letters or more, as in names that companies make ("HydroLoire");
  /// shorter beginnings are those of family names ("MacLeod", "DeWitt", "VanHorn").
  func hasInnerCapital(_ index: Int) -> Bool {
    let span = tokens[index].span
    let shortest = 4  // bytes
    guard tokens[index].kind == .word, tokens[index].capitalized, !tokens[index].allCaps, span.length > shortest
    else { return false }
    let isLower = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
    return (span.start + shortest..<span.end).contains { at in
      (0x41...0x5A).contains(text.bytes[at]) && text.bytes[span.start + 1..<at].allSatisfy(isLower)
        && !text.bytes[span.start..<at].elementsEqual("Fitz".utf8)
    }
  }

  /// Whether a token is one capital with a dot ("A."), or more of them ("J.-C.").
  func isInitial(_ index: Int) -> Bool {
    let span = tokens[index].span
    return span.length <= 6 && text.bytes[span.end - 1] == 0x2E && tokens[index].capitalized
  }

  /// Whether a token is two capitals or three, each with a dot ("U.S.").
  func isInitials(_ index: Int) -> Bool { tokens[index].span.length >= 4 && isInitial(index) }
}
