internal import NewsModel
internal import Prose

/// Reads what an article says of who, how much and when as terms that no language changes: actors by their identity
/// over all articles, numbers, days.
///
/// A day tells one event from the next where a batch covers many days, and nothing where it covers one: its rarity
/// says so, as it does for every other term.
struct FactReader {
  /// Smaller numbers are in every article.
  static let leastFigure = 13.0
  /// Bytes after which a mention counts half; the same place as `Sketcher.halfWeightAfter`, at about nine bytes a term.
  static let halfWeightAfter: Float = 540
  /// The day of publication counts as one mention of that day: reports of an event come out on it or on the next.
  static let publicationWeight: Float = 1

  /// The identity of each actor of each article.
  private let identities: [ActorIdentity.Reference: UInt64]

  /// A reader that knows the actors of a batch.
  init(actors: [ActorIdentity]) {
    var identities: [ActorIdentity.Reference: UInt64] = [:]
    for actor in actors {
      let key = Fold.hash("actor \(actor.id)")
      for reference in actor.references { identities[reference] = key }
    }
    self.identities = identities
  }

  /// The facts of an article by id, each weighted by where and how often it stands.
  func facts(of digest: Digest, in vocabulary: inout Vocabulary) -> [ArticleSketch.Term] {
    var counts: [Int32: Float] = [:]
    func add(_ key: UInt64, _ weight: Float, isName: Bool = false) {
      let id = vocabulary.id(of: key)
      vocabulary.count(id, isName: isName)
      counts[id, default: 0] += weight
    }
    for actor in digest.actors {
      let reference = ActorIdentity.Reference(article: digest.article.id, actor: actor.id)
      guard let key = identities[reference] else { continue }
      add(key, actor.mentions.reduce(0) { $0 + FactReader.weight(of: $1) }, isName: actor.kind == .person)
    }
    // Shares, and numbers without what they count, are alike in articles that have nothing to do with each other.
    for figure in digest.figures {
      guard let value = figure.value, let unit = figure.unit, unit != "share", abs(value) >= FactReader.leastFigure
      else {
        continue
      }
      add(Fold.hash("figure \(value)"), FactReader.weight(of: figure.span))
    }
    for date in digest.dates {
      guard let value = date.value, value.precision == .day else { continue }
      add(Fold.hash("day \(value.text)"), FactReader.weight(of: date.span))
    }
    if let day = digest.article.trustedPublicationDay {
      add(Fold.hash("day \(day)"), FactReader.publicationWeight)
    }
    return counts.map { ArticleSketch.Term(id: $0.key, count: $0.value) }.sorted { $0.id < $1.id }
  }

  /// Whether any day is among an article's facts.
  static func isDated(_ digest: Digest) -> Bool {
    digest.article.trustedPublicationDay != nil || digest.dates.contains { $0.value?.precision == .day }
  }

  /// How much a mention counts by where it stands.
  private static func weight(of span: Span) -> Float { 1 / (1 + Float(span.start) / halfWeightAfter) }
}
