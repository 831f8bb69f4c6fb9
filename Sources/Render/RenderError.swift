/// Why a site cannot be rendered: a template or a words file that cannot be used.
package enum RenderError: Error, Equatable, CustomStringConvertible {
  /// A template does not parse: file, line from 1, and what was expected there.
  case badTemplate(file: String, line: Int, expected: String)
  /// A page needs a template that neither the program nor the overrides have.
  case missingTemplate(file: String)
  /// A theme that neither the program nor the overrides have, and those that they have.
  case unknownTheme(String, known: [String])
  /// libcmark had no memory or refused a node.
  case markdown(page: String)

  /// "file:line: what was expected", as compilers print it.
  package var description: String {
    switch self {
    case .badTemplate(let file, let line, let expected): "\(file):\(line): expected \(expected)"
    case .missingTemplate(let file): "\(file): expected this template, and there is none of that name"
    case .unknownTheme(let name, let known):
      "there is no theme \(name); there are: \(known.joined(separator: ", "))"
    case .markdown(let page): "\(page): expected Markdown that libcmark can render"
    }
  }
}
