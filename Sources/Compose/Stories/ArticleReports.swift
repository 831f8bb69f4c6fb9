internal import NewsModel
internal import Prose

/// Makes the articles' reports: address, siglum, and what may be printed.
struct ArticleReports {
  let drafts: [StoryDraft]
  /// The articles that had pages before.
  let known: [KnownEntity]

  /// The reports of all articles, by identifier.
  func reports() -> [ArticleReport] {
    var found: [ArticleReport] = []
    for draft in drafts {
      for (index, witness) in draft.scope.witnesses.enumerated() {
        guard let budget = draft.limit.budget(of: witness.id) else { continue }
        var report = ArticleReport(
          digest: witness.digest, slug: "", story: draft.scope.story.id, siglum: draft.scope.sigla[index],
          paragraphs: witness.text.paragraphs.map(\.span), printable: budget.printable, withheld: budget.withheld,
          printedWords: budget.printed, wordLimit: budget.limit)
        report.rights = budget.rights
        found.append(report)
      }
    }
    found.sort { $0.digest.article.id < $1.digest.article.id }
    var slugs = Slugs(known: known)
    for index in found.indices {
      let article = found[index].digest.article
      found[index].slug = slugs.slug(of: article.title ?? article.id, id: article.id)
    }
    return found
  }
}
