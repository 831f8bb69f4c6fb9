internal import Languages
internal import NewsModel
internal import Prose

/// What two spellings of one name are likely to share: candidates for `NameMatcher` are found by it.
///
/// A word's sounds for persons; a canonical name, its letters or an acronym for others.
struct NameKeys: Sendable {
  /// A word of a personal name, or one of the keys of another.
  struct Word: Sendable, Equatable {
    /// Hash of the word's rough sounds and of the kind; of others, of the whole name or of its first letters.
    var key: UInt32
    /// Bits of the rows of `GivenForms` that it stands in; of others, the letters that it has.
    var bits: UInt16
    /// Its first sound; of others, 1 for a whole name and 2 for first letters.
    var first: UInt8
    /// Its sounds, at most 255; of others, the letters of the whole name.
    var length: UInt8
  }
  static let wholeName: UInt8 = 1
  static let firstLetters: UInt8 = 2
  /// Words of fewer sounds that may be one name have one key: a single sound of them is more than may differ (see
  /// `PersonNames.doubtful`).
  static let longWord = 5  // sounds

  private let reader: NameReader
  private let exonyms: Exonyms

  /// Keys by the name data of some languages.
  init(languages: [Language], exonyms: Exonyms) {
    reader = NameReader(languages: languages)
    self.exonyms = exonyms
  }

  /// The keys of a name.
  func keys(of name: String, kind: Actor.Kind) -> [Word] {
    let parts = reader.parts(of: name)
    if kind == .person {
      return parts.sounds.indices.map { index in
        let bits = parts.forms[index].reduce(UInt16(0)) { $0 | 1 << UInt16(abs($1) % 16) }
        let sounds = parts.sounds[index]
        return Word(
          key: NameKeys.key(sounds.coarse, kind), bits: bits, first: sounds.symbols.first ?? 0,
          length: parts.words[index].count == 1 ? 1 : UInt8(min(255, sounds.symbols.count)))
      }
    }
    let normal = Exonyms.normalized(name)
    let joined = parts.joined
    let letters = joined.reduce(UInt16(0)) { $0 | 1 << UInt16($1 & 15) }
    var words: [Word] = []
    func add(_ bytes: [UInt8], _ role: UInt8) {
      let key = NameKeys.key(bytes, kind)
      if words.contains(where: { $0.key == key }) { return }
      words.append(Word(key: key, bits: letters, first: role, length: UInt8(min(255, joined.count))))
    }
    add(Array((exonyms.canonical(normalized: normal) ?? normal).utf8), NameKeys.wholeName)
    add(joined, NameKeys.wholeName)
    if kind == .organization, parts.words.count > 1 {
      for initials in [parts.words.compactMap(\.first), normal.split(separator: " ").compactMap(\.utf8.first)]
      where initials.count >= Acronyms.shortest { add(initials, NameKeys.firstLetters) }
    }
    return words
  }

  /// The hash of kind and normalized name, of persons with particles written together with what follows.
  func form(_ normalized: String, _ kind: Actor.Kind) -> UInt64 {
    Fold.hash("\(kind.rawValue) \(kind == .person ? reader.glued(normalized) : normalized)")
  }

  /// Whether two names with a key in common are worth a look: most of those with one family name are not.
  static func mayBeOne(
    _ a: Slice<UnsafeBufferPointer<Word>>, _ b: Slice<UnsafeBufferPointer<Word>>, kind: Actor.Kind
  ) -> Bool {
    guard let x = a.first, let y = b.first else { return false }
    guard kind == .person else {
      let isAcronym = a.contains { $0.first == firstLetters } != b.contains { $0.first == firstLetters }
      let isShared = a.contains { p in
        p.first == wholeName && b.contains { q in q.first == wholeName && q.key == p.key }
      }
      let isLike = abs(Int(x.length) - Int(y.length)) <= 1 && (x.bits ^ y.bits).nonzeroBitCount <= 2
      return isAcronym || isShared || isLike
    }
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    if short.allSatisfy({ word in long.contains { mayBeOne(word, $0) } }) { return true }
    // The same letters, cut into words differently.
    let (p, q) = (a.reduce(0) { $0 + Int($1.length) }, b.reduce(0) { $0 + Int($1.length) })
    return a.count != b.count && x.first == y.first && abs(p - q) < 3
  }

  private static func mayBeOne(_ a: Word, _ b: Word) -> Bool {
    if a.key == b.key || a.bits & b.bits != 0 { return true }
    return a.first == b.first && (a.length == 1 || b.length == 1 || (a.length >= longWord && b.length >= longWord))
  }

  private static func key(_ bytes: [UInt8], _ kind: Actor.Kind) -> UInt32 {
    UInt32(truncatingIfNeeded: Fold.hash(bytes + [UInt8(0)] + Array(kind.rawValue.utf8)))
  }
}
