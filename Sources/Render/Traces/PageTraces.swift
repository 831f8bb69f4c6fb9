internal import NewsModel

/// What the pages of a site were made from when they were made, so that a page is made again only where any of it
/// changed: the verifying traces of build systems (Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte, ICFP 2018).
///
/// Of all that pages looked up there is one table of marks, and a page has the numbers of its rows. The next run compares
/// each row once, and a page by whether one of its rows changed. The bytes stay as they were kept: a page that stays is a
/// piece of them that is copied. Parts of the site are named by marks, not by words.
package final class PageTraces: Sendable {
  /// What is known of a page or a file.
  struct Page: Sendable {
    /// What it was printed from.
    var mark: ContentMark
    /// What else is known of a page that notes what it looks up.
    var trace: Trace?
    /// Where all of it stands in the bytes.
    var bytes: Range<Int> = 0..<0
  }

  /// What a page was made from.
  struct Trace: Sendable {
    /// What it is besides what it looks up.
    var own: ContentMark
    /// Where the numbers of what it looked up stand in the bytes.
    var reads: Range<Int>
    /// Where its line for the catalogue stands; empty where it has none.
    var line: Range<Int>
    /// The day in the sitemap.
    var date: CivilDay?
    var isUnindexed: Bool
  }

  /// The pages below a prefix: the site, or a draft.
  struct Section: Sendable {
    /// What all its pages depend on: templates, words, settings, decisions.
    var salt: ContentMark
    /// All that was looked up: who it is, and what it was made of then.
    var parts: [(identity: ContentMark, mark: ContentMark)]
    var pages: [Page]
    /// The names of the pages.
    var names: ByteStrings
  }

  let bytes: [UInt8]
  let sections: [String: Section]

  /// Nothing is known.
  package init() {
    bytes = []
    sections = [:]
  }

  /// Reads what an output kept; nil where the bytes are something else.
  package init?(_ bytes: [UInt8]) {
    let read: [String: Section]? = bytes.withUnsafeBytes { raw in
      var input = ByteReader(raw)
      guard let sections = try? PageTraces.sections(&input, bytes), input.isAtEnd else { return nil }
      return sections
    }
    guard let read else { return nil }
    self.bytes = bytes
    sections = read
  }

  private static func sections(
    _ input: inout ByteReader, _ bytes: [UInt8]
  ) throws(ByteReader.Malformed) -> [String: Section] {
    var sections: [String: Section] = [:]
    for _ in 0..<(try input.count()) {
      let prefix = try input.text()
      let salt = try input.wholeMark()
      let parts = try input.list { input throws(ByteReader.Malformed) in
        (identity: try input.wholeMark(), mark: try input.wholeMark())
      }
      let count = try input.count()
      var pages: [Page] = []
      var names: [Range<Int>] = []
      pages.reserveCapacity(count)
      names.reserveCapacity(count)
      for _ in 0..<count {
        let start = input.position
        names.append(try input.range())
        var page = Page(mark: try input.wholeMark())
        page.trace = try input.optional { input throws(ByteReader.Malformed) in
          Trace(
            own: try input.wholeMark(), reads: try input.range(), line: try input.range(),
            date: try input.optional { input throws(ByteReader.Malformed) in CivilDay(number: try input.int()) },
            isUnindexed: try input.flag())
        }
        page.bytes = start..<input.position
        pages.append(page)
      }
      sections[prefix] = Section(salt: salt, parts: parts, pages: pages, names: ByteStrings(bytes, at: names))
    }
    return sections
  }

  /// Whether all numbers of some reads are of rows that did not change.
  func areSame(_ reads: Range<Int>, _ changed: [Bool]) -> Bool {
    var isSame = true
    let isWhole = eachRead(reads) { number in
      if !changed.indices.contains(number) || changed[number] { isSame = false }
      return isSame
    }
    return isSame && isWhole
  }

  /// The numbers of reads, ascending: each is kept as what it is more than the one before.
  ///
  /// - Parameter body: answers whether to go on.
  /// - Returns: whether the bytes are what a writer writes.
  @discardableResult
  func eachRead(_ reads: Range<Int>, _ body: (Int) -> Bool) -> Bool {
    bytes.withUnsafeBytes { raw in
      var input = ByteReader(UnsafeRawBufferPointer(rebasing: raw[reads]))
      var number = 0
      while !input.isAtEnd {
        guard let step = try? input.int() else { return false }
        number &+= step
        guard body(number) else { return true }
      }
      return true
    }
  }
}
