/// One text as it was read: a witness.
///
/// Its words are kept once; all that is found later is a `Span` into `text`.
package struct Article: Sendable, Equatable {
  /// Given, or derived from the URL, or from the path below its source folder; stable over runs.
  package var id: String
  /// The words of the article, after what is not the article was left out. Paragraphs end with a newline.
  package var text: String
  package var title: String?
  /// Where it was published; http or https only.
  package var url: String?
  /// The outlet.
  package var source: String?
  package var author: String?
  /// ISO 8601 date or RFC 3339 instant, cut to what is known.
  package var published: String?
  /// How `published` was found.
  package var publishedBasis: PublishedBasis
  package var updated: String?
  /// BCP 47, as given or as detected.
  package var language: String?
  /// The path it was read from, below its source.
  package var file: String?
  /// A feed's own identifier.
  package var guid: String?
  /// Which of the fields were found in the text itself rather than given, by name ("title", "source", "author").
  package var foundInText: [String]
  /// What was read and is not the article.
  package var leftOut: [LeftOut]
  /// What a careful reader should know of how it was read.
  package var diagnostics: [Diagnostic]

  /// An article with what is known of it.
  package init(
    id: String, text: String, title: String? = nil, url: String? = nil, source: String? = nil, author: String? = nil,
    published: String? = nil, publishedBasis: PublishedBasis? = nil, updated: String? = nil, language: String? = nil,
    file: String? = nil, guid: String? = nil, foundInText: [String] = [], leftOut: [LeftOut] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.id = id
    self.text = text
    self.title = title
    self.url = url
    self.source = source
    self.author = author
    self.published = published
    self.publishedBasis = publishedBasis ?? (published == nil ? .unknown : .given)
    self.updated = updated
    self.language = language
    self.file = file
    self.guid = guid
    self.foundInText = foundInText
    self.leftOut = leftOut
    self.diagnostics = diagnostics
  }

  /// The words of a span, letter for letter.
  package subscript(span: Span) -> Substring { text[span] }

  /// The day of publication that other dates may be counted from: never a masthead's.
  ///
  /// The day is the one written; an instant is not moved to another time zone here.
  package var trustedPublicationDay: CivilDay? {
    switch publishedBasis {
    case .given, .page: published.flatMap { CivilDay(iso: $0) }
    case .masthead, .unknown: nil
    }
  }
}

/// How an article's date of publication is known.
package enum PublishedBasis: String, Sendable {
  /// Supplied with the article.
  case given
  /// Stated by the page's own markup, or by a line of it that says when the article came out.
  case page
  /// A bare date at the top of a scraped page: it may be the day it was printed or copied, so it is shown and not used.
  case masthead
  case unknown
}

/// Words that were read and are not the article, with the reason.
package struct LeftOut: Sendable, Equatable {
  /// Why a line was left out.
  package enum Reason: String, Sendable, CaseIterable {
    case player, related, comments, cookies, share, newsletter, navigation, repeatedTitle, title, byline, masthead
    case tags, dateline, contributor, advertisement, paywall, legal, caption
    /// A note that says how the article itself was corrected or updated.
    case revision
  }
  /// The line in the file, from 1.
  package var line: Int
  package var text: String
  package var reason: Reason

  /// Words left out of an article.
  package init(line: Int, text: String, reason: Reason) {
    self.line = line
    self.text = text
    self.reason = reason
  }
}

/// Something a person should know: of an article (a quote left open) or of a run (a line that could not be read).
package struct Diagnostic: Sendable, Hashable, Codable {
  /// What happened; the interface has words for each in its languages.
  package enum Code: String, Sendable, CaseIterable, Codable {
    // Of an article, for its readers.
    case truncated, paywalled, machineTranslation, quoteLeftOpen, dateWithoutYear, mixedLanguages, encodingMended
    case mastheadDateUnused, futureDate, unknownLanguage, empty
    // Of a run, for its operator.
    case unreadable, notText, badLine, badFrontMatter, badConfiguration, duplicateIdentifier, missingSource, unsafePath
    case badDate, badTemplate, notVerbatim, brokenLink
  }
  /// What machine translation leaves in a text; each is a trace, and none a verdict.
  package enum TranslationSign: String, Sendable, CaseIterable, Codable {
    /// Marks of two sentences in a row ("fermé. ,").
    case strayMarks
    /// An elided word parted from its word by a quote mark ("d ‘ »urgence").
    case partedElision
    /// An article twice ("le le").
    case doubledWord
    /// A sentence that begins in lower case.
    case lowerCaseStart
    /// Words of another language left over.
    case untranslatedWords
    /// An elision not made ("de Ukraine", "le armée").
    case missingElision
    /// Article, noun or verb of another gender or number ("la conflit", "les soldat").
    case brokenAgreement
    /// A name turned into a common noun ("le groupe la base").
    case nameAsNoun
    /// One name in the letters of two transliterations ("Zaloujny", "Zaluzhny").
    case mixedTransliterations
  }
  package var code: Code
  /// Which trace, where the code is `machineTranslation`.
  package var sign: TranslationSign?
  /// What was wrong, where, and what to do, in English; for an article's diagnostics, the words concerned.
  package var detail: String
  /// Where in the article, if at one place.
  package var span: Span?
  /// The file concerned, if one is.
  package var file: String?
  /// The line of that file, from 1.
  package var line: Int?

  /// A diagnostic with what is known of its place.
  package init(
    _ code: Code, _ detail: String, span: Span? = nil, file: String? = nil, line: Int? = nil,
    sign: TranslationSign? = nil
  ) {
    self.code = code
    self.sign = sign
    self.detail = detail
    self.span = span
    self.file = file
    self.line = line
  }

  /// "file:line: detail", as compilers print it.
  package var message: String {
    let place = [file, line.map(String.init)].compactMap { $0 }.joined(separator: ":")
    return place.isEmpty ? detail : "\(place): \(detail)"
  }
}
