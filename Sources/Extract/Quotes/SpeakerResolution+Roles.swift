internal import NewsModel
internal import Prose

/// Whom a role means, and which institution a common noun.
extension SpeakerResolution {
  /// Words with these first letters in common are forms of one ("américain", "américaine").
  private static let stemLength = 6  // bytes

  /// The words of a role.
  struct RoleWords {
    /// Folded, without small words.
    var all: Set<UInt64>
    /// Those before what it is a role of ("secretary" of "secretary of state").
    var heads: Set<UInt64>

    /// Whether some words name the role: "the state" is no secretary of state.
    func isNamed(by words: Set<UInt64>) -> Bool { words.isSubset(of: all) && !words.isDisjoint(with: heads) }
  }

  /// The words of a role that stands at some tokens.
  static func roleWords(_ range: Range<Int>, _ reading: QuoteReading) -> RoleWords {
    let end = range.dropFirst().first { reading.tags[$0].contains(.genitive) } ?? range.upperBound
    return RoleWords(
      all: contentWords(range, reading), heads: contentWords(range.lowerBound..<end, reading))
  }

  /// The one person who carries the role that a phrase names.
  func bearer(of phrase: Range<Int>) -> Int? {
    let wanted = SpeakerResolution.contentWords(phrase, reading)
    guard !wanted.isEmpty, reading.tags[phrase.lowerBound].contains(.determiner) else { return nil }
    if let found = onlyPerson(where: { roles[$0].contains { $0.isNamed(by: wanted) } }) { return found }
    // "the chief of American defence" is the American secretary of defence: both lead, and lead the same.
    guard let office = SpeakerResolution.office(phrase, reading, lexicon), office.count > 1 else { return nil }
    return onlyPerson { offices[$0].contains { office.isSubset(of: $0) } }
  }

  /// « l’élu », "the councillor": a word for several roles, where one person alone was named in the paragraph who has one.
  private func generic(_ phrase: Range<Int>) -> Set<UInt64>? {
    guard phrase.count == 2, reading.tags[phrase.lowerBound].contains(.determiner) else { return nil }
    return lexicon.kindsOfRole[reading.tokens[phrase.lowerBound + 1].lower]
  }

  /// The one person named before in the paragraph whose role is one of those that a word stands for.
  func bearer(ofOneOf phrase: Range<Int>, quoted words: Range<Int>) -> Int? {
    guard let kinds = generic(phrase),
      let paragraph = reading.text.paragraph(at: reading.tokens[phrase.lowerBound].span.start)
    else { return nil }
    let start = reading.text.paragraphs[paragraph].span.start
    let end = reading.tokens[min(phrase.lowerBound, words.lowerBound)].span.start
    var found: Int?
    for mention in mentions[mentions.partitioningIndex { $0.span.start >= start }...] where mention.actor != found {
      guard mention.span.end <= end else { break }
      // "LR de l’Eure" is no elected person.
      guard !reading.tokens[reading.text.token(from: mention.span.start)].allCaps else { continue }
      guard roles[mention.actor].contains(where: { !$0.heads.isDisjoint(with: kinds) }) else { continue }
      if found != nil { return nil }
      found = mention.actor
    }
    guard let found else { return nil }
    switch (gender(of: phrase), genders[found]) {
    case (.masculine, .feminine), (.feminine, .masculine): return nil
    default: return found
    }
  }

  private func gender(of phrase: Range<Int>) -> QuoteLexicon.Pronoun.Gender {
    lexicon.gender(ofRole: reading.tokens[phrase.lowerBound + 1], in: reading.text.bytes) ?? .any
  }

  /// The one person of whom something holds; nil where it holds of none or of several.
  private func onlyPerson(where holds: (Int) -> Bool) -> Int? {
    var found: Int?
    for index in actors.indices where actors[index].kind == .person && holds(index) {
      if found != nil { return nil }
      found = index
    }
    return found
  }

  /// "the ministry", where one organization alone of the text has the word in its name.
  func institution(of phrase: Range<Int>) -> Int? {
    guard let noun = institutionNoun(of: phrase) else { return nil }
    let folded = reading.tokens[noun].folded
    var found: Int?
    for mention in mentions where mention.actor != found && actors[mention.actor].kind == .organization {
      guard reading.text.tokens(in: mention.span).contains(where: { reading.tokens[$0].folded == folded }) else {
        continue
      }
      if found != nil { return nil }
      found = mention.actor
    }
    return found
  }

  /// Whether a sentence opens with a common noun for an institution ("The company will …").
  func isInstitutionNoun(opening sentence: Range<Int>) -> Bool {
    let end = min(sentence.upperBound, sentence.lowerBound + 2)
    return institutionNoun(of: sentence.lowerBound..<end) != nil
  }

  /// The common noun for an institution that a phrase of an article and this noun holds.
  private func institutionNoun(of phrase: Range<Int>) -> Int? {
    let noun = phrase.lowerBound + 1
    guard phrase.count == 2, reading.tags[phrase.lowerBound].contains(.determiner), !reading.tokens[noun].capitalized,
      lexicon.institutions.contains(reading.tokens[noun].lower)
    else { return nil }
    return noun
  }

  /// What a role that leads something leads, as beginnings of words; nil for other roles ("spokesman of …").
  static func office(_ range: Range<Int>, _ reading: QuoteReading, _ lexicon: QuoteLexicon) -> Set<UInt64>? {
    var leads = false
    var stems: Set<UInt64> = []
    for at in range where reading.tokens[at].kind == .word {
      if lexicon.leaders.contains(reading.tokens[at].lower) {
        leads = true
      } else if reading.tags[at].isDisjoint(with: [.determiner, .genitive, .preposition, .rolePreposition, .inside]) {
        let span = reading.tokens[at].span
        stems.insert(Fold.hash(Fold.folded(reading.text.bytes[span.start..<span.end]).prefix(stemLength)))
      }
    }
    return leads ? stems : nil
  }

  static func contentWords(_ range: Range<Int>, _ reading: QuoteReading) -> Set<UInt64> {
    Set(
      range.filter {
        reading.tokens[$0].kind == .word
          && reading.tags[$0].isDisjoint(with: [.determiner, .genitive, .preposition, .rolePreposition, .inside])
      }.map { reading.tokens[$0].folded })
  }
}
