internal import NewsModel

/// What stands at the top of an edition: what it brings that the one before it had not, and how many stories differ.
extension BriefPage {
  private static let mostDevelopments = 5  // lines at the top; the data has all

  /// What is new, what stayed, what has no date.
  var news: Field {
    var lines: [Record] = []
    func line(_ sign: String, _ label: String, _ stories: [StoryReport], tail: Field = .none) {
      lines.append(
        Record(view: [
          "sign": .text(sign), "label": .text(label),
          "stories": Desk.separated(stories.prefix(3).map(desk.story)).field,
          "tail": tail,
        ]))
    }
    let new = brief.new.compactMap { site.stories[$0] }
    let developed = Set(brief.developments.map(\.story) + brief.revisions.map(\.story))
    let kept = mainStories.filter { !brief.new.contains($0.id) && !developed.contains($0.id) } + earlier
    if let previous = brief.previous {
      let label = words.text("new-since", ["date": desk.calendar.short(previous)])
      line("+", label, new, tail: new.isEmpty ? .text(words.text("new-stories-none")) : .none)
      let told =
        brief.developments.map { ($0.story, brought($0)) } + brief.revisions.map { ($0.story, brought($0)) }
      for (id, tail) in told.prefix(BriefPage.mostDevelopments) {
        guard let story = site.stories[id] else { continue }
        line("±", words.text("developed"), [story], tail: .text(tail))
      }
      let more = told.count - BriefPage.mostDevelopments
      if more > 0 { line("±", words.text("developed"), [], tail: .text(words.text("developed-more", count: more))) }
      if !kept.isEmpty { line("=", words.text("unchanged"), kept) }
      if !brief.late.isEmpty {
        line("←", words.text("late-label"), [], tail: .text(words.text("late-articles", count: brief.late.count)))
      }
    }
    let articles = site.composition.coverage.undated
    if isLatest, articles > 0 {
      line("○", words.text("undated-label"), [], tail: .text(words.text("undated-articles", count: articles)))
    }
    return lines.field
  }

  /// ": 1 nouvel article, 2 faits nouveaux, 1 chiffre changé".
  private func brought(_ development: Development) -> String {
    var parts = [words.text("new-articles", count: development.articles.count)]
    if !development.keyPoints.isEmpty { parts.append(words.text("new-facts", count: development.keyPoints.count)) }
    if !development.differences.isEmpty {
      parts.append(words.text("changed-figures", count: development.differences.count))
    }
    return " (" + words.list(parts) + ")"
  }

  /// " (titre modifié, 1 article modifié)".
  private func brought(_ revision: Revision) -> String {
    var parts: [String] = []
    if revision.isRetitled { parts.append(words.text("changed-title")) }
    if !revision.articles.isEmpty { parts.append(words.text("changed-articles", count: revision.articles.count)) }
    return " (" + words.list(parts) + ")"
  }

  /// The line of a day that brought nothing.
  var quiet: Field {
    guard let previous = brief.previous, brief.new.isEmpty, brief.developments.isEmpty, brief.revisions.isEmpty else {
      return .none
    }
    return .text(words.text("quiet-day", ["date": desk.calendar.short(previous)]))
  }

  /// What is new in stories that earlier editions knew, with the new statements.
  var developments: Field {
    var rows: [Record] = []
    for development in brief.developments {
      guard let story = site.stories[development.story] else { continue }
      var points: [Record] = []
      for index in development.keyPoints {
        if let point = desk.keyPoint(story.keyPoints[index], of: story, number: index + 1) { points.append(point) }
      }
      var differences: [Record] = []
      for index in development.differences {
        if let difference = desk.difference(story.differences[index], number: index + 1) {
          differences.append(difference)
        }
      }
      rows.append(
        Record([
          "story": .text(story.id), "articles": development.articles.field, "keyPoints": points.field,
          "differences": differences.field,
        ]))
    }
    return rows.field
  }

  /// What changed in stories that got no new article, for the data.
  var revisions: [Record] {
    brief.revisions.map { revision in
      Record([
        "story": .text(revision.story), "articles": revision.articles.field, "title": .flag(revision.isRetitled),
      ])
    }
  }

  /// How many stories have origins that contradict each other, and how many versions that differ otherwise, each with
  /// a way to the first of them, for the line under the date.
  var differing: Field {
    let stories = (mainStories + earlier + undated).filter { !$0.differences.isEmpty }
    func line(_ key: String, _ stories: [StoryReport], isConflict: Bool) -> Record? {
      stories.first.map { first in
        Record(view: [
          "text": .text(words.text(key, count: stories.count)), "conflict": .flag(isConflict),
          "href": .text(desk.href(SiteIndex.path(story: first), "differences")),
        ])
      }
    }
    return [
      line("stories-disputed", stories.filter(\.isDisputed), isConflict: true),
      line("stories-differing", stories.filter { !$0.isDisputed }, isConflict: false),
    ].compactMap(\.self).field
  }
}
