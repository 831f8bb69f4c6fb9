internal import NewsModel

/// Compares personal names word by word.
struct PersonNames: Sendable {
  let givenForms: GivenForms

  /// How two words of names relate.
  private struct WordMatch {
    /// Sounds wholly different, for each sound of the longer word.
    var distance: Double
    var isInitial = false
    var isExact = false
    /// They are forms of one given name.
    var isForm = false
  }
  /// Sounds that may differ, for each sound of a word. Half of the labelled pairs (EveryPolitician) had their best
  /// here and the other half lost nothing.
  static let tolerance = 0.13
  /// Up to here, an editor may want to look.
  static let doubtful = 0.22

  /// Whether two names are one person's.
  func answer(_ a: NameParts, _ b: NameParts) -> NameMatcher.Answer {
    let (short, long) = a.words.count <= b.words.count ? (a, b) : (b, a)
    guard !short.words.isEmpty else { return .different }
    if short.words.count == 1 { return loneWord(short, long) }
    var answer = worded(short, long) ?? recut(a, b) ?? .different
    if answer.verdict != .different, let verdict = generations(a.generation, b.generation) {
      answer = verdict == .different ? .different : .init(verdict: .perhaps, score: 0.5, why: answer.why)
    }
    return answer
  }

  /// A father and a son are two; where only one name says which, it may be either.
  private func generations(_ a: NameParts.Generation?, _ b: NameParts.Generation?) -> NameMatcher.Verdict? {
    if a == b { return nil }
    return a == nil || b == nil ? .perhaps : .different
  }

  /// One word against several is a family or a given name alone.
  private func loneWord(_ short: NameParts, _ long: NameParts) -> NameMatcher.Answer {
    var best = 1.0
    for place in long.words.indices { best = min(best, match(short, 0, long, place).distance) }
    guard best <= PersonNames.tolerance else { return .different }
    if long.words.count == 1 {
      return .init(verdict: best == 0 ? .same : .perhaps, score: 1 - best, why: .transliteration)
    }
    return .init(verdict: .perhaps, score: 0.6, why: .familyNameOnly)
  }

  /// Each word of the shorter name finds one in the longer; nil where one does not.
  private func worded(_ short: NameParts, _ long: NameParts) -> NameMatcher.Answer? {
    // Words of the longer name that have no counterpart yet.
    var free = [Bool](repeating: true, count: long.words.count)
    var worst = 0.0
    var order: [Int] = []
    var isInitial = false
    var isExact = true
    for index in short.words.indices {
      var best: (place: Int, match: WordMatch)?
      for place in free.indices where free[place] {
        let match = match(short, index, long, place)
        if best.map({ match.distance < $0.match.distance }) ?? true { best = (place, match) }
      }
      guard let best else { return nil }
      free[best.place] = false
      worst = max(worst, best.match.distance)
      order.append(best.place)
      isInitial = isInitial || best.match.isInitial
      isExact = isExact && best.match.isExact
      // It can only become worse.
      if worst > PersonNames.doubtful { return nil }
    }
    guard worst <= PersonNames.doubtful else { return nil }
    let score = 1 - worst
    let isOrdered = zip(order, order.dropFirst()).allSatisfy { $0 < $1 }
    let why: NameEvidence =
      isInitial || short.words.count < long.words.count
      ? .initials : !isOrdered ? .order : isExact ? .typography : .transliteration
    let isSame =
      worst <= PersonNames.tolerance && (isOrdered || short.words.count == long.words.count)
      && !differInGender(short, long, order)
    return .init(verdict: isSame ? .same : .perhaps, score: isSame ? score : min(score, 0.6), why: why)
  }

  /// "Mario" and "Maria" are two: a given name's last vowel is its gender, whatever romanizations do to others.
  private func differInGender(_ short: NameParts, _ long: NameParts, _ order: [Int]) -> Bool {
    for (index, other) in zip(short.words.indices.dropLast(), order) {
      let (x, y) = (short.words[index], long.words[other])
      guard x.count > 1, y.count > 1, !givenForms.areOne(short.forms[index], long.forms[other]), let p = x.last,
        let q = y.last, p != q
      else { continue }
      // Other languages write a feminine e for a.
      guard p == UInt8(ascii: "a") || q == UInt8(ascii: "a") else { continue }
      if p != UInt8(ascii: "e"), q != UInt8(ascii: "e") { return true }
    }
    return false
  }

  /// The same letters, cut into words differently.
  private func recut(_ a: NameParts, _ b: NameParts) -> NameMatcher.Answer? {
    guard a.words.count != b.words.count, abs(a.joined.count - b.joined.count) < 4,
      a.words.first?.first == b.words.first?.first
    else { return nil }
    let x = Phonemes(String(decoding: a.joined, as: UTF8.self))
    let y = Phonemes(String(decoding: b.joined, as: UTF8.self))
    let distance = x.distance(to: y) / Double(max(x.symbols.count, y.symbols.count, 1))
    return distance <= PersonNames.tolerance / 2 ? .init(verdict: .same, score: 1 - distance, why: .typography) : nil
  }

  private func match(_ a: NameParts, _ i: Int, _ b: NameParts, _ j: Int) -> WordMatch {
    let (x, y) = (a.words[i], b.words[j])
    if x == y { return WordMatch(distance: 0, isInitial: false, isExact: true) }
    if x.count == 1 || y.count == 1 {
      let isSame = a.sounds[i].symbols.first == b.sounds[j].symbols.first || x.first == y.first
      return WordMatch(distance: isSame ? 0 : 1, isInitial: true)
    }
    if givenForms.areOne(a.forms[i], b.forms[j]) { return WordMatch(distance: 0, isForm: true) }
    let distance = PersonNames.distance(a.sounds[i], b.sounds[j])
    guard distance > 0 else { return WordMatch(distance: 0) }
    return WordMatch(distance: min(distance, withoutEnding(x, b.sounds[j]), withoutEnding(y, a.sounds[i])))
  }

  /// The distance once an ending that languages add to foreign names is taken off ("Christophorus", "Duflotová").
  private func withoutEnding(_ word: [UInt8], _ other: Phonemes) -> Double {
    var best = 1.0
    for ending in givenForms.endings where word.count >= ending.count + GivenForms.shortestStem {
      guard word.suffix(ending.count).elementsEqual(ending) else { continue }
      let stem = Phonemes(String(decoding: word.dropLast(ending.count), as: UTF8.self))
      best = min(best, PersonNames.distance(stem, other))
    }
    return best
  }

  private static func distance(_ a: Phonemes, _ b: Phonemes) -> Double {
    a.distance(to: b) / Double(max(a.symbols.count, b.symbols.count, 1))
  }
}
