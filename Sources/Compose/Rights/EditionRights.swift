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
    guard areNew || settings.defaultRights == .linkOnly || settings.rights.values.contains(.linkOnly) else {
      return [:]
    }
    let ordered = editions.sorted { $0.day < $1.day }
    var places: [String: [(edition: Int, span: Span)]] = [:]
    for (index, edition) in ordered.enumerated() {
      for passage in edition.passages { places[passage.article, default: []].append((index, passage.span)) }
    }
    var leaving: [CivilDay: [Passage]] = [:]
    var words = PrintedWords(ordered)
    for (article, printed) in places {
      guard let digest = digests[article] else { continue }
      let rights = settings.rights(of: digest.article.source)
      guard rights == .linkOnly || rights == .excerpt && areNew else { continue }
      var budget = rights == .linkOnly ? nil : ExcerptBudget(witness(digest), rights: rights)
      for place in printed where !stays(place.span, place.edition, digest.article, &budget, &words) {
        leaving[ordered[place.edition].day, default: []].append(Passage(article: article, span: place.span))
      }
    }
    return leaving.mapValues { $0.sorted() }
  }

  /// Counts a passage; false where it finds no room. One of an earlier version of the text is not counted: that version
  /// had room for it.
  private func stays(
    _ span: Span, _ edition: Int, _ article: Article, _ budget: inout ExcerptBudget?, _ words: inout PrintedWords
  ) -> Bool {
    guard budget != nil else { return false }
    guard article.text.holds(span), words.stand(String(article.text[span]), inEdition: edition) else { return true }
    guard let known = budget, !known.isFact(span) else { return true }
    guard known.admits([span]) else { return false }
    budget?.spend(span)
    return true
  }

  /// An edition without what leaves it, with corrections that say whose rights changed.
  func held(_ edition: Edition, without leaving: [Passage], noted: CivilDay) -> Edition {
    guard !leaving.isEmpty else { return edition }
    var held = edition
    let gone = Set(leaving)
    held.passages.removeAll { gone.contains($0) }
    let articles = Set(leaving.map(\.article))
    for index in held.corrections.indices where held.corrections[index].article.map(articles.contains) ?? false {
      held.corrections[index].changes = nil
    }
    let byOutlet = Dictionary(grouping: leaving) { digests[$0.article]?.article.source ?? "" }
    for (outlet, passages) in byOutlet {
      var correction = Correction(noted: noted, kind: .rights, article: nil)
      correction.outlet = outlet.isEmpty ? nil : outlet
      correction.removed = passages.count
      held.corrections.append(correction)
    }
    held.corrections.sort()
    return held
  }
}

/// Whether words stand in editions as they were printed.
struct PrintedWords {
  private let editions: [Edition]
  /// Their Markdown without the backslashes that escape marks, where it was asked for.
  private var plain: [Int: String] = [:]

  /// The words of some editions.
  init(_ editions: [Edition]) { self.editions = editions }

  /// Looks at the Markdown and the data of an edition.
  mutating func stand(_ words: String, inEdition index: Int) -> Bool {
    let edition = editions[index]
    guard let markdown = edition.markdown else { return false }
    let text = plain[index] ?? String(decoding: markdown.utf8.filter { $0 != 0x5C }, as: UTF8.self)
    plain[index] = text
    return text.contains(words) || edition.data?.contains(words) ?? false
  }
}
