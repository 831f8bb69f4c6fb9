internal import NewsModel
internal import Prose

/// Whom a pronoun means.
extension SpeakerResolution {
  /// Sentences looked at behind a pronoun for whom they are about.
  private static let sentencesBack = 3
  /// A person named this early in a sentence is what it is about.
  private static let subjectPosition = 8  // tokens
  /// So is one named this early as the leader of what it opens with.
  private static let leaderPosition = 16  // tokens

  func antecedent(
    of phrase: Range<Int>, _ pronoun: QuoteLexicon.Pronoun, quoted: Range<Int>, last: (at: Int, actor: Int)?,
    barrier: Int
  ) -> Int? {
    guard pronoun.isThirdPerson, !pronoun.isPlural else { return nil }
    let start = min(phrase.lowerBound, quoted.lowerBound)
    let barrier = max(
      barrier, unknownSubject(before: start), unknownInstitution(before: start, pronoun),
      unknownOffice(before: start, pronoun),
      sharedName(before: start))
    let speaker = last.flatMap { $0.at > barrier && isNear($0.at, start) && agrees($0.actor, pronoun) ? $0 : nil }
    let candidates = [
      speaker, subjectPerson(before: phrase, quoted, pronoun, after: barrier),
      subjectInstitution(before: phrase, quoted, pronoun, after: barrier),
    ].compactMap(\.self)
    guard let nearest = candidates.max(by: { $0.at < $1.at }) else { return nil }
    // "Le ministère a démenti. « … », a-t-il dit": where a person named before may be meant as well, it stays open.
    guard actors[nearest.actor].kind == .person || candidates.allSatisfy({ actors[$0.actor].kind != .person }) else {
      return nil
    }
    return nearest.actor
  }

  /// "Hale, of Bread Line, demanded …": the last sentence of the paragraph that opens with a name which is no known
  /// actor's, set off by what tells who it is; -1 where none does. A pronoun behind it may mean that one.
  private func unknownSubject(before start: Int) -> Int {
    let number = Int(reading.sentenceOf[start])
    guard number >= 0, let paragraph = reading.text.paragraph(at: reading.tokens[start].span.start) else { return -1 }
    for sentence in reading.text.sentences[...number].reversed() {
      let at = sentence.tokens.lowerBound
      guard reading.text.paragraph(at: sentence.span.start) == paragraph else { break }
      guard at + 2 < min(start, sentence.tokens.upperBound), reading.tokens[at].kind == .word,
        reading.tokens[at].capitalized, reading.tags[at].isEmpty, reading.isComma(at + 1),
        reading.tags[at + 2].has([.genitive, .relative])
      else { continue }
      let index = mentions.partitioningIndex { $0.span.end > reading.tokens[at].span.start }
      if index == mentions.count || mentions[index].span.start > reading.tokens[at].span.start { return at }
    }
    return -1
  }

  /// "The country's president thanked X. “…,” he wrote.": the sentence right before, in the same paragraph, is about somebody
  /// who is told by an office alone and is no known actor; a pronoun behind it may mean that one, and nobody named in that
  /// sentence or before it. -1 where it is about something else.
  private func unknownOffice(before start: Int, _ pronoun: QuoteLexicon.Pronoun) -> Int {
    let number = Int(reading.sentenceOf[start])
    guard pronoun.gender != .neuter, number > 0,
      let paragraph = reading.text.paragraph(at: reading.tokens[start].span.start)
    else { return -1 }
    // What stands before the marks may be one sentence with them.
    let own = reading.text.sentences[number]
    let sentence = own.tokens.lowerBound + 1 < start ? own : reading.text.sentences[number - 1]
    let at = sentence.tokens.lowerBound
    guard reading.text.paragraph(at: sentence.span.start) == paragraph,
      let phrase = SpeakerPhrases(reading: reading).phrase(after: at, limit: sentence.tokens.upperBound),
      phrase.lowerBound == at, let leader = phrase.first(where: isOffice), !isOfOtherGender(phrase, pronoun),
      isEndOfSubject(leader + 1, sentence.tokens.upperBound), !isNamed(behind: leader),
      reading.tags[at].contains(.determiner) || phrase.contains(where: isGenitiveClitic),
      named(at..<leader + 1) == nil, apposed(to: phrase) == nil, apposed(to: at..<leader + 1) == nil,
      bearer(of: phrase) == nil, bearer(of: at..<leader + 1) == nil
    else { return -1 }
    return min(start, sentence.tokens.upperBound) - 1
  }

