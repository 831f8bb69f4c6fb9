internal import NewsModel
internal import Prose

/// Finds a surname that one text writes by the rules of two languages ("Zaloujny" and "Zaluzhny").
///
/// Both spellings come to one skeleton of sounds that French and English transliterations of Slavic names share; letters
/// lost or doubled are not enough.
struct MixedTransliterations {
  /// Shorter names are alike by chance, in bytes.
  private static let shortest = 6

  /// Groups of letters and the sound that they stand for, longer groups first.
  private static let sounds: [(letters: [UInt8], sound: UInt8)] = [
    ("chtch", "x"), ("shch", "x"), ("tch", "c"), ("ch", "s"), ("sh", "s"), ("zh", "z"), ("dj", "z"), ("ts", "z"),
    ("tz", "z"), ("ou", "u"), ("kh", "h"), ("ck", "k"), ("iy", "i"), ("yi", "i"), ("ie", "e"), ("ia", "a"), ("iu", "u"),
    ("ye", "e"), ("ya", "a"), ("yu", "u"), ("j", "z"), ("w", "v"), ("y", "i"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }

  /// The same by their first letter, less "a": most letters start none.
  private static let soundsByLetter = (0..<26).map { letter in sounds.filter { $0.letters[0] == 0x61 + UInt8(letter) } }

  /// The place of the second spelling, at most one.
  func span(in text: SegmentedText, actors: [Actor]) -> Span? {
    var seen: [(skeleton: UInt64, surname: [UInt8])] = []
    for actor in actors where actor.kind == .person {
      var last: UInt64 = 0
      for mention in actor.mentions {
        let words = text.tokens(in: mention)
        guard let token = words.last, text.tokens[token].kind == .word, text.tokens[token].folded != last,
          text.tokens[token].span.length >= MixedTransliterations.shortest
        else { continue }
        last = text.tokens[token].folded
        let surname = Fold.folded(text.bytes[text.tokens[token].span.start..<text.tokens[token].span.end])
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

  /// A hash of the sounds of a folded name, roughly; doubled sounds count once, and "-ine" as "-in" ("Poutine").
  static func skeleton(_ surname: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var previous: UInt8 = 0
    let end = surname.suffix(3) == [0x69, 0x6E, 0x65] ? surname.count - 1 : surname.count
    var at = 0
    while at < end {
      var (sound, length) = (surname[at], 1)
      if (0x61...0x7A).contains(surname[at]) {
        for group in soundsByLetter[Int(surname[at] - 0x61)] where matches(group.letters, surname, at, end) {
          (sound, length) = (group.sound, group.letters.count)
          break
        }
      }
      if sound != previous { hash = (hash ^ UInt64(sound)) &* 0x100_0000_01B3 }
      previous = sound
      at += length
    }
    return hash
  }

  private static func matches(_ letters: [UInt8], _ name: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start + letters.count <= end else { return false }
    for offset in letters.indices where letters[offset] != name[start + offset] { return false }
    return true
  }

  /// Two letters at least: one may be a slip of the keyboard.
  static func differ(_ x: [UInt8], _ y: [UInt8]) -> Bool {
    var prefix = 0
    while prefix < min(x.count, y.count), x[prefix] == y[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(x.count, y.count) - prefix, x[x.count - 1 - suffix] == y[y.count - 1 - suffix] { suffix += 1 }
    return max(x.count, y.count) - prefix - suffix >= 2
  }
}
