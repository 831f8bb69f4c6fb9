internal import NewsModel
internal import Prose

/// Holds a story to what its outlets' rights allow: gives each article's words to the passages in their order, and
/// takes out what finds no room.
///
/// Key points first, the first of an article before all and the others up to a share; then differences, dated events,
/// the rest of the key points, reported speech, statements about actors, the articles' own key points (for their source
/// views) and the places that say the same.
struct ExcerptLimit {
  /// A key point cut at a comma still has to say something.
  static let shortestHead = 8  // words
  /// A title taken from the words of an article.
  static let longestTitle = 20  // words

  let scope: StoryScope
  private var budgets: [String: ExcerptBudget]

  /// The limits of a story's articles, with nothing printed.
  init(scope: StoryScope, settings: SiteSettings = SiteSettings()) {
    self.scope = scope
    budgets = Dictionary(
      uniqueKeysWithValues: scope.witnesses.map { witness in
        (witness.id, ExcerptBudget(witness, rights: settings.rights(of: witness.digest.article.source)))
      })
  }

  /// Whether all that editions told fits; passages of an earlier version of an article, which has other words, are
  /// passed over.
  func admits(_ told: [Passage]) -> Bool {
    more(told).allSatisfy { article, spans in
      guard let budget = budgets[article] else { return true }
      return budget.admits(spans.filter { !budget.isFact($0) })
    }
  }

  /// Prints what editions told, whatever room there is: it is printed already.
  mutating func spend(_ told: [Passage]) {
    for (article, spans) in more(told).sorted(by: { $0.key < $1.key }) {
      for span in spans {
        if budgets[article]?.isFact(span) ?? false {
          budgets[article]?.grantFact(span)
        } else {
          budgets[article]?.spend(span)
        }
      }
    }
  }

  /// The spans of passages that lie in the texts as they are now and are not printable yet, by article.
  private func more(_ told: [Passage]) -> [String: [Span]] {
    var found: [String: [Span]] = [:]
    for passage in told {
      guard let index = scope.index(of: passage.article),
        scope.witnesses[index].digest.article.text.holds(passage.span)
      else { continue }
      found[passage.article, default: []].append(passage.span)
    }
    for (article, spans) in found {
      let printable = budgets[article]?.printable ?? []
      found[article] = spans.filter { span in !printable.contains { $0.contains(span) } }
    }
    return found
  }

  /// The budget of an article of the story.
  func budget(of article: String) -> ExcerptBudget? { budgets[article] }

  /// Whether every byte of a passage may be printed.
  func isPrintable(_ passage: Passage) -> Bool { budgets[passage.article]?.isPrintable(passage.span) ?? false }

  /// Prints a passage if it fits.
  mutating func take(_ passage: Passage, hundredths: Int = 100) -> Bool {
    guard let budget = budgets[passage.article], budget.admits([passage.span], hundredths: hundredths) else {
      return false
    }
    budgets[passage.article]?.spend(passage.span)
    return true
  }

  /// Notes that a passage found no room.
  mutating func withhold(_ passage: Passage) { budgets[passage.article]?.withhold() }

  /// The words of the first key point that fit, cut at a comma, for a story without any headline.
  mutating func title(from points: [StoryKeyPoint]) -> Passage? {
    for point in points {
      if let head = head(of: point.passage, most: ExcerptLimit.longestTitle), take(head) { return head }
    }
    return nil
  }

  /// The key points that fit into their share, in order; the others are left for `restOfKeyPoints`.
  ///
  /// The first of an article may take all that the article allows: of a short one little else tells as much as its lead.
  mutating func keyPoints(_ points: [StoryKeyPoint]) -> (shown: [StoryKeyPoint], left: [StoryKeyPoint]) {
    var shown: [StoryKeyPoint] = []
    var left: [StoryKeyPoint] = []
    for point in points {
      let isFirst = !shown.contains { $0.passage.article == point.passage.article }
      let share = isFirst ? 100 : ExcerptBudget.keyPointShare
      if shown.count < KeyPointMerger.most, let told = told(point, hundredths: share) {
        shown.append(told)
      } else {
        left.append(point)
      }
    }
    return (shown, left)
  }

  /// The key points that find room after the differences and dated events; counts those that do not.
  mutating func restOfKeyPoints(_ left: [StoryKeyPoint], shown: Int) -> [StoryKeyPoint] {
    var more: [StoryKeyPoint] = []
    for point in left where shown + more.count < KeyPointMerger.most {
      if let told = told(point, hundredths: 100) {
        more.append(told)
      } else if let head = head(of: point.passage, most: budgets[point.passage.article]?.left ?? 0), take(head) {
        more.append(StoryKeyPoint(passage: head, alsoIn: point.alsoIn, origins: point.origins, score: point.score))
      } else {
        withhold(point.passage)
      }
    }
    return more
  }