  /// "Le porte-parole de la mairie X regarde …": whether a name stands behind the complement of an office, before its verb.
  private func isNamed(behind office: Int) -> Bool {
    guard !lexicon.hasNeuter else { return false }
    for at in office + 1..<min(reading.tokens.count, office + 1 + SpeakerResolution.leaderPosition) {
      let token = reading.tokens[at]
      guard token.isWordLike,
        !reading.tags[at].has([.auxiliary, .anyFinite]) && !verbs.contain(token, reading.text.bytes)
          || reading.isNounByPlace(at)
      else { return false }
      if let mention = mention(at: at), actors[mention.actor].kind == .person {
        return !reading.tags[at - 1].has([.genitive, .preposition, .rolePreposition])
      }
    }
    return false
  }

  /// Whether a word tells who somebody is: the head of a title, or of a role that leads something.
  private func isOffice(_ at: Int) -> Bool {
    let token = reading.tokens[at]
    return !token.capitalized && (lexicon.leaders.contains(token.lower) || lexicon.isTitle(token))
  }

  /// Whether the article of a phrase tells another gender than a pronoun: "la ministre" is no "il".
  private func isOfOtherGender(_ phrase: Range<Int>, _ pronoun: QuoteLexicon.Pronoun) -> Bool {
    pronoun.gender == .masculine && lexicon.feminineDeterminers.contains(reading.tokens[phrase.lowerBound].lower)
  }

  /// Whether the noun of a subject ends before a token; where adjectives stand behind nouns, one may follow first ("le
  /// président sortant").
  private func isEndOfSubject(_ at: Int, _ limit: Int) -> Bool {
    guard at < limit else { return false }
    if isBehindSubject(at) { return true }
    return !lexicon.hasNeuter && at + 1 < limit && reading.tokens[at].kind == .word && !reading.tokens[at].capitalized
      && reading.tags[at].isEmpty && isBehindSubject(at + 1)
  }

  /// Whether a word may follow the noun of a subject: "her chief complaint" is about no chief.
  private func isBehindSubject(_ at: Int) -> Bool {
    guard !reading.tokens[at].capitalized, !isGenitiveClitic(at) else { return false }
    return !reading.tokens[at].isWordLike || verbs.contain(reading.tokens[at], reading.text.bytes)
      || reading.tags[at].has([
        .auxiliary, .anyFinite, .genitive, .preposition, .rolePreposition, .negation, .object, .adverb, .time,
        .relative,
      ])
  }

  /// The last family name alone that several persons of the text have, which names none of them: a pronoun behind it may
  /// mean the one whom it means.
  private func sharedName(before start: Int) -> Int {
    let index = sharedNames.partitioningIndex { $0 >= start }
    guard index > 0, isNear(sharedNames[index - 1], start) else { return -1 }
    return sharedNames[index - 1]
  }

  /// « L’entreprise n’a pas répondu. Elle … », « Contactée, l’entreprise … »: the last sentence of the paragraph that is
  /// about an institution which is no known actor and which a pronoun behind it may mean; -1 where none is.
  private func unknownInstitution(before start: Int, _ pronoun: QuoteLexicon.Pronoun) -> Int {
    let number = Int(reading.sentenceOf[start])
    guard !lexicon.hasNeuter, number > 0,
      let paragraph = reading.text.paragraph(at: reading.tokens[start].span.start)
    else { return -1 }
    let sentence = reading.text.sentences[number - 1]
    guard reading.text.paragraph(at: sentence.span.start) == paragraph else { return -1 }
    var at = sentence.tokens.lowerBound
    if at + 2 < sentence.tokens.upperBound, reading.isComma(at + 1) { at += 2 }
    let opening = at..<sentence.tokens.upperBound
    guard at + 1 < sentence.tokens.upperBound, isInstitutionNoun(opening: opening),
      institution(of: at..<at + 2) == nil
    else { return -1 }
    let article = reading.tokens[at].lower
    let gender: QuoteLexicon.Pronoun.Gender =
      lexicon.feminineDeterminers.contains(article)
      ? .feminine : lexicon.masculineDeterminers.contains(article) ? .masculine : .any
    return gender == .any || pronoun.gender == .any || gender == pronoun.gender ? at : -1
  }

