internal import NewsModel

/// Reports of one kind by id, which notes what is looked up while a page is made.
struct Shelf<Report: Sendable> {
  /// In the order of the composition.
  let reports: [Report]
  private let positions: [String: Int]
  private let kind: KnownEntity.Kind
  private let recorder: ReadRecorder

  /// A shelf of reports with their ids.
  init(_ reports: [Report], _ kind: KnownEntity.Kind, recorder: ReadRecorder, id: (Report) -> String) {
    self.reports = reports
    self.kind = kind
    self.recorder = recorder
    positions = Dictionary(zip(reports.map(id), reports.indices)) { first, _ in first }
  }

  /// The same shelf, of which another thread notes what it looks up.
  init(_ other: Shelf<Report>, recorder: ReadRecorder) {
    reports = other.reports
    positions = other.positions
    kind = other.kind
    self.recorder = recorder
  }

  /// The report of an id; that it was asked for is noted, whether there is one or not.
  subscript(id: String) -> Report? {
    recorder.note(kind, id, isLink: false)
    return peek(id)
  }

  /// The report of an id for a link to its page: nothing else of it may be used, but for the first role of an actor.
  func link(_ id: String) -> Report? {
    recorder.note(kind, id, isLink: true)
    return peek(id)
  }

  /// The report of an id without a note, for what the note of another part covers.
  func peek(_ id: String) -> Report? { positions[id].map { reports[$0] } }

  /// Where a report stands, without a note.
  func position(of id: String) -> Int? { positions[id] }
}

/// What a page looked up while it was made. Not for use by several threads at once.
final class ReadRecorder {
  /// Something that was looked up.
  struct Read: Hashable, Sendable {
    var kind: KnownEntity.Kind
    var id: String
    /// Whether only its name and its page were asked for.
    var isLink = false
  }

  private var reads: Set<Read> = []
  private var last: Read?

  /// Notes that something was looked up.
  func note(_ kind: KnownEntity.Kind, _ id: String, isLink: Bool) {
    if let last, last.kind == kind, last.isLink == isLink, last.id == id { return }
    let read = Read(kind: kind, id: id, isLink: isLink)
    last = read
    reads.insert(read)
  }

  /// Starts a page.
  func begin() {
    reads.removeAll(keepingCapacity: true)
    last = nil
  }

  /// All that was looked up since, in no order.
  var all: Set<Read> { reads }
}
