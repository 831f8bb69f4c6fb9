internal import Languages
internal import NewsModel
internal import Prose

/// Phrases that stand around articles ("Lire aussi", "Leave a Reply"), from the `reading-boilerplate` tables.
///
/// A page in one language often sits in a theme in another, so the phrases of all languages are looked for at once.
/// A row is a phrase, where it stands, and `end` where nothing of the article comes after it, or `title` where it may
/// be followed by the title of another article on a line of its own, or `subscribers` where it says that this very
/// article goes on for them, which no general invitation does:
/// - `line`: the whole line, numbers aside ("12 Comments");
/// - `start`: a line that starts so and is no sentence ("Share this story", but not "Share prices fell.");
/// - `sentence`: a line that starts so, however it ends;
/// - `anywhere`: a line that holds it and is no sentence;
/// - `within`: a line that holds it, however it ends.
///
/// Sentences are spared wherever a phrase could stand in an article too: a paragraph on cookies may be the news.
struct BoilerplatePhrases: Sendable {
  /// What a line says.
  struct Match: Sendable, Equatable {
    var reason: LeftOut.Reason
    /// Nothing of the article comes after it.
    var endsArticle = false
    /// The title of another article may follow on the next line.
    var announcesTitle = false
    /// The article goes on for those who subscribe.
    var isForSubscribers = false
  }

  /// A line that starts with or holds a phrase is boilerplate up to this many words; longer ones are paragraphs.
  static let longestNotice = 40

  /// A note that says what was wrong in an article, and what is right, takes up to this many words.
  static let longestRevision = 90

  /// A line that opens with a phrase of one word has at most this many; a colon counts as a word.
  static let longestAfterOneWord = 4

  private var whole: [UInt64: Match] = [:]
  private var openings: [UInt64: Match] = [:]
  private var sentenceOpenings: [UInt64: Match] = [:]
  private var inside: [UInt64: [(words: [UInt64], match: Match, sparesSentences: Bool)]] = [:]
  private var longestPhrase = 0
  /// The keys of the tables above, which most words and lines are not among.
  private var wholes = WordSet([])
  private var openers = WordSet([])
  private var insiders = WordSet([])

  /// The phrases of some languages; a row that cannot be understood is passed over.
  init(_ languages: [Language]) {
    for language in languages {
      for (section, fields) in language.table("reading-boilerplate").allRows {
        guard let reason = LeftOut.Reason(rawValue: section) else { continue }
        let flag = fields.count > 2 ? fields[2] : ""
        let match = Match(
          reason: reason, endsArticle: flag == "end", announcesTitle: flag == "title",
          isForSubscribers: flag == "subscribers")
        insert(WordScan.hashes(of: fields[0]), fields.count > 1 ? fields[1] : "line", match)
      }
    }
    wholes = WordSet(whole.keys.sorted())
    openers = WordSet(Set(openings.keys).union(sentenceOpenings.keys).sorted())
    insiders = WordSet(inside.keys.sorted())
  }

  private mutating func insert(_ words: [UInt64], _ place: String, _ match: Match) {
    guard let first = words.first else { return }
    longestPhrase = max(longestPhrase, words.count)
    var chain = BoilerplatePhrases.seed
    for word in words where place != "line" || !WordScan.isIncidental(word) {
      chain = BoilerplatePhrases.chain(chain, word)
    }
    switch place {
    case "start": openings[chain] = match
    case "sentence": sentenceOpenings[chain] = match
    case "anywhere", "within": inside[first, default: []].append((words, match, place == "anywhere"))
    default: whole[chain] = match
    }
  }

  /// What a line says, if it is one of the phrases.
  func match(_ words: [UInt64], wording: UInt64, endsSentence: Bool) -> Match? {
    guard let match = found(words, wording: wording, endsSentence: endsSentence) else { return nil }
    let longest =
      match.reason == .revision ? BoilerplatePhrases.longestRevision : BoilerplatePhrases.longestNotice
    return words.count <= longest ? match : nil
  }

  private func found(_ words: [UInt64], wording: UInt64, endsSentence: Bool) -> Match? {
    if words.isEmpty || words.count > BoilerplatePhrases.longestRevision { return nil }
    if wholes.contains(wording), let match = whole[wording] { return match }
    var chain = BoilerplatePhrases.seed
    var opening: Match?
    for index in 0..<min(words.count, longestPhrase) {
      chain = BoilerplatePhrases.chain(chain, words[index])
      guard openers.contains(chain), var match = sentenceOpenings[chain] ?? (endsSentence ? nil : openings[chain])
      else { continue }
      // One word opens too many lines to say much of a long one: "Share prices at a record".
      if index == 0, words.count > BoilerplatePhrases.longestAfterOneWord { continue }
      if words.count > index + 2 { match.announcesTitle = false }
      // Of phrases that open alike the longest says most.
      opening = match
    }
    if let opening { return opening }
    for at in words.indices {
      guard insiders.contains(words[at]), let candidates = inside[words[at]] else { continue }
      for candidate in candidates
      where !(candidate.sparesSentences && endsSentence) && words[at...].starts(with: candidate.words) {
        return candidate.match
      }
    }
    return nil
  }

  /// The hash of no words.
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// The hash of some words and one more.
  static func chain(_ hash: UInt64, _ word: UInt64) -> UInt64 { (hash ^ word) &* 0x100_0000_01B3 &+ (hash >> 29) }
}
