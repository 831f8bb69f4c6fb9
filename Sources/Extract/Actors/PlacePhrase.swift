internal import NewsModel
internal import Prose

/// Reads a place named by a common noun in lower case: "îles Pribilof", "aéroport Roissy", "delta de la rivière".
///
/// Where a known place stands behind "de", the noun only describes it ("aéroport de Denver" is named by Denver).
struct PlacePhrase {
  let reading: ActorReading

  /// The end of the phrase whose noun is at a token, or nil.
  func end(from start: Int, limit: Int) -> Int? {
    var at = start + 1
    while at < limit, at - start <= OrganizationPhrase.mostLinks, !reading.tokens[at].capitalized,
      !reading.classes[at].isDisjoint(with: [.particle])
    {
      at += 1
    }
    guard at < limit, reading.isNameWord(at), reading.classes[at].isDisjoint(with: [.civility, .demonym]) else {
      return nil
    }
    if at > start + 1, reading.knownName(at: at, limit: limit) != nil { return nil }
    return NameRun(reading: reading).end(from: at, limit: limit, afterTitle: false)
  }
}
