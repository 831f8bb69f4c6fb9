internal import NewsModel
internal import Prose

/// Pairs the marks of a paragraph into runs of words, one pass from left to right.
///
/// Marks of the press are often wrong: closed by a mark of another pair (« … ”, „ … “), swapped (» … «), or lost. So a
/// mark's role follows from its place first (white space, punctuation) and from its shape second. Quotes inside quotes
/// are part of the words around them, unless those are a block quote that opens each paragraph and never closes.
struct MarkPairing {
  /// What a paragraph's marks come to.
  struct Result {
    var runs: [QuoteRun] = []
    /// Marks that close what no mark opened.
    var orphans: [QuoteMark] = []
  }
  let reading: QuoteReading

  private struct State {
    var opener: Int?
    var inner: [QuoteMark.Family] = []
    var innerStart = 0
    var innerRuns: [QuoteRun] = []
    var result = Result()
  }

  /// The runs of one paragraph; `marks` are its marks in order.
  func runs(of marks: [QuoteMark], paragraph: Int) -> Result {
    let doubles = marks.filter { $0.family != .single }
    var state = State()
    for index in doubles.indices {
      if state.opener == nil {
        startOrOrphan(index, doubles, &state)
      } else {
        goOnOrClose(index, doubles, paragraph, &state)
      }
    }
    if let opener = state.opener { leaveOpen(opener, doubles, paragraph, until: nil, &state) }
    appendSingles(marks, paragraph, &state.result)
    state.result.runs.sort { $0.outer.lowerBound < $1.outer.lowerBound }
    return state.result
  }

  private func startOrOrphan(_ index: Int, _ marks: [QuoteMark], _ state: inout State) {
    let mark = marks[index]
    let opens: Bool
    if mark.isAfterElision {
      opens = true
    } else if mark.closesByPlace {
      opens = false
    } else if mark.shape == .closing {
      opens = mark.opensByPlace || (!mark.isBeforePunctuation && opensSwapped(index, marks))
    } else {
      opens = !mark.isBeforePunctuation
    }
    if opens {
      state.opener = index
      state.inner = []
      state.innerRuns = []
    } else {
      state.result.orphans.append(mark)
    }
  }

  /// A closing shape set apart on both sides opens where the next mark would close it.
  private func opensSwapped(_ index: Int, _ marks: [QuoteMark]) -> Bool {
    guard index + 1 < marks.count else { return false }
    let next = marks[index + 1]
    if next.shape != .opening || next.closesByPlace || next.isBeforePunctuation { return true }
    return index + 2 >= marks.count && !next.opensByPlace
  }

  private func goOnOrClose(_ index: Int, _ marks: [QuoteMark], _ paragraph: Int, _ state: inout State) {
    guard let opener = state.opener else { return }
    switch role(of: index, marks, opener: opener, inner: state.inner) {
    case .closes:
      if state.inner.popLast() != nil {
        if state.inner.isEmpty, let run = run(state.innerStart, index, marks, paragraph) {
          state.innerRuns.append(run)
        }
      } else {
        if let run = run(opener, index, marks, paragraph) { state.result.runs.append(run) }
        state.opener = nil
      }
    case .opensInside:
      if state.inner.isEmpty { state.innerStart = index }
      state.inner.append(marks[index].family)
    case .reopens:
      leaveOpen(opener, marks, paragraph, until: marks[index].tokens.lowerBound, &state)
      state.opener = index
      state.inner = []
      state.innerRuns = []
    }
  }

  private enum Role { case closes, opensInside, reopens }

  private func role(of index: Int, _ marks: [QuoteMark], opener: Int, inner: [QuoteMark.Family]) -> Role {
    let mark = marks[index]
    let first = marks[opener]
    if mark.shape == .closing { return .closes }
    if mark.closesByPlace { return .closes }
    if mark.shape == .either {
      guard mark.opensByPlace else { return .closes }
      if inner.contains(mark.family) { return .closes }
      return mark.family == first.family ? .reopens : closesLater(index, marks, mark.family) ? .opensInside : .closes
    }
    if !mark.opensByPlace {
      let isSwapped = first.shape == .closing || first.family == .low
      if isSwapped || mark.isBeforePunctuation || index == marks.count - 1 || isBeforeCue(mark) { return .closes }
    }
    if mark.family == first.family, inner.isEmpty {
      let both = index + 2 < marks.count && marks[index + 1].shape == .closing && marks[index + 2].shape == .closing
      return both ? .opensInside : .reopens
    }
    return .opensInside
  }

