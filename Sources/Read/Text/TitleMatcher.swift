internal import NewsModel
internal import Prose

/// Tells what a line has to do with a title.
struct TitleMatcher {
  enum Relation { case none, same, glued, caption }

  /// Words of a caption or title that are no function words in any sense that matters here: longer than this.
  static let shortestTellingWord = 3  // letters
  /// A caption repeats at least this share of the title's longer words.
  static let captionShare = 0.6
  /// A caption has at least so many longer words.
  static let fewestCaptionWords = 3
  /// A title of fewer words ends too many lines to say that something was glued before it.
  static let shortestGlued = 4

  /// How many words the title has.
  let words: Int
  private let wording: UInt64
  private let folded: [UInt8]
  private let telling: Set<UInt64>

  /// A matcher for a title.
  init(_ title: String) {
    folded = Fold.folded(Array(title.utf8))
    let hashes = WordScan.hashes(of: title)
    words = hashes.count
    wording = ReadingWords.wording(title)
    telling = TitleMatcher.tellingWords(folded)
  }

  /// Whether a line has the words of the title and no others.
  func isWhole(_ line: TextLine) -> Bool { line.wording == wording }

  /// What a line has to do with the title.
  func relation(of line: TextLine, _ text: TextLines) -> Relation {
    if isWhole(line) { return .same }
    guard line.words > 1 else { return .none }
    if line.words > words, let titled = TitleLine(text.bytes, line.span),
      ReadingWords.wording(text.text(titled.title)) == wording
    {
      return .same
    }
    let own = Fold.folded(Array(text.bytes(of: line)))
    if words >= TitleMatcher.shortestGlued, own.count > folded.count, own.suffix(folded.count).elementsEqual(folded) {
      return .glued
    }
    let ownWords = TitleMatcher.tellingWords(own)
    guard ownWords.count >= TitleMatcher.fewestCaptionWords, ownWords.isSubset(of: telling),
      Double(ownWords.count) >= TitleMatcher.captionShare * Double(telling.count)
    else { return .none }
    return .caption
  }

  private static func tellingWords(_ folded: [UInt8]) -> Set<UInt64> {
    var words: Set<UInt64> = []
    var at = 0
    while at < folded.count {
      guard isLetter(folded[at]) else {
        at += 1
        continue
      }
      let start = at
      while at < folded.count, isLetter(folded[at]) { at += 1 }
      if at - start > shortestTellingWord { words.insert(Fold.hash(folded[start..<at])) }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2)
  }
}
