internal import NewsModel

/// A list that its page may be too small for: the page shows a part of it, and pages of their own, its sheets, have all.
///
/// Rows stand in an order in which new ones come at the end, so that what is added changes the last sheet alone.
struct Listing: Sendable {
  /// More rows than this are not shown on a page that has other things to tell.
  static let shown = 60  // rows, about 1 KB each
  /// Rows of a sheet, which has nothing else.
  static let sheet = 100

  /// The newest events of which the day is known, of a list in their order that is long; else all.
  static func newest(_ events: [TimelineEvent]) -> [TimelineEvent] {
    events.count > shown ? Array(events.prefix { $0.value != nil }.suffix(shown)) : events
  }

  /// What is listed, each by what finds it.
  enum Rows: Sendable {
    case actors([String]), articles([String]), stories([String]), threads([String])
    case events([TimelineEvent])
    case quotes([StoryQuote.Version])
    /// Words of a story that several versions may carry.
    case utterances([StoryQuote])

    /// How many there are.
    var count: Int {
      switch self {
      case .actors(let ids), .articles(let ids), .stories(let ids), .threads(let ids): ids.count
      case .events(let events): events.count
      case .quotes(let quotes): quotes.count
      case .utterances(let quotes): quotes.count
      }
    }

    /// Some of them.
    subscript(range: Range<Int>) -> Rows {
      switch self {
      case .actors(let ids): .actors(Array(ids[range]))
      case .articles(let ids): .articles(Array(ids[range]))
      case .stories(let ids): .stories(Array(ids[range]))
      case .threads(let ids): .threads(Array(ids[range]))
      case .events(let events): .events(Array(events[range]))
      case .quotes(let quotes): .quotes(Array(quotes[range]))
      case .utterances(let quotes): .utterances(Array(quotes[range]))
      }
    }
  }

  /// Whose list it is.
  struct Owner: Sendable {
    /// The page that shows a part of it.
    var folder: String
    /// A name of the sources, or a letter; nil where what is listed says enough.
    var name: String?
    /// The entry of the navigation.
    var section: String
  }

  let owner: Owner
  /// Its part of the addresses of its sheets, below the folder of the owner: "quotes/".
  let part: String
  /// The word of the interface for what is listed.
  let key: String
  let rows: Rows
  /// How many rows its page shows.
  var shown = Listing.shown

  /// Where its sheets stand: "actors/x/quotes/".
  var folder: String { owner.folder + part }

  /// Whether the page does not show all of it.
  var isLong: Bool { rows.count > shown }

  /// All of it, a sheet after the other; none where the page shows all, unless it is asked for `always`.
  func sheets(always: Bool = false) -> [ListSheet] {
    guard isLong || always, rows.count > 0 else { return [] }
    return stride(from: 0, to: rows.count, by: Listing.sheet).map { first in
      let end = min(first + Listing.sheet, rows.count)
      return ListSheet(listing: self, first: first, rows: rows[first..<end], isLast: end == rows.count)
    }
  }

  /// The folder of a sheet, by its number from 1.
  func path(_ number: Int) -> String { "\(folder)\(number)/" }
}

extension Desk {
  /// The way to all of a list of which a page shows a part: a note and the sheets; nothing where it shows all.
  func sheets(of listing: Listing) -> Field {
    guard listing.isLong else { return .none }
    let links = listing.sheets().map { sheet in
      Record(view: ["label": .text(sheet.range(words)), "href": .text(href(sheet.path))])
    }
    let note = words.text(
      "sheets-note", ["n": words.number(listing.rows.count), "shown": words.number(listing.shown)])
    return .record(Record(view: ["note": .text(note), "links": links.field]))
  }
}
