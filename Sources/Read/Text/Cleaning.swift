internal import NewsModel
internal import Prose

/// Decides of every line of a text whether it is the article, and reads what the lines around it say of it.
///
/// A line is left out for what it says (a phrase of the trade, a byline, a date) or for where it stands (a run of
/// labels before or after the article). Where a text shows no sign of a page around it, nothing goes but what is
/// certain: a list, a poem or a heading is the article's own.
struct Cleaning {
  /// What the text says of the article.
  struct Found {
    var title: String?
    var outlet: String?
    var author: String?
    var published: CivilDay?
    /// The line says that the article came out on that day, and is no bare date.
    var saysPublished = false
    /// The words that `published` was read from.
    var publishedWords: String?
    var updated: CivilDay?
  }

  /// Before, after or within an article, so many labels in a row that nothing explains are a menu.
  static let shortestMenu = 4
  /// Within an article a run of labels may be a list of its own.
  static let shortestMenuWithin = 7
  /// A section's name beside the byline takes no more words than these.
  static let longestSection = 3
  /// Of the paragraphs of an article, a byline or date stands before this one.
  static let paragraphsBeforeByline = 4
  /// A heading or a title takes no more words than these.
  static let longestTitle = 30
  /// A question longer than this is a paragraph even at the top of a text.
  static let longestQuestion = 20

  let text: TextLines
  let words: ReadingWords
  var body: Range<Int>
  let scores: [Double]
  let hasProse: Bool
  /// Why each line is left out; nil where it stays.
  var reasons: [LeftOut.Reason?]
  var found = Found()

  /// Looks at a text of which the title and the author may be known.
  init(_ text: TextLines, words: ReadingWords, title: String?, author: String? = nil) {
    self.text = text
    self.words = words
    let body = ArticleBody(text)
    self.body = body.lines
    scores = body.scores
    hasProse = body.hasProse
    reasons = Array(repeating: nil, count: text.lines.count)
    guard !text.lines.isEmpty else { return }
    leaveTitleBefore()
    readWhatLinesSay()
    readHead(title: title)
    leaveOutTitle(title ?? found.title)
    leaveOutCopies()
    clearHead()
    leaveOutSignature(of: author ?? found.author)
    clearTail()
    clearWithin()
    keepSomething()
  }

  /// The lines that stay, in order.
  var kept: [TextLine] { text.lines.indices.filter { reasons[$0] == nil }.map { text.lines[$0] } }

  /// The lines that go, in order.
  var leftOut: [LeftOut] {
    text.lines.indices.compactMap { index in
      reasons[index].map { LeftOut(line: text.lines[index].number, text: text.text(text.lines[index]), reason: $0) }
    }
  }

  /// The line that says that this article goes on for subscribers, if one was left out.
  var signForSubscribers: String? {
    text.lines.indices.first { reasons[$0] == .paywall && text.lines[$0].phrase?.isForSubscribers == true }
      .map { text.text(text.lines[$0]) }
  }

  // MARK: Where the article starts

  /// A title reads as running text where it is long, or a question; it stands before the article all the same.
  private mutating func leaveTitleBefore() {
    guard hasProse else { return }
    while body.lowerBound < ArticleBodyStart.linesOfTitles {
      let line = text.lines[body.lowerBound]
      let isLongTitle = line.ending == .open && line.words <= Cleaning.longestTitle
      let isQuestion = line.ending == .question && line.words <= Cleaning.longestQuestion && body.lowerBound == 0
      guard isLongTitle || isQuestion,
        let next = (body.lowerBound + 1..<body.upperBound).first(where: {
          scores[$0] > 0 && text.lines[$0].endsSentence
        })
      else { return }
      body = next..<body.upperBound
    }
  }

  // MARK: What lines say by themselves

  private mutating func readWhatLinesSay() {
    for index in text.lines.indices {
      let line = text.lines[index]
      let bytes = text.bytes(of: line)
      if let phrase = line.phrase {
        reasons[index] = phrase.reason
        if phrase.announcesTitle { leaveOutTitle(announcedBy: index) }
      } else if line.words == 0 {
        // A star left over from a form belongs to the form.
        reasons[index] = index > 0 && text.lines[index - 1].phrase != nil ? reasons[index - 1] : .navigation
      } else if reasons[index] == nil, line.words <= Byline.longest, !line.isCredit {
        if let date = DateLine(bytes, words: words) {
          read(date, at: index, in: text.text(line))
        } else if line.ending == .open, let byline = Byline(text.text(line), words: words) {
          read(byline, at: index)
        } else if line.ending == .open, LineShape.isRowOfLabels(bytes) {
          reasons[index] = .tags
        } else if line.ending == .open, index < body.lowerBound, LineShape.isSpacedRow(bytes) {
          reasons[index] = .navigation
        }
      }
    }
  }

