internal import Languages
internal import NewsModel
internal import Prose

/// What of an article is compared to find copies, rewrites and translations of one report.
struct ReportOutline: Sendable {
  /// Stems of each sentence in order, stop words left out, and what is quoted: reporters who never met print the same
  /// words of a speaker.
  var sentences: [[UInt64]]
  /// A hash of the whole text's words, quotes included.
  var text: UInt64
  /// Names and numbers in order, as they survive translation.
  var facts: [UInt64]
  /// Folded names of who the article says it has something from.
  var relays: [String]
  /// Those of them that stand in a line of credit, by themselves or where an article begins or ends.
  var credits: [String]
  var outlet: String?
  var language: String
}

extension ReportOutline {
  /// Stems in a row that two reporters seldom share by chance, quotes left out (n-grams of METER, Clough et al. 2002).
  static let shingle = 4

  /// Hashes of all runs of stems within a sentence, sorted, each once.
  var shingles: [UInt64] {
    var found: [UInt64] = []
    for sentence in sentences where sentence.count >= ReportOutline.shingle {
      for start in 0...sentence.count - ReportOutline.shingle {
        found.append(
          sentence[start..<start + ReportOutline.shingle].reduce(0x9E37_79B9_7F4A_7C15) {
            ($0 ^ $1) &* 0x100_0000_01B3
          })
      }
    }
    return ReportOutline.each(found)
  }

  /// Hashes of all runs of three facts, sorted, each once.
  var factRuns: [UInt64] {
    guard facts.count >= 3 else { return [] }
    return ReportOutline.each(
      (0...facts.count - 3).map { start in
        facts[start..<start + 3].reduce(0x51_7CC1_B727_220A) { ($0 ^ $1) &* 0x100_0000_01B3 }
      })
  }

  private static func each(_ hashes: [UInt64]) -> [UInt64] {
    var found: [UInt64] = []
    for hash in hashes.sorted() where hash != found.last { found.append(hash) }
    return found
  }
}

/// Makes outlines. Not for use by several threads at once.
final class OutlineReader {
  private let languages: [Language]
  private let sketcher: Sketcher
  private var segmenters: [String: Segmenter] = [:]

  /// A reader that shares the word forms of a sketcher.
  init(languages: [Language], sketcher: Sketcher) {
    self.languages = languages
    self.sketcher = sketcher
  }

  /// The outline of an article.
  func outline(of digest: Digest) -> ReportOutline {
    let article = digest.article
    let code = Sketcher.language(of: article)
    let terms = sketcher.terms(of: code)
    let text = segmenter(code).segments(of: article.text)
    var outline = ReportOutline(
      sentences: [], text: 0, facts: [], relays: digest.relays.compactMap(OutlineReader.name),
      credits: digest.relays.filter { OutlineReader.isCreditLine($0.span, of: text) }.compactMap(OutlineReader.name),
      outlet: article.source.map { Fold.folded($0) }, language: code)
    let quotes = digest.quotes.filter { $0.form != .indirect }.map(\.span).sorted()
    var quote = 0
    for sentence in text.sentences {
      var stems: [UInt64] = []
      for index in sentence.tokens {
        let token = text.tokens[index]
        let form = terms.form(of: token, in: text.bytes)
        for stem in form.stems { outline.text = (outline.text ^ stem) &* 0x100_0000_01B3 }
        while quote < quotes.count, quotes[quote].end <= token.span.start { quote += 1 }
        if quote >= quotes.count || !quotes[quote].contains(token.span) { stems += form.stems }
        let isName = token.capitalized && index > sentence.tokens.lowerBound
        if isName || token.kind == .number || token.kind == .mixed {
          for name in form.names where name != outline.facts.last { outline.facts.append(name) }
        }
      }
      outline.sentences.append(stems)
    }
    return outline
  }

  private static func name(_ relay: Relay) -> String? { (relay.name ?? relay.url).map { Fold.folded($0) } }

  /// Words of a paragraph that is a credit and nothing more ("Source: …", "by our correspondent, with …").
  private static let creditWords = 8

  /// Whether a credit stands in a line of its own, or in the first or last words of an article.
  private static func isCreditLine(_ span: Span, of text: SegmentedText) -> Bool {
    guard let index = text.paragraph(at: span.start) else { return false }
    let words = text.tokens[text.paragraphs[index].tokens].lazy.filter(\.isWordLike).count
    return words <= creditWords || span.start == text.paragraphs[0].span.start
  }

  private func segmenter(_ code: String) -> Segmenter {
    if let known = segmenters[code] { return known }
    let language = languages.first { $0.code == code } ?? .unknown
    let made = Segmenter(
      language: language.code, elisions: language.words("tokens", section: "elisions"),
      clitics: language.words("tokens", section: "clitics"),
      abbreviations: language.words("tokens", section: "abbreviations"))
    segmenters[code] = made
    return made
  }
}
