internal import NewsModel

/// One pass over the bytes of a text, from left to right, which cuts it into tokens.
struct TokenScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let elisions: WordSet
  private let clitics: [[UInt8]]
  private let memo: WordMemo
  private(set) var tokens: [Token] = []
  private var at = 0
  private var spaceBefore = true

  /// A scan that stands at the start of a text; see `Tokenizer` for the lists.
  init(bytes: UnsafeBufferPointer<UInt8>, elisions: WordSet, clitics: [[UInt8]], memo: WordMemo) {
    self.bytes = bytes
    self.elisions = elisions
    self.clitics = clitics
    self.memo = memo
    let usualLength = 5  // bytes a token with the space before it, in the languages of the press
    tokens.reserveCapacity(bytes.count / usualLength + 8)
  }

  /// Reads to the end.
  mutating func run() {
    while at < bytes.count {
      let size = CharacterClass.length(of: bytes[at])
      switch CharacterClass(of: bytes, at: at) {
      case .space:
        spaceBefore = true
        at += size
        continue
      case .letter, .digit: word()
      case .quote: mark(.quoteMark, size)
      case .apostrophe: apostrophe(size)
      case .dash: mark(.dash, size)
      case .terminator: terminators()
      case .separator: mark(.separator, size)
      case .ignorable:
        at += size
        continue
      case .other: mark(.other, size)
      }
      spaceBefore = false
    }
  }

  private mutating func mark(_ kind: Token.Kind, _ size: Int) {
    let end = min(at + size, bytes.count)
    append(at, end, kind)
    at = end
  }

  /// Two plain apostrophes or two commas in a row are a quote mark; a single one is a quote mark of the inner kind.
  private mutating func apostrophe(_ size: Int) {
    let isDoubled = bytes[at] == 0x27 && at + 1 < bytes.count && bytes[at + 1] == 0x27
    mark(.quoteMark, isDoubled ? 2 : size)
  }

  private mutating func terminators() {
    var end = at
    while end < bytes.count, CharacterClass(of: bytes, at: end) == .terminator {
      end += CharacterClass.length(of: bytes[end])
    }
    append(at, end, .terminator)
    at = end
  }

  /// A run of letters and digits with what may stand inside one.
  private mutating func word() {
    let start = at
    var end = at
    var letters = 0
    var digits = 0
    while end < bytes.count {
      switch CharacterClass(of: bytes, at: end) {
      case .letter:
        letters += 1
        end += CharacterClass.length(of: bytes[end])
        letters += skipPlainLetters(&end)
        continue
      case .digit:
        digits += 1
        end += 1
        continue
      case .ignorable where end > start:
        end += CharacterClass.length(of: bytes[end])
        continue
      case .apostrophe:
        let after = end + CharacterClass.length(of: bytes[end])
        guard after < bytes.count, CharacterClass(of: bytes, at: after).isWordLike else { break }
        if digits == 0, elisions.contains(facts(start, end).pointee.lower), !isNamePrefix(start, end, after) {
          append(start, after, .word)
          at = after
          spaceBefore = false
          return
        }
        end = after
        continue
      case .dash where letters > 0 || digits > 0:
        let after = end + CharacterClass.length(of: bytes[end])
        guard CharacterClass.isHyphen(bytes, end), after < bytes.count,
          CharacterClass(of: bytes, at: after).isWordLike
        else { break }
        // A range of numbers ("2014-2022") is two numbers and a dash.
        if letters == 0, CharacterClass(of: bytes, at: after) == .digit { break }
        end = after
        continue
      case .terminator where bytes[end] == 0x2E:
        if isInitialsDot(start, end, letters: letters, digits: digits) || (letters == 0 && isDigit(end + 1)) {
          end += 1
          continue
        }
      case .separator where bytes[end] == 0x2C && letters == 0 && isDigit(end + 1):
        end += 1
        continue
      case .space where letters == 0 && digits <= 3 && groupFollows(end):
        end += CharacterClass.length(of: bytes[end])
        digits = 0
        continue
      default: break
      }
      break
    }
    emit(start, end, letters: letters, digits: digits)
    at = end
  }

  /// Moves past letters of ASCII and those with diacritics that are usual in Western Europe, and counts them.
  @inline(__always)
  private func skipPlainLetters(_ end: inout Int) -> Int {
    let start = end
    var long = 0
    while end < bytes.count {
      let byte = bytes[end]
      if (byte | 0x20) &- 0x61 < 26 {
        end += 1
      } else if byte == 0xC3, end + 1 < bytes.count, bytes[end + 1] != 0x97, bytes[end + 1] != 0xB7 {  // "×", "÷"
        end += 2
        long += 1
      } else {
        break
      }
    }
    return end - start - long
  }

  private func isDigit(_ offset: Int) -> Bool {
    offset < bytes.count && CharacterClass(of: bytes, at: offset) == .digit
  }

  /// "A." or "U.S.": a single capital before the dot, alone or after another dot.
  ///
  /// A capital at the very end of a sentence ("plan B.") is told apart by what follows.
  private func isInitialsDot(_ start: Int, _ dot: Int, letters: Int, digits: Int) -> Bool {
    guard digits == 0, letters > 0 else { return false }
    var from = dot - 1
    while from > start, bytes[from] & 0xC0 == 0x80 { from -= 1 }
    guard CharacterClass.isCapital(bytes, from) else { return false }
    return from == start || bytes[from - 1] == 0x2E || bytes[from - 1] == 0x2D
  }

  /// Exactly three digits after one space: a group of thousands.
  private func groupFollows(_ space: Int) -> Bool {
    let from = space + CharacterClass.length(of: bytes[space])
    guard bytes[space] != 0x0A, from + 3 <= bytes.count else { return false }
    for offset in 0..<3 where !(0x30...0x39).contains(bytes[from + offset]) { return false }
    guard from + 3 < bytes.count else { return true }
    return !CharacterClass(of: bytes, at: from + 3).isWordLike
  }

  /// Appends a word, its clitic cut off.
  private mutating func emit(_ start: Int, _ end: Int, letters: Int, digits: Int) {
    guard letters > 0 else {
      append(start, end, .number)
      return
    }
    guard digits == 0 else {
      append(start, end, .mixed)
      return
    }
    let facts = facts(start, end)
    guard facts.pointee.cliticLength > 0 else {
      append(start, end, .word, facts)
      return
    }
    let cut = end - Int(facts.pointee.cliticLength)
    append(start, cut, .word)
    spaceBefore = false
    append(cut, end, .word)
  }

  private mutating func append(_ start: Int, _ end: Int, _ kind: Token.Kind) {
    append(start, end, kind, facts(start, end))
  }

  private mutating func append(_ start: Int, _ end: Int, _ kind: Token.Kind, _ facts: UnsafePointer<WordMemo.Facts>) {
    let facts = facts.pointee
    tokens.append(
      Token(
        span: Span(start, end), kind: kind, capitalized: facts.capitalized, allCaps: facts.allCaps,
        spaceBefore: spaceBefore, hasInnerCapital: facts.hasInnerCapital, lower: facts.lower, folded: facts.folded))
  }

  /// What the bytes of a word, a number or a mark tell by themselves.
  ///
  /// They stand there until the next are asked for.
  @inline(__always)
  private func facts(_ start: Int, _ end: Int) -> UnsafePointer<WordMemo.Facts> {
    let key = key(start, end)
    let slot = memo.slot(key)
    if slot.pointee.key != key { slot.pointee = readFacts(start, end, key) }
    return UnsafePointer(slot)
  }

  /// A hash of some bytes as they stand, eight at a time; never 0.
  @inline(__always)
  private func key(_ start: Int, _ end: Int) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = UInt64(truncatingIfNeeded: end - start) &* 0xA24B_AED4_963E_E407
    var at = start
    while at + 8 <= end {
      hash = (hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      at += 8
    }
    if at < end {
      var rest: UInt64 = 0
      if at + 8 <= bytes.count {
        let whole = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        rest = whole & (UInt64.max >> UInt64(64 - 8 * (end - at)))
      } else {
        for offset in at..<end { rest |= UInt64(bytes[offset]) << UInt64(8 * (offset - at)) }
      }
      hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    return hash == 0 ? 1 : hash
  }

  @inline(never)
  private func readFacts(_ start: Int, _ end: Int, _ key: UInt64) -> WordMemo.Facts {
    var facts = WordMemo.Facts(key: key)
    let word = Array(bytes[start..<end])
    let lower = Fold.lowercased(word)
    facts.lower = Fold.hash(lower)
    facts.folded = facts.lower
    let first = CharacterClass(of: bytes, at: start)
    guard first == .letter || first == .digit || first == .dash || first == .apostrophe else { return facts }
    (facts.capitalized, facts.allCaps) = CharacterClass.shape(bytes, Span(start, end))
    if word.contains(where: { $0 >= 0x80 }) { facts.folded = Fold.hash(Fold.folded(word)) }
    facts.cliticLength = UInt16(clamping: cliticLength(start, end, lower))
    facts.hasInnerCapital = hasInnerCapital(start, end)
    return facts
  }

  /// Whether a capital of ASCII stands behind a small letter, from the third byte on.
  private func hasInnerCapital(_ start: Int, _ end: Int) -> Bool {
    guard end - start > 2 else { return false }
    return (start + 2..<end).contains {
      (0x41...0x5A).contains(bytes[$0]) && (bytes[$0 - 1] >= 0x80 || (0x61...0x7A).contains(bytes[$0 - 1]))
    }
  }

  /// The bytes of the longest clitic that ends a word; 0 where none does.
  private func cliticLength(_ start: Int, _ end: Int, _ lower: [UInt8]) -> Int {
    guard lower.contains(where: { $0 == 0x2D || $0 == 0x27 || $0 == 0xE2 }) else { return 0 }
    for clitic in clitics where lower.count > clitic.count && lower.suffix(clitic.count).elementsEqual(clitic) {
      // The typographic apostrophe is three bytes where the folded one is one.
      var cut = end
      for _ in clitic {
        cut -= 1
        while cut > start, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
      }
      if cut > start { return end - cut }
    }
    return 0
  }

  /// "N’Diaye", "M’Vila": the prefix of a name is one with it, where capital letters alone meet at the apostrophe.
  private func isNamePrefix(_ start: Int, _ end: Int, _ after: Int) -> Bool {
    guard end - start == 1, bytes[start] == 0x4D || bytes[start] == 0x4E, after + 1 < bytes.count else { return false }
    return (0x41...0x5A).contains(bytes[after]) && !(0x41...0x5A).contains(bytes[after + 1])
  }
}
