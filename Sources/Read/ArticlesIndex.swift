package import NewsModel
internal import Yams

/// What a folder's `articles.yml` says of the files beside it: file name, then title, source, url, author, published,
/// language.
///
/// ```yaml
/// meeting.txt:
///   title: The words of the title
///   published: 2023-01-17
/// ```
package struct ArticlesIndex: Sendable, Equatable {
  /// What is given, by file name.
  package private(set) var entries: [String: GivenMetadata]
  /// The line of each entry, from 1, by file name.
  package private(set) var lines: [String: Int] = [:]

  /// An index that says nothing.
  package init() { entries = [:] }

  /// What is given of a file, by its name in the folder.
  package func metadata(of name: String) -> GivenMetadata? { entries[name] }

  /// Reads an index. What cannot be used is a diagnostic (`badConfiguration`) that names the file and line and costs
  /// only itself: an entry, or the file where it is no YAML.
  package static func parse(_ text: String, file: String) -> (ArticlesIndex, [Diagnostic]) {
    var index = ArticlesIndex()
    var diagnostics: [Diagnostic] = []
    do {
      guard let node = try YAMLMetadata.node(of: TextHygiene.cleared(text)) else { return (index, []) }
      guard let mapping = node.mapping else {
        let detail = "not a list of file names: write a file's name and a colon, and what is known of it below"
        return (index, [Diagnostic(.badConfiguration, detail, file: file, line: node.mark?.line)])
      }
      for (key, value) in mapping {
        guard let name = key.scalar?.string, !name.isEmpty else {
          diagnostics.append(
            Diagnostic(.badConfiguration, "a file's name has to be a text", file: file, line: key.mark?.line))
          continue
        }
        let (given, found) = YAMLMetadata.metadata(in: value, file: file, firstLine: 1, code: .badConfiguration)
        index.entries[name] = given
        index.lines[name] = key.mark?.line
        diagnostics += found
      }
    } catch {
      diagnostics.append(YAMLMetadata.trouble(error, file: file, firstLine: 1, code: .badConfiguration))
    }
    return (index, diagnostics)
  }
}
