internal import NewsModel
internal import Prose

/// Makes the names of pages: ASCII words with hyphens between, none twice.
struct Slugs {
  /// A name longer than this is cut between words: addresses are read and copied by people.
  static let longest = 60  // bytes
  private var taken: Set<String> = []
  private var known: [String: String] = [:]

  /// Slugs of one kind of page; those that it had before stay, and no other page gets them.
  init(known entities: [KnownEntity] = []) {
    for entity in entities {
      taken.insert(entity.slug)
      known[entity.id] = entity.slug
    }
  }

  /// The slug that `id` had before, or that of some words; a short hash of `id` follows where they are taken already.
  mutating func slug(of words: String, id: String) -> String {
    if let known = known[id] { return known }
    var slug = Slugs.ascii(words)
    if slug.isEmpty { slug = Slugs.ascii(id) }
    if slug.isEmpty || taken.contains(slug) {
      let mark = Slugs.mark(id)
      slug = slug.isEmpty ? mark : "\(slug)-\(mark)"
      let base = slug
      var number = 2
      while taken.contains(slug) {
        slug = "\(base)-\(number)"
        number += 1
      }
    }
    taken.insert(slug)
    return slug
  }

  /// Letters and digits in lower case, all else as hyphens, cut at a word's end.
  static func ascii(_ words: String) -> String {
    let bytes = Fold.folded(Array(Transliteration.latin(Fold.folded(words)).utf8))
    var slug: [UInt8] = []
    var end = 0
    for byte in bytes {
      let isWord = (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
      if isWord {
        slug.append(byte)
      } else if let last = slug.last, last != 0x2D {
        if slug.count <= longest { end = slug.count }
        slug.append(0x2D)
      }
      if slug.count > longest { break }
    }
    if slug.count > longest { slug = Array(slug.prefix(end > 0 ? end : longest)) }
    while slug.last == 0x2D { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  /// Six hexadecimal digits that an identifier always gives.
  private static func mark(_ id: String) -> String {
    let digits = String(Fold.hash(Array(id.utf8)) & 0xFF_FFFF, radix: 16)
    return String(repeating: "0", count: 6 - digits.utf8.count) + digits
  }
}
