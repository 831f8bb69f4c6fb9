import NewsModel
import Testing

@testable import Render

/// What pages were made from is kept, read and taken over without a loss.
struct TraceWriterTests {
  private let salt = ContentMark(high: 7, low: 7)

  private func part(_ number: UInt64) -> SiteMarks.Part {
    SiteMarks.Part(identity: ContentMark(high: number, low: 1), mark: ContentMark(high: number, low: 2))
  }

  private func written() throws -> PageTraces {
    var writer = TraceWriter()
    writer.begin("", salt: salt, [], isSpare: false)
    for page in 0..<40 as Range<UInt64> {
      let reads = (0..<page % 7).map { part(page * 3 + $0 * 5) }
      writer.add("p\(page)/", part(page).identity, .init(own: salt, reads: reads))
    }
    writer.add("plain.txt", salt, nil)
    return try #require(PageTraces(writer.bytes))
  }

  /// The parts that a page looked up.
  private func reads(_ page: Int, _ traces: PageTraces) throws -> Set<ContentMark> {
    let section = try #require(traces.sections[""])
    var found: Set<ContentMark> = []
    traces.eachRead(try #require(section.pages[page].trace).reads) {
      found.insert(section.parts[$0].identity)
      return true
    }
    return found
  }

  @Test("pages taken over look up what they did, also by a table that is begun anew", arguments: [false, true])
  func takingOver(isSpare: Bool) throws {
    let earlier = try written()
    let section = try #require(earlier.sections[""])
    var writer = TraceWriter()
    writer.begin("", salt: salt, section.parts, isSpare: isSpare)
    let stay = (0..<41).filter { $0 % 3 != 1 }
    for place in stay { writer.keep(section.pages[place], name: section.names[place], of: earlier) }
    let later = try #require(PageTraces(writer.bytes))
    let after = try #require(later.sections[""])
    #expect(after.pages.count == stay.count)
    #expect(isSpare ? after.parts.count < section.parts.count : after.parts.count == section.parts.count)
    for (place, old) in stay.enumerated() {
      #expect(after.names[place] == section.names[old])
      #expect(after.pages[place].mark == section.pages[old].mark)
      #expect((after.pages[place].trace == nil) == (section.pages[old].trace == nil))
      if old < 40 { #expect(try reads(place, later) == reads(old, earlier)) }
    }
  }

  @Test("a page stays only where no row changed that it looked up")
  func changed() throws {
    let traces = try written()
    let section = try #require(traces.sections[""])
    for row in section.parts.indices {
      var changed = [Bool](repeating: false, count: section.parts.count)
      changed[row] = true
      for page in 0..<40 {
        let looksAtIt = try reads(page, traces).contains(section.parts[row].identity)
        let trace = try #require(section.pages[page].trace)
        #expect(traces.areSame(trace.reads, changed) == !looksAtIt)
      }
    }
    let trace = try #require(section.pages[6].trace)
    #expect(!traces.areSame(trace.reads, []))
  }

  @Test("a page that looks at what nobody knows has no trace")
  func unknown() throws {
    var writer = TraceWriter()
    writer.begin("", salt: salt, [], isSpare: false)
    let reads = [part(1), SiteMarks.Part(identity: part(2).identity, mark: nil)]
    writer.add("p/", salt, .init(own: salt, reads: reads))
    let traces = try #require(PageTraces(writer.bytes))
    #expect(traces.sections[""]?.pages[0].trace == nil)
    #expect(traces.sections[""]?.pages[0].mark == salt)
  }
}
