internal import Languages

/// An order of words that makes an expression of time, as a row of the table `date-patterns` writes it.
///
/// `calendar	<article>? | <weekday>? <day> <month> <year>?` is read so: the first field says which rule gives the value,
/// with constants after it (`period shift=-1`); in the second, `<class>` is a word of that section of `date-words`,
/// `<class:slot>` puts its value into another slot, `?` marks what may be missing, other words stand for themselves,
/// and what stands before `|` belongs to the expression where it stands there. `@class` at the end is a word that has
/// to follow and is not part of it, `!class` one that may not.
struct DatePattern: Sendable {
  /// A place in the order of words.
  struct Element: Sendable {
    /// The class's name; "=word" for a word that stands for itself.
    var name: String
    var slot: DateSlot?
    var isOptional: Bool
  }
  /// Which rule gives the value.
  enum Rule: String, Sendable {
    case calendar, list, range, weekday, weekdayRange, offset, period, distance, nothing
  }
  var rule: Rule
  var constants: [(slot: DateSlot, value: Int)]
  var before: [Element]
  var elements: [Element]
  var needsAfter: String?
  var refusesAfter: String?

  /// Reads a row; nil where its rule is unknown or it has no words.
  init?(row: [String]) {
    guard row.count > 1 else { return nil }
    let head = row[0].split(separator: " ")
    guard let name = head.first, let rule = Rule(rawValue: String(name)) else { return nil }
    self.rule = rule
    constants = head.dropFirst().compactMap { DatePattern.constant(String($0)) }
    before = []
    elements = []
    for word in row[1].split(separator: " ").map(String.init) {
      if word == "|" {
        before = elements
        elements = []
      } else if word.hasPrefix("@") {
        needsAfter = String(word.dropFirst())
      } else if word.hasPrefix("!") {
        refusesAfter = String(word.dropFirst())
      } else {
        elements.append(DatePattern.element(word))
      }
    }
    if elements.isEmpty { return nil }
  }

  private static func constant(_ text: String) -> (slot: DateSlot, value: Int)? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let slot = DateSlot(name: parts[0]) else { return nil }
    guard let value = Int(parts[1]) ?? TimeUnit(name: parts[1])?.rawValue else { return nil }
    return (slot, value)
  }

  private static func element(_ word: String) -> Element {
    let isOptional = word.count > 1 && word.hasSuffix("?")
    let bare = isOptional ? String(word.dropLast()) : word
    guard bare.hasPrefix("<"), bare.hasSuffix(">") else {
      return Element(name: "=" + bare, slot: nil, isOptional: isOptional)
    }
    let parts = bare.dropFirst().dropLast().split(separator: ":").map(String.init)
    let name = parts.first ?? ""
    return Element(name: name, slot: DateSlot(name: parts.last ?? ""), isOptional: isOptional)
  }
}
