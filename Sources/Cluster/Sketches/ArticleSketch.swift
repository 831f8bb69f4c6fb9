internal import NewsModel

/// What clustering keeps of an article: its terms with their counts, its day and its language. No words.
struct ArticleSketch: Sendable {
  /// A term of the article, as a number of the batch's `Vocabulary`.
  struct Term: Sendable {
    var id: Int32
    /// Occurrences, each weighted by where it stands; see `Sketcher`.
    var count: Float
  }
  /// The article's id.
  var id: String
  /// BCP 47 primary code, or "und".
  var language: String
  /// The trusted day of publication, in days since 1970-01-01; nil where unknown.
  var day: Int?
  /// Terms of the article's own language, by id.
  var terms: [Term]
  /// Terms that survive translation: names, numbers, long words that languages share; by id.
  var bridge: [Term]
  /// Actors, numbers and days; by id. See `FactReader`.
  var facts: [Term] = []
  /// Whether it is known of what days the article speaks: `facts` has some.
  var isDated = false
}

/// Terms of a batch as small numbers, with how often each was written as a name.
struct Vocabulary: Sendable {
  private var idByKey: [UInt64: Int32] = [:]
  /// Occurrences of each term.
  private(set) var occurrences: [Int32] = []
  /// Occurrences of each term as a name or a part of one.
  private(set) var asName: [Int32] = []

  /// How many terms there are.
  var count: Int { occurrences.count }

  /// The number of a term by the hash of its letters.
  mutating func id(of key: UInt64) -> Int32 {
    if let known = idByKey[key] { return known }
    let id = Int32(occurrences.count)
    idByKey[key] = id
    occurrences.append(0)
    asName.append(0)
    return id
  }

  /// The number of a term that has been met, or nil.
  func known(_ key: UInt64) -> Int32? { idByKey[key] }

  /// Counts one occurrence.
  mutating func count(_ id: Int32, isName: Bool) {
    occurrences[Int(id)] += 1
    if isName { asName[Int(id)] += 1 }
  }

  /// How much of a term's use is as a name, 0 to 1.
  func nameShare(_ id: Int32) -> Float {
    occurrences[Int(id)] == 0 ? 0 : Float(asName[Int(id)]) / Float(occurrences[Int(id)])
  }
}
