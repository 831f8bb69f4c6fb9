internal import Foundation

/// Words of a feed that are plain text or HTML.
package struct FeedText: Sendable, Equatable {
  /// Letter for letter, or as HTML.
  package var value: String
  package var isMarkup: Bool

  /// Words whose kind is known.
  package init(_ value: String, isMarkup: Bool) {
    self.value = value
    self.isMarkup = isMarkup
  }

  /// Words of RSS, which does not say what they are: HTML where a tag or a reference stands in them.
  init(unmarked value: String) {
    self.init(value, isMarkup: value.utf8.contains { $0 == 0x26 || $0 == 0x3C })
  }

  /// The words on one line, without markup.
  package var plain: String {
    isMarkup ? MarkupWords.plain(value) : MarkupWords.oneLine(value)
  }
}

extension FeedText {
  /// The words of an Atom text construct (RFC 4287, §3.1 and §4.1.3) or of Atom 0.3 (`mode`); nil where it holds
  /// something else, such as a picture.
  init?(_ tree: MarkupTree, atom node: Int) {
    let type = (tree.attribute(node, "type") ?? "text").lowercased()
      .prefix { $0 != ";" }.trimmingCharacters(in: .whitespacesAndNewlines)
    let mode = tree.attribute(node, "mode")?.lowercased()
    guard !type.hasPrefix("image/"), !type.hasPrefix("audio/"), !type.hasPrefix("video/") else { return nil }
    if tree.hasElements(node) {
      self.init(tree.html(of: node), isMarkup: true)
      return
    }
    var text = tree.text(of: node)
    if mode == "base64" || type == "application/octet-stream" {
      guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty,
        let decoded = String(validating: data, as: UTF8.self)
      else { return nil }
      text = decoded
      self.init(text, isMarkup: type != "text/plain" && MarkupWords.holdsTag(text))
      return
    }
    switch type {
    case "html", "xhtml", "text/html", "application/xhtml+xml": self.init(text, isMarkup: true)
    case "text", "text/plain": self.init(text, isMarkup: mode == "escaped" && MarkupWords.holdsTag(text))
    default: self.init(unmarked: text)
    }
  }
}
