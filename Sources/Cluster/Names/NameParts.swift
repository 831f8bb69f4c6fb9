internal import Languages
internal import Prose

/// The words of a personal name that name, with what stands beside them.
struct NameParts: Sendable, Equatable {
  /// Folded Latin letters, in the order written; an initial is one letter.
  var words: [[UInt8]]
  /// The same as sounds; see `Phonemes`.
  var sounds: [Phonemes]
  /// The forms of given names that each word is; see `GivenForms`.
  var forms: [[Int]] = []
  /// "Jr.", "père", "III": nil where nothing is said.
  var generation: Generation?

  /// Which of two who share a name.
  enum Generation: Sendable, Equatable {
    case elder, younger
    case numbered(String)
  }
  /// All words as one, for names that differ in where they are cut.
  var joined: [UInt8] { Array(words.joined()) }
}

/// Cuts names by the tables `name-particles` of all languages: a name does not tell which language it is in.
struct NameReader: Sendable {
  private let left: Set<String>
  private let particles: Set<String>
  private let generations: [String: NameParts.Generation]
  /// Forms of given names, for comparison.
  let givenForms: GivenForms

  /// A reader with the particles, civilities and marks of generation of some languages.
  init(languages: [Language]) {
    func words(_ section: String) -> [String] {
      languages.flatMap { $0.words("name-particles", section: section) }.map { Fold.folded($0) }
    }
    particles = Set(words("particles"))
    left = particles.union(words("honorifics"))
    var generations: [String: NameParts.Generation] = [:]
    for word in words("elder") { generations[word] = .elder }
    for word in words("younger") { generations[word] = .younger }
    for word in words("generations") { generations[word] = .numbered(word) }
    self.generations = generations
    givenForms = GivenForms(languages: languages)
  }

  /// The parts of a name. What stands in brackets tells namesakes apart and is read only where too little is left.
  func parts(of name: String) -> NameParts {
    let (outside, inside) = NameReader.brackets(name)
    var parts = NameParts(words: [], sounds: [])
    append(outside, to: &parts)
    if parts.words.count < 2 { append(inside, to: &parts) }
    return parts
  }

  /// A name with its particles written together with what follows: "Van Maele" and "Vanmaele" are one family name.
  func glued(_ normalized: String) -> String {
    let words = normalized.split(separator: " ")
    guard words.count > 1, words.dropLast().contains(where: { particles.contains(String($0)) }) else {
      return normalized
    }
    var out = ""
    for (at, word) in words.enumerated() {
      out += word
      if at < words.count - 1, !particles.contains(String(word)) { out += " " }
    }
    return out
  }

  private func append(_ text: String, to parts: inout NameParts) {
    let latin = Phonemes.spelled(NameReader.withoutElisions(text))
    let words = NameReader.words(latin)
    for word in words {
      if let generation = generations[word], !parts.words.isEmpty {
        parts.generation = generation
        continue
      }
      if left.contains(word), word.utf8.count > 1 || words.count == 1 { continue }
      parts.words.append(Array(word.utf8))
      parts.sounds.append(Phonemes(word))
      parts.forms.append(givenForms.forms(of: word))
    }
    // Nothing but particles: they are the name.
    if parts.words.isEmpty {
      parts.words = words.map { Array($0.utf8) }
      parts.sounds = words.map { Phonemes($0) }
      parts.forms = words.map { givenForms.forms(of: $0) }
    }
  }

  /// Runs of letters and digits, folded.
  private static func words(_ text: String) -> [String] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split { !$0.isLetter && !$0.isNumber }.map { Fold.folded($0) }
    }
    return Fold.folded(Array(text.utf8)).split {
      !((0x61...0x7A).contains($0) || (0x30...0x39).contains($0))
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// "Morel à l'Huissier" without the "l'": a letter that is cut off by an apostrophe is no initial.
  private static func withoutElisions(_ text: String) -> String {
    guard text.contains("'") || text.contains("’") else { return text }
    var out: [Character] = []
    for character in text {
      let isElision = character == "'" || character == "’"
      if isElision, let letter = out.last, letter.isLetter, out.count < 2 || !out[out.count - 2].isLetter,
        "dlDL".contains(letter)
      {
        out[out.count - 1] = " "
      } else {
        out.append(character)
      }
    }
    return String(out)
  }

  /// Whether an encyclopedia's brackets tell two namesakes apart: "(Lyon)", "(Brest)".
  static func differInBrackets(_ a: String, _ b: String) -> Bool {
    guard a.utf8.last == 0x29, b.utf8.last == 0x29 else { return false }
    let (x, y) = (brackets(a), brackets(b))
    return Fold.folded(x.outside) == Fold.folded(y.outside) && Fold.folded(x.inside) != Fold.folded(y.inside)
  }

  private static func brackets(_ name: String) -> (outside: String, inside: String) {
    guard let open = name.firstIndex(of: "("), open > name.startIndex else { return (name, "") }
    let close = name[open...].firstIndex(of: ")") ?? name.endIndex
    let after = close < name.endIndex ? name[name.index(after: close)...] : ""
    return (String(name[..<open]) + String(after), String(name[name.index(after: open)..<close]))
  }
}
