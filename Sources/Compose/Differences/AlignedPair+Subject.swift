internal import NewsModel
internal import Prose

/// Whether two values in sentences that say the same are values of one thing.
extension AlignedPair {
  /// Whether two quantities are counted of the same people, in the same days, and both say how much or both say when.
  ///
  /// "2.7 billion since 2014" and "3.7 billion this year" are two sums; "two hours of talks" and "two hours later" are
  /// a length and a moment; a text that breaks off within a number does not say it.
  func areOfOneThing(_ x: Span, _ y: Span) -> Bool {
    guard !a.breaksOff(within: x), !b.breaksOff(within: y), agreeOnDays(x, y), nameTheSame else { return false }
    let (ours, theirs) = (scope.slotReader(left), scope.slotReader(right))
    let (i, j) = (a.tokens(touching: x), b.tokens(touching: y))
    let (p, q) = (a.text.sentences[leftSentence].tokens, b.text.sentences[rightSentence].tokens)
    return ours.isMoment(i, p) == theirs.isMoment(j, q) && !isOfAll(i, p, ours, besides: theirs.fateOfPeople(j, q))
      && !isOfAll(j, q, theirs, besides: ours.fateOfPeople(i, p))
  }

  /// Whether a figure counts all who were on board, and the other one those whom something befell.
  private func isOfAll(_ range: Range<Int>, _ limits: Range<Int>, _ reader: SlotReader, besides fate: Measure?) -> Bool
  {
    fate?.countsPeople == true && reader.ownMeasure(range, limits) == .aboard
      && reader.fateOfPeople(range, limits) == nil
  }

  /// What `nameTheSame` holds.
  func peopleAgree() -> Bool {
    let ours = scope.slotReader(left).people(in: leftSentence)
    let theirs = scope.slotReader(right).people(in: rightSentence)
    guard ours.isEmpty || theirs.isEmpty || !ours.isDisjoint(with: theirs) else { return false }
    return !swapsNames()
  }

  /// Whether a person of one sentence stands where the other names somebody or something else.
  private func swapsNames() -> Bool {
    diff.blocks.contains { block in
      let ours = named(diff.left[block.left], left, leftSentence)
      guard !ours.isEmpty else { return false }
      let theirs = named(diff.right[block.right], right, rightSentence)
      return !theirs.isEmpty && ours.isDisjoint(with: theirs)
        && ours.union(theirs).contains { scope.identities[$0].kind == .person }
    }
  }

  /// The identities that some words name, those left out who only say so.
  private func named(_ words: ArraySlice<Int>, _ witness: Int, _ sentence: Int) -> Set<Int> {
    let names = scope.witnesses[witness].identities
    guard words.contains(where: { names[$0] >= 0 }) else { return [] }
    let reader = scope.slotReader(witness)
    return Set(words.filter { names[$0] >= 0 && !reader.isSource($0, in: sentence) }.map { names[$0] })
  }

  /// Whether the days named beside two values overlap, if both sides name any.
  private func agreeOnDays(_ x: Span, _ y: Span) -> Bool {
    // Of one report the day itself may have been changed.
    if isCopy, areDaysChanged { return true }
    func days(_ witness: Witness, _ sentence: Span, besides value: Span) -> [ClosedRange<CivilDay>] {
      let dates = witness.digest.dates.filter { sentence.contains($0.span) && !$0.span.overlaps(value) }
      // A year that is no date of its own still says of when a value is ("by 2031").
      let years = witness.text.tokens[witness.text.tokens(in: sentence)].filter { token in
        token.kind == .number && token.span.length == 4 && !token.span.overlaps(value)
          && !dates.contains { $0.span.overlaps(token.span) }
      }.compactMap { token -> ClosedRange<CivilDay>? in
        let year = CalendarValue(text: witness.text.words(token.span), precision: .year)
        return AlignedPair.years.contains(year.text) ? year.days : nil
      }
      return dates.compactMap { $0.value?.days } + years
    }
    let ours = days(a, leftSpan, besides: x)
    let theirs = days(b, rightSpan, besides: y)
    return ours.isEmpty || theirs.isEmpty || ours.contains { day in theirs.contains { $0.overlaps(day) } }
  }

  /// Whether two days stand for each other in the sentences and are others.
  private var areDaysChanged: Bool {
    a.digest.dates.contains { x in
      leftSpan.contains(x.span)
        && b.digest.dates.contains { y in
          guard rightSpan.contains(y.span), let p = x.value?.days, let q = y.value?.days else {
            return false
          }
          return !p.overlaps(q) && correspond(x.span, y.span)
        }
    }
  }

  /// Numbers of four digits that are years.
  private static let years = "1800"..."2100"
}
