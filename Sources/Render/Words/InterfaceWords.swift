internal import Languages
internal import NewsModel

/// The words of the machine in one language: a line each of `templates/words/<language>.txt`, key, tab, text.
///
/// A key with a number has a line for each plural category of the language (`articles.one`, `articles.other`); `{n}` and
/// other `{names}` are slots. The `typography.` keys say before and after which marks a space does not break, the
/// `elision.` keys which words before a slot are joined to a vowel.
struct InterfaceWords: Sendable {
  /// BCP 47 of the words.
  let language: String
  private let texts: [String: String]
  /// The texts that have slots, cut there: words and names of slots by turns.
  private let patterns: [String: [String]]
  private let elisions: Elisions
  private let plurals: PluralRules
  /// The templates of the site with these words in them.
  let templates: TemplateSet

  /// The language that every site has words in.
  static let fallback = "en"

  /// Words of a language; what it lacks is taken from English.
  init(language: String, library: TemplateLibrary) {
    let code = LanguageCode.primary(language) ?? InterfaceWords.fallback
    var texts = InterfaceWords.table(library.text("words/\(InterfaceWords.fallback).txt") ?? "")
    if let own = library.text("words/\(code).txt") {
      texts.merge(InterfaceWords.table(own)) { $1 }
    }
    self.language = library.text("words/\(code).txt") == nil ? InterfaceWords.fallback : code
    self.texts = texts
    patterns = texts.compactMapValues(InterfaceWords.pattern)
    elisions = Elisions(texts)
    plurals = PluralRules(language: self.language)
    templates = library.templates(words: texts)
  }

  /// The keys and texts of a words file, its spaces set.
  static func table(_ text: String) -> [String: String] {
    var out: [String: String] = [:]
    for row in WordTable(parsing: text).rows() where row.count == 2 { out[row[0]] = row[1] }
    let narrow = out["typography.narrow-before"] ?? ""
    let wide = out["typography.wide-before"] ?? ""
    let after = out["typography.wide-after"] ?? ""
    return out.mapValues { spaced($0, narrowBefore: narrow, wideBefore: wide, wideAfter: after) }
  }

  /// Text with spaces that do not break beside the marks that ask for one.
  private static func spaced(_ text: String, narrowBefore: String, wideBefore: String, wideAfter: String) -> String {
    var out: [Character] = []
    for character in text {
      if out.last == " ", narrowBefore.contains(character) { out[out.count - 1] = "\u{202F}" }
      if out.last == " ", wideBefore.contains(character) { out[out.count - 1] = "\u{A0}" }
      if character == " ", let last = out.last, wideAfter.contains(last) {
        out.append("\u{A0}")
      } else {
        out.append(character)
      }
    }
    return String(out)
  }

  /// Whether there are words of that key.
  func has(_ key: String) -> Bool { texts[key] != nil }

  /// The words of a key, its slots filled; the key itself where a table lacks it, so the gap is seen.
  func text(_ key: String, _ slots: [String: String] = [:]) -> String {
    guard let text = texts[key] else { return "[\(key)]" }
    guard !slots.isEmpty, let pattern = patterns[key] else { return text }
    var out = ""
    for (at, part) in pattern.enumerated() {
      if at % 2 == 0 { out += part } else { out = elisions.joined(out, slots[part] ?? "{\(part)}") }
    }
    return out
  }

  /// A text cut at its slots; nil where it has none.
  private static func pattern(_ text: String) -> [String]? {
    var out: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      out.append(String(rest[..<open]))
      out.append(String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return out.isEmpty ? nil : out + [String(rest)]
  }

  /// The words of a key for a number of things; `{n}` is the number.
  func text(_ key: String, count: Int, _ slots: [String: String] = [:]) -> String {
    let full = "\(key).\(plurals.category(of: count))"
    return text(has(full) ? full : "\(key).other", slots.merging(["n": number(count)]) { $1 })
  }

  /// A whole number with its thousands set apart as the language does.
  func number(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let mark = texts["number.group"] ?? ""
    guard digits.count > 4, !mark.isEmpty else { return String(number) }
    var out = ""
    for (at, digit) in digits.enumerated() {
      if at > 0, (digits.count - at) % 3 == 0 { out += mark }
      out.append(digit)
    }
    return (number < 0 ? "-" : "") + out
  }

  /// Texts in a row, with the language's commas.
  func list(_ items: [String]) -> String { items.joined(separator: text("list.separator")) }
}
