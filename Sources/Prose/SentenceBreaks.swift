internal import CICU

/// Sentence boundaries of Unicode UAX #29 with CLDR's suppressions, as ICU finds them, but over bytes and by a table.
///
/// Knows Latin, Greek and Cyrillic letters and the general marks; a text with any other code point is left to ICU. A test
/// holds both to the same boundaries. Names of rules are those of UAX #29.
struct SentenceBreaks: Sendable {
  /// The values of the property Sentence_Break that the rules tell apart, in the order of ICU's `USentenceBreak`.
  enum Class: UInt8 {
    case other, terminator, close, format, lower, numeric, letter, separator, space, statement, upper
    case carriageReturn, extend, lineFeed, goesOn
  }

  let exceptions: SentenceExceptions

  /// The boundaries of a language's texts.
  init(language: String) { exceptions = SentenceExceptions(language: language) }

  /// Adds the boundaries within `start..<end` that lie behind `start`, the last one being `end`.
  ///
  /// - Returns: false where a code point is not known here; `found` is then to be thrown away.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, to found: inout [Int]) -> Bool {
    var scan = SentenceScan(bytes: bytes, start: start, end: end)
    return SentenceScan.classes.withUnsafeBufferPointer { classes in
      while let boundary = scan.next(classes) {
        if boundary == end || !exceptions.suppress(bytes, start, end, boundary) { found.append(boundary) }
      }
      return !scan.isForeign
    }
  }
}

/// One pass over a text from boundary to boundary.
private struct SentenceScan {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int
  private var at: Int
  private var isDone = false
  /// A code point was met that the table does not hold.
  private(set) var isForeign = false

  init(bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int) {
    (self.bytes, self.start, self.end, at) = (bytes, start, end, start)
  }

  /// Code points below this are in the table: Latin, Greek and Cyrillic.
  private static let letters = 0x530
  /// General punctuation, to the signs of currencies.
  private static let marks = 0x2000..<0x20D0
  /// The class of each code point of the table.
  static let classes: [UInt8] =
    (0..<letters).map { UInt8(clamping: cicu_sentence_class(UInt32($0))) }
    + marks.map { UInt8(clamping: cicu_sentence_class(UInt32($0))) } + (0...UInt8.max).map { isPlain($0) ? 1 : 0 }
  /// Where in the table stands, for each byte, whether it is plain.
  private static let plain = letters + marks.count

  private typealias Class = SentenceBreaks.Class
  private typealias Table = UnsafeBufferPointer<UInt8>

  /// The next boundary; nil behind the last one.
  mutating func next(_ classes: UnsafeBufferPointer<UInt8>) -> Int? {
    while at < end, !isForeign {
      while at < end, classes[SentenceScan.plain + Int(bytes[at])] != 0 { at += 1 }
      guard at < end else { break }
      let (value, length) = read(at, classes)
      switch Class(rawValue: value) {
      case .separator, .carriageReturn, .lineFeed:
        at = behindSeparator(at, value, length)  // SB4
        if at < end { return at }
      case .terminator, .statement:
        if behindTerminator(value == Class.terminator.rawValue, length, classes) { return at }
      default: at += length
      }
    }
    if isDone || isForeign { return nil }
    isDone = true
    return end
  }

  /// Letters, digits and marks of ASCII that end nothing, and what the letters with diacritics of Latin are made of.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte < 0x80
      ? byte >= 0x20 && byte != 0x2E && byte != 0x21 && byte != 0x3F : byte < 0xC0 || (0xC3...0xC5).contains(byte)
  }

  /// The class of the code point at a place and how many bytes it has.
  @inline(__always)
  private mutating func read(_ at: Int, _ classes: UnsafeBufferPointer<UInt8>) -> (UInt8, Int) {
    let byte = Int(bytes[at])
    if byte < 0x80 { return (classes[byte], 1) }
    if byte < 0xE0, at + 1 < end {
      let scalar = (byte & 0x1F) << 6 | Int(bytes[at + 1] & 0x3F)
      if scalar < SentenceScan.letters { return (classes[scalar], 2) }
    } else if byte == 0xE2, at + 2 < end {
      let scalar = 0x2000 | Int(bytes[at + 1] & 0x3F) << 6 | Int(bytes[at + 2] & 0x3F)
      if SentenceScan.marks.contains(scalar) { return (classes[scalar - 0x2000 + SentenceScan.letters], 3) }
    }
    isForeign = true
    return (0, end - at)
  }

  private func behindSeparator(_ at: Int, _ value: UInt8, _ length: Int) -> Int {
    let next = at + length
    let isPair = value == Class.carriageReturn.rawValue && next < end && bytes[next] == 0x0A  // SB3
    return isPair ? next + 1 : next
  }

  /// Moves behind a full stop or another mark at `at` and what belongs to it; whether a sentence ends there.
  private mutating func behindTerminator(_ isStop: Bool, _ length: Int, _ classes: UnsafeBufferPointer<UInt8>) -> Bool {
    let mark = at
    var isBeside = true
    var hasSpace = false
    at += length
    while at < end {
      let (value, length) = read(at, classes)
      if isForeign { return false }
      switch Class(rawValue: value) {
      case .extend, .format: at += length  // SB5
      case .close where !hasSpace:  // SB9
        isBeside = false
        at += length
      case .space:  // SB9, SB10
        isBeside = false
        hasSpace = true
        at += length
      case .separator, .carriageReturn, .lineFeed:
        at = behindSeparator(at, value, length)
        return at < end
      case .goesOn, .terminator, .statement: return false  // SB8a
      case .numeric where isStop && isBeside: return false  // SB6
      case .upper where isStop && isBeside && isCased(before: mark, classes): return false  // SB7
      default: return !(isStop && goesOnInLowerCase(classes))  // SB8, SB11
      }
    }
    return false
  }

  private mutating func isCased(before mark: Int, _ classes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = mark
    while place > start {
      place -= 1
      while place > start, bytes[place] & 0xC0 == 0x80 { place -= 1 }
      let (value, _) = read(place, classes)
      switch Class(rawValue: value) {
      case .extend, .format: continue
      case .upper, .lower: return !isForeign
      default: return false
      }
    }
    return false
  }

  private mutating func goesOnInLowerCase(_ classes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = at
    while place < end {
      let (value, length) = read(place, classes)
      switch Class(rawValue: value) {
      case .lower: return true
      case .letter, .upper, .separator, .carriageReturn, .lineFeed, .terminator, .statement: return false
      default: place += length
      }
    }
    return false
  }
}
