internal import CICU
internal import Foundation
internal import NewsModel

/// Cuts texts of one language into paragraphs, sentences and tokens.
///
/// Sentence boundaries are ICU's (Unicode UAX #29 with CLDR's suppressions), put right where an abbreviation of the
/// language or an initial ends a piece, and at paragraph ends. Behind "U.S." only a frequent sentence starter begins a
/// sentence (Kiss & Strunk, Unsupervised Multilingual Sentence Boundary Detection, Computational Linguistics 32, 2006),
/// since names stand there more often. Not for use by several threads at once.
package final class Segmenter {
  /// What a language's `tokens` table says.
  package struct Lists {
    /// Words before an apostrophe that stand alone ("l", "qu").
    package var elisions: [String] = []
    /// Endings that are tokens of their own ("-t-il", "'s").
    package var clitics: [String] = []
    /// Words that end with a dot and do not end a sentence, without the dot ("gén", "Mr").
    package var abbreviations: [String] = []
    /// Words with which a sentence begins where one with a capital stands behind "U.S."; where there are none, any does.
    package var starters: [String] = []
    /// Words with a capital with which a sentence goes on behind "a.m." ("Monday").
    package var continuations: [String] = []

    /// Initials of places that stand behind a town and a comma ("N.Y."), where a sentence may end as behind any word.
    package var addresses: [String] = []

    /// No lists.
    package init() {}

    /// The lists of a table by the names of its sections.
    package init(_ section: (String) -> [String]) {
      elisions = section("elisions")
      clitics = section("clitics")
      abbreviations = section("abbreviations")
      starters = section("starters")
      continuations = section("continuations")
      addresses = section("addresses")
    }
  }

  private let tokenizer: Tokenizer
  private let memo = WordMemo()
  private let abbreviations: WordSet
  private let starters: WordSet?
  private let continuations: WordSet
  private let addresses: WordSet
  /// Room for the boundaries of one paragraph.
  private var room = [Int64](repeating: 0, count: 64)
  private let breaks: SentenceBreaks
  /// ICU's, for texts that the table does not know.
  private let iterator: OpaquePointer?
  /// The boundaries of the paragraph at hand.
  private var found: [Int] = []

  /// A segmenter with a language's lists.
  ///
  /// - Parameter language: BCP 47, for ICU's sentence rules.
  package init(language: String, lists: Lists = Lists()) {
    tokenizer = Tokenizer(elisions: lists.elisions, clitics: lists.clitics)
    func words(_ list: [String]) -> WordSet { WordSet(list.map { Fold.hash(Fold.folded(Array($0.utf8))) }) }
    abbreviations = words(lists.abbreviations)
    starters = lists.starters.isEmpty ? nil : words(lists.starters)
    continuations = words(lists.continuations)
    let tokenizer = tokenizer
    addresses = WordSet(lists.addresses.compactMap { tokenizer.tokens(in: Array($0.utf8)).first?.folded })
    breaks = SentenceBreaks(language: language)
    iterator = cicu_sentences_open(language)
  }

  deinit { cicu_sentences_close(iterator) }

  /// The tokens of a text alone, in order.
  package func tokens(in bytes: [UInt8]) -> [Token] { tokenizer.tokens(in: bytes, remembering: memo) }

  /// The parts of a text. Lines are paragraphs.
  package func segments(of text: String) -> SegmentedText {
    let bytes = Array(text.utf8)
    let tokens = tokenizer.tokens(in: bytes, remembering: memo)
    var sentences: [SegmentedText.Sentence] = []
    var paragraphs: [SegmentedText.Paragraph] = []
    var token = 0
    var start = 0
    while start < bytes.count {
      let end = Segmenter.newline(bytes, start)
      defer { start = end + 1 }
      let firstToken = token
      while token < tokens.count, tokens[token].span.start < end { token += 1 }
      guard firstToken < token else { continue }
      let firstSentence = sentences.count
      let span = Span(tokens[firstToken].span.start, tokens[token - 1].span.end)
      appendSentences(
        of: span, tokens: firstToken..<token, all: tokens, bytes: bytes, paragraph: paragraphs.count, to: &sentences)
      paragraphs.append(
        SegmentedText.Paragraph(span: span, sentences: firstSentence..<sentences.count, tokens: firstToken..<token))
    }
    return SegmentedText(text: text, bytes: bytes, tokens: tokens, sentences: sentences, paragraphs: paragraphs)
  }

  /// The place of the next newline from `start` on; the end where there is none.
  private static func newline(_ bytes: [UInt8], _ start: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base + start, 0x0A, buffer.count - start) else {
        return buffer.count
      }
      return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
  }

  private func appendSentences(
    of span: Span, tokens range: Range<Int>, all tokens: [Token], bytes: [UInt8], paragraph: Int,
    to sentences: inout [SegmentedText.Sentence]
  ) {
    var first = range.lowerBound
    var glued = first
    var next = first
    findBoundaries(bytes, span)
    for boundary in found {
      while glued < range.upperBound, tokens[glued].span.start < boundary {
        if isGluedStart(glued, first: first, tokens, bytes) {
          sentences.append(sentence(first..<glued, tokens, paragraph))
          first = glued
        }
        glued += 1
      }
      next = max(next, first)
      while next < range.upperBound, tokens[next].span.start < boundary { next += 1 }
      guard next > first, next < range.upperBound || boundary >= span.end else { continue }
      if next < range.upperBound, !endsSentence(before: next, first: first, tokens, bytes) { continue }
      // Closing marks and brackets belong to the sentence that they close.
      while next < range.upperBound, closes(tokens[next], tokens, next, range.upperBound, bytes) { next += 1 }
      guard next > first else { continue }
      sentences.append(sentence(first..<next, tokens, paragraph))
      first = next
    }
    if first < range.upperBound { sentences.append(sentence(first..<range.upperBound, tokens, paragraph)) }
  }

  /// Whether a sentence starts at a token although no space parts it from the full stop before ("la veille.Elle a").
  ///
  /// Both words have to be whole ones, so that names of sites and initials stay in one piece.
  private func isGluedStart(_ index: Int, first: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    let shortestLast = 3  // bytes
    guard index >= first + 2, tokens[index].kind == .word, tokens[index].capitalized, !tokens[index].spaceBefore,
      tokens[index - 1].kind == .terminator, !tokens[index - 1].spaceBefore
    else { return false }
    let last = tokens[index - 2]
    if index + 1 < tokens.count, tokens[index + 1].kind == .terminator, !tokens[index + 1].spaceBefore { return false }
    return last.kind == .word && !last.allCaps && last.span.length >= shortestLast
      && !abbreviations.contains(last.folded) && bytes[last.span.end - 1] != 0x2E
  }

  private func sentence(_ range: Range<Int>, _ tokens: [Token], _ paragraph: Int) -> SegmentedText.Sentence {
    let span = Span(tokens[range.lowerBound].span.start, tokens[range.upperBound - 1].span.end)
    return SegmentedText.Sentence(span: span, tokens: range, paragraph: paragraph)
  }

  /// Whether the sentence may end before token `next`: not after an abbreviation or an initial, not before a comma.
  private func endsSentence(before next: Int, first: Int, _ tokens: [Token], _ bytes: [UInt8]) -> Bool {
    if tokens[next].kind == .separator { return false }
    let last = tokens[next - 1]
    if last.kind == .word, bytes[last.span.end - 1] == 0x2E {  // "A.", "U.S."
      // An initial goes on with a capitalized word; a longer run of initials may well end the sentence, and a unit does
      // ("12 °C.").
      let isUnit =
        !last.spaceBefore && next - 2 >= first && !tokens[next - 2].isWordLike
        || next - 2 >= first && isDegree(tokens[next - 2], bytes)
      let isSingle = last.span.length <= 3 && !isUnit
      guard tokens[next].capitalized else { return true }
      // ", D.C. The" closes an address, behind which no name is joined to it.
      let isAddress =
        next - 2 >= first && tokens[next - 2].kind == .separator && addresses.contains(last.folded)
      return isSingle ? false : isUnit || isAddress || mayStart(tokens[next], behind: last)
    }
    guard last.kind == .terminator, last.span.length == 1, bytes[last.span.start] == 0x2E, next - 2 >= first,
      tokens[next - 2].kind == .word, !last.spaceBefore
    else { return true }
    if abbreviations.contains(tokens[next - 2].folded) { return false }
    // "a.m." is two letters with a dot each.
    let isRun =
      next - 4 >= first && tokens[next - 4..<next].allSatisfy { $0.span.length == 1 && !$0.capitalized }
      && tokens[next - 4].kind == .word && tokens[next - 3].kind == .terminator
      && !tokens[next - 3].spaceBefore && !tokens[next - 2].spaceBefore
    return !isRun || !tokens[next].capitalized || mayStart(tokens[next], behind: tokens[next - 2])
  }

  /// Whether a word with a capital begins a sentence behind a run of initials: "the U.S. Senate" and "at 9 a.m. Monday" go
  /// on.
  private func mayStart(_ next: Token, behind initials: Token) -> Bool {
    guard initials.capitalized else { return !next.allCaps && !continuations.contains(next.folded) }
    return starters?.contains(next.folded) ?? true
  }

  /// "°".
  private func isDegree(_ token: Token, _ bytes: [UInt8]) -> Bool {
    token.span.length == 2 && bytes[token.span.start] == 0xC2 && bytes[token.span.start + 1] == 0xB0
  }

  private func closes(_ token: Token, _ tokens: [Token], _ index: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    let byte = bytes[token.span.start]
    if byte == 0x29 || byte == 0x5D { return true }
    guard token.kind == .quoteMark else { return false }
    let isOpening = token.span.length == 2 && byte == 0xC2 && bytes[token.span.start + 1] == 0xAB
    if isOpening { return false }
    let isClosing = token.span.length == 2 && byte == 0xC2 && bytes[token.span.start + 1] == 0xBB
    let isCurlyClosing = token.span.length == 3 && byte == 0xE2 && bytes[token.span.start + 2] == 0x9D
    if isClosing || isCurlyClosing {
      return index + 1 >= end || tokens[index + 1].spaceBefore || tokens[index + 1].kind != .word
    }
    return !token.spaceBefore && (index + 1 >= end || tokens[index + 1].spaceBefore)
  }

  /// Finds the boundaries within a span, in bytes of the whole text; the last is the span's end.
  private func findBoundaries(_ bytes: [UInt8], _ span: Span) {
    found.removeAll(keepingCapacity: true)
    if !bytes.withUnsafeBufferPointer({ breaks.append($0, span.start, span.end, to: &found) }) {
      found = iteratedBoundaries(bytes, span)
    }
  }

  /// ICU's boundaries within a span but for those behind abbreviations, in bytes of the whole text; the last is the
  /// span's end.
  func iteratedBoundaries(_ bytes: [UInt8], _ span: Span) -> [Int] {
    guard let iterator else { return [span.end] }
    var count = 0
    for _ in 0..<2 {
      count = bytes.withUnsafeBufferPointer { buffer -> Int in
        guard let base = buffer.baseAddress else { return 0 }
        return base.advanced(by: span.start).withMemoryRebound(to: CChar.self, capacity: span.length) {
          Int(cicu_sentence_boundaries(iterator, $0, Int64(span.length), &room, Int32(room.count)))
        }
      }
      if count <= room.count { break }
      room = [Int64](repeating: 0, count: count)
    }
    let all = (0..<min(count, room.count)).map { Int(room[$0]) + span.start }
    return bytes.withUnsafeBufferPointer { buffer in
      all.filter { $0 == span.end || !breaks.exceptions.suppress(buffer, span.start, span.end, $0) }
    }
  }
}
