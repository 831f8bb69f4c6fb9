internal import Prose

/// The look-ups of `PhraseTable` again, in this module, where the compiler makes one for each type of value.
///
/// Called across modules they stay generic, and the metadata of their results costs ten times the look-up.
extension PhraseTable {
  /// The longest phrase that starts at token `start` and ends before `limit`.
  func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    guard start < limit, index.mayStart(tokens[start]) else { return nil }
    let found = index.longest(tokens, at: start, limit: limit)
    return found.value < 0 ? nil : (found.end, values[found.value])
  }

  /// Every phrase that starts at token `start` and ends before `limit`, shortest first.
  func matches(_ tokens: [Token], at start: Int, limit: Int) -> [(end: Int, value: Value)] {
    guard start < limit, index.mayStart(tokens[start]) else { return [] }
    var out: [(end: Int, value: Value)] = []
    for found in index.all(tokens, at: start, limit: limit) { out.append((found.end, values[found.value])) }
    return out
  }

  /// Whether some phrase starts with this token.
  func mayStart(_ token: Token) -> Bool { index.mayStart(token) }
}
