/// A link of Markdown as the templates write it: `[label](address "title")`.
package struct MarkdownLink {
  /// As it stands between the brackets.
  package var label: Substring
  package var address: Substring
  /// With its marks and the blank before it; empty where there is none.
  package var title: Substring

  /// The links of a text, and what stands between, in order.
  package enum Part {
    case text(Substring)
    case link(MarkdownLink)
  }

  /// Cuts a text into links and what stands between.
  package static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var rest = text[...]
    var at = rest.startIndex
    while let open = firstMark("[", in: text, from: at) {
      guard let close = firstMark("]", in: text, from: text.index(after: open)),
        text[close...].hasPrefix("]("),
        let end = addressEnd(text, from: text.index(close, offsetBy: 2))
      else {
        at = text.index(after: open)
        continue
      }
      if rest.startIndex < open { parts.append(.text(rest[..<open])) }
      let inside = text[text.index(close, offsetBy: 2)..<end]
      let blank = inside.firstIndex(of: " ") ?? inside.endIndex
      parts.append(
        .link(
          MarkdownLink(
            label: text[text.index(after: open)..<close], address: inside[..<blank], title: inside[blank...])))
      at = text.index(after: end)
      rest = text[at...]
    }
    if !rest.isEmpty { parts.append(.text(rest)) }
    return parts
  }

  /// The link as Markdown.
  package var markdown: String { "[\(label)](\(address)\(title))" }

  /// The first unescaped mark.
  private static func firstMark(_ mark: Character, in text: String, from start: String.Index) -> String.Index? {
    var at = start
    while at < text.endIndex {
      if text[at] == mark { return at }
      at = text.index(after: at)
      if text[text.index(before: at)] == "\\", at < text.endIndex { at = text.index(after: at) }
    }
    return nil
  }

  /// Where the parenthesis closes that an address and a title stand in.
  private static func addressEnd(_ text: String, from start: String.Index) -> String.Index? {
    var at = start
    var isQuoted = false
    while at < text.endIndex {
      switch text[at] {
      case "\\": at = text.index(after: at)
      case "\"": isQuoted.toggle()
      case ")" where !isQuoted: return at
      case "\n": return nil
      default: break
      }
      if at < text.endIndex { at = text.index(after: at) }
    }
    return nil
  }

  /// The words of a piece of Markdown, in order: runs of letters and digits.
  package static func words(_ markdown: some StringProtocol) -> [Substring] {
    String(markdown).split { !($0.isLetter || $0.isNumber) }
  }
}
