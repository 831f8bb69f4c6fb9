internal import CXXHash
internal import NewsModel

/// Stories as they were composed before, by a key of all that they were made of.
///
/// A story is composed again only where its key is not known: build systems call this a constructive trace (Mokhov,
/// Mitchell, Peyton Jones: Build Systems à la Carte, ICFP 2018).
package struct StoryMemo: Sendable {
  /// What is known from before, in bytes by key.
  private let before: [String: [UInt8]]
  /// Of each article's content, by its id: where it is the same, so is what was found in the article.
  private let contents: [String: String]
  /// What stories depend on besides their articles: the program, the settings.
  private let revision: String
  /// What was composed anew, in bytes by key.
  package private(set) var fresh: [String: [UInt8]] = [:]
  /// The keys of all stories of this composition, by the story's id.
  private var keyOf: [String: String] = [:]
  /// What editions had printed when a story was composed, by its id, in some bits.
  private var toldOf: [String: String] = [:]
  /// All keys of this composition.
  package var used: Set<String> { Set(keyOf.values) }
  /// What the parts of the composition were made from.
  var keys: Composition.Keys {
    var keys = Composition.Keys()
    keys.stories = keyOf.merging(toldOf) { "\($0) \($1)" }
    keys.contents = contents
    return keys
  }

  /// A memo.
  ///
  /// - Parameters:
  ///   - contents: hashes of articles by id; a story with an article that has none is always composed.
  ///   - revision: changes with the program.
  package init(before: [String: [UInt8]] = [:], contents: [String: String] = [:], revision: String = "") {
    self.before = before
    self.contents = contents
    self.revision = revision
  }

  /// The story of a key, if it is known.
  func story(_ key: String?) -> ComposedStory? {
    key.flatMap { before[$0] }.flatMap(ComposedStoryCoding.story)
  }

  /// Keeps a story under its key.
  mutating func keep(_ story: ComposedStory, _ key: String?, isNew: Bool) {
    guard let key else { return }
    keyOf[story.id] = key
    let told = story.told
    if !told.isEmpty { toldOf[story.id] = StoryMemo.digits(Array(told.utf8)) }
    if isNew { fresh[key] = ComposedStoryCoding.bytes(of: story) }
  }

  /// The key of a story; nil where it cannot be known. What editions print of its articles is not in it:
  /// `ComposedStory.stands`.
  ///
  /// - Parameters:
  ///   - identities: of all articles.
  func key(
    of story: Story, digests: [String: Digest], settings: SiteSettings, identities table: IdentityTable
  ) -> String? {
    let identities = table.all
    var out = ByteWriter()
    out.put(revision)
    out.put(story.id)
    out.put(settings.timeZone)
    out.put(settings.language)
    out.put(settings.watch) { $0.put($1) }
    for origin in story.origins {
      out.put(origin.id)
      out.put(origin.basis.rawValue)
      out.put("\(origin.evidence)")
      out.put(origin.articles) { $0.put($1) }
    }
    var found: Set<Int> = []
    let own = story.articles.sorted()
    for article in own {
      guard let content = contents[article], let place = digests.index(forKey: article) else { return nil }
      out.put(article)
      out.put(content)
      out.put(settings.rights(of: digests.values[place].article.source).rawValue)
      let actors = digests.values[place].actors
      for actor in actors.indices {
        let known = table[actors[actor].id, in: article]
        out.put(known) { $0.put(identities[$1].id) }
        if let known { found.insert(known) }
      }
    }
    for at in found.sorted(by: { identities[$0].id < identities[$1].id }) {
      out.put(identities[at].id)
      out.put(identities[at].name)
      out.put(identities[at].kind.rawValue)
      let spellings = identities[at].spellings.indices.filter { spelling in
        // A place may be named in thousands of articles, of which a story has a few; both are sorted.
        let articles = identities[at].spellings[spelling].articles
        return own.contains { article in
          let place = articles.partitioningIndex { $0 >= article }
          return place < articles.count && articles[place] == article
        }
      }
      let order = spellings.sorted { identities[at].spellings[$0].text < identities[at].spellings[$1].text }
      out.put(order) { out, spelling in
        out.put(identities[at].spellings[spelling].text)
        out.put(identities[at].spellings[spelling].why.rawValue)
      }
    }
    return StoryMemo.digits(out.bytes)
  }

  private static func digits(_ bytes: [UInt8]) -> String {
    let digest = bytes.withUnsafeBytes { cxxhash_128($0.baseAddress, $0.count) }
    return String(digest.high, radix: 16) + "-" + String(digest.low, radix: 16)
  }
}
