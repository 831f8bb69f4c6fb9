internal import Foundation
internal import NewsModel
internal import Prose

/// A line of a text that is not empty, and what is asked of it to tell an article from what stands around it.
struct TextLine {
  /// How a line ends.
  enum Ending { case open, sentence, question }

  /// In bytes of the text, without the white space around.
  var span: Span
  /// In the file, from 1.
  var number: Int
  var words = 0
  /// How many of its words are of the kind that only sentences need ("the", "of").
  var functionWords = 0
  var ending = Ending.open
  /// A hash of its bytes.
  var exact: UInt64 = 0
  /// A hash of its words without diacritics, marks and numbers.
  var wording: UInt64 = 0
  /// How much of it is links, 0 to 1; nothing in plain text.
  var linkedShare = 0.0
  /// Whether the page's markup says that it is a heading or an item of a list.
  var isStructural = false
  /// Whether it says where the text is from ("source: …").
  var isCredit = false
  /// What it says, if it is a phrase that no article is made of.
  var phrase: BoilerplatePhrases.Match?

  var endsSentence: Bool { ending != .open }
}

/// A text as lines, with their words counted in one scan.
struct TextLines {
  /// The text, without control characters, lines parted by newlines.
  let bytes: [UInt8]
  var lines: [TextLine]
  /// Whether a page's markup says that all of them are the body of an article.
  var isMarked = false

  /// Cuts a text into lines and looks at each.
  ///
  /// - Parameters:
  ///   - numbers: the line of the file that each line of the text comes from, empty ones counted too; counted from 1
  ///     where none are given.
  init(_ bytes: [UInt8], numbers: [Int] = [], words: ReadingWords) {
    self.bytes = bytes
    lines = []
    let folded = Fold.folded(bytes)
    var hashes: [UInt64] = []
    var start = 0
    var foldedStart = 0
    var index = 0
    while start < bytes.count {
      let end = TextLines.newline(bytes, start)
      let foldedEnd = TextLines.newline(folded, foldedStart)
      let span = TextLines.trimmed(bytes, start, end)
      if !span.isEmpty {
        var line = TextLine(span: span, number: index < numbers.count ? numbers[index] : index + 1)
        line.exact = TextLines.hash(bytes, span)
        line.ending = LineEnding.of(bytes, span)
        WordScan.hashes(in: folded, foldedStart, foldedEnd, into: &hashes)
        words.describe(&line, hashes)
        lines.append(line)
      }
      start = end + 1
      foldedStart = foldedEnd + 1
      index += 1
    }
  }

  /// The words of a line.
  func text(_ line: TextLine) -> String { text(line.span) }

  /// The words of a span.
  func text(_ span: Span) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }

  /// The bytes of a line.
  func bytes(of line: TextLine) -> ArraySlice<UInt8> { bytes[line.span.start..<line.span.end] }

  /// A hash over a span, eight bytes at a time.
  private static func hash(_ bytes: [UInt8], _ span: Span) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var hash = UInt64(truncatingIfNeeded: span.length) &* 0xA24B_AED4_963E_E407
      var at = span.start
      while at + 8 <= span.end {
        hash = (hash ^ buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        at += 8
      }
      var rest: UInt64 = 0
      while at < span.end {
        rest = rest << 8 | UInt64(buffer[at])
        at += 1
      }
      hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
      return hash ^ hash >> 32
    }
  }

  /// The place of the next newline from `start` on; the end where there is none.
  private static func newline(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      guard start < buffer.count, let base = buffer.baseAddress,
        let found = memchr(base + start, 0x0A, buffer.count - start)
      else { return buffer.count }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  /// A span without white space at its ends, no-break spaces among it.
  static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Span {
    var (from, to) = (start, end)
    while from < to {
      if bytes[from] <= 0x20 {
        from += 1
      } else if bytes[from] == 0xC2, from + 1 < to, bytes[from + 1] == 0xA0 {
        from += 2
      } else {
        break
      }
    }
    while to > from {
      if bytes[to - 1] <= 0x20 {
        to -= 1
      } else if bytes[to - 1] == 0xA0, to - 2 >= from, bytes[to - 2] == 0xC2 {
        to -= 2
      } else {
        break
      }
    }
    return Span(from, to)
  }
}