  private func closesLater(_ index: Int, _ marks: [QuoteMark], _ family: QuoteMark.Family) -> Bool {
    index + 1 < marks.count && marks[index + 1].family == family
  }

  /// "… “ a déclaré": what follows is the verb that says who spoke.
  private func isBeforeCue(_ mark: QuoteMark) -> Bool {
    let next = mark.tokens.upperBound
    guard next < reading.tags.count else { return true }
    return reading.tags[next].has([.auxiliary, .finite, .finiteBesideMarks])
  }

  private func run(_ opener: Int, _ closer: Int, _ marks: [QuoteMark], _ paragraph: Int) -> QuoteRun? {
    let words = marks[opener].tokens.upperBound..<marks[closer].tokens.lowerBound
    guard !words.isEmpty else { return nil }
    let a = marks[opener]
    let b = marks[closer]
    let isLowPair = a.family == .low && (b.family == .curly || b.family == .straight)
    let isMixed = (a.family != b.family && !isLowPair) || a.shape == .closing || (b.shape == .opening && !isLowPair)
    return QuoteRun(
      words: words, outer: a.tokens.lowerBound..<b.tokens.upperBound, paragraph: paragraph, family: a.family,
      isMixed: isMixed)
  }

  /// A mark that is never closed: its run goes on to `until`, or to the end of its paragraph.
  private func leaveOpen(
    _ opener: Int, _ marks: [QuoteMark], _ paragraph: Int, until: Int?, _ state: inout State
  ) {
    state.opener = nil
    let mark = marks[opener]
    let all = reading.text.paragraphs[paragraph].tokens
    // Each paragraph of a block quote opens with a straight mark; what it holds are the quotes.
    if mark.tokens.lowerBound == all.lowerBound, mark.family == .straight, !state.innerRuns.isEmpty {
      state.result.runs += state.innerRuns
      return
    }
    let words = mark.tokens.upperBound..<(until ?? all.upperBound)
    guard !words.isEmpty else { return }
    state.result.runs.append(
      QuoteRun(
        words: words, outer: mark.tokens.lowerBound..<words.upperBound, paragraph: paragraph, family: mark.family,
        leftOpen: true, reachesEndOfParagraph: words.upperBound == all.upperBound))
  }

  /// Pairs of single marks outside all double ones; a single mark without its fellow is an apostrophe.
  private func appendSingles(_ marks: [QuoteMark], _ paragraph: Int, _ result: inout Result) {
    let singles = marks.filter { $0.family == .single }
    guard singles.count > 1 else { return }
    let taken = result.runs.map(\.outer)
    var nextTaken = 0
    var opener: QuoteMark?
    var takenAtOpener = 0
    for mark in singles {
      while nextTaken < taken.count, taken[nextTaken].upperBound <= mark.tokens.lowerBound { nextTaken += 1 }
      if nextTaken < taken.count, taken[nextTaken].contains(mark.tokens.lowerBound) { continue }
      if let open = opener, !mark.opensByPlace, mark.shape != .opening, !mark.isFreeBefore || open.isFreeAfter {
        let words = open.tokens.upperBound..<mark.tokens.lowerBound
        opener = nil
        guard !words.isEmpty, nextTaken == takenAtOpener else { continue }
        result.runs.append(
          QuoteRun(
            words: words, outer: open.tokens.lowerBound..<mark.tokens.upperBound, paragraph: paragraph,
            family: .single))
      } else if opener == nil, mark.opensByPlace || (mark.shape == .opening && mark.isFreeBefore) {
        opener = mark
        takenAtOpener = nextTaken
      }
    }
  }
}
