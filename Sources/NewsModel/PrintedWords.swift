internal import Foundation

/// What an edition prints: the words of its Markdown, and those of articles in its data.
///
/// Compared by runs of letters and digits, so that neither escapes nor the marks that stand around a variant hide them.
package struct PrintedWords {
  /// All that a reader sees, a space before and after each word.
  private let visible: String
  /// By article, the words of passages.
  private var passages: [String: Set<String>] = [:]

  /// The words of an edition; none where it has not been printed yet.
  package init(_ edition: Edition) {
    let parts = MarkdownLink.parts(of: edition.markdown ?? "").map { part in
      switch part {
      case .text(let text): text
      case .link(let link): link.label
      }
    }
    visible = PrintedWords.run(parts.joined())
    guard let data = edition.data, let page = try? JSONSerialization.jsonObject(with: Data(data.utf8)) else { return }
    read(page, article: nil)
  }

  /// Whether words of an article stand in the edition.
  package func stand(_ words: String, of article: String) -> Bool {
    let run = PrintedWords.run(words)
    return passages[article]?.contains(run) ?? false || run.utf8.count > 1 && visible.contains(run)
  }

  private mutating func read(_ value: Any, article: String?) {
    if let list = value as? [Any] {
      for item in list { read(item, article: article) }
    } else if let object = value as? [String: Any] {
      let article = object["article"] as? String ?? article
      if let article, let text = object["text"] as? String, object["start"] is Int {
        passages[article, default: []].insert(PrintedWords.run(text))
      }
      for inner in object.values { read(inner, article: article) }
    }
  }

  private static func run(_ text: String) -> String {
    " " + MarkdownLink.words(text).map { $0 + " " }.joined()
  }
}
