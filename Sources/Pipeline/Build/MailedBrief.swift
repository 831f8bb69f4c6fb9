internal import Foundation
internal import NewsModel
internal import Outside
internal import Render

/// The latest brief of a site as a file that mail programs send and show.
///
/// It is made from the front page as it was published, so that it says the same, and a build that changes nothing can
/// write it too.
struct MailedBrief {
  let output: String
  let configuration: Configuration

  /// What of the front page's data is asked for.
  private struct Front: Decodable {
    var title: String
    var date: String?
  }

  /// Writes the message; the file is replaced whole.
  func write(to file: String) throws {
    var settings = configuration.settings
    settings.contact = configuration.emailFrom ?? settings.contact
    let markdown = try FileTree.read("\(output)/index.md")
    let front = try JSONDecoder().decode(Front.self, from: try FileTree.read("\(output)/index.json"))
    let edition = try EmailEdition(
      markdown: Array(markdown), title: front.title, day: front.date.flatMap { CivilDay(iso: $0) }, settings: settings,
      overrides: try TemplateOverrides.load(configuration.templates))
    do {
      try Data(try edition.bytes()).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw FileError(path: file, reason: "the mail cannot be written: \(error.localizedDescription)")
    }
  }
}
