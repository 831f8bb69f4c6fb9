internal import NewsModel
internal import Prose

/// Makes identifiers of names: lower-case ASCII with hyphens, each once.
struct ActorSlugs {
  private var used: Set<String> = []

  /// An identifier for a name; a number is added where an earlier name has it.
  mutating func slug(for name: String) -> String {
    let plain = ActorSlugs.plain(name)
    let base = plain.isEmpty ? "actor" : plain
    var slug = base
    var number = 2
    while !used.insert(slug).inserted {
      slug = "\(base)-\(number)"
      number += 1
    }
    return slug
  }

  private static func plain(_ name: String) -> String {
    var bytes = Fold.folded(Array(name.utf8))
    if bytes.contains(where: { $0 >= 0x80 }) {
      bytes = Fold.folded(Array(Transliteration.latin(String(decoding: bytes, as: UTF8.self)).utf8))
    }
    return String(unsafeUninitializedCapacity: bytes.count) { out in
      var count = 0
      for byte in bytes {
        switch byte {
        case 0x61...0x7A, 0x30...0x39:
          out[count] = byte
          count += 1
        case 0x27, 0x2E: continue
        default:
          if count > 0, out[count - 1] != 0x2D {
            out[count] = 0x2D
            count += 1
          }
        }
      }
      if count > 0, out[count - 1] == 0x2D { count -= 1 }
      return count
    }
  }
}
