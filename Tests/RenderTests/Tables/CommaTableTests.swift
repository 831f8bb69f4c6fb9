import NewsModel
import Testing

@testable import Render

/// Tables as comma-separated values.
struct CommaTableTests {
  private func line(_ cells: [String?]) -> String {
    var table = CommaTable()
    for cell in cells { table.cell(cell) }
    table.end()
    return String(decoding: table.bytes, as: UTF8.self)
  }

  @Test("Commas, quote marks and line ends are quoted (RFC 4180), nothing else is")
  func quoting() {
    #expect(
      line(["un mot", "a, b", "il dit \"non\"", "deux\nlignes", nil, "fin"])
        == "un mot,\"a, b\",\"il dit \"\"non\"\"\",\"deux\nlignes\",,fin\r\n")
  }

  @Test(
    "What a spreadsheet would reckon with gets an apostrophe", arguments: ["=1+1", "+33", "-5", "@cmd", "\tx", "＝A1"])
  func formulas(cell: String) {
    #expect(line([cell, "x"]) == "\"'\(cell)\",x\r\n")
  }

  @Test("A table has a row of names, and of quotes only what may be printed")
  func tables() throws {
    var composition = SampleComposition.composition()
    func table(_ name: String) throws -> [Substring] {
      let page = try Renderer().pages(of: composition).first { $0.path == "data/\(name).csv" }
      return String(decoding: page?.bytes ?? [], as: UTF8.self).split(separator: "\r\n")
    }
    let quotes = try table("quotes")
    #expect(quotes.first?.hasPrefix("quote,form,utterance,speaker") == true)
    #expect(
      quotes.contains { $0.hasPrefix("Nous ne laisserons aucune vallée sans eau,direct,") && $0.contains("Varenne") })
    #expect(try table("actors").count == composition.actors.count + 1)
    #expect(try table("events").count > 1)
    composition.articles = composition.articles.map { $0.with(printable: []) }
    #expect(try table("quotes").count == 1)
  }
}
