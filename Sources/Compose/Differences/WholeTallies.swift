internal import NewsModel
internal import Prose

/// Shows the two numbers of a vote together where one of them differs: 9 beside 11 says nothing, "24 to 9" does.
struct WholeTallies {
  /// Words between the two numbers: "24 votes in favour and 9 against".
  private static let reach = 6

  let scope: StoryScope

  /// The differences with their votes whole, each once.
  func widened(_ differences: [Difference]) -> [Difference] {
    var found: [Difference] = []
    for difference in differences {
      let whole = widened(difference)
      let isFound = found.contains { other in
        other.slot == whole.slot
          && other.versions.elementsEqual(whole.versions) { $0.article == $1.article && $0.variants == $1.variants }
      }
      if !isFound { found.append(whole) }
    }
    return found
  }

  private func widened(_ difference: Difference) -> Difference {
    guard difference.slot == .figure else { return difference }
    let wholes = difference.versions.map(vote)
    guard wholes.allSatisfy({ $0 != nil }) else { return difference }
    var whole = difference
    for (at, span) in wholes.enumerated() {
      guard let span else { continue }
      whole.versions[at].variants = [span]
      whole.versions[at].context = whole.versions[at].context.union(span)
    }
    return whole
  }

  /// The words from the first number of a vote to the last; nil where a version gives no vote.
  private func vote(_ version: Difference.Version) -> Span? {
    guard let words = version.variants.first, let index = scope.index(of: version.article) else { return nil }
    let witness = scope.witnesses[index]
    let tallies = witness.digest.figures.filter { MeasuredSlot.tallies.contains($0.unit ?? "") }
    guard let own = tallies.first(where: { $0.span == words }), let sentence = witness.sentence(of: words),
      let other = tallies.first(where: { other in
        other.unit != own.unit && witness.sentence(of: other.span) == sentence
          && witness.words(in: witness.tokens(touching: between(own.span, other.span))) <= WholeTallies.reach
      })
    else { return nil }
    return own.span.union(other.span)
  }

  private func between(_ a: Span, _ b: Span) -> Span {
    Span(min(a.end, b.end), max(a.start, b.start, min(a.end, b.end)))
  }
}
