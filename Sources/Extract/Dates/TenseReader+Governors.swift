internal import NewsModel
internal import Prose

/// What stands before the nearest verb, or between it and the date, and overrules it.
extension TenseReader {
  /// Tokens between a participle and the date that it goes with: "arrêté à Nice lundi", "dérobée dans la nuit".
  private static let participleReach = 4
  /// Tokens between "reporté" and "à lundi".
  private static let nearReach = 2
  /// Tokens from an auxiliary to the participle that it governs, an adverb between them.
  private static let governedReach = 2

  /// The tense that the words before a token leave no doubt of.
  ///
  /// "The deadline is extended until Friday" looks ahead; a sentence that opens so ("Until Friday, they had …") is told
  /// by its verbs, and so is one whose verb lasts ("she lived there until Friday").
  func certainTense(_ text: SegmentedText, before token: Int, in sentence: Range<Int>?) -> Tense? {
    let start = sentence?.lowerBound ?? 0
    guard let (tense, first) = governors.phrase(governors.certain, text, before: token, from: start) else {
      return isAwaited(text, at: token, from: start) ? .future : nil
    }
    guard tense == .future else { return tense }
    if first == start { return nil }
    for index in (max(start, first - TenseReader.reach)..<first).reversed() {
      let kind = text.tokens[index].kind
      if kind == .separator || kind == .quoteMark { break }
      if governors.notUntil.match(text.tokens, at: index, limit: first) != nil { return .past }
    }
    return hasLasted(text, before: first, from: start) ? nil : .future
  }

  /// Whether the verb that governs "until" tells of what lasted: "elle dirigeait le port jusqu'à lundi".
  private func hasLasted(_ text: SegmentedText, before token: Int, from start: Int) -> Bool {
    for index in (max(start, token - TenseReader.reach)..<token).reversed() {
      let found = text.tokens[index]
      if found.kind == .separator || found.kind == .quoteMark { return false }
      let tense = tense(of: index, text, from: start, true)
      // What was promised until then is to come: "avait promis une réponse d'ici à vendredi".
      if tense == .future || governors.prospective.contains(found.lower) { return false }
      if governors.isLasting(found, text.bytes) { return true }
      if tense != nil { return false }
    }
    return false
  }

  /// Whether a verb of promise or demand makes what stands at a token one to come: "a promis une réponse avant lundi",
  /// "n'exclut pas de signer vendredi".
  private func isAwaited(_ text: SegmentedText, at token: Int, from start: Int) -> Bool {
    let deadline = governors.phrase(governors.deadlines, text, before: token, from: start)
    let end = deadline?.start ?? token
    for index in (max(start, end - TenseReader.reach)..<max(start, end)).reversed() {
      let found = text.tokens[index]
      if found.kind == .separator || found.kind == .quoteMark { return false }
      if governors.prospective.contains(found.lower) {
        let words = end - index - 1
        if let deadline, deadline.value ? words <= TenseReader.nearReach : words > 0 { return true }
        return governors.opensInfinitive(text, after: index, before: end)
      }
      // "hopes to have them reconnected by Friday": a participle within is no verb of its own.
      if deadline != nil, index > start, isWithinInfinitive(index, text, from: start) { continue }
      if tense(of: index, text, from: start, true) != nil { return false }
    }
    return false
  }

  /// Whether an infinitive opens before a participle, with no other verb between.
  private func isWithinInfinitive(_ index: Int, _ text: SegmentedText, from start: Int) -> Bool {
    for at in (max(start, index - TenseReader.reach)...index).reversed() {
      if text.tokens[at].kind == .separator { return false }
      if isMarker(text.tokens[at]) { return true }
      if at < index, tense(of: at, text, from: start, false) != nil { return false }
    }
    return false
  }

  /// "Le bac, parti de Brême samedi": whether a participle that goes with "être" stands before a date in apposition, right
  /// behind a comma, and nothing of another tense between. Whatever the sentence tells else, that lies behind it.
  func hasParticiple(_ text: SegmentedText, before token: Int, from start: Int) -> Bool {
    for index in (max(start, token - TenseReader.participleReach)..<max(start, token)).reversed() {
      let found = text.tokens[index]
      if found.kind == .separator || found.kind == .quoteMark { return false }
      if governors.perfectOfBe.contains(found.lower) {
        return index > start && text.tokens[index - 1].kind == .separator
      }
      if tense(of: index, text, from: start, true) == .future { return false }
    }
    return false
  }

  /// Whether a verb to come before a date tells of what was: a conditional of report in the perfect ("aurait volé"), or
  /// "serait" with a participle of its own before the date ("serait une copie, dérobée samedi").
  func isPast(_ text: SegmentedText, behind verb: Int, before date: Int, from start: Int) -> Bool {
    let found = text.tokens[verb]
    let (have, be) = (
      governors.conditionalHave.contains(found.lower), governors.conditionalBe.contains(found.lower)
    )
    let governed = verb + 1..<min(date, verb + 1 + TenseReader.governedReach)
    if have, text.tokens[governed].contains(where: { governors.isParticiple($0, text.bytes) }) { return true }
    guard be else { return false }
    if text.tokens[governed].contains(where: { governors.perfectOfBe.contains($0.lower) }) { return true }
    if verb > start, governors.reflexive.contains(text.tokens[verb - 1].lower) { return true }
    // "serait, selon le maire, fermé lundi": an aside parts the two.
    if text.tokens[verb + 1].kind == .separator { return false }
    // Beside other verbs to come a participle may be to come as well: "pourra informer ses collègues, réunis mardi".
    let own = max(governed.upperBound, date - TenseReader.participleReach)..<date
    return own.contains { governors.isParticiple(text.tokens[$0], text.bytes) }
  }
}
