internal import NewsModel

/// Cuts text into tokens over its UTF-8 bytes.
///
/// Elided articles ("l’", "d’", "qu’") and clitics ("-t-il", "’s", "n’t") become tokens of their own, by the lists that
/// a language brings; hyphenated words and initials ("A.", "U.S.") stay whole. Digits grouped by thin or plain spaces
/// in threes are one number. A byte scan: no regular expression, no Character.
package struct Tokenizer: Sendable {
  /// Lower-case words before an apostrophe that stand alone, without the apostrophe ("l", "qu").
  private let elisions: Set<UInt64>
  /// Lower-case endings that are cut off, longest first ("-t-il", "'s").
  private let clitics: [[UInt8]]

  /// A tokenizer with the lists of one language; empty ones leave words whole.
  package init(elisions: [String] = [], clitics: [String] = []) {
    self.elisions = Set(elisions.map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    self.clitics = clitics.map { Fold.lowercased(Array($0.utf8)) }.sorted { $0.count > $1.count }
  }

  /// The tokens of a text, in order; white space lies between them.
  package func tokens(in bytes: [UInt8]) -> [Token] {
    var scan = TokenScan(bytes: bytes, elisions: elisions, clitics: clitics)
    scan.run()
    return scan.tokens
  }
}

/// The state of one scan.
private struct TokenScan {
  let bytes: [UInt8]
  let elisions: Set<UInt64>
  let clitics: [[UInt8]]
  var tokens: [Token] = []
  var at = 0
  var spaceBefore = true

  init(bytes: [UInt8], elisions: Set<UInt64>, clitics: [[UInt8]]) {
    self.bytes = bytes
    self.elisions = elisions
    self.clitics = clitics
    tokens.reserveCapacity(bytes.count / 5 + 8)
  }

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
    append(Span(at, end), kind)
    at = end
  }

  /// Two plain apostrophes or two commas in a row are a quote mark; a single one is a quote mark of the inner kind.
  private mutating func apostrophe(_ size: Int) {
    if bytes[at] == 0x27, at + 1 < bytes.count, bytes[at + 1] == 0x27 {
      mark(.quoteMark, 2)
    } else {
      mark(.quoteMark, size)
    }
  }

  private mutating func terminators() {
    var end = at
    while end < bytes.count, CharacterClass(of: bytes, at: end) == .terminator {
      end += CharacterClass.length(of: bytes[end])
    }
    append(Span(at, end), .terminator)
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
        let before = Fold.hash(Fold.lowercased(bytes[start..<end]))
        if digits == 0, elisions.contains(before) {
          append(Span(start, after), .word)
          at = after
          spaceBefore = false
          return
        }
        end = after
        continue
      case .dash where letters > 0 || digits > 0:
        let after = end + CharacterClass.length(of: bytes[end])
        guard bytes[end] == 0x2D || CharacterClass.isHyphen(bytes, end), after < bytes.count,
          CharacterClass(of: bytes, at: after).isWordLike
        else { break }
        // A range of numbers ("2014-2022") is two numbers and a dash.
        if letters == 0, CharacterClass(of: bytes, at: after) == .digit { break }
        end = after
        continue
      case .terminator where bytes[end] == 0x2E:
        if isInitialsDot(start, end, letters: letters, digits: digits) {
          end += 1
          continue
        }
        if letters == 0, end + 1 < bytes.count, CharacterClass(of: bytes, at: end + 1) == .digit {
          end += 1
          continue
        }
      case .separator where bytes[end] == 0x2C && letters == 0:
        if end + 1 < bytes.count, CharacterClass(of: bytes, at: end + 1) == .digit {
          end += 1
          continue
        }
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

  /// "A." or "U.S.": a single capital before the dot, alone or after another dot.
  private func isInitialsDot(_ start: Int, _ dot: Int, letters: Int, digits: Int) -> Bool {
    guard digits == 0, letters > 0 else { return false }
    var from = dot - 1
    while from > start, bytes[from] & 0xC0 == 0x80 { from -= 1 }
    guard CharacterClass.isCapital(bytes, from) else { return false }
    guard from == start || bytes[from - 1] == 0x2E || bytes[from - 1] == 0x2D else { return false }
    // A capital at the very end of a sentence ("plan B.") is told apart by what follows.
    return true
  }

  /// Exactly three digits after one space: a group of thousands.
  private func groupFollows(_ space: Int) -> Bool {
    let from = space + CharacterClass.length(of: bytes[space])
    guard bytes[space] != 0x0A, from + 3 <= bytes.count else { return false }
    for offset in 0..<3 where !(0x30...0x39).contains(bytes[from + offset]) { return false }
    guard from + 3 < bytes.count else { return true }
    return !CharacterClass(of: bytes, at: from + 3).isWordLike
  }

  /// Appends a word, its clitics cut off.
  private mutating func emit(_ start: Int, _ end: Int, letters: Int, digits: Int) {
    let kind: Token.Kind = letters == 0 ? .number : digits == 0 ? .word : .mixed
    let hyphenated = bytes[start..<end].contains { $0 == 0x2D || $0 == 0x27 || $0 == 0xE2 }
    if kind == .word, hyphenated {
      let lower = Fold.lowercased(bytes[start..<end])
      for clitic in clitics where lower.count > clitic.count && lower.suffix(clitic.count).elementsEqual(clitic) {
        // The typographic apostrophe is three bytes where the folded one is one.
        var cut = end
        var left = clitic.count
        while left > 0 {
          cut -= 1
          while cut > start, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
          left -= 1
        }
        guard cut > start else { continue }
        append(Span(start, cut), .word)
        spaceBefore = false
        append(Span(cut, end), .word)
        return
      }
    }
    append(Span(start, end), kind)
  }

  private mutating func append(_ span: Span, _ kind: Token.Kind) {
    let slice = bytes[span.start..<span.end]
    let isWord = kind == .word || kind == .mixed
    let lower = Fold.lowercased(slice)
    let folded = isWord && slice.contains(where: { $0 >= 0x80 }) ? Fold.folded(slice) : lower
    let shape = isWord ? CharacterClass.shape(bytes, span) : (false, false)
    tokens.append(
      Token(
        span: span, kind: kind, capitalized: shape.0, allCaps: shape.1, spaceBefore: spaceBefore,
        lower: Fold.hash(lower), folded: folded == lower ? Fold.hash(lower) : Fold.hash(folded)))
  }
}
