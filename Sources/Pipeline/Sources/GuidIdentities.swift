internal import Archive
internal import NewsModel

/// Knows articles again by their feed's own identifier where their address changed, as it does when a headline does.
///
/// An identifier counts within its outlet, and only together with the time of publication: some feeds number their
/// entries anew each day. One that several articles have says nothing.
struct GuidIdentities: Sendable {
  private struct Key: Hashable, Sendable {
    var source: String?
    var guid: String
    var published: String
  }
  /// Ids of articles; nil where several have the key.
  private var ids: [Key: String?] = [:]
  private var known: Set<String> = []

  /// What earlier runs know.
  init(_ versions: [Archive.Version]) {
    for version in versions {
      known.insert(version.article.id)
      guard let key = GuidIdentities.key(of: version.article) else { continue }
      ids.updateValue(ids[key] == nil ? version.article.id : String?.none, forKey: key)
    }
  }

  /// The article under the id that it was known by.
  func identified(_ article: Article) -> Article {
    guard !known.contains(article.id), let key = GuidIdentities.key(of: article), let id = ids[key] ?? nil else {
      return article
    }
    var article = article
    article.id = id
    return article
  }

  private static func key(of article: Article) -> Key? {
    guard let guid = article.guid, !guid.isEmpty, let published = article.published else { return nil }
    return Key(source: article.source, guid: guid, published: published)
  }
}
