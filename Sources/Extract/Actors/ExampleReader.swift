internal import Prose

/// Finds the noun of which a name is an example: "des quartiers tels que X", "towns such as X".
struct ExampleReader {
  /// "tels que", "such as the": so many words may stand between a noun and its first example.
  static let window = 4  // tokens

  let reading: ActorReading

  /// The token right before the words that introduce the example at a token, or nil where none do.
  func noun(before index: Int) -> Int? {
    var at = index - 1
    var isIntroduced = false
    while at >= 0, index - at <= ExampleReader.window, reading.limits[at] == reading.limits[index],
      !reading.tokens[at].capitalized, !reading.classes[at].isDisjoint(with: [.example, .function])
    {
      if reading.classes[at].contains(.example) { isIntroduced = true }
      at -= 1
    }
    guard isIntroduced, at >= 0, reading.limits[at] == reading.limits[index] else { return nil }
    return at
  }
}
