import Foundation
import NewsModel
import Read
import Testing

@testable import Pipeline

@Suite("Printed documents")
struct PrintedDocumentTests {
  @Test("a PDF without the program that reads it is told with what to install")
  func missing() {
    let document = PrintedDocument(ArticleReader(), tool: "daybrief-no-such-tool")
    let result = document.articles(in: "a.pdf", file: "a.pdf", given: nil)
    #expect(result.articles.isEmpty)
    #expect(result.diagnostics.map(\.code) == [.notText])
    #expect(result.diagnostics.first?.detail.contains("poppler-utils") == true)
  }

  @Test("what a program that is no reader of PDF says is told, and nothing is read")
  func failing() {
    let result = PrintedDocument(ArticleReader(), tool: "false").articles(in: "a.pdf", file: "a.pdf", given: nil)
    #expect(result.articles.isEmpty)
    #expect(result.diagnostics.map(\.code) == [.unreadable])
  }

  @Test("a PDF is told by its name or its first bytes")
  func told() {
    #expect(PrintedDocument.isPDF("a.PDF", Data()))
    #expect(PrintedDocument.isPDF("a", Data("%PDF-1.7".utf8)))
    #expect(!PrintedDocument.isPDF("a.txt", Data("words".utf8)))
  }

  @Test(
    "a real PDF is read where pdftotext is installed",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"), "pdftotext is not installed here"))
  func real() throws {
    let file = NSTemporaryDirectory() + "daybrief-\(UUID().uuidString).pdf"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try PrintedDocumentTests.pdf("The pier is safe, says the town, and boats may leave.").write(
      toFile: file, atomically: true, encoding: .isoLatin1)
    let result = PrintedDocument(ArticleReader()).articles(in: file, file: "a.pdf", given: nil)
    #expect(result.articles.first?.text == "The pier is safe, says the town, and boats may leave.")
  }

  /// A PDF of one line; readers mend its missing table of places.
  private static func pdf(_ line: String) -> String {
    let stream = "BT /F1 12 Tf 50 700 Td (\(line)) Tj ET"
    return """
      %PDF-1.4
      1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
      2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
      3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
      4 0 obj<</Length \(stream.utf8.count)>>stream
      \(stream)
      endstream endobj
      5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
      trailer<</Root 1 0 R>>
      %%EOF
      """
  }
}
