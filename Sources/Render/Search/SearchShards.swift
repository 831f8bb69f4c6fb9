internal import NewsModel

/// Cuts the words of a site into files by how they begin: a prefix whose words are too many for one file is cut again at
/// the next letter. What begins so rarely that it needs no file of its own stands in the file of the shorter prefix.
///
/// Which file a word is in depends on its own prefix alone, so another article changes only the files of its words.
struct SearchShards {
  /// Above this, a file is cut.
  static let longest = 16 << 10  // bytes
  /// Words of a longer prefix that are together smaller stay.
  static let smallest = 2 << 10  // bytes

  /// A file to be made.
  struct File {
    /// What its words begin with.
    var prefix: String
    /// The places of its words, in order.
    var terms: [Int]
    /// Its path below the folder of the search, without the ending.
    var path: String { "terms/t-\(SearchShards.file(prefix))" }
  }

  /// The files, by prefix.
  private(set) var files: [File] = []
  /// The prefixes that have files, in order.
  var prefixes: [String] { files.map(\.prefix) }

  private let terms: SearchTerms

  /// Cuts all words.
  init(_ terms: SearchTerms) {
    self.terms = terms
    split(0..<terms.count, prefix: [])
  }

  private func size(_ term: Int) -> Int { terms.word(term).count + Int(terms.sizes[term]) + 3 }

  private mutating func split(_ range: Range<Int>, prefix: [UInt8]) {
    let total = range.reduce(0) { $0 + size($1) }
    guard total > SearchShards.longest else { return add(Array(range), prefix) }
    var rest: [Int] = []
    var parts: [(Range<Int>, [UInt8])] = []
    var first = range.lowerBound
    while first < range.upperBound {
      let word = terms.word(first)
      let next = SearchShards.scalar(word.dropFirst(prefix.count))
      var end = first + 1
      var bytes = size(first)
      while !next.isEmpty, end < range.upperBound, terms.word(end).dropFirst(prefix.count).starts(with: next) {
        bytes += size(end)
        end += 1
      }
      if next.isEmpty || bytes < SearchShards.smallest {
        rest += first..<end
      } else {
        parts.append((first..<end, prefix + next))
      }
      first = end
    }
    if !rest.isEmpty { add(rest, prefix) }
    for (range, prefix) in parts { split(range, prefix: prefix) }
  }

  /// The bytes of the first code point.
  private static func scalar(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = bytes.first else { return bytes }
    return bytes.prefix(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1)
  }

  private mutating func add(_ terms: [Int], _ prefix: [UInt8]) {
    files.append(File(prefix: String(decoding: prefix, as: UTF8.self), terms: terms))
  }

  /// Whether the list of a word of a file is another than the last time.
  func isChanged(_ file: File) -> Bool { file.terms.contains { terms.table.isChanged[$0] } }

  /// The mark of the words of a file.
  func words(of file: File) -> ContentMark {
    var bytes: [UInt8] = []
    for term in file.terms {
      bytes += terms.word(term)
      bytes.append(0x20)
    }
    return ContentMark(bytes)
  }

  /// The bytes of a file: for each word, how many letters it shares with the one before (base 36), its
  /// other letters, a space, its list; a bar between words.
  func page(_ file: File) -> Page {
    var out = Array("daybrief(\"\(file.path)\",\"".utf8)
    var before: ArraySlice<UInt8> = []
    for (at, term) in file.terms.enumerated() {
      let word = terms.word(term)
      let (letters, bytes) = SearchShards.shared(before, word)
      if at > 0 { out.append(0x7C) }
      out += Array(String(letters, radix: 36).utf8)
      out += word.dropFirst(bytes)
      out.append(0x20)
      out += terms.list(term)
      before = word
    }
    out += Array("\")\n".utf8)
    return Page(path: "search/\(file.path).js", bytes: out)
  }

  /// How two words begin alike: in UTF-16 units, as the script counts, at most 35; and in bytes.
  private static func shared(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> (letters: Int, bytes: Int) {
    var bytes = 0
    for (x, y) in zip(a, b) {
      if x != y { break }
      bytes += 1
    }
    func startsScalar(_ at: Int) -> Bool { at >= b.count || b[b.startIndex + at] & 0xC0 != 0x80 }
    while bytes > 0, !startsScalar(bytes) { bytes -= 1 }
    func letters() -> Int { b.prefix(bytes).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : $1 >= 0xF0 ? 2 : 1) } }
    while letters() > 35 {
      bytes -= 1
      while !startsScalar(bytes) { bytes -= 1 }
    }
    return (letters(), bytes)
  }

  /// A prefix as a part of a file's name that every disk takes.
  static func file(_ prefix: String) -> String {
    var out = ""
    for scalar in prefix.unicodeScalars {
      if scalar.isASCII { out.unicodeScalars.append(scalar) } else { out += "-\(String(scalar.value, radix: 16))-" }
    }
    return out
  }
}
