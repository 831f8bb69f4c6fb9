internal import Prose

/// The look-ups of `PhraseTable` again, in this module, where the compiler makes one for each type of value.
///
/// Called across modules they stay generic, and the metadata of their results costs ten times the look-up. Two filters
/// come first, in place: most words start no phrase, and most of those that may are not followed by its second word.
extension PhraseTable {
  /// The longest phrase that starts at token `start` and ends before `limit`.
  @inline(__always)
  func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    guard start < limit, mayOpen(tokens, at: start) else { return nil }
    return found(tokens, at: start, limit: limit)
  }

  /// In place as well, so that the table is not copied for the call.
  @inline(__always)
  private func found(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    let found = index.longest(tokens, at: start, limit: limit)
    return found.value < 0 ? nil : (found.end, values[found.value])
  }

  /// Whether some phrase may start with this token.
  @inline(__always)
  func mayStart(_ token: Token) -> Bool { index.mayStart(index.isFolded ? token.folded : token.lower) }

  /// Whether some phrase may start at a token, by it and the one behind it.
  @inline(__always)
  func mayOpen(_ tokens: [Token], at start: Int) -> Bool {
    let first = index.isFolded ? tokens[start].folded : tokens[start].lower
    guard index.mayStart(first) else { return false }
    guard start + 1 < tokens.count else { return true }
    return index.mayOpen(first, index.isFolded ? tokens[start + 1].folded : tokens[start + 1].lower)
  }
}
