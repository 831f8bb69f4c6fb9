internal import NewsModel

/// What a link's title says about how its words, or the block it opens, look: `".variant #d1 lang=en"`.
///
/// Markdown has no attributes, and raw HTML is refused, so a link carries them. A title made only of such tokens is a
/// mark and never reaches the page; any other title stays a title. The tokens:
/// `.name` a class · `#name` an id · `lang=xx` a language · `list.name` a class of the list around ·
/// `item.name` a class of the list item around · `in.name` a box shared with the sections beside that name it too.
final class Mark {
  private(set) var classes: [String] = []
  private(set) var id: String?
  private(set) var language: String?
  private(set) var listClasses: [String] = []
  private(set) var itemClasses: [String] = []
  private(set) var box: String?
  /// id, class and lang as they stand in a start tag, with a space before each.
  private(set) var attributes = ""
  /// The tags around words that it marks: of an element with a meaning of its own, else of a `span`.
  private(set) var tags: (open: String, close: String) = ("", "")
  /// The tags around words that lead somewhere, the first up to its address.
  private(set) var linkTags: (open: String, close: String) = ("", "")
  /// The class that draws a picture of the words, if one does.
  private(set) var picture: String?

  /// Elements with a meaning of their own; any other class makes a `span`.
  private static let elements = ["keypoint": "mark", "variant": "mark", "strong": "strong", "key": "b"]
  /// Signs that words beside them repeat.
  private static let silent: Set<String> = ["squares", "sign"]

  /// Reads a title; nil where any part of it is not one of the tokens.
  init?(title: String) {
    guard !title.isEmpty else { return nil }
    for token in title.split(separator: " ") {
      guard take(token) else { return nil }
    }
    attributes = attributes(of: classes)
    let own = attributes + (classes.contains(where: Mark.silent.contains) ? " aria-hidden=\"true\"" : "")
    if let element = classes.lazy.compactMap({ Mark.elements[$0] }).first {
      tags = ("<\(element)\(own)>", "</\(element)>")
      linkTags = (tags.open + "<a", "</a>" + tags.close)
    } else {
      tags = ("<span\(own)>", "</span>")
      linkTags = ("<a\(own)", "</a>")
    }
    picture = classes.first.flatMap { Drawing.names.contains($0) ? $0 : nil }
  }

  private func take(_ token: Substring) -> Bool {
    for prefix in [".", "#", "lang=", "list.", "item.", "in."] where token.hasPrefix(prefix) {
      let rest = token.dropFirst(prefix.utf8.count)
      guard Mark.isName(rest) else { return false }
      let name = String(rest)
      switch prefix {
      case ".": classes.append(name)
      case "#": id = name
      case "lang=": language = name
      case "list.": listClasses.append(name)
      case "item.": itemClasses.append(name)
      default: box = name
      }
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

  /// id, lang and some classes as they stand in a start tag, with a space before each.
  func attributes(of classes: [String]) -> String {
    var out = ""
    if let id { out += " id=\"\(id)\"" }
    if !classes.isEmpty { out += " class=\"\(classes.joined(separator: " "))\"" }
    if let language { out += " lang=\"\(language)\"" }
    return out
  }
}

/// The marks of titles that were read already, since pages repeat the same few, and the memory of the documents that they
/// stand in. Not for use by several threads at once.
final class MarkTable {
  let memory = MarkdownMemory()
  /// By the bytes of their titles.
  private var marks: [ContentMark: Mark?] = [:]
  /// Kept for good, since the nodes of a document point at theirs while it lives.
  private static let most = 1 << 14

  /// The mark that the title of a link is; nil where it is none.
  func mark(of link: MarkdownNode) -> Mark? {
    let title = link.titleBytes
    if title.isEmpty { return nil }
    let key = ContentMark(UnsafeRawBufferPointer(title))
    if let known = marks[key] { return known }
    let mark = Mark(title: link.title)
    marks[key] = .some(mark)
    return mark
  }

  /// Forgets what was read, where it is much; no document may be in work.
  func trim() { if marks.count > MarkTable.most { marks.removeAll(keepingCapacity: true) } }
}
