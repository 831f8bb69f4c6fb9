internal import Languages
internal import NewsModel
internal import Prose

/// What of an article is compared to find copies, rewrites and translations of one report.
struct ReportOutline: Sendable {
  /// Stems of each sentence in order, stop words left out.
  var sentences: [[UInt64]]
  /// Names and numbers in order, as they survive translation.
  var facts: [UInt64]
  /// Folded names of who the article says it has this from, and its own outlet.
  var relays: [String]
  var outlet: String?
  var language: String
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
      sentences: [], facts: [], relays: digest.relays.compactMap { ($0.name ?? $0.url).map { Fold.folded($0) } },
      outlet: article.source.map { Fold.folded($0) }, language: code)
    for sentence in text.sentences {
      var stems: [UInt64] = []
      for index in sentence.tokens {
        let token = text.tokens[index]
        let form = terms.form(of: token, in: text.bytes)
        stems += form.stems
        let isName = token.capitalized && index > sentence.tokens.lowerBound
        if isName || token.kind == .number || token.kind == .mixed { outline.facts += form.names }
      }
      outline.sentences.append(stems)
    }
    return outline
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
