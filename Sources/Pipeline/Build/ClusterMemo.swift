internal import Archive
internal import Cluster
internal import NewsModel

/// Clusters with what earlier mornings worked out: the sketch of an article is kept for as long as its content and the
/// program are the same, the origins of a story for as long as its articles are.
struct ClusterMemo {
  /// What is known from before, in bytes by key, and sketches by theirs until they are handed to the clusterer.
  private let before: [String: [UInt8]]
  private var known: [String: ArticleSketch]
  /// Hashes of the articles' content, by id.
  let contents: [String: String]
  let jobs: Int
  private static let sketchMark = "sketch \(Revision.program) "
  private static let originsMark = "origins "
  /// Made where a story is met whose origins are not known.
  private var reader: OutlineReader?
  /// What was worked out anew, in bytes by key.
  private(set) var fresh: [String: [UInt8]] = [:]
  /// All keys that this morning asked for.
  private(set) var used: Set<String> = []

  /// A memo that works something out on some threads.
  init(before: DerivedRows, contents: [String: String], jobs: Int) {
    self.before = before.bytes
    known = before.sketches
    self.contents = contents
    self.jobs = jobs
  }

  /// Whether a key is of a sketch that this program made.
  static func isSketch(_ key: String) -> Bool { key.hasPrefix(sketchMark) }

  /// What many digests are together.
  mutating func clustering(of digests: [Digest], by clusterer: Clusterer) -> Clustering {
    let sketches = sketches(of: digests)
    let byID = Dictionary(digests.map { ($0.article.id, $0) }) { first, _ in first }
    return clusterer.clustering(of: sketches) { ids in origins(of: ids.compactMap { byID[$0] }, by: clusterer) }
  }

  private mutating func sketches(of digests: [Digest]) -> [ArticleSketch] {
    let keys = digests.map { contents[$0.article.id].map { ClusterMemo.sketchMark + $0 } }
    var sketches = keys.map { key in key.flatMap { known[$0] } }
    known = [:]
    let missing = sketches.indices.filter { sketches[$0] == nil }
    let sketchers = (0..<min(max(1, jobs), missing.count)).map { _ in Sketcher() }
    let made = Workers.map(missing.count, on: sketchers) { $1.sketch(of: digests[missing[$0]]) }
    for (index, sketch) in zip(missing, made) {
      sketches[index] = sketch
      if let key = keys[index] { fresh[key] = sketch.encoded }
    }
    used.formUnion(keys.compactMap(\.self))
    return sketches.compactMap(\.self)
  }

  private mutating func origins(of digests: [Digest], by clusterer: Clusterer) -> [Origin] {
    let hashes = digests.compactMap { contents[$0.article.id] }
    guard hashes.count == digests.count else { return made(of: digests, by: clusterer) }
    let key = ClusterMemo.originsMark + Checksum.hex(of: [Revision.program] + digests.map(\.article.id) + hashes)
    used.insert(key)
    if let known = before[key].flatMap(ClusterMemo.origins) { return known }
    let origins = made(of: digests, by: clusterer)
    var out = ByteWriter()
    out.put(origins) { $0.put($1) }
    fresh[key] = out.bytes
    return origins
  }

  private mutating func made(of digests: [Digest], by clusterer: Clusterer) -> [Origin] {
    let reader = reader ?? OutlineReader()
    self.reader = reader
    return clusterer.origins(of: digests.map(\.article.id), outlines: digests.map { reader.outline(of: $0) })
  }

  private static func origins(_ bytes: [UInt8]) -> [Origin]? {
    bytes.withUnsafeBytes { raw in
      var input = ByteReader(raw)
      let origins = try? input.list { input throws(ByteReader.Malformed) in try input.origin() }
      return input.isAtEnd ? origins : nil
    }
  }
}
