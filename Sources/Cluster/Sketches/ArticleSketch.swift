/// What clustering keeps of one article: its terms, who it names, its day and its language.
///
/// A sketch depends on its article and the shipped data alone, so it can be kept beside the article (`encoded`), and
/// `Clusterer` needs nothing else but the origins of stories.
package struct ArticleSketch: Sendable, Equatable {
  /// A term of the article.
  struct Term: Sendable, Equatable {
    /// The low half of a hash of its letters: among a million terms some hundred pairs meet, which changes no story.
    var key: UInt32
    /// Occurrences, each weighted by where it stands, in `countUnit`s; see `Sketcher`.
    var count: UInt16
    /// Occurrences, at most 255.
    var uses: UInt8
    /// Occurrences as a name or a part of one, at most 255.
    var named: UInt8
  }
  /// An actor of the article's digest.
  struct Actor: Sendable, Equatable {
    /// The id within the digest.
    var id: String
    var name: String
    /// 0 person, 1 organization, 2 place: the place of the kind in `Actor.Kind.allCases`.
    var kind: UInt8
    /// Hash of kind and normalized name: what accents, hyphens and capitals do not part.
    var form: UInt64
    /// Mentions, weighted by where they stand, in `countUnit`s.
    var weight: UInt16
    /// What spellings of one name are likely to share.
    var keys: [NameKeys.Word]
    /// Normalized role words.
    var roles: [String]
    var mentions: [Mention]
  }
  /// A wording by which an actor is mentioned.
  struct Mention: Sendable, Equatable {
    var text: String
    var count: UInt16
    /// It is the actor's name, give or take accents, hyphens and capitals.
    var isWhole: Bool
  }
  /// How a term stands in the text.
  struct Surface: Sendable, Equatable {
    var key: UInt32
    var text: String
  }
  /// The unit of weighted counts.
  static let countUnit: Float = 1 / 512

  /// The article's id.
  package var article: String
  /// BCP 47 primary code, or "und".
  package var language: String
  /// The trusted day of publication, in days since 1970-01-01; nil where unknown.
  package var day: Int?
  /// Whether it is known of what days the article speaks: `facts` has some.
  var isDated = false
  /// Terms of the article's own language, in the order of the text.
  var terms: [Term] = []
  /// Terms that survive translation: names, numbers, long words that languages share.
  var bridge: [Term] = []
  /// Numbers and days.
  var facts: [Term] = []
  var actors: [Actor] = []
  /// Keys of the words by which actors are named, the same in all languages: sorted, each once, countries left out.
  var named: [UInt32] = []
  /// How many people are named by more than a word, at most 255, and whether a place below a country is.
  var people: UInt8 = 0
  var saysWhere = false
  /// The terms that weigh most by their counts, as they stand.
  var surfaces: [Surface] = []
  /// Figures that measure something, as written.
  var figures: [String] = []
  /// Dates, as values.
  var dates: [String] = []

  /// A weighted count in units.
  static func units(_ count: Float) -> UInt16 { UInt16(min(65_535, max(1, (count / countUnit).rounded()))) }
}
