internal import NewsModel

/// Holds editions that are out to what outlets allow now: rights that were made stricter reach what was printed before.
///
/// An edition keeps its words as long as they may be printed; what may not leaves it, and a correction says so. Rights
/// that were loosened bring nothing back.
struct EditionRights {
  let settings: SiteSettings
  /// By article id.
  let digests: [String: Digest]
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
      var budget = rights == .linkOnly ? nil : ExcerptBudget(witness(digest), rights: rights)
      for (index, span) in printed {
        if let known = budget {
          // One of an earlier version of the text is not counted: that version had room for it.
          guard article.text.holds(span), !known.isFact(span),
            cached(&words, index, ordered).stand(String(article.text[span]), of: id)
          else { continue }
          if known.admits([span]) {
            budget?.spend(span)
            continue
          }
        }
        leaving[ordered[index].day, default: []].append(Passage(article: id, span: span))
      }
    }
    return leaving.mapValues { $0.sorted() }
  }

  private func cached(_ words: inout [Int: PrintedWords], _ index: Int, _ editions: [Edition]) -> PrintedWords {
    if let known = words[index] { return known }
    let read = PrintedWords(editions[index])
    words[index] = read
    return read
  }
}
