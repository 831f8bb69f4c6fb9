internal import Prose

/// A word of a name as rough sounds, so that romanizations of one original come out alike.
///
/// Groups of letters by which French, English, German, Polish, Czech, Turkish and Scandinavian newspapers write one
/// sound become one symbol; doubled ones are one. After the idea of Kessler (1995) and of phonetic keys such as
/// Daitch–Mokotoff, with a distance instead of a key.
struct Phonemes: Sendable, Equatable {
  /// Lower-case Latin letters for plain sounds; capitals for the groups of `rules`.
  let symbols: [UInt8]
  /// Consonants of a key: enough to part most names, few enough to forgive an ending.
  private static let keyLength = 4

  /// The sounds of a folded word whose hooks and carons have been spelled out by `spelled(_:)`.
  init(_ word: String) {
    let bytes = Array(word.utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 1)
    var at = 0
    while at < bytes.count {
      let rule =
        (at == 0 ? Phonemes.initials : []).first { Phonemes.stands($0.letters, bytes, at) }
        ?? Phonemes.rulesByFirst[Int(bytes[at])].first { Phonemes.stands($0.letters, bytes, at) }
      guard let rule else {
        let value = Phonemes.plain(bytes[at])
        if out.last != value { out.append(value) }
        at += 1
        continue
      }
      for value in rule.symbol where out.last != value { out.append(value) }
      at += rule.letters.count
    }
    symbols = out
  }

  /// The first strong consonants by family: for most names the same in all romanizations. The empty key of a word
  /// without any gathers them all.
  var coarse: [UInt8] {
    var key: [UInt8] = []
    for symbol in symbols {
      let family = Phonemes.family(symbol)
      if family == Phonemes.vowels || symbol == UInt8(ascii: "j") { continue }
      // Sounds that pass from one family to another share a class.
      let isMovable = family == Phonemes.sibilants || family == Phonemes.backs || family == Phonemes.dentals
      let value: UInt8 = isMovable ? UInt8(ascii: "+") : family == 0 ? symbol : UInt8(ascii: "0") + UInt8(family)
      if key.last != value { key.append(value) }
      if key.count == Phonemes.keyLength { break }
    }
    return key
  }

  /// Groups that are one sound at the start of a word and two inside ("Djemilev", "Nadja"; "Tjubarov", "Tetjana").
  private static let initials: [(letters: [UInt8], symbol: [UInt8])] = [("dj", "J"), ("tj", "C")].map {
    (Array($0.0.utf8), Array($0.1.utf8))
  }

