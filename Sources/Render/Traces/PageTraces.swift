internal import NewsModel

/// What the pages of a site looked up when they were made, so that a page is made again only where any of it changed:
/// the verifying traces of build systems (Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte, ICFP 2018).
package struct PageTraces: Sendable {
  /// What is known of one page.
  struct Trace: Sendable, Equatable {
    /// Of all that it looked up, as it was.
    var mark: Fingerprints.Mark
    /// What it looked up: places in `names`.
    var reads: [Int]
    /// Its line in the catalogue.
    var line: [UInt8]
    /// The day in the sitemap.
    var date: CivilDay?
    var isUnindexed: Bool
  }

  private(set) var names: [ReadRecorder.Read] = []
  private var numbers: [ReadRecorder.Read: Int] = [:]
  private(set) var pages: [String: Trace] = [:]
  /// The names of `pages` in the order in which they were kept, which is that of the site.
  private var order: [String] = []
  /// For the places in the names of earlier traces the places in `names`; -1 where a name was not taken over yet.
  private var places: [Int] = []

  /// Nothing is known.
  package init() {}

  /// Keeps what a page looked up.
  mutating func keep(_ folder: String, _ trace: Trace, reads: [ReadRecorder.Read]) {
    var trace = trace
    trace.reads = reads.map { number(of: $0) }
    set(folder, trace)
  }

  /// Takes over a trace of earlier ones; all that are taken over are of the same.
  mutating func keep(_ folder: String, _ trace: Trace, of earlier: PageTraces) {
    if places.isEmpty { places = [Int](repeating: -1, count: earlier.names.count) }
    var trace = trace
    for at in trace.reads.indices {
      let read = trace.reads[at]
      if places[read] < 0 { places[read] = number(of: earlier.names[read]) }
      trace.reads[at] = places[read]
    }
    set(folder, trace)
  }

  private mutating func set(_ folder: String, _ trace: Trace) {
    if pages.updateValue(trace, forKey: folder) == nil { order.append(folder) }
  }

  private mutating func number(of read: ReadRecorder.Read) -> Int {
    if let known = numbers[read] { return known }
    names.append(read)
    numbers[read] = names.count - 1
    return names.count - 1
  }

  /// The traces in bytes.
  package var bytes: [UInt8] {
    var out = ByteWriter()
    out.put(names) { out, name in
      out.put(name.kind.rawValue)
      out.put(name.id)
      out.put(name.isLink)
    }
    out.put(order.count)
    for folder in order {
      guard let trace = pages[folder] else { continue }
      out.put(folder)
      out.put(trace.mark)
      out.put(trace.reads) { $0.put($1) }
      trace.line.withUnsafeBytes { out.put($0) }
      out.put(trace.date?.number) { $0.put($1) }
      out.put(trace.isUnindexed)
    }
    return out.bytes
  }

  /// Reads what `bytes` gave; nil where they are something else.
  package init?(_ bytes: [UInt8]) {
    let read: PageTraces? = bytes.withUnsafeBytes { raw in
      var input = ByteReader(raw)
      guard let traces = try? PageTraces(&input), input.isAtEnd else { return nil }
      return traces
    }
    guard let read else { return nil }
    self = read
  }

  private init(_ input: inout ByteReader) throws(ByteReader.Malformed) {
    names = try input.list { input throws(ByteReader.Malformed) in
      guard let kind = KnownEntity.Kind(rawValue: try input.text()) else { throw ByteReader.Malformed() }
      return ReadRecorder.Read(kind: kind, id: try input.text(), isLink: try input.flag())
    }
    numbers = Dictionary(zip(names, names.indices)) { first, _ in first }
    let count = try input.count()
    pages.reserveCapacity(count)
    for _ in 0..<count {
      let folder = try input.text()
      let mark = try input.mark()
      let reads = try input.list { input throws(ByteReader.Malformed) in try input.int() }
      guard reads.allSatisfy(names.indices.contains) else { throw ByteReader.Malformed() }
      let line = Array(try input.text().utf8)
      let date = try input.optional { input throws(ByteReader.Malformed) in CivilDay(number: try input.int()) }
      set(
        folder, Trace(mark: mark, reads: reads, line: line, date: date, isUnindexed: try input.flag()))
    }
  }
}
