internal import NewsModel

/// Tells which articles of a story go back to one report.
///
/// Independent reporters of one event use its names and its quotes, but not each other's sentences. So sentences that
/// run parallel over a good part of the shorter article, quotes left out, tell a copy or a rewrite (METER, Clough et
/// al. 2002; Nicholls 2019), and between languages, where no words are left, names and numbers in the same order do.
enum OriginFinder {
  /// What two articles are to each other, the three classes of METER.
  enum Relation: String {
    /// The same words, perhaps cut.
    case copy
    /// The same report in other words, another language, or with additions.
    case rewrite
    case independent
  }

  /// The origins of a story's articles, a partition, each with its evidence.
  ///
  /// - Parameters:
  ///   - ids: article ids, sorted.
  ///   - outlines: the same articles' outlines.
  static func origins(_ ids: [String], _ outlines: [ReportOutline]) -> [Origin] {
    guard ids.count > 1 else {
      return ids.map { Origin(id: "o-\($0)", articles: [$0], evidence: [], basis: .inferred) }
    }
    var sets = DisjointSets(ids.count)
    var found: [Int: [Origin.Evidence]] = [:]
    let story = StoryOutlines(outlines)
    for (a, b) in OriginCandidates.pairs(story) where sets.root(a) != sets.root(b) {
      let evidence = evidence(story, a, b, story.overlap(a, b))
      guard !evidence.isEmpty else { continue }
      sets.join(a, b)
      found[a, default: []] += evidence
    }
    return sets.groups().map { group in
      let kept = strongest(group.flatMap { found[$0] ?? [] })
      let isStated = kept.contains { if case .sameRelay = $0 { true } else { false } }
      return Origin(
        id: "o-\(ids[group[0]])", articles: group.map { ids[$0] }, evidence: kept, basis: isStated ? .stated : .inferred
      )
    }
  }

  /// Why two articles are of one report; empty where nothing says so.
  static func evidence(_ a: ReportOutline, _ b: ReportOutline) -> [Origin.Evidence] {
    let story = StoryOutlines([a, b])
    return evidence(story, 0, 1, story.overlap(0, 1))
  }

  /// What two articles are to each other.
  static func relation(_ a: ReportOutline, _ b: ReportOutline) -> Relation {
    let story = StoryOutlines([a, b])
    let overlap = story.overlap(0, 1)
    let evidence = evidence(story, 0, 1, overlap)
    if evidence.isEmpty { return .independent }
    if evidence.contains(.identicalText) { return .copy }
    let isWhole = evidence.contains { piece in
      if case .parallelSentences(let matched, let of) = piece {
        Double(matched) >= Overlap.copiedSentences * Double(of)
      } else {
        false
      }
    }
    return isWhole && overlap.share >= Overlap.copied ? .copy : .rewrite
  }

  private static func evidence(
    _ story: StoryOutlines, _ first: Int, _ second: Int, _ overlap: Overlap
  ) -> [Origin.Evidence] {
    let (a, b) = (story.outlines[first], story.outlines[second])
    var evidence: [Origin.Evidence] = []
    if a.language == b.language {
      if a.starts.count > 1, a.text == b.text {
        evidence.append(.identicalText)
      } else if let parallel = ParallelSentences.evidence(story, first, second, overlap) {
        evidence.append(parallel)
      }
    } else if let parallel = ParallelFacts.evidence(a.facts, b.facts) {
      evidence.append(parallel)
    }
    // Lines of credit are among what is credited.
    if a.relays.isEmpty, b.relays.isEmpty { return evidence }
    if let relay = sharedRelay(a, b, isAlike: !evidence.isEmpty || isSomewhatAlike(a, b, overlap)) {
      evidence.insert(.sameRelay(relay), at: 0)
    }
    return evidence
  }

  /// A credit that both carry, or that one carries and the other is.
  ///
  /// One fact taken from a third paper makes no copy of it: outside a line of credit the articles have to be alike too.
  private static func sharedRelay(_ a: ReportOutline, _ b: ReportOutline, isAlike: Bool) -> String? {
    let (x, y) = isAlike ? (a.relays, b.relays) : (a.credits, b.credits)
    if let relay = Set(x).intersection(y).min() { return relay }
    if let outlet = a.outlet, y.contains(outlet), a.outlet != b.outlet { return outlet }
    if let outlet = b.outlet, x.contains(outlet), a.outlet != b.outlet { return outlet }
    return nil
  }

  /// Half of what would tell one report by itself.
  private static func isSomewhatAlike(_ a: ReportOutline, _ b: ReportOutline, _ overlap: Overlap) -> Bool {
    a.language == b.language
      ? overlap.share >= Overlap.rewritten / 2
      : ParallelFacts.evidence(a.facts, b.facts, share: ParallelFacts.share / 2) != nil
  }

  /// One piece of evidence of each kind, the one that covers most.
  private static func strongest(_ all: [Origin.Evidence]) -> [Origin.Evidence] {
    var best: [Int: (rank: Double, evidence: Origin.Evidence)] = [:]
    for evidence in all {
      let (kind, rank) = place(evidence)
      if let known = best[kind], known.rank >= rank { continue }
      best[kind] = (rank, evidence)
    }
    return best.keys.sorted().compactMap { best[$0]?.evidence }
  }

  private static func place(_ evidence: Origin.Evidence) -> (kind: Int, rank: Double) {
    switch evidence {
    case .sameRelay: (0, 1)
    case .identicalText: (1, 1)
    case .parallelSentences(let matched, let of): (2, Double(matched) / Double(max(of, 1)))
    case .parallelFacts(let matched, let of): (3, Double(matched) / Double(max(of, 1)))
    case .sameQuotes(let count): (4, Double(count))
    }
  }
}