  /// Groups of letters and their sounds, longest first. X is shch, C is ch, S is sh, J is j, Z is zh, H is kh.
  private static let rules: [(letters: [UInt8], symbol: [UInt8])] = [
    ("schtsch", "X"), ("shtsch", "X"), ("chtch", "X"), ("sjtj", "X"), ("shch", "X"), ("szcz", "X"), ("stsch", "X"),
    ("tsch", "C"), ("tch", "C"), ("tsh", "C"), ("tsj", "C"), ("cz", "C"), ("ch", "C"),
    ("dzh", "J"), ("dsch", "J"), ("dz", "J"),
    ("vtj", "vC"), ("ntj", "nC"), ("rtj", "rC"), ("ltj", "lC"), ("ktj", "kC"),
    ("sch", "S"), ("sh", "S"), ("sz", "S"), ("sj", "S"),
    ("zh", "Z"), ("zj", "Z"), ("gu", "gu"), ("gh", "g"), ("kh", "H"), ("ph", "f"), ("th", "t"), ("x", "ks"),
    ("ts", "c"), ("tz", "c"), ("ou", "u"), ("oo", "u"), ("oe", "e"), ("ae", "e"), ("ue", "u"), ("ee", "i"),
    ("iy", "i"), ("yy", "i"), ("ij", "i"), ("yi", "i"), ("ii", "i"), ("ji", "i"), ("iu", "iu"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }.sorted { $0.0.count > $1.0.count }

  /// The same by their first letter, in the same order.
  private static let rulesByFirst: [[(letters: [UInt8], symbol: [UInt8])]] = (0..<256).map { first in
    rules.filter { Int($0.letters[0]) == first }
  }

  /// Whether some letters stand at a place.
  @inline(__always)
  private static func stands(_ letters: [UInt8], _ bytes: [UInt8], _ at: Int) -> Bool {
    guard at + letters.count <= bytes.count else { return false }
    for offset in letters.indices where bytes[at + offset] != letters[offset] { return false }
    return true
  }

  private static func plain(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "w"): UInt8(ascii: "v")
    case UInt8(ascii: "q"): UInt8(ascii: "k")
    case UInt8(ascii: "y"): UInt8(ascii: "i")
    default: byte
    }
  }

  /// Latin letters with hooks and carons spelled out ("š" as "sh"), for folding would lose the sound.
  static func spelled(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 < 0x80 }) { return name }
    var out = ""
    // Where Turkic letters stand, x is kh ("Xalid").
    let isTurkic = name.unicodeScalars.contains { "əƏıİğĞ".unicodeScalars.contains($0) }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "x" where isTurkic: out += "h"
      case "X" where isTurkic: out += "H"
      case "š", "ş", "ș", "ś": out += "sh"
      case "Š", "Ş", "Ș", "Ś": out += "Sh"
      case "č", "ć": out += "ch"
      case "Č", "Ć": out += "Ch"
      case "ž", "ż", "ź": out += "zh"
      case "Ž", "Ż", "Ź": out += "Zh"
      case "ç": out += "c"
      case "Ç": out += "C"
      case "ə", "Ə": out += "e"
      case "ł", "Ł": out += "l"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return Transliteration.latin(out)
  }

  /// How far two words are apart in sound, in letters wholly different: 0 for the same.
  func distance(to other: Phonemes) -> Double {
    if symbols == other.symbols { return 0 }
    let b = other.symbols
    var row = [0.0]
    row.reserveCapacity(b.count + 1)
    var sum = 0.0
    for symbol in b {
      sum += Phonemes.losses[Int(symbol & 0x7F)]
      row.append(sum)
    }
    for x in symbols {
      let loss = Phonemes.losses[Int(x & 0x7F)]
      let exchanges = Int(x & 0x7F) * 128
      var diagonal = row[0]
      row[0] += loss
      for index in b.indices {
        let y = Int(b[index] & 0x7F)
        let kept = min(
          diagonal + Phonemes.exchanges[exchanges + y], row[index] + Phonemes.losses[y], row[index + 1] + loss)
        diagonal = row[index + 1]
        row[index + 1] = kept
      }
    }
    return row[b.count]
  }

  /// `lossCost` of each ASCII symbol; letters of other scripts share the places of their low bits.
  private static let losses: [Double] = (0..<128).map { lossCost(UInt8($0)) }
  /// `exchangeCost` of each pair of ASCII symbols, row by row.
  private static let exchanges: [Double] = (0..<128 * 128).map { exchangeCost(UInt8($0 / 128), UInt8($0 % 128)) }

  /// Vowels, glides and h come and go between romanizations; other sounds do not.
  private static func lossCost(_ symbol: UInt8) -> Double {
    switch symbol {
    case UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "j"): 0.25
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "u"): 0.4
    // Before k and at the end it adds nothing in some spellings and is "ts" in others.
    case UInt8(ascii: "c"): 0.4
    default: 1
    }
  }

  private static func exchangeCost(_ a: UInt8, _ b: UInt8) -> Double {
    if a == b { return 0 }
    let (x, y) = (family(a), family(b))
    if x == y, x != 0 { return x == Phonemes.vowels ? 0.25 : 0.2 }
    // Letters that stand for sounds of two families, by language and neighbour.
    let isEither = { (letter: Character) in a == letter.asciiValue || b == letter.asciiValue }
    let pair = (min(x, y), max(x, y))
    if pair == (vowels, sibilants), isEither("j") { return 0.25 }
    if pair == (sibilants, backs) {
      return isEither("c") ? 0.3 : isEither("C") && isEither("H") ? 0.4 : isEither("g") ? 0.5 : isEither("H") ? 0.5 : 1
    }
    if pair == (sibilants, dentals), isEither("C") || isEither("J") { return 0.5 }
    return 1
  }

  private static let vowels = 1
  private static let sibilants = 2
  private static let backs = 3
  private static let dentals = 6

  /// Sounds that romanizations exchange.
  private static func family(_ symbol: UInt8) -> Int { families[Int(symbol)] }

  private static let families: [Int] = {
    var families = [Int](repeating: 0, count: 256)
    let rows = [(vowels, "aeiou"), (sibilants, "szcSCXJZj"), (backs, "kghH"), (4, "vf"), (5, "bp"), (dentals, "dt")]
    for (family, letters) in rows { for letter in letters.utf8 { families[Int(letter)] = family } }
    return families
  }()
}