/// Tells whether a line ends as a sentence does.
enum LineEnding {
  /// How a span ends: closing quotation marks and brackets are looked behind. Three dots close a teaser as often as a
  /// sentence, so they end none; the single character … does, since teasers are cut with dots.
  static func of(_ bytes: [UInt8], _ span: Span) -> TextLine.Ending {
    var end = span.end
    while end > span.start {
      let last = bytes[end - 1]
      switch last {
      case 0x22, 0x27, 0x29, 0x5D, 0x20: end -= 1
      case 0xBB where end - 2 >= span.start && bytes[end - 2] == 0xC2: end -= 2  // »
      case 0xA0 where end - 2 >= span.start && bytes[end - 2] == 0xC2: end -= 2
      // ’ “ ”
      case 0x99...0x9D where end - 3 >= span.start && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80: end -= 3
      case 0x2E:
        let isEllipsis = end - 3 >= span.start && bytes[end - 2] == 0x2E && bytes[end - 3] == 0x2E
        return isEllipsis ? .open : .sentence
      case 0x3F: return .question
      case 0x21: return .sentence
      case 0xA6 where end - 3 >= span.start && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80: return .sentence  // …
      case 0x82 where end - 3 >= span.start && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80: return .sentence  // 。
      default: return .open
      }
    }
    return .open
  }
}

/// Finds words in text whose diacritics are folded away, as hashes.
///
/// An apostrophe parts words ("l'", "don't" are two): tables are cut the same way. An ideograph is a word.
enum WordScan {
  /// A word that is only digits, so that counts do not tell two phrases apart.
  static let number: UInt64 = 0
  /// A colon: phrases that introduce something ("Source:") are told by it.
  static let colon: UInt64 = 1

  /// Whether a hash is no word proper: a number or a colon.
  static func isIncidental(_ word: UInt64) -> Bool { word <= colon }

  /// The hashes of the words in `bytes[start..<end]`, in order.
  static func hashes(in bytes: [UInt8], _ start: Int, _ end: Int, into out: inout [UInt64]) {
    out.removeAll(keepingCapacity: true)
    bytes.withUnsafeBufferPointer { buffer in
      wordBytes.withUnsafeBufferPointer { hashes(in: buffer, start, end, $0, into: &out) }
    }
  }

  private static func hashes(
    in buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ isWord: UnsafeBufferPointer<Bool>,
    into out: inout [UInt64]
  ) {
    var at = start
    while at < end {
      guard isWord[Int(buffer[at])] else {
        if buffer[at] == 0x3A { out.append(colon) }
        at = behindMark(buffer, at, end)
        continue
      }
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      let first = at
      let isIdeograph = (0xE3...0xEC).contains(buffer[at])
      let limit = isIdeograph ? min(end, at + 3) : end
      repeat {
        hash = (hash ^ UInt64(buffer[at])) &* 0x100_0000_01B3
        at += 1
      } while at < limit && isWord[Int(buffer[at])]
      let isNumber = buffer[first] < 0x3A && (first..<at).allSatisfy { buffer[$0] &- 0x30 < 10 }
      out.append(isNumber ? number : hash)
    }
  }

  /// Behind a byte that is no part of a word: marks and spaces outside ASCII lead with C2 or E2.
  @inline(__always)
  private static func behindMark(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start + 1
    guard buffer[start] >= 0x80 else { return at }
    while at < end, buffer[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  /// The hashes of the words of a phrase.
  static func hashes(of phrase: String) -> [UInt64] {
    let folded = Fold.folded(Array(phrase.utf8))
    var out: [UInt64] = []
    hashes(in: folded, 0, folded.count, into: &out)
    return out
  }

  /// By byte: whether it is part of a word where what leads it is: letters, digits, and all beyond ASCII but marks.
  private static let wordBytes: [Bool] = (0...UInt8.max).map { (byte: UInt8) -> Bool in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x80, 0xC2, 0xE2: false
    default: true
    }
  }
}
