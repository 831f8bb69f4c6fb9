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
    for role in actor.roles {
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

  private func differences(_ sides: [Side]) -> [Difference] {
    var done: Set<String> = []
    return sides.compactMap { side in
      guard done.insert(side.office.ladder).inserted else { return nil }
      let rivals = sides.filter { $0.office.ladder == side.office.ladder }
      var firsts: [Side] = []
      for rival in rivals where !firsts.contains(where: { $0.office == rival.office }) { firsts.append(rival) }
      guard firsts.count > 1, Set(firsts.map(\.witness)).count == firsts.count else { return nil }
      let isIndependent = Set(firsts.map { scope.originOf[$0.witness] }).count == firsts.count
      let versions = firsts.map { first in
        let sentence = scope.witnesses[first.witness].sentence(of: first.words) ?? 0
        return scope.version(first.witness, sentence, words: first.words)
      }
      return Difference(
        slot: .role, kind: isIndependent ? .conflict : .precision, versions: versions,
        note: isIndependent ? .independentOrigins : .changedInCopy)
    }
  }
}
