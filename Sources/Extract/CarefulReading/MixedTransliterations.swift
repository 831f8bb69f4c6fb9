internal import NewsModel
internal import Prose

/// Finds a surname that one text writes by the rules of two languages ("Zaloujny" and "Zaluzhny").
///
/// Both spellings come to one skeleton of sounds that French and English transliterations of Slavic names share; letters
/// lost or doubled are not enough.
struct MixedTransliterations {
  /// Shorter names are alike by chance, in bytes.
  private static let shortest = 6

  /// Rewritings, in this order: longer groups of letters first.
  private static let rules: [(from: String, to: String)] = [
    ("chtch", "x"), ("shch", "x"), ("tch", "c"), ("ch", "s"), ("sh", "s"), ("zh", "z"), ("dj", "z"), ("j", "z"),
    ("ou", "u"), ("kh", "h"), ("w", "v"), ("ts", "z"), ("tz", "z"), ("ck", "k"), ("iy", "i"), ("yi", "i"), ("ii", "i"),
    ("yy", "i"), ("y", "i"), ("ie", "e"), ("ia", "a"), ("iu", "u"),
  ]

  /// The place of the second spelling, at most one.
  func span(in text: SegmentedText, actors: [Actor]) -> Span? {
    var seen: [(skeleton: String, surname: String)] = []
    for actor in actors where actor.kind == .person {
      for mention in actor.mentions {
        let words = text.tokens(in: mention)
        guard let last = words.last, text.tokens[last].kind == .word else { continue }
        let span = text.tokens[last].span
        guard span.length >= MixedTransliterations.shortest else { continue }
        let surname = String(decoding: Fold.folded(text.bytes[span.start..<span.end]), as: UTF8.self)
        guard !seen.contains(where: { $0.surname == surname }) else { continue }
        let skeleton = MixedTransliterations.skeleton(surname)
        if seen.contains(where: { $0.skeleton == skeleton && MixedTransliterations.differ($0.surname, surname) }) {
          return mention
        }
        seen.append((skeleton, surname))
      }
    }
    return nil
  }

  /// The sounds of a name, roughly.
  static func skeleton(_ surname: String) -> String {
    var sounds = surname
    for rule in rules { sounds = sounds.replacing(rule.from, with: rule.to) }
    if sounds.hasSuffix("ine") { sounds.removeLast() }  // "Poutine"
    var out = ""
    for letter in sounds where letter != out.last { out.append(letter) }
    return out
  }

  /// Two letters at least: one may be a slip of the keyboard.
  static func differ(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a), Array(b))
    var prefix = 0
    while prefix < min(x.count, y.count), x[prefix] == y[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(x.count, y.count) - prefix, x[x.count - 1 - suffix] == y[y.count - 1 - suffix] { suffix += 1 }
    return max(x.count, y.count) - prefix - suffix >= 2
  }
}
