internal import NewsModel

/// Of which documents the words are kept from the last run, and which must be read.
struct KeptDocuments {
  /// Those whose words are kept.
  private(set) var staying: [TermTable.Staying] = []
  /// The places of the others.
  private(set) var fresh: [Int] = []

  /// Finds documents again by the hash of their id and by what they are made from.
  init(_ kept: KeptTerms, _ documents: [SearchDocument], _ marks: [ContentMark]?) {
    guard let marks, !kept.keys.isEmpty else {
      fresh = Array(documents.indices)
      return
    }
    let places = PlaceTable(kept.keys.count) { kept.keys[$0] }
    for (at, document) in documents.enumerated() {
      let place = places.place(document.key) { kept.keys[$0] == document.key && kept.marks[$0] == marks[at] }
      if let place {
        staying.append(TermTable.Staying(place: place, number: document.number))
      } else {
        fresh.append(at)
      }
    }
  }

  /// What the next run may take over.
  static func kept(
    _ terms: SearchTerms, _ documents: [SearchDocument], _ marks: [ContentMark],
    shards: [String: ContentMark]
  ) -> KeptTerms {
    var kept = KeptTerms()
    kept.pool = terms.table.pool
    kept.starts = terms.table.starts
    kept.sizes = terms.sizes
    kept.terms = terms.table.terms
    kept.keys = documents.map(\.key)
    kept.numbers = documents.map(\.number)
    kept.marks = marks
    kept.shards = shards
    kept.ends.reserveCapacity(documents.count)
    // A document without words has no place in the table.
    var next = 0
    var end: UInt32 = 0
    for document in documents {
      if next < terms.table.numbers.count, terms.table.numbers[next] == document.number {
        end = terms.table.ends[next]
        next += 1
      }
      kept.ends.append(end)
    }
    return kept
  }
}
