internal import NewsModel

/// Clears what stands around the article and between its paragraphs.
extension Cleaning {
  /// A paragraph of the article that stands outside it too: a summary above, a print version below.
  mutating func leaveOutCopies() {
    guard hasProse, body.count < text.lines.count else { return }
    let own = Set(text.lines[body].filter { $0.endsSentence && $0.words >= ArticleBody.shortestSentence }.map(\.exact))
    for index in text.lines.indices where !body.contains(index) && reasons[index] == nil {
      if own.contains(text.lines[index].exact) { reasons[index] = .repeatedTitle }
    }
  }

  /// Labels before the article: sections, menus.
  mutating func clearHead() {
    let range = 0..<body.lowerBound
    let labels = range.filter { reasons[$0] == nil && !text.lines[$0].isCredit }
    let isMenu = labels.count >= Cleaning.shortestMenu
    let anchor = range.last { [.title, .byline, .masthead].contains(reasons[$0]) }
    let top = range.first { reasons[$0] == .title }
    for index in labels {
      let line = text.lines[index]
      if words.isSection(line.wording) {
        reasons[index] = .tags
      } else if isMenu || (top.map { index < $0 } ?? false) {
        reasons[index] = .navigation
      } else if line.words <= Cleaning.longestSection, let anchor, index > anchor, reasons[anchor] != .title {
        reasons[index] = .tags
      }
    }
  }

  /// What stands after the article, but for where it is from.
  mutating func clearTail() {
    var ending: LeftOut.Reason?
    let range = body.upperBound..<text.lines.count
    // A line that says where the text is from belongs to the article, and so does what it introduces.
    var creditOpen = false
    var labels: [Int] = []
    for index in range {
      let line = text.lines[index]
      if let phrase = line.phrase, phrase.endsArticle { ending = phrase.reason }
      if line.isCredit, line.phrase == nil, ending == nil {
        reasons[index] = nil
        creditOpen = text.text(line).hasSuffix(":")
      } else if creditOpen, line.phrase == nil {
        reasons[index] = nil
        creditOpen = false
      } else if reasons[index] == nil {
        if let ending { reasons[index] = ending } else { labels.append(index) }
      }
    }
    let own = labels.filter { !LineShape.isListItem(text.bytes(of: text.lines[$0])) }
    guard own.count >= Cleaning.shortestMenu else { return }
    for index in own where !LineShape.isAddress(text.bytes(of: text.lines[index])) { reasons[index] = .navigation }
  }

  /// Whether a page stands around the article: then what repeats within is the page's.
  private var isPage: Bool {
    let outside = text.lines.indices.count { !body.contains($0) && reasons[$0] == .navigation }
    return outside >= Cleaning.shortestMenu
  }

  /// What a page repeats within the article, and menus there.
  mutating func clearWithin() {
    guard hasProse else { return }
    let isPage = isPage
    var repeats: [UInt64: Int] = [:]
    for line in text.lines { repeats[line.exact, default: 0] += 1 }
    var seen: Set<UInt64> = []
    var run: [Int] = []
    for index in body {
      let line = text.lines[index]
      let isRepeated = (repeats[line.exact] ?? 1) > 1
      let isParagraph = scores[index] > 0 || (isRepeated && line.endsSentence && line.phrase == nil && line.words > 5)
      guard isParagraph || !isRepeated || !isPage else {
        reasons[index] = reasons[index] ?? .navigation
        continue
      }
      if isParagraph {
        clearMenu(&run)
        if isRepeated, !seen.insert(line.exact).inserted { reasons[index] = reasons[index] ?? .repeatedTitle }
      } else if reasons[index] == nil, !LineShape.isListItem(text.bytes(of: line)), !line.endsSentence,
        !line.isStructural, !(text.isMarked && line.linkedShare <= ArticleBody.linkedShare)
      {
        run.append(index)
      }
    }
    clearMenu(&run)
  }

  private mutating func clearMenu(_ run: inout [Int]) {
    if run.count >= Cleaning.shortestMenuWithin { for index in run { reasons[index] = .navigation } }
    run.removeAll(keepingCapacity: true)
  }

  /// A text of which nothing would be left keeps what is no phrase of the trade.
  mutating func keepSomething() {
    guard !reasons.contains(nil) else { return }
    for index in text.lines.indices {
      let isTrade = text.lines[index].phrase != nil || text.lines[index].words == 0
      if !isTrade, reasons[index] != .title, reasons[index] != .repeatedTitle { reasons[index] = nil }
    }
  }
}
