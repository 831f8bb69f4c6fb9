internal import Foundation
internal import NewsModel
internal import Outside
internal import Read

/// PDF files, of which poppler's `pdftotext` draws out the text where it is installed.
struct PrintedDocument {
  /// Later pages are not looked at: a press article has none, and a bomb would.
  static let lastPage = 500
  /// In seconds.
  static let longest = 30.0

  private let reader: ArticleReader
  /// The program that is run; another one in tests.
  private let tool: String

  /// What turns documents into articles by a reader.
  init(_ reader: ArticleReader, tool: String = "pdftotext") {
    self.reader = reader
    self.tool = tool
  }

  /// Whether a file is a PDF, by its name and its first bytes.
  static func isPDF(_ path: String, _ bytes: some Sequence<UInt8>) -> Bool {
    path.lowercased().hasSuffix(".pdf") || bytes.prefix(5).elementsEqual("%PDF-".utf8)
  }

  /// The article of a file; what could not be used is a diagnostic.
  func articles(in path: String, file: String, given: GivenMetadata?) -> ArticleReader.Result {
    let scratch = NSTemporaryDirectory() + "daybrief-pdf-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let absolute = URL(fileURLWithPath: path).path
    do {
      let text = try ExternalTool(tool, scratch: scratch, longest: PrintedDocument.longest)
        .run(["-enc", "UTF-8", "-l", String(PrintedDocument.lastPage), absolute, "-"])
      return reader.article(ofPages: text, file: file, given: given)
    } catch let error as ToolError where error.problem == .missing {
      let words = "a PDF is read by \(tool), which is not installed; install poppler-utils, or save the text"
      return ArticleReader.Result(articles: [], diagnostics: [Diagnostic(.notText, words, file: file)])
    } catch {
      return ArticleReader.Result(articles: [], diagnostics: [Diagnostic(.unreadable, "\(error)", file: file)])
    }
  }
}
