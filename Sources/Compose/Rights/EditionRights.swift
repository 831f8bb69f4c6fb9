internal import NewsModel

/// Holds editions that are out to what outlets allow now: rights that were made stricter reach what was printed before.
///
/// An edition keeps its words as long as they may be printed; what may not leaves it, and a correction says so. Rights
/// that were loosened bring nothing back.
struct EditionRights {
  let settings: SiteSettings
  /// By article id.
  let digests: [String: Digest]
  /// The texts of the versions of articles that were read in more than one wording, by id.
  let wordings: [String: [String]]
  /// Whether excerpts are to be counted anew; under the same rights they were counted when they were chosen.
  let areNew: Bool
  /// Reads an article, to count its words.
  let witness: (Digest) -> Witness

  /// What has to leave editions that are out, by day; sorted, as it was printed.
  func leaving(_ editions: [Edition]) -> [CivilDay: [Passage]] {
    guard areNew || settings.hasLinksOnly else { return [:] }
    let ordered = editions.sorted { $0.day < $1.day }
    var places: [String: [(edition: Int, span: Span)]] = [:]
    for (index, edition) in ordered.enumerated() {
      for passage in edition.passages { places[passage.article, default: []].append((index, passage.span)) }
    }
    var leaving: [CivilDay: [Passage]] = [:]
    var words: [Int: PrintedWords] = [:]
    for (id, printed) in places {
      guard let digest = digests[id] else { continue }
      let article = digest.article
      let rights = settings.rights(of: article.source)
      guard rights == .linkOnly || rights == .excerpt && areNew else { continue }
      // Each wording has room of its own; what was printed of one is a place in that one.
      let texts = [article.text] + (wordings[id] ?? []).filter { $0 != article.text }
      var budgets: [Int: ExcerptBudget] = [:]
      for (index, span) in printed {
        if rights == .excerpt {
          let wording = texts.indices.first { at in
            texts[at].holds(span) && cached(&words, index, ordered).stand(String(texts[at][span]), of: id)
          }
          guard let wording else { continue }
          let budget =
            budgets[wording]
            ?? ExcerptBudget(witness(EditionRights.digest(digest, as: texts[wording])), rights: rights)
          budgets[wording] = budget
          if budget.isFact(span) { continue }
          if budget.admits([span]) {
            budgets[wording]?.spend(span)
            continue
          }
        }
        leaving[ordered[index].day, default: []].append(Passage(article: id, span: span))
      }
    }
    return leaving.mapValues { $0.sorted() }
  }

  /// What is known of an earlier wording of an article: the quotes that stand in it as they do now.
  private static func digest(_ digest: Digest, as text: String) -> Digest {
    let article = digest.article
    guard text != article.text else { return digest }
    var earlier = Digest(article: article)
    earlier.article.text = text
    earlier.article.leftOut = []
    earlier.quotes = digest.quotes.compactMap { quote in
      guard quote.form != .indirect, let found = text.firstRange(of: article[quote.span]) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      return Quote(
        span: Span(start, start + quote.span.end - quote.span.start), form: quote.form, utterance: quote.utterance,
        rule: quote.rule)
    }
    return earlier
  }

  private func cached(_ words: inout [Int: PrintedWords], _ index: Int, _ editions: [Edition]) -> PrintedWords {
    if let known = words[index] { return known }
    let read = PrintedWords(editions[index])
    words[index] = read
    return read
  }
}
