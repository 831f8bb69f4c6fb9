package import Languages
package import NewsModel
internal import Prose

/// What of an article is compared to find copies, rewrites and translations of one report.
///
/// Hashes are cut to 32 bits: among the ten thousand stems of a story's articles two meet once in a hundred stories, and
/// one stem more decides nothing.
package struct ReportOutline: Sendable, Equatable {
  /// Stems of all sentences in order, stop words left out, and what is quoted: reporters who never met print the same
  /// words of a speaker.
  var stems: [UInt32] = []
  /// Where each sentence's stems begin; one more than sentences.
  var starts: [Int32] = [0]
  /// A hash of the whole text's words, quotes included.
  var text: UInt64 = 0
  /// Names and numbers in order, as they survive translation.
  var facts: [UInt32] = []
  /// Folded names of who the article says it has something from.
  var relays: [String]
  /// Those of them that stand in a line of credit, by themselves or where an article begins or ends.
  var credits: [String]
  var outlet: String?
  var language: String
}

/// Makes outlines. It loads all tables, so one is to be made for many articles. Not for use by several threads at once.
package final class OutlineReader {
  private let sketcher: Sketcher

  /// A reader with the words of some languages.
  package convenience init(languages: [Language] = Language.all) {
    self.init(sketcher: Sketcher(languages: languages))
  }

  /// A reader that shares the word forms of a sketcher.
  init(sketcher: Sketcher) { self.sketcher = sketcher }

  /// The outline of an article.
  package func outline(of digest: Digest) -> ReportOutline {
    let code = Sketcher.language(of: digest.article)
    let terms = sketcher.terms(of: code)
    let text = terms.segmenter.segments(of: digest.article.text)
    return OutlineReader.outline(of: digest, code, text, terms.numbers(of: text.tokens, in: text.bytes), terms)
  }

  /// The outline of an article whose text is cut, its words numbered in `terms`.
  static func outline(
    of digest: Digest, _ language: String, _ text: SegmentedText, _ numbers: [Int32], _ terms: LanguageTerms
  ) -> ReportOutline {
    var outline = ReportOutline(
      relays: digest.relays.compactMap(OutlineReader.name),
      credits: digest.relays.filter { OutlineReader.isCreditLine($0.span, of: text) }.compactMap(OutlineReader.name),
      outlet: digest.article.source.map { Fold.folded($0) }, language: language)
    let quotes = digest.quotes.filter { $0.form != .indirect }.map(\.span).sorted()
    let (stems, names) = (terms.stems, terms.names)
    var found: [UInt32] = []
    found.reserveCapacity(numbers.count)
    var facts: [UInt32] = []
    var hash: UInt64 = 0
    var quote = 0
    text.tokens.withUnsafeBufferPointer { tokens in
      for sentence in text.sentences {
        let before = found.count
        var isQuoting = false
        for index in sentence.tokens where numbers[index] >= 0 {
          let span = tokens[index].span
          let range = stems.range(numbers[index])
          for at in range { hash = (hash ^ stems.hashes[at]) &* 0x100_0000_01B3 }
          while quote < quotes.count, quotes[quote].end <= span.start { quote += 1 }
          if quote < quotes.count, quotes[quote].contains(span) {
            isQuoting = true
          } else {
            for at in range { found.append(UInt32(truncatingIfNeeded: stems.hashes[at])) }
          }
          let isName = tokens[index].capitalized && index > sentence.tokens.lowerBound
          if isName || tokens[index].kind == .number || tokens[index].kind == .mixed {
            for at in names.range(numbers[index]) {
              let name = UInt32(truncatingIfNeeded: names.hashes[at])
              if name != facts.last { facts.append(name) }
            }
          }
        }
        if isQuoting, found.count - before < OutlineReader.shortestBesideQuote {
          found.removeLast(found.count - before)
        }
        outline.starts.append(Int32(found.count))
      }
    }
    outline.stems = found
    outline.facts = facts
    outline.text = hash
    return outline
  }

  private static func name(_ relay: Relay) -> String? { (relay.name ?? relay.url).map { Fold.folded($0) } }

  /// Fewer stems beside a quote say who speaks and no more: reporters who never met name a speaker by the same office.
  private static let shortestBesideQuote = 10

  /// Words of a paragraph that is a credit and nothing more ("Source: …", "by our correspondent, with …").
  private static let creditWords = 8

  /// Whether a credit stands in a line of its own, or in the first or last words of an article.
  private static func isCreditLine(_ span: Span, of text: SegmentedText) -> Bool {
    guard let index = text.paragraph(at: span.start) else { return false }
    let words = text.tokens[text.paragraphs[index].tokens].lazy.filter(\.isWordLike).count
    return words <= creditWords || span.start == text.paragraphs[0].span.start
  }
}
