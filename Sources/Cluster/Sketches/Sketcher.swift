package import Languages
package import NewsModel
internal import Prose

/// Makes the sketch of an article; see `ArticleSketch`.
///
/// News is written with the weight at the top (the inverted pyramid), so an occurrence counts less the later it
/// stands. That also brings long and short texts close enough for one threshold.
/// Word forms met before are remembered, which changes no result. Not for use by several threads at once.
package final class Sketcher {
  /// Terms after which an occurrence counts half. 60 was best of 30, 60, 120 and none on press articles in two
  /// languages, and all but none were within a point of it.
  static let halfWeightAfter: Float = 60
  /// Later terms count so little that they are not read.
  static let termsRead = 400
  /// A title's words stand for the whole; two to three were equal.
  static let titleWeight: Float = 2
  /// Shorter words of names are particles, or too many people's.
  static let shortestNamed = 4  // bytes
  /// Terms whose wording is kept, to say what ties articles.
  static let surfacesKept = 40

  private let languages: [Language]
  private let exonyms: Exonyms
  private let nameKeys: NameKeys
  private var termsByLanguage: [String: LanguageTerms] = [:]
  private let counts = TermCounter()
  private let bridge = TermCounter()
  /// By kind.
  private var namesMet: [[String: NameSketch]] = Actor.Kind.allCases.map { _ in [:] }

  /// What names bring along.
  private struct NameSketch {
    /// The name itself, so that all who name it share its letters.
    var name: String
    var normal: String
    var form: UInt64
    var keys: [NameKeys.Word]
    /// Keys of its words as in `ArticleSketch.bridge`; none for a country.
    var words: [UInt32]
  }
  /// Names remembered at most: enough for a day, and bounded for a year.
  private static let mostNames = 50_000  // of each kind

  /// A sketcher with the words of some languages.
  package init(languages: [Language] = Language.all) {
    self.languages = languages
    exonyms = Exonyms(languages: languages)
    nameKeys = NameKeys(languages: languages, exonyms: exonyms)
  }

  /// The terms of a language; those of `Language.unknown` where there is no folder for it.
  func terms(of language: String) -> LanguageTerms {
    if let known = termsByLanguage[language] { return known }
    let made = LanguageTerms(languages.first { $0.code == language } ?? .unknown, exonyms: exonyms)
    termsByLanguage[language] = made
    return made
  }

  /// What is kept of an article.
  package func sketch(of digest: Digest) -> ArticleSketch {
    let text = Array(digest.article.text.utf8)
    let language = Sketcher.language(of: digest.article)
    let terms = terms(of: language)
    return sketch(of: digest, language, NumberedWords(text, terms.segmenter.tokens(in: text), terms))
  }

  /// The same, with what is compared to find its origin: the text is cut into words once for both.
  package func sketchAndOutline(of digest: Digest) -> (sketch: ArticleSketch, outline: ReportOutline) {
    let language = Sketcher.language(of: digest.article)
    let terms = terms(of: language)
    let text = terms.segmenter.segments(of: digest.article.text)
    let words = NumberedWords(text.bytes, text.tokens, terms)
    return (
      sketch(of: digest, language, words), OutlineReader.outline(of: digest, language, text, words.numbers, terms)
    )
  }

  private func sketch(of digest: Digest, _ language: String, _ words: NumberedWords) -> ArticleSketch {
    let article = digest.article
    var sketch = ArticleSketch(article: article.id, language: language, day: article.trustedPublicationDay?.number)
    counts.clear()
    bridge.clear()
    let terms = terms(of: language)
    let names = digest.actors.flatMap(\.mentions).sorted()
    let text = words.bytes
    let title = article.title.map { Array($0.utf8) } ?? []
    count(words, terms, names: names, isTitle: false)
    if !title.isEmpty {
      count(NumberedWords(title, terms.segmenter.tokens(in: title), terms), terms, names: [], isTitle: true)
    }
    sketch.terms = counts.terms
    sketch.bridge = bridge.terms
    sketch.surfaces = surfaces(text, title)
    counts.clear()
    FactReader.count(digest, into: counts)
    sketch.facts = counts.terms
    sketch.isDated = FactReader.isDated(digest)
    sketch.actors = digest.actors.map { actor($0, text) }
    name(digest.actors, in: &sketch)
    sketch.figures = digest.figures.compactMap { figure in
      figure.value == nil || figure.unit == nil ? nil : Sketcher.words(text, figure.span)
    }
    sketch.dates = digest.dates.compactMap { $0.value?.text }
    return sketch
  }

  /// The primary code of an article's language, detected where it is not given, or "und".
  static func language(of article: Article) -> String {
    let code =
      article.language ?? LanguageDetector.language(of: article.text.isEmpty ? article.title ?? "" : article.text)
    return LanguageCode.primary(code) ?? "und"
  }

  private func count(_ words: NumberedWords, _ terms: LanguageTerms, names: [Span], isTitle: Bool) {
    var place = 0
    var name = 0
    let (stems, nameForms, cognates) = (terms.stems, terms.names, terms.cognates)
    words.tokens.withUnsafeBufferPointer { tokens in
      for index in tokens.indices where words.numbers[index] >= 0 {
        if terms.isTopicless[Int(words.numbers[index])] { continue }
        let span = tokens[index].span
        let capitalized = tokens[index].capitalized
        while name < names.count, names[name].end <= span.start { name += 1 }
        let isNamed = name < names.count && names[name].overlaps(span)
        let isName = isNamed || (capitalized && !Sketcher.opensSentence(index, tokens, words.bytes))
        let number = words.numbers[index]
        let weight = isTitle ? Sketcher.titleWeight : Sketcher.weight(place)
        for at in stems.range(number) {
          counts.add(
            UInt32(truncatingIfNeeded: stems.hashes[at]), weight, isName: isName, at: span, inTitle: isTitle)
          place += 1
        }
        let isBridgeName = isName && capitalized
        if isName || capitalized {
          for at in nameForms.range(number) {
            bridge.add(
              UInt32(truncatingIfNeeded: nameForms.hashes[at] ^ Sketcher.bridgeMark), weight, isName: isBridgeName,
              at: span)
          }
        } else {
          for at in cognates.range(number) {
            bridge.add(
              UInt32(truncatingIfNeeded: cognates.hashes[at] ^ Sketcher.bridgeMark), weight, isName: false, at: span)
          }
        }
        if !isTitle, place >= Sketcher.termsRead { break }
      }
    }
  }

  /// What the occurrence at a place counts, in terms from the start of the text.
  @inline(__always)
  private static func weight(_ place: Int) -> Float {
    place < weights.count ? weights[place] : 1 / (1 + Float(place) / halfWeightAfter)
  }
  private static let weights: [Float] = (0..<termsRead).map { 1 / (1 + Float($0) / halfWeightAfter) }

  /// Whether a capital may be there only because a sentence begins.
  private static func opensSentence(_ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ bytes: [UInt8]) -> Bool {
    guard index > 0 else { return true }
    let previous = tokens[index - 1]
    if previous.kind == .terminator || previous.kind == .quoteMark || previous.kind == .dash { return true }
    if previous.kind == .separator, bytes[previous.span.start] == 0x3A { return true }
    return bytes[previous.span.end..<tokens[index].span.start].contains(0x0A)
  }

  /// Notes by which words an article names people, bodies and places.
  private func name(_ actors: [Actor], in sketch: inout ArticleSketch) {
    var words: [UInt32] = []
    for actor in actors {
      let name = nameSketch(actor)
      guard !name.words.isEmpty else { continue }
      words += name.words
      switch actor.kind {
      case .person: if name.words.count > 1, sketch.people < .max { sketch.people += 1 }
      case .place: sketch.saysWhere = true
      case .organization: break
      }
    }
    for word in words.sorted() where word != sketch.named.last { sketch.named.append(word) }
  }

  private func actor(_ actor: Actor, _ text: [UInt8]) -> ArticleSketch.Actor {
    let name = nameSketch(actor)
    var sketch = ArticleSketch.Actor(
      id: actor.id, name: Sketcher.shared(actor.name, name.name), kind: Sketcher.number(of: actor.kind),
      form: name.form,
      weight: ArticleSketch.units(actor.mentions.reduce(0) { $0 + FactReader.weight(of: $1) }), keys: name.keys,
      roles: [], mentions: [])
    for role in actor.roles {
      let words = Exonyms.normalized(Sketcher.words(text, role))
      if !sketch.roles.contains(words) { sketch.roles.append(words) }
    }
    for mention in actor.mentions {
      let words = Sketcher.words(text, mention)
      if let known = sketch.mentions.firstIndex(where: { $0.text == words }) {
        sketch.mentions[known].count += 1
      } else {
        let isName = words == actor.name
        sketch.mentions.append(
          ArticleSketch.Mention(
            text: isName ? Sketcher.shared(words, name.name) : words, count: 1,
            isWhole: isName || Exonyms.normalized(words) == name.normal))
      }
    }
    return sketch
  }

  /// The other where both are the same, byte for byte, so that their letters are kept once.
  private static func shared(_ text: String, _ other: String) -> String {
    text.utf8.elementsEqual(other.utf8) ? other : text
  }

  /// The place of a kind in `Actor.Kind.allCases`.
  private static func number(of kind: Actor.Kind) -> UInt8 {
    switch kind {
    case .person: 0
    case .organization: 1
    case .place: 2
    }
  }

  private func nameSketch(_ actor: Actor) -> NameSketch {
    let kind = Int(Sketcher.number(of: actor.kind))
    if let known = namesMet[kind][actor.name] { return known }
    let normal = Exonyms.normalized(actor.name)
    let made = NameSketch(
      name: actor.name, normal: normal, form: nameKeys.form(normal, actor.kind),
      keys: nameKeys.keys(of: actor.name, kind: actor.kind),
      words: exonyms.isTerritory(normalized: normal) ? [] : words(of: actor.name))
    if namesMet[kind].count >= Sketcher.mostNames { namesMet[kind].removeAll(keepingCapacity: true) }
    namesMet[kind][actor.name] = made
    return made
  }

  /// The keys of the words of a name, those with a capital where some have one: "tribunal" and "de" name nobody.
  private func words(of name: String) -> [UInt32] {
    let parts = name.split { $0 == " " || $0 == "-" || $0 == "'" || $0 == "’" }
    let capitals = parts.filter { $0.first?.isUppercase ?? false }
    return (capitals.isEmpty ? parts : capitals).map { Exonyms.normalized(String($0)) }
      .filter { $0.utf8.count >= Sketcher.shortestNamed }.map { word in
        UInt32(truncatingIfNeeded: exonyms.key(of: Array(word.utf8)) ^ Sketcher.bridgeMark)
      }
  }

  /// The wording of the terms with the greatest counts, by count.
  private func surfaces(_ text: [UInt8], _ title: [UInt8]) -> [ArticleSketch.Surface] {
    let entries = counts.entries
    // Weights are not negative, so their bits stand in their order: the greatest first, then the first in the text.
    let order = entries.indices.map { UInt64(~entries[$0].weight.bitPattern) << 32 | UInt64($0) }.sorted()
    return order.prefix(Sketcher.surfacesKept).map { rank in
      let entry = entries[Int(rank & 0xFFFF_FFFF)]
      return ArticleSketch.Surface(key: entry.key, text: Sketcher.words(entry.isInTitle ? title : text, entry.first))
    }
  }

  private static func words(_ text: [UInt8], _ span: Span) -> String {
    String(decoding: text[span.start..<span.end], as: UTF8.self)
  }

  /// Keeps terms that cross languages apart from stems.
  private static let bridgeMark: UInt64 = 0x9E37_79B9_7F4A_7C15
}

/// A text cut into tokens, each word by its number in `LanguageTerms`.
private struct NumberedWords {
  let bytes: [UInt8]
  let tokens: [Token]
  let numbers: [Int32]

  init(_ bytes: [UInt8], _ tokens: [Token], _ terms: LanguageTerms) {
    self.bytes = bytes
    self.tokens = tokens
    numbers = terms.numbers(of: tokens, in: bytes)
  }
}
