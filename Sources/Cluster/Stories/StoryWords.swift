internal import Languages

/// The words of the articles of a batch, in their own languages and across them, with who is a copy of whom.
struct StoryWords {
  /// See `StoryEvidence`.
  let copyOf: [Int]
  /// The terms, without the lists of articles that have them.
  let table: TermTable
  let vectors: BatchVectors
  /// Of what survives translation; nil for a batch in one language.
  let bridge: BatchVectors?
  /// For each article, the place of its language when the most used is 0.
  let languages: [Int]

  /// The words of sketches that stand in order.
  ///
  /// - Parameter languages: where it is found which words are common, for a batch too small to tell.
  init(_ sketches: [ArticleSketch], languages known: [Language]) {
    copyOf = StoryWords.copies(sketches)
    var table = StoryWords.table(sketches, copyOf, \.terms)
    vectors = BatchVectors(
      table, press: PressShares.words(StoryWords.terms(sketches, known), articles: table.items - table.copies))
    table.forgetItems()
    self.table = table
    var counts: [String: Int] = [:]
    for item in sketches.indices { counts[sketches[item].language, default: 0] += 1 }
    let order = counts.keys.sorted { (counts[$1] ?? 0, $0) < (counts[$0] ?? 0, $1) }
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    languages = sketches.indices.map { places[sketches[$0].language] ?? 0 }
    bridge = order.count > 1 ? BatchVectors(StoryWords.table(sketches, copyOf, \.bridge)) : nil
  }

  /// The terms of the languages that some sketches are in.
  private static func terms(_ sketches: [ArticleSketch], _ languages: [Language]) -> [LanguageTerms] {
    let spoken = Set(sketches.map(\.language))
    let exonyms = Exonyms(languages: languages)
    return languages.filter { spoken.contains($0.code) }.map { LanguageTerms($0, exonyms: exonyms) }
  }

  /// For each article, the first one of the same terms, language and day.
  private static func copies(_ sketches: [ArticleSketch]) -> [Int] {
    var places: [UInt64: [Int]] = [:]
    return sketches.indices.map { item in
      let terms = sketches[item].terms
      guard !terms.isEmpty else { return item }
      var hash = UInt64(bitPattern: Int64(sketches[item].day ?? -1))
      for term in terms { hash = (hash ^ (UInt64(term.key) | UInt64(term.count) << 32)) &* 0x100_0000_01B3 }
      let known = places[hash, default: []].first { other in
        sketches[other].terms == terms && sketches[other].language == sketches[item].language
          && sketches[other].day == sketches[item].day
      }
      if known == nil { places[hash, default: []].append(item) }
      return known ?? item
    }
  }

  /// The terms of a list of each sketch; copies have none.
  static func table(
    _ sketches: [ArticleSketch], _ copyOf: [Int], _ list: KeyPath<ArticleSketch, [ArticleSketch.Term]>
  ) -> TermTable {
    var table = TermTable()
    for item in sketches.indices {
      guard copyOf[item] == item else {
        table.closeCopy()
        continue
      }
      table.add(sketches[item][keyPath: list])
      table.close()
    }
    return table
  }
}