  /// The differences of which all sides fit: with the clauses around, or else the bare figures, dates and names.
  mutating func differences(_ all: [Difference]) -> [Difference] {
    all.compactMap { difference in
      let sides = Dictionary(grouping: difference.versions, by: \.article)
      let isAdmitted = sides.allSatisfy { article, versions in
        budgets[article]?.admits(versions.map(\.context)) ?? false
      }
      if isAdmitted {
        for version in difference.versions { _ = take(Passage(article: version.article, span: version.context)) }
        return difference
      }
      for version in difference.versions { withhold(Passage(article: version.article, span: version.context)) }
      return ExcerptLimit.facts.contains(difference.slot) ? bare(difference) : nil
    }
  }

  /// Slots whose words are facts.
  private static let facts: Set<Difference.Slot> = [.figure, .date, .time, .duration, .age, .name, .place]

  private mutating func bare(_ difference: Difference) -> Difference? {
    var bare = difference
    for (index, version) in difference.versions.enumerated() {
      guard let words = version.variants.first, version.variants.count == 1,
        let witness = scope.index(of: version.article).map({ scope.witnesses[$0] }),
        witness.words(in: witness.tokens(touching: words)) <= ExcerptBudget.longestFact,
        budgets[version.article]?.rights != .linkOnly
      else { return nil }
      bare.versions[index].context = words
    }
    for version in bare.versions { budgets[version.article]?.grantFact(version.context) }
    return bare
  }

  /// The events of which one version fits, in their order. What is to come is given room first, then what is nearest to
  /// its article's publication: where not all fit, the history of a matter gives way.
  mutating func events(_ all: [TimelineEvent]) -> [TimelineEvent] {
    var shown = [TimelineEvent?](repeating: nil, count: all.count)
    let places = all.map(precedence)
    // The order is stable: what is as near keeps its place.
    for index in all.indices.sorted(by: { places[$0] < places[$1] }) { shown[index] = told(all[index]) }
    return shown.compactMap(\.self)
  }

  private mutating func told(_ event: TimelineEvent) -> TimelineEvent? {
    if event.kind == .publication { return event }
    for passage in [event.passage] + event.alsoIn where take(passage) {
      return passage == event.passage ? event : event.told(by: passage, in: scope)
    }
    withhold(event.passage)
    return nil
  }

  /// What is to come before what has been, and days from its article's publication; what has no day is last.
  private func precedence(_ event: TimelineEvent) -> (Int, Int) {
    guard let day = event.days?.lowerBound,
      let published = scope.index(of: event.passage.article).flatMap({ scope.witnesses[$0].day })
    else { return (2, 0) }
    return day > published ? (0, day.number - published.number) : (1, published.number - day.number)
  }

  /// The quotes of a story without the reported speech that found no room.
  mutating func quotes(_ all: [StoryQuote]) -> [StoryQuote] {
    all.compactMap { quote in
      var shown = quote
      shown.versions = quote.versions.filter { version in
        guard let index = scope.index(of: version.article) else { return false }
        let found = scope.witnesses[index].digest.quotes[version.quote]
        if budgets[version.article]?.rights == .linkOnly { return false }
        guard found.form == .indirect else { return true }
        let passage = Passage(article: version.article, span: found.span)
        if isPrintable(passage) || take(passage) { return true }
        withhold(passage)
        return false
      }
      return shown.versions.isEmpty ? nil : shown
    }
  }

  /// Spends what is left on the articles' own key points and on the places where others say the same.
  mutating func sources(_ points: [StoryKeyPoint]) {
    for witness in scope.witnesses {
      for point in witness.digest.keyPoints { _ = take(Passage(article: witness.id, span: point.span)) }
    }
    for passage in points.flatMap(\.alsoIn) { _ = take(passage) }
  }

  /// The statement by the first of its versions that fits.
  private mutating func told(_ point: StoryKeyPoint, hundredths: Int) -> StoryKeyPoint? {
    if take(point.passage, hundredths: hundredths) { return point }
    for passage in point.alsoIn where take(passage, hundredths: hundredths) {
      var told = point
      told.passage = passage
      told.alsoIn = ([point.passage] + point.alsoIn).filter { $0 != passage }
      return told
    }
    return nil
  }

  private func head(of passage: Passage, most: Int) -> Passage? {
    guard let index = scope.index(of: passage.article) else { return nil }
    let witness = scope.witnesses[index]
    let range = witness.text.tokens(in: passage.span)
    guard
      let head = ClauseClipper.head(of: range, of: witness, most: most, least: ExcerptLimit.shortestHead),
      // "Speaking to reporters in the port, not far from the border": nothing is said yet.
      witness.hasVerb(in: head)
    else { return nil }
    var end = head.upperBound
    while end > head.lowerBound, !witness.text.tokens[end - 1].isWordLike { end -= 1 }
    return Passage(article: passage.article, span: witness.text.span(head.lowerBound..<end))
  }
}
