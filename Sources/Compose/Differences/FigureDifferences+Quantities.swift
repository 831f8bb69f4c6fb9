internal import NewsModel
internal import Prose

/// What the comparison reads of a sentence.
extension FigureDifferences {
  /// The figures of a sentence, with the vague quantities that are not among them; see `Witness.quantities`.
  static func quantities(of witness: Witness, _ number: Int) -> [Quantity] {
    let sentence = witness.text.sentences[number].span
    var found = witness.digest.figures.filter { sentence.contains($0.span) }.map {
      Quantity(span: $0.span, value: $0.value, unit: $0.unit, approximation: $0.approximation, bounds: $0.bounds)
    }
    // An expression of time ("two hours later", "22 h 10") says when, not how much.
    let dates =
      witness.digest.dates.map(\.span)
      + witness.clockTimes(in: number).map(\.span)
    found.removeAll { figure in
      dates.contains { $0.overlaps(figure.span) } || witness.breaksOff(within: figure.span)
    }
    let tokens = witness.text.sentences[number].tokens
    var at = tokens.lowerBound
    while at < tokens.upperBound {
      defer { at += 1 }
      // "3 millions of" is told, whatever became of its number.
      guard at == tokens.lowerBound || witness.text.tokens[at - 1].kind != .number,
        let phrase = witness.language.vagueQuantities.match(witness.text.tokens, at: at, limit: tokens.upperBound),
        phrase.end < tokens.upperBound, witness.text.tokens[phrase.end].kind == .word,
        !witness.language.isFunctionWord(witness.text.tokens[phrase.end])
      else { continue }
      let span = witness.text.span(at..<phrase.end + 1)
      if !(found.map(\.span) + dates).contains(where: { $0.overlaps(span) }) {
        found.append(Quantity(span: span, value: nil, unit: nil, approximation: .about))
      }
      at = phrase.end
    }
    return found.sorted { $0.span < $1.span }
  }
}
