internal import Exchange
internal import Foundation
internal import NewsModel
internal import Outside

/// Reads digests that were made elsewhere; a line that cannot be used costs itself.
enum DigestFile {
  /// The digests of a file, one a line, and what could not be used.
  static func digests(in file: String) throws -> (digests: [Digest], diagnostics: [Diagnostic]) {
    var digests: [Digest] = []
    var diagnostics: [Diagnostic] = []
    let scan = DigestScan()
    for (number, line) in JSONLines(try FileTree.read(file)) {
      do {
        let record = try scan.record(line)
        guard let digest = record.digest(id: record.articleRecord.id ?? "line-\(number)") else {
          diagnostics.append(
            Diagnostic(
              .notVerbatim, "some words do not stand at their offsets; extract it again", file: file, line: number))
          continue
        }
        digests.append(digest)
      } catch {
        diagnostics.append(Diagnostic(.badLine, JSONLine.explanation(of: error), file: file, line: number))
      }
    }
    return (digests, diagnostics)
  }
}
