internal import NewsModel

/// Counts what was read, used and left out.
enum CoverageReport {
  /// What makes a file or a line of no use; other diagnostics of a run tell of settings and pages.
  private static let unused: Set<Diagnostic.Code> = [
    .unreadable, .notText, .badLine, .badFrontMatter, .duplicateIdentifier, .missingSource, .unsafePath, .empty,
  ]

  /// The coverage of a run.
  static func coverage(of digests: [Digest], days: [CivilDay], diagnostics: [Diagnostic]) -> Coverage {
    var languages: [String?: Int] = [:]
    var reasons: [LeftOut.Reason: Int] = [:]
    for article in digests.lazy.map(\.article) {
      languages[LanguageCode.primary(article.language), default: 0] += 1
      for left in article.leftOut { reasons[left.reason, default: 0] += 1 }
    }
    // A file of which only the front matter could not be read is used.
    let files = Set(digests.compactMap(\.article.file))
    let left = diagnostics.filter { diagnostic in
      unused.contains(diagnostic.code)
        && !(diagnostic.code == .badFrontMatter && diagnostic.file.map(files.contains) ?? false)
    }.sorted {
      ($0.file ?? "", $0.line ?? 0, $0.code.rawValue, $0.detail)
        < ($1.file ?? "", $1.line ?? 0, $1.code.rawValue, $1.detail)
    }
    return Coverage(
      read: digests.count + left.count, used: digests.count, leftOut: left,
      lines: LeftOut.Reason.allCases.compactMap { reason in
        reasons[reason].map { Coverage.LineCount(reason: reason, count: $0) }
      },
      languages: languages.map { Coverage.LanguageCount(language: $0.key, count: $0.value) }.sorted {
        ($1.count, $0.language ?? "") < ($0.count, $1.language ?? "")
      }, oldest: days.min(), newest: days.max(), undated: digests.count - days.count)
  }
}
