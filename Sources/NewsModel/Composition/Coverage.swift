/// What was read and what was not.
package struct Coverage: Sendable, Equatable {
  /// Articles read and used.
  package var read: Int
  package var used: Int
  /// What could not be used, and why.
  package var leftOut: [Diagnostic]
  /// How many lines were left out of articles, by reason, in the order of `LeftOut.Reason`.
  package var lines: [LineCount]
  /// How many articles there are by language, most first.
  package var languages: [LanguageCount]
  /// The first and last trusted day of publication.
  package var oldest: CivilDay?
  package var newest: CivilDay?
  package var undated: Int

  /// Lines left out for one reason.
  package struct LineCount: Sendable, Equatable {
    package var reason: LeftOut.Reason
    package var count: Int

    /// A count of lines.
    package init(reason: LeftOut.Reason, count: Int) {
      self.reason = reason
      self.count = count
    }
  }
  /// Articles in one language.
  package struct LanguageCount: Sendable, Equatable {
    /// BCP 47, or nil where unknown.
    package var language: String?
    package var count: Int

    /// A count of articles.
    package init(language: String?, count: Int) {
      self.language = language
      self.count = count
    }
  }

  /// A coverage report.
  package init(
    read: Int, used: Int, leftOut: [Diagnostic], lines: [LineCount], languages: [LanguageCount], oldest: CivilDay?,
    newest: CivilDay?, undated: Int
  ) {
    self.read = read
    self.used = used
    self.leftOut = leftOut
    self.lines = lines
    self.languages = languages
    self.oldest = oldest
    self.newest = newest
    self.undated = undated
  }
}
