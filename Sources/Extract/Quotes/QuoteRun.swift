internal import NewsModel

/// Words between marks, before anything is known of who said them.
struct QuoteRun: Equatable {
  /// The tokens between the marks; never empty.
  var words: Range<Int>
  /// The same with the marks.
  var outer: Range<Int>
  /// An index into the paragraphs of the text.
  var paragraph: Int
  var family: QuoteMark.Family
  /// Its two marks are not a pair by the book.
  var isMixed = false
  /// The closing mark is missing.
  var leftOpen = false
  /// The opening mark is missing.
  var lacksOpening = false
  /// Its words reach to the end of their paragraph.
  var reachesEndOfParagraph = false
  /// Goes on in the next paragraph, whose opening mark repeats its own.
  var goesOn = false
  /// Began in the paragraph before.
  var continues = false

  /// The name of the rule, for `inspect`.
  var rule: String {
    if lacksOpening { return "lost-opening" }
    if isMixed { return "mixed-marks" }
    return family.rawValue
  }
}
