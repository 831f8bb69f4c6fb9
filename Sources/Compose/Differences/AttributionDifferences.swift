internal import NewsModel
internal import Prose

/// Finds the same words put into different mouths, where both versions name the speaker.
struct AttributionDifferences {
  let scope: StoryScope

  /// One difference for each quote whose stated speakers disagree.
  func differences(of quotes: [StoryQuote]) -> [Difference] {
    quotes.compactMap { quote in
      var sides: [(witness: Int, identity: Int, speaker: Speaker)] = []
      for version in quote.versions {
        guard let witness = scope.index(of: version.article) else { continue }
        let speaker = scope.witnesses[witness].digest.quotes[version.quote].speaker
        guard let speaker, speaker.basis == .stated, let actor = speaker.actor,
          let identity = scope.identity(actor, of: witness), !sides.contains(where: { $0.identity == identity })
        else { continue }
        sides.append((witness, identity, speaker))
      }
      guard sides.count > 1, Set(sides.map(\.witness)).count > 1 else { return nil }
      let isIndependent = Set(sides.map { scope.originOf[$0.witness] }).count == sides.count
      let versions = sides.map { side in
        let sentence = scope.witnesses[side.witness].sentence(of: side.speaker.span) ?? 0
        return scope.version(side.witness, sentence, words: side.speaker.span)
      }
      return Difference(
        slot: .attribution, kind: isIndependent ? .conflict : .precision, versions: versions,
        note: isIndependent ? .independentOrigins : .sameSentence)
    }
  }
}
