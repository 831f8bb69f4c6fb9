internal import Languages
internal import NewsModel
internal import Prose

/// Makes the sketches of a batch over one vocabulary.
///
/// News is written with the weight at the top (the inverted pyramid), so an occurrence counts less the later it
/// stands. That also brings long and short texts close enough for one threshold. Not for several threads at once.
final class Sketcher {
  /// Terms after which an occurrence counts half. 60 was best of 30, 60, 120 and none on press articles in two
  /// languages, and all but none were within a point of it.
  static let halfWeightAfter: Float = 60
  /// Later terms count so little that they are not read.
  static let termsRead = 400
  /// A title's words stand for the whole; two to three were equal.
  static let titleWeight: Float = 2

  private(set) var vocabulary = Vocabulary()
  private let languages: [Language]
  private let exonyms: Exonyms
  private var termsByLanguage: [String: LanguageTerms] = [:]
  private var counts: [Int32: Float] = [:]
  private var bridge: [Int32: Float] = [:]

  /// A sketcher with the words of some languages.
  init(languages: [Language]) {
    self.languages = languages
    exonyms = Exonyms(languages: languages)
  }

  /// The terms of a language; those of `Language.unknown` where there is no folder for it.
  func terms(of language: String) -> LanguageTerms {
    if let known = termsByLanguage[language] { return known }
    let made = LanguageTerms(languages.first { $0.code == language } ?? .unknown, exonyms: exonyms)
    termsByLanguage[language] = made
    return made
  }

  /// What is kept of an article.
  func sketch(of digest: Digest) -> ArticleSketch {
    let article = digest.article
    let language = Sketcher.language(of: article)
    counts.removeAll(keepingCapacity: true)
    bridge.removeAll(keepingCapacity: true)
    let names = digest.actors.flatMap(\.mentions).sorted()
    count(article.text, terms(of: language), names: names, isTitle: false)
    if let title = article.title { count(title, terms(of: language), names: [], isTitle: true) }
    return ArticleSketch(
      id: article.id, language: language, day: article.trustedPublicationDay?.number,
      terms: Sketcher.sorted(counts), bridge: Sketcher.sorted(bridge))
  }

  /// The same with who, how much and when.
  func sketch(of digest: Digest, facts reader: FactReader) -> ArticleSketch {
    var sketch = sketch(of: digest)
    sketch.facts = reader.facts(of: digest, in: &vocabulary)
    sketch.isDated = FactReader.isDated(digest)
    return sketch
  }

  /// The primary code of an article's language, detected where it is not given, or "und".
  static func language(of article: Article) -> String {
    let code =
      article.language ?? LanguageDetector.language(of: article.text.isEmpty ? article.title ?? "" : article.text)
    return code?.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() } ?? "und"
  }

  private func count(_ text: String, _ terms: LanguageTerms, names: [Span], isTitle: Bool) {
    let bytes = Array(text.utf8)
    var place = 0
    var name = 0
    var previous: Token?
    for token in terms.tokenizer.tokens(in: bytes) {
      defer { previous = token }
      guard token.isWordLike else { continue }
      while name < names.count, names[name].end <= token.span.start { name += 1 }
      let isNamed = name < names.count && names[name].overlaps(token.span)
      let isName = isNamed || (token.capitalized && !Sketcher.opensSentence(token, after: previous, bytes))
      let form = terms.form(of: token, in: bytes)
      let weight = isTitle ? Sketcher.titleWeight : 1 / (1 + Float(place) / Sketcher.halfWeightAfter)
      for stem in form.stems {
        let id = vocabulary.id(of: stem)
        vocabulary.count(id, isName: isName)
        counts[id, default: 0] += weight
        place += 1
      }
      for key in isName || token.capitalized ? form.names : form.cognates {
        let id = vocabulary.id(of: key ^ Sketcher.bridgeMark)
        vocabulary.count(id, isName: isName)
        bridge[id, default: 0] += weight
      }
      if !isTitle, place >= Sketcher.termsRead { break }
    }
  }

  /// Whether a capital may be there only because a sentence begins.
  private static func opensSentence(_ token: Token, after previous: Token?, _ bytes: [UInt8]) -> Bool {
    guard let previous else { return true }
    if previous.kind == .terminator || previous.kind == .quoteMark || previous.kind == .dash { return true }
    if previous.kind == .separator, bytes[previous.span.start] == 0x3A { return true }
    return bytes[previous.span.end..<token.span.start].contains(0x0A)
  }

  private static func sorted(_ counts: [Int32: Float]) -> [ArticleSketch.Term] {
    counts.map { ArticleSketch.Term(id: $0.key, count: $0.value) }.sorted { $0.id < $1.id }
  }

  /// Keeps terms that cross languages apart from stems.
  private static let bridgeMark: UInt64 = 0x9E37_79B9_7F4A_7C15
}

extension Sketcher {
  /// How some terms stand in an article: the first word form of each, letter for letter.
  func surfaces(of wanted: Set<Int32>, in digest: Digest) -> [Int32: String] {
    let terms = terms(of: Sketcher.language(of: digest.article))
    var found: [Int32: String] = [:]
    for text in [digest.article.text, digest.article.title ?? ""] where found.count < wanted.count {
      let bytes = Array(text.utf8)
      for token in terms.tokenizer.tokens(in: bytes) where token.isWordLike {
        for stem in terms.form(of: token, in: bytes).stems {
          guard let id = vocabulary.known(stem), wanted.contains(id), found[id] == nil else { continue }
          found[id] = String(decoding: bytes[token.span.start..<token.span.end], as: UTF8.self)
        }
      }
    }
    return found
  }
}
