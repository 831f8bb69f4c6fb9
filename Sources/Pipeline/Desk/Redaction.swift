internal import Archive
internal import Foundation
internal import NewsModel
internal import Prose
internal import Read
internal import Render

/// Blacks out the names of people who asked for it, in articles as they are read.
///
/// The archive holds no name, only hashes of folded words: of a full name ("full"), and of the family name, which goes
/// only where the full one stands too ("short"). Whoever tries names against the hashes can find them.
struct Redaction: Sendable {
  /// What stands in place of a name, whatever its length.
  static let mark = EditionCut.mark
  /// Words of the longest name that is looked for.
  private static let longest = 6

  private let full: Set<String>
  private let short: Set<String>

  /// Redactions as `subject`s of decisions.
  init(subjects: [String]) {
    full = Set(subjects.filter { $0.hasPrefix("full:") }.map { String($0.dropFirst(5)) })
    short = Set(subjects.filter { $0.hasPrefix("short:") }.map { String($0.dropFirst(6)) })
  }

  /// Whether nothing is to be blacked out.
  var isEmpty: Bool { full.isEmpty }

  /// The subjects that stand for a person's spellings; the last word of a spelling of several is the family name.
  static func subjects(for spellings: [String]) -> [String] {
    var subjects: Set<String> = []
    for spelling in spellings {
      let words = Words(spelling).folded
      guard words.count > 1, let last = words.last else { continue }
      subjects.insert("full:\(hash(words[...]))")
      // As in an address of theirs on a social network.
      subjects.insert("full:\(hash([words.joined()]))")
      subjects.insert("short:\(hash([last]))")
    }
    return subjects.sorted()
  }

  /// An article without the names; the same where none stands in it.
  ///
  /// An address that has the name in it goes, and an identifier that does is another one from then on.
  func redacted(_ article: Article) -> Article {
    guard !isEmpty else { return article }
    let addresses = [article.id, article.url, article.file, article.guid]
    let fields =
      [article.text, article.title, article.author, article.source] + addresses.map { $0.map(Redaction.plain) }
    guard fields.contains(where: { text in text.map { names(full, standIn: $0) } ?? false }) else { return article }
    var made = article
    made.text = redacted(article.text)
    made.title = article.title.map(redacted)
    made.author = article.author.map(redacted)
    made.source = article.source.map(withoutFullName)
    if tells(article.url) { made.url = nil }
    if tells(article.guid) { made.guid = nil }
    made.file = article.file.map(redacted)
    // A long address is cut in its identifier, maybe within the name.
    let isCut = article.id == Identifiers.identifier(url: article.url, file: article.file ?? "")
    if tells(article.id) || isCut && (tells(article.url) || article.url == nil && tells(article.file)) {
      made.id = Redaction.hidden(article.id)
    }
    if made == article { return article }
    made.leftOut = []
    return made
  }

  /// What stands for an identifier that has a name in it.
  static func hidden(_ id: String) -> String { "article-\(Checksum.hex(of: [id]).prefix(12))" }

  /// The name of a page without the words that are names; maybe nothing is left.
  func remaining(_ slug: String) -> String {
    let words = Words(slug)
    let isGone = found(in: words, among: full.union(short))
    return zip(words.folded, isGone).filter { !$0.1 }.map(\.0).joined(separator: "-")
  }

  /// Whether an address or an identifier has the full name in it, or the family name alone.
  func tells(_ address: String?) -> Bool {
    address.map { names(full.union(short), standIn: Redaction.plain($0)) } ?? false
  }

  /// Whether an address or an identifier has the full name in it.
  func tellsFullName(_ address: String) -> Bool { names(full, standIn: Redaction.plain(address)) }

  private func names(_ names: Set<String>, standIn text: String) -> Bool {
    found(in: Words(text), among: names).contains(true)
  }

  /// An address without its escapes.
  private static func plain(_ address: String) -> String { address.removingPercentEncoding ?? address }

  /// A text without the full name, and without the family name alone either.
  func redacted(_ text: String) -> String { blackened(text, full.union(short)).text }

  /// A text without the full name; the family name alone stays.
  func withoutFullName(_ text: String) -> String { blackened(text, full).text }

  /// Where a span of a text lies once the name is gone from it; what begins or ends within the name takes in its mark.
  func moved(_ span: Span, of text: String) -> Span {
    let runs = blackened(text, full.union(short)).runs
    func moved(_ offset: Int, isEnd: Bool) -> Int {
      guard let (old, new) = runs.last(where: { $0.old.start < offset }) else { return offset }
      if offset < old.end { return isEnd ? new.end : new.start }
      return offset + new.end - old.end
    }
    return Span(moved(span.start, isEnd: false), moved(span.end, isEnd: true))
  }

  /// A text without names of a set, and what stands for each run of their words, before and after.
  private func blackened(_ text: String, _ names: Set<String>) -> (text: String, runs: [(old: Span, new: Span)]) {
    let words = Words(text)
    let isGone = found(in: words, among: names)
    var out: [UInt8] = []
    var runs: [(old: Span, new: Span)] = []
    let bytes = Array(text.utf8)
    var at = 0
    for (index, span) in words.spans.enumerated() where isGone[index] {
      let goesOn = index > 0 && isGone[index - 1]
      // What stands between the words of one name goes with it.
      if !goesOn {
        out += bytes[at..<span.start]
        runs.append((span, Span(out.count, out.count + Redaction.mark.utf8.count)))
        out += Array(Redaction.mark.utf8)
      }
      runs[runs.count - 1].old.end = span.end
      at = span.end
    }
    return (String(decoding: out + bytes[at...], as: UTF8.self), runs)
  }

  /// For each word whether it belongs to a name of a set.
  private func found(in words: Words, among names: Set<String>) -> [Bool] {
    var isGone = [Bool](repeating: false, count: words.folded.count)
    for start in words.folded.indices {
      for length in 1...Redaction.longest where start + length <= words.folded.count {
        if names.contains(Redaction.hash(words.folded[start..<start + length])) {
          for index in start..<start + length { isGone[index] = true }
        }
      }
    }
    return isGone
  }

  private static func hash(_ words: ArraySlice<String>) -> String { Checksum.hex(of: Array(words)) }

  /// The words of a text, folded, with their bytes.
  private struct Words {
    let folded: [String]
    let spans: [Span]

    init(_ text: String) {
      let bytes = Array(text.utf8)
      spans = WordRuns.spans(in: text)
      folded = spans.map { Fold.folded(String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)) }
    }
  }
}
