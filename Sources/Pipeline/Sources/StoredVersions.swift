internal import Archive
internal import NewsModel

/// The versions of articles that the archive shows, found by id and by number where they stand: copying the many parts
/// of each would take longer than looking.
struct StoredVersions: Sendable {
  let all: [Archive.Version]
  private let byID: [String: Int]
  private let byNumber: [Int64: Int]

  /// Versions, each of another article.
  init(_ all: [Archive.Version]) {
    self.all = all
    byID = Dictionary(all.indices.lazy.map { (all[$0].article.id, $0) }) { first, _ in first }
    byNumber = Dictionary(all.indices.lazy.map { (all[$0].number, $0) }) { first, _ in first }
  }

  /// Where the version of an article stands.
  func place(of id: String) -> Int? { byID[id] }

  /// Where the version of a number stands.
  func place(ofNumber number: Int64) -> Int? { byNumber[number] }

  /// Where a version stands that holds an article with all that is known of it.
  func place(holding article: Article) -> Int? {
    guard let place = byID[article.id] else { return nil }
    // What came out of the archive shares its texts, which are equal at a glance; the hash was held to them there.
    return all[place].article == article || all[place].hash == Archive.hash(of: article) ? place : nil
  }

  /// The hashes of the articles' content, by id.
  var contents: [String: String] { byID.mapValues { all[$0].hash } }
}
