internal import NewsModel

/// Makes the briefs: one for each day that has dated articles, newest first; one without a date where none has.
///
/// Once a later edition is out, an edition stays as it was published, and what changed since is noted beside it.
struct BriefComposer {
  /// In order of importance.
  let stories: [StoryReport]
  /// The day of each article that has one that can be trusted.
  let days: [String: CivilDay]
  /// Ids of all articles shown, sorted.
  let articles: [String]
  let memory: SiteMemory
  let request: EditionRequest
  /// What an edition printed of an article that changed or was withdrawn.
  var changes: (String, Edition) -> ChangedWords.Found = { _, _ in ChangedWords.Found() }

  /// What the site's briefs are, and the editions that later mornings keep.
  struct Result {
    /// Newest first.
    var briefs: [Brief]
    /// By day.
    var editions: [Edition]
    /// Editions of days after the one asked for: their pages stand, and nothing else tells of them.
    var later: [Brief] = []
  }

  /// All briefs up to the day asked for, which then is the first of them even if nothing appeared on it.
  func result() -> Result {
    let planned = plannedDays()
    guard let newest = planned.last else {
      // Of a day before all articles there is nothing to tell but what has no day.
      let ids = stories.filter { story in
        request.day == nil || story.articles.allSatisfy { days[$0] == nil }
      }.map(\.id)
      var brief = Brief(date: request.day, edition: 1, stories: ids, earlier: [], new: ids, previous: nil)
      brief.articles = articles
      return Result(briefs: ids.isEmpty && request.day == nil ? [] : [brief], editions: memory.editions)
    }
    var claimed = Set(memory.editions.flatMap(\.articles))
    let late = Dictionary(grouping: days.keys.filter { !claimed.contains($0) }.sorted()) { days[$0] }
    let shown = Set(stories.map(\.id))
    var known: Set<String> = []
    var briefs: [Brief] = []
    var editions: [Edition] = []
    var number = memory.editions.map(\.number).max() ?? 0
    for (index, day) in planned.enumerated() {
      let previous = index > 0 ? planned[index - 1] : nil
      var edition = memory.edition(of: day)
      if var kept = edition, day != newest || kept.state == .closed, kept.markdown != nil {
        if kept.state == .open { kept.state = .closed }
        correct(&kept, late: late[day] ?? [], newest: newest)
        briefs.append(brief(of: kept, shown: shown, previous: previous))
        editions.append(kept)
        known.formUnion(kept.articles)
        continue
      }
      // Editions are counted by day: one between days that are out has no number left.
      let isBetween = edition == nil && memory.editions.contains { $0.day > day }
      if edition == nil, !isBetween { number += 1 }
      let own = articles.filter { article in
        day == newest ? days[article].map { $0 <= day } ?? true : days[article] == day
      }
      let first = (edition?.articles ?? []) + own.filter { claimed.insert($0).inserted }
      var made = brief(
        day, number: edition?.number ?? (isBetween ? 0 : number), articles: first, known: known, previous: previous,
        isNewest: day == newest)
      made.corrections = edition?.corrections ?? []
      if day == newest {
        let told = Set(made.new + made.developments.map(\.story))
        let known = made.stories + made.earlier
        made.revisions = Revisions(editions: editions, day: day).found(
          in: stories.filter { known.contains($0.id) && !told.contains($0.id) })
      }
      // Where the page stays as it was printed, nothing prints it anew.
      let printed = edition
      edition = Edition(
        day: day, number: made.edition, state: day != newest ? .closed : request.isDraft ? .draft : .open,
        articles: first.sorted(), stories: made.stories, summary: printed?.summary ?? "", markdown: printed?.markdown,
        data: printed?.data, passages: printed?.passages ?? [], corrections: made.corrections)
      edition?.earlier = made.earlier
      briefs.append(made)
      if let edition { editions.append(edition) }
      known.formUnion(first)
    }
    let later = memory.editions.filter { $0.day > newest }
    let standing = later.filter { $0.markdown != nil }.map { brief(of: $0, shown: shown, previous: nil) }
    return Result(briefs: briefs.reversed(), editions: editions + later, later: standing)
  }

  /// The days that have or get editions, in order.
  private func plannedDays() -> [CivilDay] {
    let dated = Set(days.values)
    var planned = Set(memory.editions.map(\.day))
    let newestKnown = memory.latest?.day
    for day in dated where request.since.map({ day >= $0 }) ?? true {
      if request.backfill || newestKnown.map({ day > $0 }) ?? true { planned.insert(day) }
    }
    if let last = request.day {
      planned = planned.filter { $0 <= last }
      if !planned.isEmpty || dated.contains(where: { $0 <= last }) { planned.insert(last) }
    } else if planned.isEmpty, let newest = dated.max() {
      // Articles may all be older than the first day asked for: the newest day of them still is an edition.
      planned.insert(newest)
    }
    return planned.sorted()
  }

