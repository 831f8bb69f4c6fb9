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
  package var entries: [String: GivenMetadata]

  /// An index that says nothing.
  package init() { entries = [:] }

  /// The name of the file in a folder.
  package static let fileName = "articles.yml"

  /// Reads an index. What cannot be used is a diagnostic (`badConfiguration`) that names the file and line and costs
  /// only itself: an entry, or the file where it is no YAML.
  package static func parse(_ bytes: [UInt8], file: String) -> (index: ArticlesIndex, diagnostics: [Diagnostic]) {
    var index = ArticlesIndex()
    guard let decoded = TextDecoding(bytes) else {
      return (index, [Diagnostic(.notText, "not text: write it as YAML in UTF-8", file: file)])
    }
    var diagnostics: [Diagnostic] = []
    do {
      let text = String(decoding: TextHygiene.cleared(decoded.bytes), as: UTF8.self)
      guard let node = try Yams.compose(yaml: text) else { return (index, []) }
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
        diagnostics += found
      }
    } catch {
      diagnostics.append(YAMLMetadata.trouble(error, file: file, firstLine: 1, code: .badConfiguration))
    }
    return (index, diagnostics)
  }
}
