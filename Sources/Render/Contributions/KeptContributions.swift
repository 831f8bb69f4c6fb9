internal import NewsModel

/// What the parts of a site gave to its search and its tables, kept so that the next run reads only parts that changed:
/// constructive traces (Mokhov, Mitchell, Peyton Jones: Build Systems à la Carte, ICFP 2018). Of the tables these are
/// places in the published files; of the search the words that its files hold too.
package struct KeptContributions: Sendable {
  /// Which documents have which words.
  var terms = KeptTerms()
  /// By the path of a table: where its rows stand.
  var rows: [String: KeptRows] = [:]

  /// Nothing is known.
  package init() {}

  /// All in bytes.
  package var bytes: [UInt8] {
    var out = FlatWriter()
    terms.write(to: &out)
    for (path, rows) in rows.sorted(by: { $0.key < $1.key }) {
      out.put(Array(path.utf8))
      out.put(rows.marks)
      out.put(rows.ends)
    }
    return out.bytes
  }

  /// Reads what `bytes` gave; nil where they are something else.
  package init?(_ bytes: [UInt8]) {
    let read: KeptContributions? = bytes.withUnsafeBytes { raw in
      var input = FlatReader(raw)
      return try? KeptContributions(&input)
    }
    guard let read else { return nil }
    self = read
  }

  private init(_ input: inout FlatReader) throws {
    terms = try KeptTerms(&input)
    while !input.isAtEnd {
      let path = String(decoding: try input.numbers() as [UInt8], as: UTF8.self)
      var rows = KeptRows()
      rows.marks = try input.numbers()
      rows.ends = try input.numbers()
      guard rows.marks.count == rows.ends.count, rows.ends.isRising else { throw FlatReader.Malformed() }
      self.rows[path] = rows
    }
  }
}

/// Where in a published table the rows of each part stand.
struct KeptRows: Sendable, Equatable {
  /// What the rows of a part were made from, in the order of the table.
  var marks: [ContentMark] = []
  /// Where they end in the file; the first begin behind the row of names.
  var ends: [UInt32] = []
}

/// Finds places in a list by 64 bits that are spread evenly (open addressing with linear probing, Knuth 1963).
struct PlaceTable {
  private var slots: [UInt32]
  private let mask: Int

  /// A table of the values of 0..<count.
  init(_ count: Int, key: (Int) -> UInt64) {
    var bits = 4
    while 1 << bits < 2 * count { bits += 1 }
    mask = 1 << bits - 1
    slots = [UInt32](repeating: 0, count: mask + 1)
    for at in 0..<count {
      var slot = Int(truncatingIfNeeded: key(at)) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(at + 1)
    }
  }

  /// The first place with a key that is the one looked for.
  func place(_ key: UInt64, where isSame: (Int) -> Bool) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & mask
    while slots[slot] != 0 {
      let at = Int(slots[slot]) - 1
      if isSame(at) { return at }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
