internal import NewsModel

extension Digest {
  /// The digest without what does not stand in its article, and a diagnostic for each thing refused.
  ///
  /// All that is printed is a span, so this fails only where a rule is wrong: it is the last gate before a page.
  func verified() -> (digest: Digest, refused: [Diagnostic]) {
    var digest = self
    var refused: [Diagnostic] = []
    let text = article.text
    func stands(_ spans: [Span], _ what: String) -> Bool {
      if spans.allSatisfy({ text.holds($0) && !$0.isEmpty }) { return true }
      let words = "\(what) does not stand in the article and was refused; please report this"
      refused.append(Diagnostic(.notVerbatim, words, file: article.file))
      return false
    }
    digest.keyPoints = keyPoints.filter { stands([$0.span], "a key point") }
    digest.quotes = quotes.filter {
      stands([$0.span] + [$0.cue, $0.speaker?.span].compactMap { $0 }, "a quote")
    }
    digest.actors = actors.filter { stands($0.mentions + $0.roles, "an actor") && !$0.mentions.isEmpty }
    digest.dates = dates.filter { stands([$0.span], "a date") }
    digest.figures = figures.filter { stands([$0.span], "a figure") }
    digest.relays = relays.filter { stands([$0.span], "a credit") }
    return (digest, refused)
  }
}
