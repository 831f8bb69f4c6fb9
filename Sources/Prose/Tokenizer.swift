internal import NewsModel

/// Cuts text into tokens over its UTF-8 bytes.
///
/// Elided articles ("l’", "d’", "qu’") and clitics ("-t-il", "’s", "n’t") become tokens of their own, by the lists that
/// a language brings; hyphenated words and initials ("A.", "U.S.") stay whole. Digits grouped by thin or plain spaces
/// in threes are one number. A byte scan: no regular expression, no Character.
package struct Tokenizer: Sendable {
  /// Lower-case words before an apostrophe that stand alone, without the apostrophe ("l", "qu").
  private let elisions: WordSet
  /// Lower-case endings that are cut off, longest first ("-t-il", "'s").
  private let clitics: [[UInt8]]

  /// A tokenizer with the lists of one language; empty ones leave words whole.
  package init(elisions: [String] = [], clitics: [String] = []) {
    self.elisions = WordSet(elisions.map { Fold.hash(Fold.lowercased(Array($0.utf8))) })
    self.clitics = clitics.map { Fold.lowercased(Array($0.utf8)) }.sorted { $0.count > $1.count }
  }

  /// The tokens of a text, in order; white space lies between them.
  package func tokens(in bytes: [UInt8]) -> [Token] { tokens(in: bytes, remembering: WordMemo(count: 1)) }

  /// The same, with a memory of the words of earlier texts, which has to be this tokenizer's own.
  func tokens(in bytes: [UInt8], remembering memo: WordMemo) -> [Token] {
    bytes.withUnsafeBufferPointer { buffer in
      var scan = TokenScan(bytes: buffer, elisions: elisions, clitics: clitics, memo: memo)
      scan.run()
      return scan.tokens
    }
  }
}

/// A tokenizer of many short texts, which remembers the words that it met. Not for use by several threads at once.
package final class RememberingTokenizer {
  private let tokenizer: Tokenizer
  private let memo = WordMemo()

  /// A tokenizer that knows no language: words stay whole.
  package init() { tokenizer = Tokenizer() }

  /// The tokens of a text, in order.
  package func tokens(in bytes: [UInt8]) -> [Token] { tokenizer.tokens(in: bytes, remembering: memo) }
}
