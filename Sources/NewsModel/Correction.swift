/// Something that was noticed after an edition was out.
package struct Correction: Sendable, Hashable, Comparable {
  /// What changed.
  package enum Kind: String, Sendable, CaseIterable {
    /// Articles of its day that came later.
    case added
    /// An article that it used is no longer shown.
    case withdrawn
    /// An article that it used was changed by its outlet.
    case changed
    /// Words were removed at somebody's request.
    case redacted
    /// An article was removed for good, and its words with it.
    case redactedArticle = "redacted-article"
    /// Words were removed because an outlet's rights no longer allow them.
    case rights
  }

  /// Words of a version of an article, letter for letter.
  package struct Words: Sendable, Hashable, Codable {
    package var text: String
    /// Code points into that version's text; `end` exclusive.
    package var start: Int
    package var end: Int

    /// The words of a span, in bytes, of a text that holds it.
    package init(_ span: Span, of text: String) {
      self.text = String(text[span])
      // Every byte but those that go on with a code point begins one.
      start = text.utf8.prefix(span.start).reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
      end = start + self.text.unicodeScalars.count
    }
  }

  /// Words that the edition printed of an article, and what the article says now.
  package struct Change: Sendable, Hashable, Codable {
    /// What the edition printed.
    package var before: Words
    /// What stands there now; nil where nothing like it does, or where it may not be printed.
    package var after: Words?
    /// What of the article the words are; nil for its text.
    package var part: Part?

    /// A part of an article besides its text.
    package enum Part: String, Sendable, Codable { case title }

    /// A change of an article.
    package init(before: Words, after: Words?, part: Part? = nil) {
      self.before = before
      self.after = after
      self.part = part
    }
  }

  /// The edition in which it was noticed.
  package var noted: CivilDay
  package var kind: Kind
  /// The id of the article concerned; nil where it may not be named.
  package var article: String?
  /// The outlet whose rights changed, where it is known by name.
  package var outlet: String?
  /// How many passages were taken out of the edition.
  package var removed = 0
  /// What the edition printed of the article and the article does not say any more, or not so; nil where it may not be
  /// told, or was not looked for.
  package var changes: [Change]?

  /// A correction.
  package init(noted: CivilDay, kind: Kind, article: String?) {
    self.noted = noted
    self.kind = kind
    self.article = article
  }

  /// Orders by day, kind, article and outlet.
  package static func < (a: Correction, b: Correction) -> Bool {
    (a.noted, a.kind.rawValue, a.article ?? "", a.outlet ?? "", a.removed)
      < (b.noted, b.kind.rawValue, b.article ?? "", b.outlet ?? "", b.removed)
  }
}
