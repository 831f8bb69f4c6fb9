/// What a link's title says about how its words, or the block it opens, look: `".variant #d1 lang=en"`.
///
/// Markdown has no attributes, and raw HTML is refused, so a link carries them. A title made only of such tokens is a
/// mark and never reaches the page; any other title stays a title. The tokens:
/// `.name` a class · `#name` an id · `lang=xx` a language · `list.name` a class of the list around ·
/// `item.name` a class of the list item around · `in.name` a box shared with the sections beside that name it too.
struct Mark: Equatable {
  var classes: [String] = []
  var id: String?
  var language: String?
  var listClasses: [String] = []
  var itemClasses: [String] = []
  var box: String?

  /// A mark without anything.
  init() {}

  /// Reads a title; nil where any part of it is not one of the tokens.
  init?(title: String) {
    guard !title.isEmpty else { return nil }
    for token in title.split(separator: " ") {
      guard take(token) else { return nil }
    }
  }

  private mutating func take(_ token: Substring) -> Bool {
    let tokens: [(prefix: String, add: (inout Mark, String) -> Void)] = [
      (".", { $0.classes.append($1) }), ("#", { $0.id = $1 }), ("lang=", { $0.language = $1 }),
      ("list.", { $0.listClasses.append($1) }), ("item.", { $0.itemClasses.append($1) }), ("in.", { $0.box = $1 }),
    ]
    for (prefix, add) in tokens where token.hasPrefix(prefix) {
      let name = token.dropFirst(prefix.count)
      guard Mark.isName(name) else { return false }
      add(&self, String(name))
      return true
    }
    return false
  }

  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first) else {
      return false
    }
    return name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
  }

  /// id, class and lang as they stand in a start tag, with a space before each.
  var attributes: String {
    var out = ""
    if let id { out += " id=\"\(id)\"" }
    if !classes.isEmpty { out += " class=\"\(classes.joined(separator: " "))\"" }
    if let language { out += " lang=\"\(language)\"" }
    return out
  }
}
