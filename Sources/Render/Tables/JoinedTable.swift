internal import NewsModel

/// A table joined from rows of the published one, where what they are made from is the same, and from new ones.
struct JoinedTable {
  private let head: [UInt8]
  private let count: Int
  private let marks: [ContentMark]?
  private let old: (bytes: [UInt8], rows: KeptRows)?
  private static let slice = 64  // articles, events or actors that one thread makes at a time
  private static let batch = 2048  // of which the rows are held at a time besides the table

  /// A table of the rows of some parts.
  ///
  /// - Parameters:
  ///   - head: the row of names.
  ///   - count: how many parts there are.
  ///   - marks: what the rows of each are made from; nil where that is not known of all.
  ///   - earlier: the site as it stands; its table counts where its bytes are what the last run made.
  init(head: [UInt8], count: Int, marks: [ContentMark]?, earlier: PageOutput.Earlier, path: String) {
    self.head = head
    self.count = count
    self.marks = marks
    old = JoinedTable.old(earlier, path, marks != nil)
  }

  private static func old(
    _ earlier: PageOutput.Earlier, _ path: String, _ isWanted: Bool
  ) -> (bytes: [UInt8], rows: KeptRows)? {
    guard isWanted, let rows = earlier.kept.rows[path], let mark = earlier.mark(of: path),
      let bytes = earlier.published(path), ContentMark(bytes) == mark, Int(rows.ends.last ?? 0) == bytes.count
    else { return nil }
    return (bytes, rows)
  }

  /// Makes the table; answers where its rows stand.
  func made(
    on benches: [Workbench], _ row: (Int, Desk, inout CommaTable) -> Void
  ) -> (bytes: [UInt8], rows: KeptRows) {
    let places = places()
    var bytes = head
    bytes.reserveCapacity((old?.bytes.count ?? 0) + head.count)
    var rows = KeptRows()
    var first = 0
    while first < count {
      let batch = first..<min(count, first + JoinedTable.batch)
      let fresh = batch.filter { places[$0] == nil }
      let parts = Workers.map((fresh.count + JoinedTable.slice - 1) / JoinedTable.slice, on: benches) { part, bench in
        let first = part * JoinedTable.slice
        let desk = bench.desk("data/")
        var table = CommaTable()
        var ends: [Int] = []
        for place in fresh[first..<min(fresh.count, first + JoinedTable.slice)] {
          row(place, desk, &table)
          ends.append(table.bytes.count)
        }
        return (bytes: table.bytes, ends: ends)
      }
      var made = 0
      for place in batch {
        if let kept = places[place], let old {
          bytes += old.bytes[kept]
        } else {
          let part = parts[made / JoinedTable.slice]
          let at = made % JoinedTable.slice
          bytes += part.bytes[(at == 0 ? 0 : part.ends[at - 1])..<part.ends[at]]
          made += 1
        }
        if marks != nil, let end = UInt32(exactly: bytes.count) { rows.ends.append(end) }
      }
      first = batch.upperBound
    }
    // Of a table of more than 4 GB nothing is kept.
    guard let marks, rows.ends.count == count else { return (bytes, KeptRows()) }
    rows.marks = marks
    return (bytes, rows)
  }

  /// Where the rows of each part stand in the published table; nil where they are to be made.
  private func places() -> [Range<Int>?] {
    guard let marks, let old else { return [Range<Int>?](repeating: nil, count: count) }
    let table = PlaceTable(old.rows.marks.count) { old.rows.marks[$0].low }
    return marks.map { mark in
      table.place(mark.low) { old.rows.marks[$0] == mark }.map { place in
        (place == 0 ? head.count : Int(old.rows.ends[place - 1]))..<Int(old.rows.ends[place])
      }
    }
  }
}
