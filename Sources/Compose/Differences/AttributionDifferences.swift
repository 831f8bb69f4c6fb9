internal import NewsModel
internal import Prose

/// Finds the same words put into different mouths, where both versions name the speaker.
///
/// A speaker who was worked out counts where the version names that person by the words just before ("…, she added").
/// Short words that two people may use count letter for letter, and where neither version knows of the other's speaker.
struct AttributionDifferences {
  /// Words of a quote that two reports hardly give letter for letter by chance.
  static let fewestAlike = 6

  /// What is shown of a speaker who is named before the quote before.
  static let longestContext = 240  // bytes

  let scope: StoryScope

  /// A speaker as an article names them, and who that is.
  private struct Side {
    var witness: Int
    var identity: Int
    var span: Span
    /// The words that show it: the name, and the quote where it stands behind another one.
    var context: Span
  }

  /// One difference for each quote whose speakers disagree, with all articles that name one of them.
  func differences(of quotes: [StoryQuote]) -> [Difference] {
    let groups = joined(quotes)
    return groups.compactMap { versions in
      var sides: [Side] = []
      for version in versions {
        guard let side = side(of: version), !sides.contains(where: { $0.witness == side.witness }) else { continue }
        sides.append(side)
      }
      sides.sort { $0.witness < $1.witness }
      var readings: [Side] = []
      for side in sides where !readings.contains(where: { $0.identity == side.identity }) { readings.append(side) }
      guard readings.count > 1, areOthers(readings) else { return nil }
      let isConflict = sides.contains { a in
        sides.contains { $0.identity != a.identity && !scope.shareOrigin($0.witness, a.witness) }
      }
      let rows = sides.map { side in
        let sentence = scope.witnesses[side.witness].sentence(of: side.span) ?? 0
        var row = scope.version(side.witness, sentence, words: side.span)
        if !row.context.contains(side.context) { row.context = side.context.union(side.span) }
        return row
      }
      return Difference(
        slot: .attribution, kind: isConflict ? .conflict : .discrepancy, versions: rows,
        note: isConflict ? .independentOrigins : .changedInCopy)
    }
  }

  /// The versions of each quote, those of two quotes together that are alike letter for letter.
  private func joined(_ quotes: [StoryQuote]) -> [[StoryQuote.Version]] {
    var groups: [[StoryQuote.Version]] = []
    var groupOf: [[UInt64]: Int] = [:]
    for quote in quotes {
      let texts = quote.versions.compactMap(letters)
      if let home = texts.lazy.compactMap({ groupOf[$0] }).first {
        groups[home] += quote.versions
      } else {
        groups.append(quote.versions)
      }
      for text in texts where groupOf[text] == nil { groupOf[text] = groups.count - 1 }
    }
    return groups
  }

  /// The words of a direct quote that is long enough.
  private func letters(_ version: StoryQuote.Version) -> [UInt64]? {
    guard let index = scope.index(of: version.article) else { return nil }
    let witness = scope.witnesses[index]
    let quote = witness.digest.quotes[version.quote]
    let words = witness.text.tokens[witness.text.tokens(in: quote.span)].filter(\.isWordLike).map(\.folded)
    return quote.form == .direct && words.count >= AttributionDifferences.fewestAlike ? words : nil
  }

  private func side(of version: StoryQuote.Version) -> Side? {
    guard let index = scope.index(of: version.article) else { return nil }
    let (quotes, text) = (scope.witnesses[index].digest.quotes, scope.witnesses[index].text)
    guard let speaker = quotes[version.quote].speaker, let actor = speaker.actor,
      let identity = scope.identity(actor, of: index)
    else { return nil }
    if speaker.basis == .stated {
      return Side(witness: index, identity: identity, span: speaker.span, context: speaker.span)
    }
    // The quote before is the same person's, and names them.
    guard version.quote > 0, let before = quotes[version.quote - 1].speaker, before.basis == .stated,
      before.actor == actor
    else { return nil }
    let whole = before.span.union(quotes[version.quote].span)
    guard whole.length <= AttributionDifferences.longestContext,
      !text.bytes[whole.start..<whole.end].contains(0x0A)
    else { return nil }
    return Side(witness: index, identity: identity, span: before.span, context: whole)
  }

  /// Whether the speakers are certainly different people: persons named by names that share no word, or relatives.
  ///
  /// A spokesman and his house, a family name and an institution that bears it are one voice.
  private func areOthers(_ sides: [Side]) -> Bool {
    let names = sides.map { side -> Set<String> in
      guard scope.identities[side.identity].kind == .person else { return [] }
      let spellings = scope.identities[side.identity].spellings.map(\.text) + [scope.identities[side.identity].name]
      return Set(spellings.flatMap(words))
    }
    for (position, name) in names.enumerated() {
      let said = Fold.folded(scope.witnesses[sides[position].witness].text.words(sides[position].span))
      guard !name.isEmpty, name.contains(where: { said.contains($0) }) else { return false }
      for other in position + 1..<max(position + 1, names.count) where !name.isDisjoint(with: names[other]) {
        guard areRelatives(sides[position], sides[other]) else { return false }
      }
    }
    return true
  }

  /// Whether two people bear one family name, the one behind a man's given name and the other behind a woman's, and
  /// neither article knows of the other: a short form of a given name is the same person's.
  private func areRelatives(_ a: Side, _ b: Side) -> Bool {
    let (x, y) = (scope.witnesses[a.witness], scope.witnesses[b.witness])
    let (ours, theirs) = (named(a), named(b))
    guard let family = ours.last, ours.count > 1, theirs.count > 1, family == theirs.last,
      let first = x.language.givenNames.gender(of: ours[ours.count - 2]),
      let second = y.language.givenNames.gender(of: theirs[theirs.count - 2])
    else { return false }
    return first != second && !x.identities.contains(b.identity) && !y.identities.contains(a.identity)
  }

  /// The words of a speaker that are the name, in their order.
  private func named(_ side: Side) -> [String] {
    let witness = scope.witnesses[side.witness]
    let tokens = witness.tokens(touching: side.span).filter { witness.identities[$0] == side.identity }
    return tokens.flatMap { words(witness.text.words(witness.text.tokens[$0].span)) }
  }

  private func words(_ name: String) -> [String] {
    Fold.folded(name).split(whereSeparator: { !$0.isLetter }).map(String.init)
  }
}
