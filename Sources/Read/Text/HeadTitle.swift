internal import NewsModel
internal import Prose

/// Finds the title and the outlet in what stands above an article.
///
/// A title is the line that stands there twice, or with the outlet's name behind it, or the first label of a text whose
/// head is short. In the head of a whole page, where menus stand, a label alone says nothing.
struct HeadTitle {
  let text: TextLines
  let words: ReadingWords
  let body: Range<Int>
  let hasProse: Bool
  private(set) var title: String?
  private(set) var outlet: String?
  /// The line that is the outlet's name.
  private(set) var outletLine: Int?
  /// Lines that are a path of sections with the title glued to it.
  private(set) var gluedLines: [Int] = []

  /// The title of a page stands in its first lines; further down, bars part the entries of menus.
  static let linesOfPageTitle = 3
  /// A repeated line of fewer words is an entry of a menu.
  static let shortestRepeated = 4
  /// Above a byline or date the title is one of so many labels.
  static let labelsAboveByline = 4
  /// The name of an outlet in capitals takes no more words than these.
  static let longestMasthead = 6

  init(text: TextLines, words: ReadingWords, body: Range<Int>, hasProse: Bool) {
    self.text = text
    self.words = words
    self.body = body
    self.hasProse = hasProse
  }

  /// Reads the labels above the article that nothing explained.
  mutating func read(labels: [Int], reasons: [LeftOut.Reason?]) {
    let candidates = labels.filter { text.lines[$0].words <= Cleaning.longestTitle && !text.lines[$0].isCredit }
    if readSuffix(candidates) || readGlued(candidates) || readRepeated(candidates) {
      readMasthead(candidates)
      return
    }
    guard hasProse else { return }
    if candidates.count <= Cleaning.shortestMenu {
      readFirst(candidates)
    } else if let anchor = (0..<body.lowerBound).last(where: { reasons[$0] == .byline || reasons[$0] == .masthead }) {
      let above = candidates.filter { $0 < anchor }.suffix(HeadTitle.labelsAboveByline)
      title = above.last { text.lines[$0].words >= HeadTitle.shortestRepeated }.map { text.text(text.lines[$0]) }
    }
  }

  /// "Title – OUTLET", where the mark alone says so or the title stands there without it too.
  private mutating func readSuffix(_ candidates: [Int]) -> Bool {
    for index in candidates.prefix(HeadTitle.linesOfPageTitle) {
      guard let line = TitleLine(text.bytes, text.lines[index].span) else { continue }
      let wording = ReadingWords.wording(text.text(line.title))
      let standsAlone = text.lines[..<body.upperBound].contains { $0.wording == wording }
      guard line.isCertain || standsAlone else { continue }
      title = text.text(line.title)
      outlet = text.text(line.outlet)
      return true
    }
    return false
  }

  /// "Home Worldtitle of the article" above or below "Title of the article": scrapers lose the space between.
  private mutating func readGlued(_ candidates: [Int]) -> Bool {
    for index in candidates.prefix(Cleaning.shortestMenu) where text.lines[index].words >= HeadTitle.shortestRepeated {
      let matcher = TitleMatcher(text.text(text.lines[index]))
      let glued = candidates.filter { $0 != index && matcher.relation(of: text.lines[$0], text) == .glued }
      guard !glued.isEmpty else { continue }
      title = text.text(text.lines[index])
      gluedLines = glued
      return true
    }
    return false
  }

  private mutating func readRepeated(_ candidates: [Int]) -> Bool {
    var counts: [UInt64: Int] = [:]
    for line in text.lines[..<body.lowerBound] { counts[line.wording, default: 0] += 1 }
    let repeated = candidates.filter {
      text.lines[$0].words >= HeadTitle.shortestRepeated && (counts[text.lines[$0].wording] ?? 0) > 1
    }
    guard let best = repeated.max(by: { (text.lines[$0].words, $1) < (text.lines[$1].words, $0) }) else { return false }
    title = text.text(text.lines[best])
    return true
  }

  /// The first label is the title, or the outlet where it is in capitals and another label follows.
  private mutating func readFirst(_ candidates: [Int]) {
    var rest = candidates.filter { !words.isSection(text.lines[$0].wording) }[...]
    if let first = rest.first, rest.count > 1, isMasthead(first) {
      outlet = text.text(text.lines[first])
      outletLine = first
      rest = rest.dropFirst()
    }
    title = rest.first.map { text.text(text.lines[$0]) }
  }

  private mutating func readMasthead(_ candidates: [Int]) {
    guard outlet == nil, let first = candidates.first, isMasthead(first), !words.isSection(text.lines[first].wording),
      text.text(text.lines[first]) != title
    else { return }
    outlet = text.text(text.lines[first])
    outletLine = first
  }

  private func isMasthead(_ index: Int) -> Bool {
    let line = text.lines[index]
    return line.words <= HeadTitle.longestMasthead && line.ending == .open
      && CharacterClass.shape(text.bytes, line.span).1
  }
}
