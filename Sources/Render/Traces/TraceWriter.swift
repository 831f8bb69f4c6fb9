internal import NewsModel

/// Writes what the pages of a site are made from, for `PageTraces` of the next run.
struct TraceWriter {
  /// What a page was made from that was made now.
  struct Made {
    /// What it is besides what it looks up.
    var own: ContentMark
    /// Its line in the catalogue.
    var entry: Catalogue.Entry?
    /// What it looked up, and what that is made of.
    var reads: [SiteMarks.Part]
  }

  private var done = ByteWriter()
  private var count = 0
  // The section that is being written.
  private var prefix = ""
  private var salt = ContentMark(high: 0, low: 0)
  private var parts: [(identity: ContentMark, mark: ContentMark)] = []
  private var numbers: [ContentMark: Int] = [:]
  private var pages = ByteWriter()
  private var pageCount = 0
  private var reads = ByteWriter()
  /// The earlier table, where a new one was begun.
  private var table: [(identity: ContentMark, mark: ContentMark)]?

  /// Begins the pages below a prefix.
  ///
  /// - Parameters:
  ///   - earlier: the table of the earlier section, with the marks of now.
  ///   - isSpare: whether so many of its rows stand for nothing that a new one is begun.
  mutating func begin(
    _ prefix: String, salt: ContentMark, _ earlier: [(identity: ContentMark, mark: ContentMark)], isSpare: Bool
  ) {
    endSection()
    self.prefix = prefix
    self.salt = salt
    count += 1
    parts = isSpare ? [] : earlier
    table = isSpare ? earlier : nil
    numbers = isSpare ? [:] : Dictionary(zip(parts.map(\.identity), 0...)) { first, _ in first }
  }

  /// Keeps a page that was made now, or a file.
  mutating func add(_ name: String, _ mark: ContentMark, _ made: Made?) {
    pageCount += 1
    pages.put(name)
    pages.put(whole: mark)
    let known = made.flatMap { made in made.reads.allSatisfy { $0.mark != nil } ? made : nil }
    pages.put(known != nil)
    guard let made = known else { return }
    pages.put(whole: made.own)
    put(reads: made.reads.map { number(of: $0.identity, $0.mark) })
    (made.entry?.line ?? []).withUnsafeBytes { pages.put($0) }
    pages.put(made.entry?.date?.number) { $0.put($1) }
    pages.put(made.entry?.isUnindexed ?? false)
  }

  /// Takes over a page that stays.
  mutating func keep(_ page: PageTraces.Page, name: String, of earlier: PageTraces) {
    pageCount += 1
    guard let table, let trace = page.trace else {
      return earlier.bytes.withUnsafeBytes { pages.append(UnsafeRawBufferPointer(rebasing: $0[page.bytes])) }
    }
    pages.put(name)
    pages.put(whole: page.mark)
    pages.put(true)
    pages.put(whole: trace.own)
    var rows: [Int] = []
    earlier.eachRead(trace.reads) {
      rows.append($0)
      return true
    }
    let numbers = rows.map { number(of: table[$0].identity, table[$0].mark) }
    put(reads: numbers)
    earlier.bytes.withUnsafeBytes { pages.put(UnsafeRawBufferPointer(rebasing: $0[trace.line])) }
    pages.put(trace.date?.number) { $0.put($1) }
    pages.put(trace.isUnindexed)
  }

  private mutating func number(of identity: ContentMark, _ mark: ContentMark?) -> Int {
    if let known = numbers[identity] { return known }
    parts.append((identity, mark ?? SiteMarks.unknown))
    numbers[identity] = parts.count - 1
    return parts.count - 1
  }

  private mutating func put(reads numbers: [Int]) {
    reads.removeAll()
    var last = 0
    for number in numbers.sorted() {
      reads.put(number - last)
      last = number
    }
    reads.bytes.withUnsafeBytes { pages.put($0) }
  }

  private mutating func endSection() {
    guard count > 0 else { return }
    done.put(prefix)
    done.put(whole: salt)
    done.put(parts) { out, part in
      out.put(whole: part.identity)
      out.put(whole: part.mark)
    }
    done.put(pageCount)
    pages.bytes.withUnsafeBytes { done.append($0) }
    pages.removeAll()
    pageCount = 0
  }

  /// All that was written.
  var bytes: [UInt8] {
    var last = self
    last.endSection()
    var out = ByteWriter()
    out.put(count)
    last.done.bytes.withUnsafeBytes { out.append($0) }
    return out.bytes
  }
}
