package import NewsModel
internal import Prose

/// Identifiers that stay the same from run to run: lower-case ASCII letters, digits and hyphens.
package enum Identifiers {
  /// Longer ones are cut and told apart by a hash: they become file names.
  static let longest = 80  // bytes

  /// The identifier of an article that was given none: of its address, or of its path below its source.
  ///
  /// - Parameter mark: what tells it from others of its file, where that may hold several.
  package static func identifier(url: String?, file: String, mark: String? = nil) -> String {
    if let url { return slug(trimmedAddress(url)) }
    let stem = slug(withoutEnding(file))
    return mark.map { "\(stem)-\($0)" } ?? stem
  }

  /// An identifier that somebody gave, on one line without control characters; nil where nothing is left.
  package static func given(_ id: String?) -> String? { GivenMetadata.cleared(id) }

  /// A text as an identifier; a hash where no letter of it can be written in ASCII.
  static func slug(_ text: String) -> String {
    var out: [UInt8] = []
    for byte in Transliteration.latin(text).utf8 {
      switch byte {
      case 0x41...0x5A: out.append(byte + 0x20)
      case 0x61...0x7A, 0x30...0x39: out.append(byte)
      default: if let last = out.last, last != 0x2D { out.append(0x2D) }
      }
    }
    if out.last == 0x2D { out.removeLast() }
    let hash = String(Fold.hash(Array(text.utf8)) & 0xFFFF_FFFF, radix: 16)
    if out.isEmpty { return "text-\(hash)" }
    if out.count > longest { out = Array(out.prefix(longest - hash.utf8.count - 1)) + [0x2D] + Array(hash.utf8) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Gives a number to each entry of a feed whose identifier stands there already.
  static func makeUnique(_ articles: inout [Article]) {
    var ids = articles.map(\.id)
    var taken = Set(ids)
    var seen: Set<String> = []
    // The last number given to each, so that thousands of one name take no time.
    var last: [String: Int] = [:]
    for index in ids.indices where !seen.insert(ids[index]).inserted {
      let id = ids[index]
      var number = (last[id] ?? 1) + 1
      while taken.contains("\(id)-\(number)") { number += 1 }
      last[id] = number
      ids[index] = "\(id)-\(number)"
      taken.insert(ids[index])
      seen.insert(ids[index])
      articles[index].id = ids[index]
    }
  }

  private static func trimmedAddress(_ url: String) -> String {
    var rest = CanonicalAddress.of(url)[...]
    for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    return String(rest)
  }

  /// A path without the ending of its file name.
  private static func withoutEnding(_ file: String) -> String {
    guard let dot = file.lastIndex(of: "."), dot > (file.lastIndex(of: "/") ?? file.startIndex),
      file[file.index(after: dot)...].utf8.count <= 7, dot != file.startIndex
    else { return file }
    return String(file[..<dot])
  }
}

extension Article {
  /// Whether its identifier was made from the path of its file, so that another file may have the same by chance.
  package var isNamedByPath: Bool {
    guard let file else { return false }
    return id == Identifiers.identifier(url: nil, file: file)
  }
}