  private func brief(
    _ day: CivilDay, number: Int, articles: [String], known: Set<String>, previous: CivilDay?, isNewest: Bool
  ) -> Brief {
    let late = articles.filter { days[$0].map { $0 < day } ?? false && !known.isEmpty }
    let fresh = Set(late)
    // What the editor put first stands on the front page, whatever its day.
    let own = stories.filter { story in
      isNewest && story.reasons.contains(.pinned) || story.articles.contains { days[$0] == day || fresh.contains($0) }
    }
    let threads = Set(own.map(\.thread))
    let ids = Set(own.map(\.id))
    let earlier = stories.filter { story in
      threads.contains(story.thread) && !ids.contains(story.id)
        && story.articles.contains { days[$0].map { $0 < day } ?? false }
    }
    let isNew = { (story: StoryReport) in !story.articles.contains { known.contains($0) } }
    var brief = Brief(
      date: day, edition: number, stories: own.map(\.id), earlier: earlier.map(\.id),
      new: own.filter(isNew).map(\.id), previous: previous)
    brief.late = late
    brief.knownUntil = (own + earlier).lazy.flatMap(\.articles).compactMap { days[$0] }.max().flatMap {
      $0 > day ? $0 : nil
    }
    brief.articles = self.articles.filter { days[$0] == day || fresh.contains($0) }
    brief.developments = own.filter { !isNew($0) }.compactMap { development(of: $0, known) }
    return brief
  }

  /// What a story's new articles bring; nil where it has none.
  private func development(of story: StoryReport, _ known: Set<String>) -> Development? {
    let new = story.articles.filter { !known.contains($0) }
    guard !new.isEmpty else { return nil }
    let points = story.keyPoints.indices.filter { index in
      let point = story.keyPoints[index]
      return !([point.passage.article] + point.alsoIn.map(\.article)).contains { known.contains($0) }
    }
    let slots: Set<Difference.Slot> = [.figure, .date, .duration]
    let differences = story.differences.indices.filter { index in
      let difference = story.differences[index]
      return slots.contains(difference.slot) && difference.versions.contains { known.contains($0.article) }
        && difference.versions.contains { !known.contains($0.article) }
    }
    return Development(story: story.id, articles: new, keyPoints: points, differences: differences)
  }

  /// An edition that is out, as an entry among the briefs.
  ///
  /// - Parameter shown: the ids of all stories that the site has.
  private func brief(of edition: Edition, shown: Set<String>, previous: CivilDay?) -> Brief {
    var brief = Brief(
      date: edition.day, edition: edition.number, stories: edition.stories.filter { shown.contains($0) },
      earlier: edition.earlier.filter { shown.contains($0) }, new: [], previous: previous)
    brief.published = edition
    brief.corrections = edition.corrections
    return brief
  }

  /// Adds the corrections that this run notices; the same is noted once.
  ///
  /// - Parameter late: articles of its day that no edition knows.
  private func correct(_ edition: inout Edition, late: [String], newest: CivilDay) {
    let own = Set(edition.articles)
    func note(_ kind: Correction.Kind, _ article: String) {
      let isOnce = kind != .changed
      if isOnce, edition.corrections.contains(where: { $0.kind == kind && $0.article == article }) { return }
      var correction = Correction(noted: newest, kind: kind, article: article)
      if kind != .added {
        let found = changes(article, edition)
        // Of an article of an earlier edition this one tells where its own words are concerned.
        if kind == .changed, found.changes.isEmpty, !own.contains(article) { return }
        correction.changes = found.changes.isEmpty && !found.isWhole ? nil : found.changes
        edition.passages = Set(edition.passages + found.printed).sorted()
      }
      // Of two changes of a day the second says all.
      edition.corrections.removeAll { $0.kind == kind && $0.article == article && $0.noted == newest }
      edition.corrections.append(correction)
    }
    for article in late { note(.added, article) }
    // What the editor shows again was not withdrawn.
    edition.corrections.removeAll { $0.kind == .withdrawn && $0.article.map(articles.contains) ?? false }
    let asked = request.withdrawn.union(request.changed)
    for article in asked.intersection(own.union(edition.passages.map(\.article))).sorted() {
      if request.withdrawn.contains(article) { note(.withdrawn, article) }
      if request.changed.contains(article) { note(.changed, article) }
    }
    edition.corrections.sort()
  }
}
