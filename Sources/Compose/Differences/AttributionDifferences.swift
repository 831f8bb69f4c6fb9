internal import NewsModel
internal import Prose
internal import Prose

/// Finds the same words put into different mouths, where both versions name the speaker.
struct AttributionDifferences {
  let scope: StoryScope

  /// Speakers as they stand by the quote, and who they are.
  private typealias Side = (witness: Int, identity: Int, speaker: Speaker)

  /// One difference for each quote whose stated speakers disagree.
  func differences(of quotes: [StoryQuote]) -> [Difference] {
    quotes.compactMap { quote in
      var sides: [Side] = []
      for version in quote.versions {
        guard let witness = scope.index(of: version.article) else { continue }
        let speaker = scope.witnesses[witness].digest.quotes[version.quote].speaker
        guard let speaker, speaker.basis == .stated, let actor = speaker.actor,
          let identity = scope.identity(actor, of: witness), !sides.contains(where: { $0.identity == identity })
        else { continue }
        sides.append((witness, identity, speaker))
      }
      guard sides.count > 1, Set(sides.map(\.witness)).count == sides.count, areOthers(sides) else { return nil }
      let isIndependent = Set(sides.map { scope.originOf[$0.witness] }).count == sides.count
      let versions = sides.map { side in
        let sentence = scope.witnesses[side.witness].sentence(of: side.speaker.span) ?? 0
        return scope.version(side.witness, sentence, words: side.speaker.span)
      }
      return Difference(
        slot: .attribution, kind: isIndependent ? .conflict : .precision, versions: versions,
        note: isIndependent ? .independentOrigins : .changedInCopy)
    }
  }

  /// Whether the speakers are certainly different people: persons whose names share no word, named by these names.
  ///
  /// A spokesman and his house, a family name and an institution that bears it are one voice.
  private func areOthers(_ sides: [Side]) -> Bool {
    let names = sides.map { side -> Set<String> in
      guard scope.identities[side.identity].kind == .person else { return [] }
      let spellings = scope.identities[side.identity].spellings.map(\.text) + [scope.identities[side.identity].name]
      return Set(spellings.flatMap { Fold.folded($0).split(whereSeparator: { !$0.isLetter }).map(String.init) })
    }
    for (position, name) in names.enumerated() {
      let said = Fold.folded(scope.witnesses[sides[position].witness].text.words(sides[position].speaker.span))
      guard !name.isEmpty, name.contains(where: { said.contains($0) }),
        names[(position + 1)...].allSatisfy({ $0.isDisjoint(with: name) })
      else { return false }
    }
    return true
  }
}
