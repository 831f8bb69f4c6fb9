import Testing

@testable import NewsModel

/// Texts in one array of bytes are found by what they say.
struct ByteStringsTests {
  private let lines = (0..<500).map { "dossier/\($0 * 7)/page" } + ["", "élan", "dossier/7/page"]

  private var strings: ByteStrings {
    var bytes: [UInt8] = []
    let ranges = lines.map { line in
      bytes += line.utf8
      return bytes.count - line.utf8.count..<bytes.count
    }
    return ByteStrings(bytes, at: ranges)
  }

  @Test("each text is found, the first of those that say the same, and no other")
  func finding() {
    let strings = strings
    #expect(strings.count == lines.count)
    for (place, line) in lines.enumerated() {
      #expect(strings[place] == line)
      #expect(strings.place(of: line) == lines.firstIndex(of: line))
    }
    #expect(strings.place(of: "dossier/1/page") == nil)
    #expect(ByteStrings([], at: []).place(of: "") == nil)
  }

  @Test("a text may be said in two parts, cut anywhere")
  func parts() {
    let strings = strings
    for cut in 0...14 {
      #expect(strings.place(of: String("dossier/14/page".prefix(cut)), String("dossier/14/page".dropFirst(cut))) == 2)
    }
    #expect(strings.place(of: "dossier/14", "page") == nil)
  }
}
