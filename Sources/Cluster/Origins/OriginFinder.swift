internal import NewsModel

/// Tells which articles of a story go back to one report.
///
/// Independent reporters of one event use its names and its quotes, but not each other's sentences. So sentences that
/// run parallel over a good part of the shorter article tell a copy or a rewrite (METER, Clough et al. 2002; Nicholls
/// 2019), and between languages, where no words are left, names and numbers in the same order do.
struct OriginFinder {
  /// Above this a story's articles are compared with the nearest in number only, so that twenty thousand copies of
  /// one wire report stay linear.
  static let comparedWith = 60  // articles

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
    var found: [(pair: (Int, Int), evidence: [Origin.Evidence])] = []
    for a in ids.indices {
      for b in (a + 1)..<max(a + 1, min(ids.count, a + 1 + comparedWith)) {
        let evidence = evidence(outlines[a], outlines[b])
        guard !evidence.isEmpty else { continue }
        sets.join(a, b)
        found.append(((a, b), evidence))
      }
    }
    return sets.groups().map { group in
      let all = found.filter { group.contains($0.pair.0) }.flatMap(\.evidence)
      let kept = strongest(all)
      let isStated = kept.contains { if case .sameRelay = $0 { true } else { false } }
      return Origin(
        id: "o-\(ids[group[0]])", articles: group.map { ids[$0] }, evidence: kept, basis: isStated ? .stated : .inferred
      )
    }
  }

  /// Why two articles are of one report; empty where nothing says so.
  static func evidence(_ a: ReportOutline, _ b: ReportOutline) -> [Origin.Evidence] {
    var evidence: [Origin.Evidence] = []
    if let relay = sharedRelay(a, b) { evidence.append(.sameRelay(relay)) }
    if a.language == b.language {
      if !a.sentences.isEmpty, a.sentences == b.sentences { return evidence + [.identicalText] }
      if let parallel = ParallelSentences.evidence(a.sentences, b.sentences) { evidence.append(parallel) }
    } else if let parallel = ParallelFacts.evidence(a.facts, b.facts) {
      evidence.append(parallel)
    }
    return evidence
  }

  /// A credit that both carry, or that one carries and the other is.
  private static func sharedRelay(_ a: ReportOutline, _ b: ReportOutline) -> String? {
    let shared = Set(a.relays).intersection(b.relays)
    if let relay = shared.min() { return relay }
    if let outlet = a.outlet, b.relays.contains(outlet), a.outlet != b.outlet { return outlet }
    if let outlet = b.outlet, a.relays.contains(outlet), a.outlet != b.outlet { return outlet }
    return nil
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
