internal import NewsModel
internal import Prose

/// A line that names who wrote an article: "by Sara", "Par Jeanne Exemple", "By A. Writer and B. Other | 3 May 2022".
struct Byline: Equatable {
  /// The name or names, letter for letter; nil where the line is cut off after its "by".
  var author: String?
  var date: DateLine?

  /// Names, functions and a date take no more words than these.
  static let longest = 24
  /// A name with its particles takes no more words than these; two names with "and" between take this many.
  static let longestName = 9
  /// A name that nothing introduces has no more words than these.
  static let longestBareName = 5

  /// Reads a line, or nil where it is none.
  init?(_ text: String, words: ReadingWords) {
    var isByline = false
    var count = 0
    for part in Byline.parts(of: text) {
      let hashes = WordScan.hashes(of: String(part))
      count += hashes.count
      if let date = DateLine(part.utf8, words: words) {
        self.date = self.date ?? date
      } else if let opening = words.opening(hashes, .byline) {
        guard !isByline else { continue }
        let name = Byline.name(in: part, after: opening, words)
        // "By the lake" and "Par ailleurs" go on in lower case.
        guard let name else { return nil }
        isByline = true
        author = name.isEmpty ? nil : name
      }
    }
    guard isByline, count <= Byline.longest else { return nil }
  }

  /// The author as a byline gives it, and each of several names that commas and "and" part.
  static func names(of author: String?) -> [String] {
    guard let author, !author.isEmpty else { return [] }
    var names: [[Substring]] = [[]]
    for piece in author.split(separator: " ") {
      let isJoint = piece == "&" || piece.first?.isLowercase == true && joints.contains(String(piece))
      if !isJoint { names[names.count - 1].append(piece) }
      if isJoint || piece.last == "," { names.append([]) }
    }
    return [author] + names.filter { $0.count > 1 }.map { $0.joined(separator: " ") }
  }

  /// What stands between two names of a byline.
  private static let joints: Set<String> = ["et", "and", "y", "und", "e"]

  /// Who wrote an article by what its markup calls its byline, where all such elements of the page agree; a list of other
  /// articles names others.
  static func author(ofMarked bylines: [String], words: ReadingWords) -> String? {
    var found: String?
    for byline in bylines {
      let name = Byline(byline, words: words)?.author ?? parts(of: byline).lazy.compactMap { bareName($0) }.first
      guard let name else { continue }
      guard found == nil || found == name else { return nil }
      found = name
    }
    return found
  }

  /// A part that is nothing but a name: two words or more, the first and last with a capital, no digit.
  private static func bareName(_ part: Substring) -> String? {
    let pieces = part.split { $0.isWhitespace }
    guard (2...longestBareName).contains(pieces.count), pieces.first?.first?.isUppercase == true,
      pieces.last?.first?.isUppercase == true,
      pieces.allSatisfy({ piece in piece.allSatisfy { $0.isLetter || "'’-.".contains($0) } })
    else { return nil }
    return pieces.joined(separator: " ")
  }

  /// Parts set off by bars, bullets and dashes between spaces.
  private static func parts(of text: String) -> [Substring] {
    guard mayHaveParts(text) else { return text.utf8.contains { $0 > 0x20 } ? [text[...]] : [] }
    var parts: [Substring] = []
    var start = text.startIndex
    var at = start
    while at < text.endIndex {
      guard mayPart(text.utf8[at]) else {
        at = text.index(after: at)
        continue
      }
      let character = text[at]
      let next = text.index(after: at)
      let isBar = character == "|" || character == "•" || character == "·"
      let isDash =
        (character == "–" || character == "—" || character == "-") && at > text.startIndex
        && text[text.index(before: at)] == " " && next < text.endIndex && text[next] == " "
      if isBar || isDash {
        parts.append(text[start..<at])
        start = next
      }
      at = next
    }
    parts.append(text[start...])
    return parts.filter { part in part.utf8.contains { $0 > 0x20 } }
  }

  /// Whether some byte may belong to a mark that parts: all of them but ASCII's lead with C2, CE or E2.
  private static func mayHaveParts(_ text: String) -> Bool {
    text.utf8.contains(where: mayPart)
  }

  private static func mayPart(_ byte: UInt8) -> Bool {
    byte == 0x7C || byte == 0x2D || byte == 0xC2 || byte == 0xCE || byte == 0xE2
  }

  /// The name after the opening words, up to a comma; nil where no capital stands there.
  private static func name(in part: Substring, after opening: Int, _ words: ReadingWords) -> String? {
    var pieces = part.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\t" })
    // The opening counts words, so a colon that stands by itself is dropped with it.
    pieces = Array(pieces.dropFirst(opening)).filter { piece in piece.contains { $0.isLetter || $0.isNumber } }
    guard let first = pieces.first else { return "" }
    guard let letter = first.first, letter.isUppercase || !letter.isCased else { return nil }
    var name: [Substring] = []
    for piece in pieces {
      if let last = piece.last, last == "," || last == ";" || last == "(" {
        name.append(piece.dropLast())
        break
      }
      if piece.first == "(" || piece.first?.isNumber == true { break }
      let hash = WordScan.hashes(of: String(piece)).first ?? 0
      if piece.first?.isUppercase == false, words.endsByline(hash) { break }
      if let said = words.dateWord(hash), said != .filler, piece.first?.isUppercase == false { break }
      name.append(piece)
    }
    while let last = name.last, last.first?.isLowercase == true { name.removeLast() }
    guard !name.isEmpty, name.count <= longestName else { return nil }
    // "Par La rédaction", "By The staff": an article alone is left where nobody is named.
    if name.count == 1, pieces.count > 1, words.isFunctionWord(WordScan.hashes(of: String(name[0])).first ?? 0) {
      return ""
    }
    return name.joined(separator: " ")
  }
}
