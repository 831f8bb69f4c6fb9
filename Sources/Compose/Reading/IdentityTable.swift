internal import NewsModel

/// The identities of all actors, and which of them each article names.
///
/// An object, since every story that is composed asks it.
final class IdentityTable: Sendable {
  /// All identities; what is told of one elsewhere is its place in this list.
  let all: [ActorIdentity]
  /// By article its actors, each with its id in the digest and the place of its identity.
  private let named: [String: [(actor: String, identity: Int)]]
  /// By the identity's id.
  private let places: [String: Int]

  /// A table of some identities; of two that claim one actor of an article the first counts.
  init(_ identities: [ActorIdentity]) {
    all = identities
    var named: [String: [(actor: String, identity: Int)]] = [:]
    for (place, identity) in identities.enumerated() {
      for reference in identity.references {
        named[reference.article, default: []].append((reference.actor, place))
      }
    }
    self.named = named
    places = Dictionary(zip(identities.map(\.id), identities.indices)) { first, _ in first }
  }

  /// The place of the identity of an actor of a digest; nil where it has none.
  subscript(actor: String, in article: String) -> Int? {
    named[article]?.first { $0.actor == actor }?.identity
  }

  /// The places of the identities that an article names, one for each of its actors.
  func places(in article: String) -> [Int] { named[article]?.map(\.identity) ?? [] }

  /// For each identity its place by id.
  var ranks: [Int] {
    var ranks = [Int](repeating: 0, count: all.count)
    for (rank, place) in all.indices.sorted(by: { all[$0].id < all[$1].id }).enumerated() { ranks[place] = rank }
    return ranks
  }

  /// The place of the identity of an id.
  func place(of id: String) -> Int? { places[id] }

  /// The actors of an article that have an identity, with its id.
  func actors(in article: String) -> [ArticleReport.NamedActor] {
    (named[article] ?? []).map { ArticleReport.NamedActor(actor: $0.actor, identity: all[$0.identity].id) }
  }
}
