internal import ArgumentParser
internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline

/// Shows a person what was found in one article.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Show what was found in one article, and what was left out and why.",
    discussion: """
      daybrief inspect article.txt
      daybrief inspect page.html --json | python3 -m json.tool
      """)

  @Argument(help: "The article, or a file that holds several.", completion: .file())
  var file: String

  @Flag(name: .long, help: "Print digests as JSON, one a line.")
  var json = false

  func run() throws {
    let inspection = Inspection(of: file)
    for diagnostic in inspection.diagnostics { StandardStreams.tell("daybrief: \(diagnostic.message)") }
    if json {
      for line in try inspection.jsonLines() { StandardStreams.write(line) }
    } else {
      for report in inspection.reports(coloured: Terminal.outputIsColoured) { StandardStreams.write(Data(report.utf8)) }
    }
    try finish(inspection.diagnostics.isEmpty && !inspection.isEmpty ? .success : .partial)
  }
}
