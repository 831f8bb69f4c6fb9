package import NewsModel

/// A word, a number or a mark of a text.
package struct Token: Sendable, Equatable {
  package typealias Kind = TokenKind
  /// Where it stands, in bytes.
  package var span: Span
  package var kind: Kind
  /// Its first letter is a capital.
  package var capitalized: Bool
  /// It has two letters or more, all capitals.
  package var allCaps: Bool
  /// White space stands before it (or the text begins).
  package var spaceBefore: Bool
  /// A capital of ASCII stands behind a small letter ("iPhone").
  package var hasInnerCapital: Bool
  /// A hash of its lower-case letters, diacritics kept: compare with `Fold.hash(Fold.lowercased(…))`.
  package var lower: UInt64
  /// A hash of its lower-case letters without diacritics.
  package var folded: UInt64

  /// Whether it is made of letters or digits.
  @inline(__always)
  package var isWordLike: Bool { kind == .word || kind == .number || kind == .mixed }

  /// Whether it ends in some letters, with at least so many bytes before them.
  ///
  /// - Parameter bytes: of the text that it stands in.
  package func ends(with ending: [UInt8], behind least: Int = 0, in bytes: [UInt8]) -> Bool {
    span.length >= ending.count + least && bytes[span.end - ending.count..<span.end].elementsEqual(ending)
  }

  /// Whether it is the genitive of the word before it, straight or curved ("’s").
  ///
  /// - Parameter bytes: of the text that it stands in.
  package func isGenitiveClitic(in bytes: [UInt8]) -> Bool {
    guard !spaceBefore, span.length == 2 || span.length == 4 else { return false }
    let first = bytes[span.start]
    return (first == 0x27 || first == 0xE2) && (bytes[span.end - 1] | 0x20) == 0x73
  }

  /// Whether it is a word that ends in an apostrophe, straight or curved, and so is joined to the next one ("l’").
  ///
  /// - Parameter bytes: of the text that it stands in.
  package func isElided(in bytes: [UInt8]) -> Bool {
    guard isWordLike else { return false }
    let last = bytes[span.end - 1]
    return last == 0x27
      || last == 0x99 && span.length > 3 && bytes[span.end - 2] == 0x80 && bytes[span.end - 3] == 0xE2
  }
}

/// What a token is made of.
///
/// Public, not `package`: only so does the compiler compare two of them in place in other modules, and that is done for
/// every token of every text.
public enum TokenKind: UInt8, Sendable {
  /// Letters, with inner hyphens and dots of initials.
  case word
  /// Digits, with inner separators ("200 000", "3,7") and nothing else.
  case number
  /// Letters and digits together ("F-16", "G7").
  case mixed
  /// Any of « » “ ” „ ‟ " ‹ › and doubled apostrophes or commas used as quote marks.
  case quoteMark
  /// A dash or hyphen that stands alone.
  case dash
  /// . ! ? … that may end a sentence.
  case terminator
  /// , ; :
  case separator
  /// ( ) [ ] and all else.
  case other
}
