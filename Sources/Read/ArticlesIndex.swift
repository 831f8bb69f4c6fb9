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

  /// Whether it could not be read, so that nothing is known of any file.
  package private(set) var isUnreadable = false
  /// The names of files of which not all that was to be said could be read.
  package private(set) var incomplete: Set<String> = []

  /// An index that says nothing.
  package init() { entries = [:] }

  /// An index that cannot be read.
  package static var unreadable: ArticlesIndex {
    var index = ArticlesIndex()
    index.isUnreadable = true
    return index
  }

  /// What is given of a file, by its name in the folder.
  package func metadata(of name: String) -> GivenMetadata? { entries[name] }

  /// Reads an index. What cannot be used is a diagnostic (`badConfiguration`) that names the file and line and costs
  /// only itself: an entry, or the file where it is no YAML. Of what an entry was to say and could not, such as the outlet,
  /// depends what may be printed: see `incomplete`.
  package static func parse(_ text: String, file: String) -> (ArticlesIndex, [Diagnostic]) {
    var index = ArticlesIndex()
    var diagnostics: [Diagnostic] = []
    do {
      guard let node = try YAMLMetadata.node(of: TextHygiene.cleared(text)) else { return (index, []) }
      guard let mapping = node.mapping else {
        let detail = "not a list of file names: write a file's name and a colon, and what is known of it below"
        return (.unreadable, [Diagnostic(.badConfiguration, detail, file: file, line: node.mark?.line)])
      }
      for (key, value) in mapping {
        guard let name = key.scalar?.string, !name.isEmpty else {
          diagnostics.append(
            Diagnostic(.badConfiguration, "a file's name has to be a text", file: file, line: key.mark?.line))
          continue
        }
        var (given, found, isIncomplete) = YAMLMetadata.metadata(
          in: value, file: file, firstLine: 1, code: .badConfiguration)
        if let url = GivenMetadata.cleared(given.url), WebAddress.accepted(url) == nil {
          isIncomplete = true
          found.append(
            Diagnostic(
              .badConfiguration, GivenMetadata.noAddress(url), file: file,
              line: value.mapping?[Node("url")]?.mark?.line ?? key.mark?.line))
          given.url = nil
        }
        index.entries[name] = given
        index.lines[name] = key.mark?.line
        if isIncomplete { index.incomplete.insert(name) }
        diagnostics += found
      }
    } catch {
      diagnostics.append(YAMLMetadata.trouble(error, file: file, firstLine: 1, code: .badConfiguration))
      index = .unreadable
    }
    return (index, diagnostics)
  }
}
