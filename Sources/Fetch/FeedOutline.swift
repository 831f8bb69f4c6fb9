/// What a fetcher needs to know of a feed. Whoever can read feeds makes it.
package struct FeedOutline: Sendable {
  /// An entry, with what its feed says of it.
  package struct Entry: Sendable {
    /// The page of the entry.
    package var link: String
    /// Changes where the entry does.
    package var mark: String
    /// Whether the feed gives less than the whole text.
    package var isCut: Bool
    /// The fields of a record of an article, without its text ("title", "source", "author", "published", …).
    package var fields: [String: String]

    /// An entry that leads to a page.
    package init(link: String, mark: String, isCut: Bool, fields: [String: String]) {
      self.link = link
      self.mark = mark
      self.isCut = isCut
      self.fields = fields
    }
  }

  /// Minutes between changes, by the publisher's own word.
  package var minutes: Int?
  /// In the order of the feed.
  package var entries: [Entry]

  /// An outline of a feed.
  package init(minutes: Int?, entries: [Entry]) {
    self.minutes = minutes
    self.entries = entries
  }
}

/// How what is fetched is read. Fetching knows no format itself.
package struct FetchReading: Sendable {
  /// The outline of a feed found at an address; nil where the bytes are none.
  package var outline: @Sendable (_ body: [UInt8], _ address: String) -> FeedOutline?
  /// A page as text, by the encoding that its header names or by its own; nil where it is none.
  package var page: @Sendable (_ body: [UInt8], _ charset: String?) -> String?

  /// A way to read.
  package init(
    outline: @escaping @Sendable ([UInt8], String) -> FeedOutline?,
    page: @escaping @Sendable ([UInt8], String?) -> String?
  ) {
    self.outline = outline
    self.page = page
  }
}
