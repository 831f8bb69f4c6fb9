internal import NewsModel

/// Holds editions that are out to what outlets allow now: rights that were made stricter reach what was printed before.
///
/// An edition keeps its words as long as they may be printed; what may not leaves it, and a correction says so. Rights
/// that were loosened bring nothing back.
struct EditionRights {
  /// Below this share of a text's bytes nobody prints a quarter of its words: so many articles need not be counted.
  static let sureShare = 8
  /// Nor in so few bytes 300 words.
  static let sureBytes = 600

  let settings: SiteSettings
  /// By article id.
  let digests: [String: Digest]
  /// Reads an article, to count its words.
  let witness: (Digest) -> Witness

  /// What has to leave editions that are out, by day; sorted, as it was printed.
  func leaving(_ editions: [Edition]) -> [CivilDay: [Passage]] {
    var leaving: [CivilDay: [Passage]] = [:]
    let printed = Dictionary(grouping: editions.flatMap(\.passages), by: \.article)
    for article in printed.keys.sorted() {
      guard let digest = digests[article], let passages = printed[article] else { continue }
      let rights = settings.rights(of: digest.article.source)
      guard isDoubtful(passages, of: digest.article, rights) else { continue }
      var budget = rights == .linkOnly ? nil : ExcerptBudget(witness(digest), rights: rights)
      for edition in editions.sorted(by: { $0.day < $1.day }) {
        for passage in edition.passages where passage.article == article {
          if stays(passage, edition, digest.article, &budget) { continue }
          leaving[edition.day, default: []].append(passage)
        }
      }
    }
    return leaving.mapValues { $0.sorted() }
  }

  /// Whether more may have been printed than may be.
  private func isDoubtful(_ passages: [Passage], of article: Article, _ rights: Rights) -> Bool {
    switch rights {
    case .full: return false
    case .linkOnly: return true
    case .excerpt:
      let bytes = Set(passages.map(\.span)).reduce(0) { $0 + $1.length }
      return bytes > min(article.text.utf8.count / EditionRights.sureShare, EditionRights.sureBytes)
    }
  }

  /// Counts a passage; false where it finds no room. One of an earlier version of the text is not counted: that version
  /// had room for it.
  private func stays(
    _ passage: Passage, _ edition: Edition, _ article: Article, _ budget: inout ExcerptBudget?
  ) -> Bool {
    guard budget != nil else { return false }
    guard article.text.holds(passage.span), PrintedWords.stand(String(article.text[passage.span]), in: edition) else {
      return true
    }
    guard budget?.admits([passage.span]) ?? false else { return false }
    budget?.spend(passage.span)
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

/// Whether words stand in an edition as it was printed.
enum PrintedWords {
  /// Looks at its Markdown, where marks are escaped by a backslash, and at its data.
  static func stand(_ words: String, in edition: Edition) -> Bool {
    guard let markdown = edition.markdown else { return false }
    return markdown.filter { $0 != "\\" }.contains(words) || edition.data?.contains(words) ?? false
  }
}
