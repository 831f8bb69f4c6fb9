internal import NewsModel
internal import Prose

/// One story with its articles read and in the order of their sigla: what all finders of Compose work on.
///
/// Not for use by several threads at once.
final class StoryScope {
  let story: Story
  /// In the order of sigla.
  let witnesses: [Witness]
  /// In the order of their letters; a partition of `witnesses`.
  let origins: [Origin]
  /// For each witness the index of its origin.
  let originOf: [Int]
  /// For each witness "A1".
  let sigla: [String]
  let aligner: SentenceAligner
  /// The identities of all actors, for the names in `Witness.identities`.
  let identities: [ActorIdentity]
  private let table: IdentityTable
  private var readers: [SlotReader?]

  /// The scope of a story, with those of its articles that are at hand.
  init(
    story: Story, witnesses all: [String: Witness], identities table: IdentityTable
  ) {
    self.story = story
    self.table = table
    identities = table.all
    var families = story.origins.compactMap { origin -> (origin: Origin, members: [Witness])? in
      let members = origin.articles.compactMap { all[$0] }.sorted(by: StoryScope.isBefore)
      return members.isEmpty ? nil : (origin, members)
    }
    let placed = Set(families.flatMap { $0.members.map(\.id) })
    for id in story.articles.sorted() where !placed.contains(id) {
      guard let witness = all[id] else { continue }
      families.append((Origin(id: "o-\(id)", articles: [id], evidence: [], basis: .inferred), [witness]))
    }
    families.sort {
      if let a = $0.members.first, let b = $1.members.first, StoryScope.isBefore(a, b) != StoryScope.isBefore(b, a) {
        return StoryScope.isBefore(a, b)
      }
      return $0.origin.id < $1.origin.id
    }
    origins = families.map(\.origin)
    witnesses = families.flatMap(\.members)
    originOf = families.indices.flatMap { index in families[index].members.map { _ in index } }
    sigla = families.indices.flatMap { index in
      families[index].members.indices.map { "\(StoryScope.letter(index))\($0 + 1)" }
    }
    aligner = SentenceAligner(witnesses)
    readers = Array(repeating: nil, count: witnesses.count)
  }

  /// Orders articles by trusted day, the undated last, then by identifier.
  static func isBefore(_ a: Witness, _ b: Witness) -> Bool {
    switch (a.day, b.day) {
    case (let x?, let y?) where x != y: x < y
    case (.some, nil): true
    case (nil, .some): false
    default: a.id < b.id
    }
  }

  /// A, B … Z, AA, AB …, as columns of a table are lettered.
  static func letter(_ index: Int) -> String {
    var rest = index
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }

  /// Whether two witnesses come from one report.
  func shareOrigin(_ a: Int, _ b: Int) -> Bool { originOf[a] == originOf[b] }

  /// Whether two witnesses tell in one language, and not in the same words.
  func areToldApart(_ a: Int, _ b: Int) -> Bool {
    witnesses[a].language.code == witnesses[b].language.code
      && witnesses[a].digest.article.text != witnesses[b].digest.article.text
  }

  /// The identity of an actor of a witness's digest, if it has one.
  func identity(_ actor: String, of witness: Int) -> Int? {
    table[actor, in: witnesses[witness].id]
  }

  /// The reader of the values that a witness gives, made once.
  func slotReader(_ witness: Int) -> SlotReader {
    if let known = readers[witness] { return known }
    let made = SlotReader(
      reader: witnesses[witness], identities: identities,
      places: Set(
        witnesses[witness].digest.actors.filter { $0.kind == .place }.compactMap { identity($0.id, of: witness) }))
    readers[witness] = made
    return made
  }

  /// A place in a witness, as the composition says it.
  func passage(_ witness: Int, _ span: Span) -> Passage { Passage(article: witnesses[witness].id, span: span) }

  /// The index of the witness of an article of this story.
  func index(of article: String) -> Int? { witnesses.firstIndex { $0.id == article } }
}