  /// In the same paragraph or the one before.
  private func isNear(_ at: Int, _ start: Int) -> Bool {
    guard let a = reading.text.paragraph(at: reading.tokens[at].span.start),
      let b = reading.text.paragraph(at: reading.tokens[start].span.start)
    else { return false }
    return b - a <= 1
  }

  /// Whether a pronoun may stand for somebody who was named or spoke: a neuter for an organization, others for a person.
  private func agrees(_ actor: Int, _ pronoun: QuoteLexicon.Pronoun) -> Bool {
    guard pronoun.gender != .neuter else { return actors[actor].kind == .organization }
    guard actors[actor].kind == .person else { return false }
    switch (genders[actor], pronoun.gender) {
    case (.any, _), (_, .any): return true
    case (let a, let b): return a == b
    }
  }

  /// Whether a pronoun may stand for an institution whose name opened a sentence: "il" for what has a masculine article.
  private func agrees(institution actor: Int, _ pronoun: QuoteLexicon.Pronoun) -> Bool {
    pronoun.gender == .neuter || !lexicon.hasNeuter && genders[actor] != .any && genders[actor] == pronoun.gender
  }

  /// The person whom the sentence of the pronoun, or one shortly before it, is about; nil where two may be meant.
  private func subjectPerson(
    before phrase: Range<Int>, _ quoted: Range<Int>, _ pronoun: QuoteLexicon.Pronoun,
    after barrier: Int
  ) -> (at: Int, actor: Int)? {
    guard reading.sentenceOf[phrase.lowerBound] >= 0, pronoun.gender != .neuter else { return nil }
    let first = Int(reading.sentenceOf[phrase.lowerBound])
    for number in stride(from: first, through: max(0, first - SpeakerResolution.sentencesBack), by: -1) {
      let sentence = reading.text.sentences[number]
      if let office = roleSubject(of: sentence, before: phrase, quoted, after: barrier), agrees(office.actor, pronoun) {
        return office
      }
      var at = mentions.partitioningIndex { $0.span.start >= sentence.span.start }
      while at < mentions.count, mentions[at].span.end <= sentence.span.end {
        let mention = mentions[at]
        at += 1
        let token = reading.text.token(from: mention.span.start)
        guard token > barrier, token < phrase.lowerBound, !quoted.contains(token),
          agrees(mention.actor, pronoun)
        else { continue }
        if isLeader(token, sentence.tokens) {
          guard genders[mention.actor] != .any else { continue }
          return (token, mention.actor)
        }
        guard token - sentence.tokens.lowerBound <= SpeakerResolution.subjectPosition else { break }
        // A complement ("la visite de Milley") is not what a sentence is about.
        if token > sentence.tokens.lowerBound, reading.tags[token - 1].has([.genitive, .rolePreposition, .preposition])
        {
          continue
        }
        if at < mentions.count, isOwner(mention, of: mentions[at], in: sentence) { continue }
        return (token, mention.actor)
      }
    }
    return nil
  }

  /// "X’s lawyer, Y, was not convinced": whether the sentence is about who is named behind the comma.
  private func isOwner(_ owner: Mention, of next: Mention, in sentence: SegmentedText.Sentence) -> Bool {
    let longest = 6  // words between the genitive and the comma
    let (genitive, name) = (
      reading.text.tokens(in: owner.span).upperBound, reading.text.tokens(in: next.span).lowerBound
    )
    return genitive < name && name < sentence.tokens.upperBound && isGenitiveClitic(genitive)
      && actors[next.actor].kind == .person
      && name - genitive <= longest && reading.isComma(name - 1)
      && (genitive + 1..<name - 1).allSatisfy { reading.tokens[$0].isWordLike }
  }

