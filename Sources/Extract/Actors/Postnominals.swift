internal import NewsModel
internal import Prose

/// Letters behind a person's name: "Eleni Papadaki KC", "Tomos Rhee MP". They are no part of it and tell a person.
struct Postnominals {
  let reading: ActorReading

  /// Where the name in a run ends, letters left out; the end of the run where it has none.
  ///
  /// One word alone keeps them ("Labour MP") unless a role or civility stands before it.
  func endOfName(_ start: Int, _ end: Int, isTitled: Bool) -> Int {
    var name = end
    while name > start + 1, isLetters(name - 1) { name -= 1 }
    return name - start > 1 || isTitled ? name : end
  }

  /// "Labour MP Tomos Rhee": where the name starts behind letters that stand before it, or nil.
  func nameBehind(_ start: Int, _ end: Int) -> Int? {
    guard let letters = (start..<end).first(where: isLetters), end - letters > 2,
      !(letters + 1..<end).contains(where: isLetters),
      !(start..<letters).contains(where: { reading.classes[$0].contains(.givenName) })
    else { return nil }
    return letters + 1
  }

  /// Whether letters stand directly before a name.
  func standBefore(_ first: Int) -> Bool {
    first > 0 && reading.limits[first - 1] == reading.limits[first] && isLetters(first - 1)
  }

  /// "Danai Karras, KC, said": whether letters stand behind a name and a comma.
  func standApart(_ index: Int) -> Bool {
    isLetters(index) && index > 1 && reading.isMark(index - 1, 0x2C) && reading.isNameWord(index - 2)
      && reading.limits[index - 2] == reading.limits[index]
  }

  private func isLetters(_ index: Int) -> Bool {
    reading.classes[index].contains(.postnominal) && reading.tokens[index].capitalized
      && reading.tokens[index].span.length > 1
  }
}
