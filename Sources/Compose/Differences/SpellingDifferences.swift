internal import NewsModel
internal import Prose

/// Finds one actor's name spelt in several ways by versions in one language.
///
/// A name that one copy of a report has as another word of the table of false friends ("Marsh", "Marais") was taken for
/// a noun by its translator. Typography ("Etat", "État"), initials more or less, short forms and acronyms are no spellings.
struct SpellingDifferences {
  /// Letters that may differ, of a hundred of the longer word: a transliteration keeps most consonants.
  static let mostEdits = 50

  let scope: StoryScope

  /// The name as one version gives it.
  private struct Form {
    var witness: Int
    var words: [[UInt8]]
    var mention: Span
  }

  /// The differences of each actor whose name the versions spell differently: of spelling, of translation.
  func differences() -> [Difference] {
    var order: [Int] = []
    var actors: [Int: [(witness: Int, actor: Actor)]] = [:]
    for (index, witness) in scope.witnesses.enumerated() {
      for actor in witness.digest.actors {
        guard let identity = scope.identity(actor.id, of: index) else { continue }
        if actors[identity] == nil { order.append(identity) }
        actors[identity, default: []].append((index, actor))
      }
    }
    return order.flatMap { identity in differences(identity, actors[identity] ?? []) }
  }

  private func differences(_ identity: Int, _ entries: [(witness: Int, actor: Actor)]) -> [Difference] {
    var forms: [Form] = []
    for entry in entries where !forms.contains(where: { $0.witness == entry.witness }) {
      if let form = form(entry.actor, entry.witness) { forms.append(form) }
    }
    guard let first = forms.first else { return [] }
    let others = forms.dropFirst().filter { other in
      scope.witnesses[other.witness].language.code == scope.witnesses[first.witness].language.code
    }
    let translated = others.filter { isTranslated(first, $0) }
    let spelt = others.filter { other in
      !translated.contains { $0.witness == other.witness } && isOtherSpelling(first, other, identity)
    }
    let kind = scope.identities[identity].kind
    let slot: Difference.Slot = kind == .place ? .place : .name
    func versions(_ forms: [Form]) -> [Difference.Version] {
      ([first] + forms).map { version($0, identity, beside: first) }
    }
    var found: [Difference] = []
    if !translated.isEmpty {
      found.append(
        Difference(slot: slot, kind: .translation, versions: versions(translated), note: .knownFalseFriend))
    }
    if !spelt.isEmpty {
      found.append(
        Difference(
          slot: slot, kind: .spelling, versions: versions(spelt), note: kind == .person ? .sameRole : .sameSentence))
    }
    return found
  }

  /// Whether of two versions of one report one has the name and the other a noun that a translator takes it for.
  private func isTranslated(_ a: Form, _ b: Form) -> Bool {
    guard scope.shareOrigin(a.witness, b.witness), a.words != b.words else { return false }
    let (x, y) = (scope.witnesses[a.witness], scope.witnesses[b.witness])
    return TranslationDifferences.isFalseFriend(a.mention, x, b.mention, y)
      || TranslationDifferences.isFalseFriend(b.mention, y, a.mention, x)
  }

  /// The fullest mention of an actor, the first of them.
  private func form(_ actor: Actor, _ witness: Int) -> Form? {
    let reader = scope.witnesses[witness]
    let mentions = actor.mentions.map { mention in
      (mention, reader.text.tokens[reader.text.tokens(in: mention)].filter { $0.kind == .word || $0.kind == .mixed })
    }
    guard let best = mentions.max(by: { ($0.1.count, $1.0) < ($1.1.count, $0.0) }), !best.1.isEmpty else { return nil }
    let words = best.1.map { token in
      Fold.folded(reader.text.bytes[token.span.start..<token.span.end]).filter(SpellingDifferences.isLetter)
    }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : Form(witness: witness, words: words, mention: best.0)
  }

  /// A folded letter, of any script: hyphens, dots and apostrophes are typography.
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }

  private func isOtherSpelling(_ a: Form, _ b: Form, _ identity: Int) -> Bool {
    guard let x = a.words.last, let y = b.words.last, !a.words.joined().elementsEqual(b.words.joined())
    else { return false }
    if x != y {
      if SpellingDifferences.isNear(x, y) { return true }
      // Too far for letters alone: only where clustering says why the two are one, and both give the whole name.
      let reasons: Set<NameEvidence> = [.transliteration, .letterLost, .sameRole]
      let spelling = scope.identities[identity].spellings.first { $0.text == text(b) || $0.text == text(a) }
      return a.words.count > 1 && a.words.count == b.words.count && reasons.contains(spelling?.why ?? .different)
    }
    guard a.words.count > 1, b.words.count > 1, let p = a.words.first, let q = b.words.first else { return false }
    // An initial is a shorter form, not a spelling.
    return p != q && min(p.count, q.count) > 1 && SpellingDifferences.isNear(p, q)
  }

  private func text(_ form: Form) -> String { scope.witnesses[form.witness].text.words(form.mention) }

  /// Whether two names may be spellings of one.
  static func isNear(_ a: String, _ b: String) -> Bool {
    isNear(Fold.folded(Array(a.utf8)).filter(isLetter), Fold.folded(Array(b.utf8)).filter(isLetter))
  }

  private static func isNear(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    EditDistance.distance(a, b) * 100 <= SpellingDifferences.mostEdits * max(a.count, b.count)
  }

  /// The name where the versions run parallel, if they do; its first full mention otherwise.
  private func version(_ form: Form, _ identity: Int, beside first: Form) -> Difference.Version {
    let reader = scope.witnesses[form.witness]
    let own = reader.sentence(of: form.mention) ?? 0
    guard form.witness != first.witness, let home = scope.witnesses[first.witness].sentence(of: first.mention),
      let match = scope.aligner.counterpart(
        of: SentencePlace(witness: first.witness, sentence: home), in: form.witness)
    else { return scope.version(form.witness, own, words: form.mention) }
    let sentence = reader.text.sentences[match.sentence]
    let mention = reader.digest.actors.filter { scope.identity($0.id, of: form.witness) == identity }
      .flatMap(\.mentions).filter { sentence.span.contains($0) }
      .max { ($0.length, $1) < ($1.length, $0) }
    guard let mention, mention.length >= form.mention.length else {
      return scope.version(form.witness, own, words: form.mention)
    }
    return scope.version(form.witness, match.sentence, words: mention)
  }
}

/// The distance between two words.
enum EditDistance {
  /// Letters to change, add or take away (Levenshtein 1966).
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
