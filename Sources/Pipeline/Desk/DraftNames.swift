internal import Archive
internal import NewsModel

/// The names of pages that a draft showed and the site has not: once they are approved they keep them.
///
/// A draft and the site hold other articles, so each would find other names and other ids for one story.
struct DraftNames {
  let archive: Archive

  private static let key = "draft-names"

  /// What the last draft showed.
  func names() throws -> [KnownEntity] {
    guard let bytes = try archive.state(DraftNames.key), !bytes.isEmpty else { return [] }
    // Names that cannot be read are found anew, like those of a first draft.
    return bytes.withUnsafeBytes { bytes in
      var input = ByteReader(bytes)
      return (try? input.list(DraftNames.entity)) ?? []
    }
  }

  /// Keeps what the newest composition of a run shows and no earlier run published.
  func keep(_ shown: [KnownEntity], published: [KnownEntity]) throws {
    let known = Set(published.map(\.target))
    var out = ByteWriter()
    out.put(shown.filter { !known.contains($0.target) }) { out, entity in
      out.put(entity.kind.rawValue)
      out.put(entity.id)
      out.put(entity.slug)
      out.put(entity.members) { $0.put($1) }
    }
    try archive.keep(out.bytes, under: DraftNames.key)
  }

  /// Forgets all of them: a name may be somebody's who is not to be named any more.
  func forget() throws { try archive.setState(DraftNames.key, nil) }

  private static func entity(_ input: inout ByteReader) throws(ByteReader.Malformed) -> KnownEntity {
    let kind: KnownEntity.Kind = try input.value()
    return KnownEntity(
      kind: kind, id: try input.text(), slug: try input.text(),
      members: try input.list { input throws(ByteReader.Malformed) in try input.text() })
  }
}
