internal import NewsModel

/// How many articles, outlets and origins carry a story, and whether they agree.
extension Desk {
  /// Counts of a story in words, for a line or for the facts under a title.
  func counts(_ story: StoryReport) -> Fields {
    let articles = words.text("articles", count: story.articles.count)
    let conflicts = story.differences.count { $0.kind == .conflict }
    return [
      "articlesCount": .text(articles), "outletsCount": .text(outlets(story)), "originsCount": .text(origins(story)),
      "squares": squares(story.articles),
      "summary": .text([articles, outlets(story), origins(story)].joined(separator: words.text("counts.separator"))),
      "differencesCount": Field(lesserDifferences(story)),
      "differencesHref": .text(href(SiteIndex.path(story: story), "differences")),
      "agreement": .text(agreement(story, conflicts: conflicts)),
      "conflicts": conflicts == 0 ? .none : .text(words.text("conflicts", count: conflicts)),
    ]
  }

  /// "3 différences : précision, graphie": how many differ without a contradiction, and in what; nil where none do.
  private func lesserDifferences(_ story: StoryReport) -> String? {
    let kinds = story.differences.map(\.kind).filter { $0 != .conflict }
    guard !kinds.isEmpty else { return nil }
    let names = Set(kinds).sorted { $0.rank < $1.rank }.map { words.text("difference-kind.\($0.rawValue)") }
    return words.text("differences", count: kinds.count, ["kinds": words.list(names)])
  }

  /// "1 média connu, 1 inconnu".
  private func outlets(_ story: StoryReport) -> String {
    let unknown = story.unknownOutlets
    if story.outlets == 0 { return words.text("outlets-unknown-only", count: unknown) }
    let known = words.text("outlets", count: story.outlets)
    return unknown == 0 ? known : known + words.text("outlets-unknown", count: unknown)
  }

  /// "1 origine, déduite": a family that words running parallel suggest is not one that articles state.
  private func origins(_ story: StoryReport) -> String {
    let count = words.text("origins", count: story.origins.count)
    let families = story.origins.filter { $0.articles.count > 1 }
    guard !families.isEmpty else {
      return story.articles.count > 1 ? words.text("origins-at-most", ["origins": count]) : count
    }
    let inferred = families.contains { $0.basis == .inferred }
    return words.text(
      inferred ? "origins-inferred" : "origins-stated", count: story.origins.count, ["origins": count])
  }

  private func agreement(_ story: StoryReport, conflicts: Int) -> String {
    if story.articles.count == 1 { return words.text("agreement.alone") }
    if story.differences.isEmpty { return words.text("agreement.none-found") }
    return words.text(conflicts == 0 ? "agreement.no-conflict" : "agreement.conflict")
  }

  /// A key point of a story with the places that say it, and in what these differ from it.
  func keyPoint(_ point: StoryKeyPoint, of story: StoryReport, number: Int) -> Record? {
    guard let record = passage(point.passage) else { return nil }
    let articles = [point.passage.article] + point.alsoIn.map(\.article)
    let others = point.alsoIn.sorted().map { (passage: $0, slots: slots(of: story, between: point.passage, and: $0)) }
    let also = others.compactMap { other in
      words(of: other.passage)?.adding([
        "differs": other.slots.isEmpty ? .none : other.slots.map(\.rawValue).field
      ])
    }
    var seen: Set<String> = [point.passage.article]
    let places = others.filter { seen.insert($0.passage.article).inserted }.compactMap { other in
      place(other.passage)?.viewing(differs(other.slots, story))
    }
    return record.adding([
      "alsoIn": also.field, "origins": .number(point.origins), "score": .decimal(point.score),
    ]).viewing([
      "n": .number(number), "originsCount": .text(words.text("origins", count: point.origins)),
      "squares": squares(Array(Set(articles)).sorted()),
      "places": ([place(point.passage)].compactMap(\.self) + places).field,
    ])
  }

  /// The values that two passages of a story give differently: one exactly and one vaguely, or one another value.
  private func slots(of story: StoryReport, between a: Passage, and b: Passage) -> [Difference.Slot] {
    func isSide(_ passage: Passage, of difference: Difference) -> Bool {
      difference.versions.contains { version in
        version.article == passage.article && version.variants.contains { passage.span.contains($0) }
      }
    }
    let kinds: [Difference.Class] = [.conflict, .discrepancy, .precision]
    let found = story.differences.filter { kinds.contains($0.kind) && isSide(a, of: $0) && isSide(b, of: $0) }
    return Difference.Slot.allCases.filter { slot in found.contains { $0.slot == slot } }
  }

  /// "diffère : durée", with the way to the differences.
  private func differs(_ slots: [Difference.Slot], _ story: StoryReport) -> Fields {
    guard !slots.isEmpty else { return [:] }
    let names = slots.map { words.text("slot.\($0.rawValue)").lowercased() }
    return [
      "differs": .text(words.text("differs-in", ["slots": words.list(names)])),
      "differsHref": .text(href(SiteIndex.path(story: story), "differences")),
    ]
  }

  /// The key points of a story that can be printed.
  func keyPoints(_ story: StoryReport, limit: Int = .max) -> [Record] {
    var out: [Record] = []
    for point in story.keyPoints where out.count < limit {
      if let record = keyPoint(point, of: story, number: out.count + 1) { out.append(record) }
    }
    return out
  }

  /// The differences of a story that can be printed.
  func differences(_ story: StoryReport, limit: Int = .max) -> [Record] {
    var out: [Record] = []
    for item in story.differences where out.count < limit {
      if let record = difference(item, number: out.count + 1) { out.append(record) }
    }
    return out
  }

  /// What ties articles or stories together, in words.
  func ties(_ ties: [Tie]) -> Field {
    let lines = ties.map { tie -> Record in
      let (key, items): (String, [String]) =
        switch tie {
        case .actors(let ids): ("tie.actors", ids.map { site.actors.link($0)?.identity.name ?? $0 })
        case .words(let list): ("tie.words", list)
        case .figures(let list): ("tie.figures", list)
        case .dates(let list): ("tie.dates", list)
        }
      return Record(["items": items.field], view: ["label": .text(words.text(key)), "list": .text(words.list(items))])
    }
    return lines.field
  }

  /// Why a story stands where it does; without what its card tells anyway, where `beside` the card.
  func reasons(_ story: StoryReport, beside card: Bool = false) -> Field {
    let told = story.reasons.filter { reason in
      switch reason {
      case .origins, .outlets, .articles, .actors, .differences: !card
      case .newest, .new, .watched, .pinned: true
      }
    }
    let texts = told.map { reason in
      switch reason {
      case .origins(let n): words.text("reason.origins", count: n)
      case .outlets(let n): words.text("reason.outlets", count: n)
      case .articles(let n): words.text("reason.articles", count: n)
      case .actors(let n): words.text("reason.actors", count: n)
      case .differences(let n): words.text("reason.differences", count: n)
      case .newest: words.text("reason.newest")
      case .new: words.text("reason.new")
      case .watched(let entries): "\(words.text("reason.watched")) \(words.list(entries))"
      case .pinned: words.text("reason.pinned")
      }
    }
    return texts.isEmpty ? .none : .text(words.list(texts))
  }
}