  /// "Lire aussi :" on a line of its own stands above the title of what should be read.
  private mutating func leaveOutTitle(announcedBy index: Int) {
    let next = index + 1
    guard next < text.lines.count, text.lines[next].phrase == nil, !text.lines[next].isCredit,
      text.lines[next].ending != .sentence, text.lines[next].words <= Cleaning.longestTitle, next < body.upperBound,
      next + 1 < text.lines.count
    else { return }
    reasons[next] = text.lines[index].phrase?.reason
  }

  /// Whether a line stands where bylines and dates stand: before the article, after it, or among its first paragraphs.
  private func isBesideArticle(_ index: Int) -> Bool {
    guard body.contains(index) else { return true }
    return (body.lowerBound..<index).count { scores[$0] > 0 } < Cleaning.paragraphsBeforeByline
      || !(index + 1..<body.upperBound).contains { scores[$0] > 0 }
  }

  private mutating func read(_ date: DateLine, at index: Int, in line: String) {
    guard isBesideArticle(index) else { return }
    reasons[index] = .masthead
    // Above the article the nearest date is its own: further up stands the day of the page. Below, the first is.
    if index >= body.upperBound, found.published != nil || found.updated != nil { return }
    if date.isUpdate {
      found.updated = date.day
    } else {
      found.published = date.day
      found.saysPublished = date.saysPublished
      found.publishedWords = line
    }
  }

  private mutating func read(_ byline: Byline, at index: Int) {
    guard isBesideArticle(index) else { return }
    reasons[index] = .byline
    if let date = byline.date {
      if date.isUpdate {
        found.updated = date.day
      } else {
        found.published = date.day
        found.saysPublished = date.saysPublished
      }
    }
    if index < body.upperBound || found.author == nil { found.author = byline.author ?? found.author }
  }

  // MARK: Title and outlet

  private mutating func readHead(title: String?) {
    let labels = (0..<body.lowerBound).filter { reasons[$0] == nil }
    guard hasProse || text.lines.count > 1 else { return }
    var title = HeadTitle(text: text, words: words, body: body, hasProse: hasProse)
    title.read(labels: labels, reasons: reasons)
    found.title = title.title
    found.outlet = title.outlet
    if let line = title.outletLine { reasons[line] = .masthead }
    for line in title.gluedLines { reasons[line] = .navigation }
  }

  /// Marks the lines that are the title, alone or with the outlet behind it.
  private mutating func leaveOutTitle(_ title: String?) {
    guard let title, !title.isEmpty else { return }
    let matcher = TitleMatcher(title)
    var isFirst = true
    for index in text.lines.indices {
      let line = text.lines[index]
      guard line.words <= matcher.words + TitleLine.longestOutlet, reasons[index] == nil || index < body.lowerBound
      else {
        continue
      }
      // Within the article a sentence that happens to be the title is a sentence.
      if body.contains(index), line.ending == .sentence, hasProse, !matcher.isWhole(line) { continue }
      switch matcher.relation(of: line, text) {
      case .same:
        if !hasProse, text.lines.count == 1 { continue }
        reasons[index] = isFirst ? .title : .repeatedTitle
        isFirst = false
      case .glued where !body.contains(index): reasons[index] = .navigation
      case .caption where index >= body.lowerBound && line.ending == .open: reasons[index] = .caption
      default: continue
      }
    }
  }

  /// A byline alone on a line below the article, and the initials of an agency's desk ("abc/de/fgh").
  private mutating func leaveOutSignature(of author: String?) {
    guard hasProse, let lastProse = text.lines.indices.last(where: { scores[$0] > 0 && body.contains($0) }) else {
      return
    }
    let names = Byline.names(of: author).map { ReadingWords.wording($0) }
    for index in text.lines.indices where index > lastProse && reasons[index] == nil {
      let line = text.lines[index]
      if line.ending == .open, names.contains(line.wording) { reasons[index] = .byline }
    }
    if let last = text.lines.indices.last(where: { reasons[$0] == nil }), last > lastProse,
      LineShape.isSignOff(text.bytes(of: text.lines[last]))
    {
      reasons[last] = .byline
    }
  }
}

/// Where titles are looked for.
enum ArticleBodyStart {
  /// A title that reads as running text is one of the first lines of a text.
  static let linesOfTitles = 6
}