  /// « Pour l’association X, présidée par Jane Roe, … »: who leads what a sentence opens with speaks for it.
  private func isLeader(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token - sentence.lowerBound <= SpeakerResolution.leaderPosition, token > 0,
      reading.tags[token - 1].contains(.inside)
    else { return false }
    var start = token - 1
    while start > sentence.lowerBound, reading.tags[start].contains(.inside) { start -= 1 }
    return reading.tags[start].contains(.ledBy) && start > sentence.lowerBound && reading.isComma(start - 1)
  }

  /// The institution that opens the sentence of a pronoun, or one shortly before it ("The ministry rejected …"): one
  /// that opens with something else is about that. Where "il" may be anybody, only the sentence right before it counts.
  private func subjectInstitution(
    before phrase: Range<Int>, _ quoted: Range<Int>, _ pronoun: QuoteLexicon.Pronoun, after barrier: Int
  ) -> (at: Int, actor: Int)? {
    guard reading.sentenceOf[phrase.lowerBound] >= 0 else { return nil }
    let first = Int(reading.sentenceOf[phrase.lowerBound])
    let back = lexicon.hasNeuter ? SpeakerResolution.sentencesBack : 1
    for number in stride(from: first, through: max(0, first - back), by: -1) {
      let sentence = reading.text.sentences[number].tokens
      let at = sentence.lowerBound
      guard at > barrier, isNear(at, phrase.lowerBound) else { return nil }
      // What stands between marks is about something else; so is a sentence that goes on with a pronoun.
      if at == phrase.lowerBound || quoted.dropFirst().contains(at) || !reading.tokens[at].isWordLike
        || reading.tags[at].contains(.subjectPronoun) || isReported(sentence, before: phrase.lowerBound)
      {
        continue
      }
      if let actor = institution(opening: sentence) {
        return at < phrase.lowerBound && agrees(institution: actor, pronoun) ? (at, actor) : nil
      }
      guard isInstitutionNoun(opening: sentence) else { return nil }
    }
    return nil
  }

  /// "Le Kremlin, dit-il, savait tout.": what somebody says is about something else, too.
  private func isReported(_ sentence: Range<Int>, before end: Int) -> Bool {
    sentence.contains { $0 < end && reading.tags[$0].contains(.invertedPronoun) }
  }

  /// The organization that is the subject of a sentence by standing at its start, behind an article at most.
  private func institution(opening sentence: Range<Int>) -> Int? {
    let at = sentence.lowerBound
    if let role = SpeakerPhrases(reading: reading).phrase(after: at, limit: sentence.upperBound), role.lowerBound == at,
      let actor = institution(of: role)
    {
      return actor
    }
    let start = reading.tokens[at].span.start
    let index = mentions.partitioningIndex { $0.span.end > start }
    guard index < mentions.count, actors[mentions[index].actor].kind == .organization else { return nil }
    let tokens = reading.text.tokens(in: mentions[index].span)
    guard tokens.lowerBound == at || tokens.lowerBound == at + 1 && reading.tags[at].contains(.determiner),
      tokens.upperBound < sentence.upperBound
    else { return nil }
    // "Northwind boss Ann Lee said …", "Northwind’s boss …": the name only describes the subject.
    let next = tokens.upperBound
    let isSubject =
      !reading.tokens[next].isWordLike && !isGenitiveClitic(next)
      || reading.tags[next].has([.auxiliary, .anyFinite, .adverb, .time, .object, .negation])
      || verbs.contain(reading.tokens[next], reading.text.bytes)
    return isSubject ? mentions[index].actor : nil
  }

  /// The person whose role opens a sentence ("The secretary of defence also praised …").
  private func roleSubject(
    of sentence: SegmentedText.Sentence, before phrase: Range<Int>, _ quoted: Range<Int>, after barrier: Int
  ) -> (at: Int, actor: Int)? {
    let at = sentence.tokens.lowerBound
    guard at > barrier, at < phrase.lowerBound, !quoted.contains(at), reading.tags[at].contains(.determiner),
      let role = SpeakerPhrases(reading: reading).phrase(after: at, limit: sentence.tokens.upperBound),
      role.lowerBound == at, role.upperBound <= phrase.lowerBound, named(role) == nil, let actor = bearer(of: role)
    else { return nil }
    return (at, actor)
  }
}
