internal import Prose

// A look-up of `Prose` again, asked for every token of sentences that are compared: only here, in this module, does the
// compiler make it for the kind of value that a table holds.

extension PhraseTable {
  /// The longest phrase that starts at token `start` and ends before `limit`.
  @inline(__always)
  func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    guard start < limit, index.mayStart(tokens[start]) else { return nil }
    let found = index.longest(tokens, at: start, limit: limit)
    return found.value < 0 ? nil : (found.end, values[found.value])
  }
}
