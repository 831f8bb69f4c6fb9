internal import NewsModel
internal import Prose

/// Finds one person to whom versions give offices that nobody holds together ("prime minister", "defence minister").
///
/// Most roles of a person are true side by side, so only offices of one ladder are compared, those of the tables
/// `compose-offices`, and only where each article gives one of them and no past, coming or deputy one.
struct RoleDifferences {
  let scope: StoryScope

  /// An office that an article gives a person.
  private struct Side {
    var witness: Int
    var office: Office
    var words: Span
  }

  /// One difference for each person and ladder on which the versions disagree.
  func differences() -> [Difference] {
    var order: [Int] = []
    var sides: [Int: [Side]] = [:]
    for (index, witness) in scope.witnesses.enumerated() {
      for actor in witness.digest.actors where actor.kind == .person && actor.name.contains(" ") {
        guard let identity = scope.identity(actor.id, of: index), scope.identities[identity].kind == .person else {
          continue
        }
        if sides[identity] == nil { order.append(identity) }
        sides[identity, default: []] += offices(of: actor, index)
      }
    }
    return order.flatMap { differences(sides[$0] ?? []) }
  }

  /// The offices that an article gives a person, one of each ladder; none of a ladder on which it gives several.
  private func offices(of actor: Actor, _ witness: Int) -> [Side] {
    let reader = scope.witnesses[witness]
    var found: [Side] = []
    for role in actor.roles + spoken(by: actor, witness) {
      guard let sentence = reader.sentence(of: role) else { continue }
      switch reader.language.offices.office(
        reader.text.tokens(in: role), reader.text.tokens, in: reader.text.sentences[sentence].tokens)
      {
      case .unclear: return []
      case .none: continue
      case .office(let office): found.append(Side(witness: witness, office: office, words: role))
      }
    }
    return found.enumerated().filter { at, side in
      let rivals = found.filter { $0.office.ladder == side.office.ladder }
      return rivals.allSatisfy { $0.office == side.office } && found.firstIndex { $0.office == side.office } == at
    }.map(\.element)
  }

  /// The words at the head of a speaker's description, up to the name: "the rector of the academy, Anna Holm".
  private func spoken(by actor: Actor, _ witness: Int) -> [Span] {
    let reader = scope.witnesses[witness]
    return reader.digest.quotes.compactMap { quote in
      guard let speaker = quote.speaker, speaker.basis == .stated, speaker.actor == actor.id else { return nil }
      let range = reader.tokens(touching: speaker.span)
      let to = range.first { reader.text.tokens[$0].kind == .separator } ?? range.upperBound
      guard to < range.upperBound, let from = (range.lowerBound..<to).first(where: { reader.keys[$0] != 0 }),
        from <= range.lowerBound + 1, reader.language.offices.starts(at: from, reader.text.tokens, limit: to)
      else { return nil }
      return reader.text.span(from..<to)
    }.filter { span in !actor.roles.contains { $0.overlaps(span) } }
  }

  private func differences(_ sides: [Side]) -> [Difference] {
    var done: Set<String> = []
    return sides.compactMap { side in
      guard done.insert(side.office.ladder).inserted else { return nil }
      let rivals = sides.filter { $0.office.ladder == side.office.ladder }
      guard Set(rivals.map(\.office)).count > 1, Set(rivals.map(\.witness)).count == rivals.count else { return nil }
      let isConflict = rivals.contains { a in
        rivals.contains { $0.office != a.office && !scope.shareOrigin($0.witness, a.witness) }
      }
      let versions = rivals.map { rival in
        let sentence = scope.witnesses[rival.witness].sentence(of: rival.words) ?? 0
        return scope.version(rival.witness, sentence, words: rival.words)
      }
      return Difference(
        slot: .role, kind: isConflict ? .conflict : .discrepancy, versions: versions,
        note: isConflict ? .independentOrigins : .changedInCopy)
    }
  }
}
