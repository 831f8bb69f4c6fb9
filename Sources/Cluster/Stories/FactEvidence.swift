/// How alike articles are in who, how much and when, whatever their languages, and how much that says.
struct FactEvidence {
  /// How much facts count beside words for two articles rich in them. Reporters share facts, and words only by
  /// chance, so facts count more. Articles of four real events in two languages needed 0.55 to 0.7.
  static let weight: Float = 0.6
  /// The same where of one article no day is known: the same people meet at many events.
  static let undatedWeight: Float = 0.3
  /// The `TermWeighting.information` at which facts count half: one name shared by two headlines proves little.
  static let halfWeight: Float = 0.2
  /// Below this a pair's facts count as not alike at all; keeps the graph sparse.
  static let leastEdge: Float = 0.1

  /// The likeness of facts, 0 to 1.
  let likeness: SimilarityGraph
  private let information: [Float]
  private let isDated: [Bool]

  /// The facts of some sketches.
  init(_ sketches: [ArticleSketch], weighting: TermWeighting, terms: Int) {
    likeness = SimilarityGraph(sketches.map { weighting.vector($0.facts) }, terms: terms, least: FactEvidence.leastEdge)
    { _, _, product in product }
    information = sketches.map { weighting.information($0.facts) }
    isDated = sketches.map(\.isDated)
  }

  /// The likeness of two articles by words and facts together, given that by words.
  func combined(_ a: Int, _ b: Int, words: Float) -> Float {
    let known = min(information[a], information[b])
    let most = isDated[a] && isDated[b] ? FactEvidence.weight : FactEvidence.undatedWeight
    let share = most * known / (known + FactEvidence.halfWeight)
    return (1 - share) * words + share * (likeness.neighbours[a][Int32(b)] ?? 0)
  }
}
