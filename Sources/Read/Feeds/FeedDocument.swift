/// A feed as its publisher wrote it, whatever its format: what a fetcher plans with, and what articles are made of.
package struct FeedDocument: Sendable, Equatable {
  /// The families of formats.
  package enum Format: String, Sendable {
    /// RSS 0.91 to 0.94 and 2.0.
    case rss
    /// RSS 0.90 and 1.0, which are RDF.
    case rdf
    /// Atom 0.3 and 1.0 (RFC 4287).
    case atom
    /// JSON Feed 1.0 and 1.1.
    case json
  }

  package var format: Format
  /// As plain text on one line.
  package var title: String?
  /// The page that the feed is of.
  package var link: String?
  /// Where the feed says it is found itself; may be followed when it moves.
  package var address: String?
  /// The next, older page of a feed in pages (RFC 5005, JSON Feed `next_url`).
  package var next: String?
  /// BCP 47.
  package var language: String?
  package var authors: [String] = []
  /// When the feed says it last changed; see `FeedDate`.
  package var updated: String?
  /// Minutes between changes by the publisher's own word (RSS `ttl`, RSS 1.0 `updatePeriod`); nil where nothing is said.
  package var minutesBetweenChanges: Int?
  /// JSON Feed `expired`: nothing will come any more.
  package var isExpired = false
  /// In the order of the feed, at most `mostEntries`.
  package var entries: [FeedEntry] = []
  /// How many entries were passed over because there are more than that.
  package var entriesPassedOver = 0
  /// Whether the file ends before the feed does, as a connection leaves it that broke.
  package var isCutOff = false
  /// Whether it ends within the last entry, whose text may then break off.
  package var endsInsideEntry = false

  /// More entries than any publisher's feed has; a feed made to take long would.
  package static let mostEntries = 10_000

  /// A feed of which nothing is known yet.
  package init(format: Format) { self.format = format }
}

/// One entry of a feed; whatever it does not say is nil or empty.
package struct FeedEntry: Sendable, Equatable {
  /// The entry's own identifier, letter for letter: RSS `guid`, Atom `id`, JSON Feed `id`, RSS 1.0 `rdf:about`.
  package var guid: String?
  /// The page of the entry, absolute where a base is known.
  package var link: String?
  /// As plain text on one line.
  package var title: String?
  /// Names, in the order of the feed; addresses of mail are no names.
  package var authors: [String] = []
  /// As the contract writes dates; see `FeedDate`.
  package var published: String?
  package var updated: String?
  /// The text as a whole, where the feed gives it.
  package var content: FeedText?
  /// What the publisher says of the entry in short; often all there is.
  package var summary: FeedText?
  package var categories: [String] = []
  /// BCP 47, of the entry or of what it stands in.
  package var language: String?
  /// Another outlet that the entry was taken from (RSS `source`, Atom `source`).
  package var sourceTitle: String?
  /// Pictures, sound and films: what they are is told by `type`.
  package var media: [FeedMedia] = []
  /// Dates that could not be read, letter for letter.
  package var unreadDates: [String] = []

  /// An entry that says nothing.
  package init() {}

  /// The longer of content and summary, by words: some feeds put the text in one, some in the other.
  package var text: FeedText? {
    guard let content, !content.plain.isEmpty else { return summary }
    guard let summary else { return content }
    return summary.plain.utf8.count > content.plain.utf8.count ? summary : content
  }
}

/// A file that an entry points to (RSS `enclosure`, Media RSS, JSON Feed `attachments`).
package struct FeedMedia: Sendable, Equatable {
  package var url: String
  /// A media type (RFC 2046), if told.
  package var type: String?

  /// A file at an address.
  package init(url: String, type: String?) {
    self.url = url
    self.type = type
  }
}
