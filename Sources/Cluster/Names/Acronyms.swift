internal import Languages
internal import Prose

/// Tells whether a short form is made of the first letters of a long one ("ONU", "Organisation des Nations unies").
struct Acronyms: Sendable {
  /// Two letters stand for too many things.
  static let shortest = 3  // letters
  private let small: Set<String>

  /// Small words are the particles and stop words of the languages.
  init(languages: [Language]) {
    small = Set(
      languages.flatMap { $0.words("name-particles", section: "particles") + $0.words("cluster-stopwords") }
        .map { Fold.folded($0) })
  }

  /// Whether `short` takes the first letter of each word of `long`, small words counted or not.
  func isAcronym(_ short: String, of long: String) -> Bool {
    let letters = Array(Fold.folded(short).utf8.filter { $0 != 0x2E })
    guard letters.count >= Acronyms.shortest, short.unicodeScalars.filter(\.properties.isUppercase).count >= 2,
      !short.contains(" ")
    else { return false }
    let words = Exonyms.normalized(long).split(separator: " ")
    guard words.count >= 2 else { return false }
    let main = words.filter { !small.contains(String($0)) }
    if letters == words.compactMap(\.utf8.first) || letters == main.compactMap(\.utf8.first) { return true }
    // "UK Health Agency": a first word that is initials itself counts with all of them.
    let initials = long.prefix { $0 != " " }
    guard initials.utf8.count > 1, initials.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == 0x2E }) else {
      return false
    }
    return letters == initials.utf8.filter { $0 != 0x2E }.map { $0 | 0x20 } + main.dropFirst().compactMap(\.utf8.first)
  }
}
