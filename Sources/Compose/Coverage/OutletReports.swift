internal import NewsModel
internal import Prose

/// Lists the outlets and what each carried.
enum OutletReports {
  /// Outlets by name, whatever their capitals; the articles of unknown outlets last.
  static func reports(of articles: [Article]) -> [OutletReport] {
    var names: [String: String] = [:]
    var ids: [String: [String]] = [:]
    var unknown: [String] = []
    for article in articles.sorted(by: { $0.id < $1.id }) {
      guard let source = article.source, !source.isEmpty else {
        unknown.append(article.id)
        continue
      }
      let key = Fold.folded(source)
      if names[key] == nil { names[key] = source }
      ids[key, default: []].append(article.id)
    }
    var slugs = Slugs()
    let known = names.keys.sorted().map { key in
      OutletReport(name: names[key], slug: slugs.slug(of: key, id: key), articles: ids[key] ?? [])
    }
    let none = OutletReport(name: nil, slug: slugs.slug(of: "unknown", id: ""), articles: unknown)
    return unknown.isEmpty ? known : known + [none]
  }
}
