internal import Prose

/// Finds where in a text the article stands: the run of lines whose scores add up to the most.
///
/// After Pasternack and Roth, "Extracting Article Text from the Web with Maximum Subsequence Segmentation" (WWW 2009),
/// over lines instead of tags. What a line scores follows Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection
/// Using Shallow Text Features" (WSDM 2010) and jusText (Pomikálek 2011): how long it is, whether it ends as a sentence
/// does, how many function words it has, whether it stands in the text more than once, and phrases of the trade.
///
/// The weights were set by hand on one half of 89 scraped English news pages and left as they were for the other half.
struct ArticleBody {
  /// The lines of the article, as indices; what is not the article may stand among them.
  var lines: Range<Int>
  /// What each line scores: above nothing, it reads as running text.
  var scores: [Double]
  /// Whether any line reads as running text.
  var hasProse: Bool

  /// What a word of a sentence adds.
  static let perWord = 0.12
  /// Longer lines count as if they had this many words: one long paragraph does not outweigh an article.
  static let mostWords = 60
  /// A line with a full stop and fewer words than this is a teaser or a caption as often as a paragraph.
  static let shortestSentence = 6  // words
  /// A short line with a full stop ("He did not.") adds this, so that it ends no article and starts none.
  static let shortSentence = 0.2
  /// A line of this many words is a paragraph even where its full stop is missing.
  static let shortestOpenParagraph = 18  // words
  /// Of a sentence's words, at least this share are function words; lists and headlines have fewer.
  static let functionWordShare = 0.2
  /// What an open paragraph is worth beside one with a full stop: teasers are cut off too.
  static let openParagraph = 0.4
  /// What text with fewer function words is worth: lists of names, and languages without a table.
  static let withoutFunctionWords = 0.5
  /// A line that is neither: a heading, an entry of a menu.
  static let label = -1.0
  /// A longer label, which may be a heading or a caption.
  static let longLabel = -0.7
  /// Labels of so many words are long.
  static let longLabelWords = 10
  /// A label that stands there more than once tells less: menus are doubled, and so are headings.
  static let repeatedLabel = -0.5
  /// A phrase after which nothing of the article comes: it takes some paragraphs to make up for it.
  static let end = -8.0
  /// Links make up at most this share of a paragraph.
  static let linkedShare = 0.5

  /// Finds the article.
  init(_ text: TextLines) {
    var repeats: [UInt64: Int] = [:]
    for line in text.lines { repeats[line.exact, default: 0] += 1 }
    scores = text.lines.map { ArticleBody.score($0, isRepeated: (repeats[$0.exact] ?? 1) > 1) }
    if ArticleBody.isGivenTwice(text.lines, repeats) {
      var seen: Set<UInt64> = []
      scores = text.lines.map { ArticleBody.score($0, isRepeated: !seen.insert($0.exact).inserted) }
    }
    lines = ArticleBody.bestRun(scores)
    hasProse = !lines.isEmpty
    if hasProse { includeRepeatedLead(text.lines) } else { lines = text.lines.indices }
    if hasProse, text.isMarked { includeMarked(text.lines) }
  }

  /// What the page's markup calls the body of an article goes on to its first and last line that is neither made of links
  /// nor a phrase of the trade: lists, tables and short lines belong to it.
  private mutating func includeMarked(_ all: [TextLine]) {
    func isOwn(_ line: TextLine) -> Bool {
      line.phrase == nil && line.words > 0 && line.linkedShare <= ArticleBody.linkedShare
    }
    let end = all[lines.upperBound...].firstIndex { $0.phrase?.endsArticle ?? false } ?? all.count
    let start = all[..<lines.lowerBound].lastIndex { $0.phrase?.endsArticle ?? false }.map { $0 + 1 } ?? 0
    let first = all[start..<lines.lowerBound].firstIndex(where: isOwn) ?? lines.lowerBound
    let last = all[lines.upperBound..<end].lastIndex(where: isOwn).map { $0 + 1 } ?? lines.upperBound
    lines = first..<last
  }

  /// A lead is looked for so many lines above the article: labels may stand between.
  static let linesAboveLead = 4

  /// A page repeats the first paragraph of its article above it, as a summary; the last of them is the paragraph.
  private mutating func includeRepeatedLead(_ all: [TextLine]) {
    for index in (max(0, lines.lowerBound - ArticleBody.linesAboveLead)..<lines.lowerBound).reversed() {
      let lead = all[index]
      if lead.phrase?.endsArticle ?? false { return }
      let value = ArticleBody.unrepeatedScore(lead)
      guard lead.phrase == nil, lead.endsSentence, value > ArticleBody.shortSentence else { continue }
      if !all[lines.lowerBound...].contains(where: { $0.exact == lead.exact }) {
        lines = index..<lines.upperBound
        scores[index] = value
      }
      return
    }
  }

  /// What one line scores.
  static func score(_ line: TextLine, isRepeated: Bool) -> Double {
    if let phrase = line.phrase { return phrase.endsArticle ? end : label }
    let value = unrepeatedScore(line)
    if isRepeated { return value > 0 ? label : max(value, repeatedLabel) }
    return value
  }

  static func unrepeatedScore(_ line: TextLine) -> Double {
    guard line.words > 0 else { return repeatedLabel }
    if line.linkedShare > linkedShare { return label }
    let hasFunctionWords = Double(line.functionWords) >= functionWordShare * Double(line.words)
    let length = Double(min(line.words, mostWords)) * perWord
    if line.endsSentence {
      if line.words >= shortestSentence { return length * (hasFunctionWords ? 1 : withoutFunctionWords) }
      return line.words >= 3 ? shortSentence : label
    }
    if line.words >= shortestOpenParagraph {
      return length * (hasFunctionWords ? 1 : withoutFunctionWords) * openParagraph
    }
    return line.words >= longLabelWords ? longLabel : label
  }

  /// Whether most of what reads as running text stands there twice: a page saved with its print version.
  private static func isGivenTwice(_ lines: [TextLine], _ repeats: [UInt64: Int]) -> Bool {
    var (once, more) = (0.0, 0.0)
    for line in lines {
      let value = unrepeatedScore(line)
      guard value > 0, line.phrase == nil else { continue }
      if (repeats[line.exact] ?? 1) > 1 { more += value } else { once += value }
    }
    return more > once
  }

  /// Kadane's scan: the run with the greatest sum, the first of equals; empty where nothing is above zero.
  static func bestRun(_ scores: [Double]) -> Range<Int> {
    var best = 0..<0
    var greatest = 0.0
    var sum = 0.0
    var start = 0
    for (index, score) in scores.enumerated() {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += score
      if sum > greatest {
        greatest = sum
        best = start..<(index + 1)
      }
    }
    return best
  }
}
