internal import NewsModel

/// Finds outlets that have rights in the configuration and that no article names, where one of a similar name is
/// there: a slip of the pen would print more than the outlet allows.
struct UnknownOutlets {
  let settings: SiteSettings
  /// The configuration, and the lines in it that give outlets their rights, by name in lower case.
  var file: String?
  var lines: [String: Int] = [:]

  /// What to tell, by outlet. An outlet that is like no other may just have no article yet.
  func diagnostics(_ digests: [Digest]) -> [Diagnostic] {
    guard !settings.rights.isEmpty else { return [] }
    var outlets: [String: String] = [:]
    for outlet in digests.lazy.compactMap(\.article.source) { outlets[outlet.lowercased()] = outlet }
    return settings.rights.keys.sorted().compactMap { name in
      guard outlets[name] == nil, let near = Suggestion.nearest(to: name, in: outlets.keys.sorted()),
        settings.rights[near] == nil
      else { return nil }
      return Diagnostic(
        .missingSource,
        "no article is of \"\(name)\", which has rights of its own in the configuration; did you mean "
          + "\"\(outlets[near] ?? near)\"?", file: lines[name] == nil ? nil : file, line: lines[name])
    }
  }
}
