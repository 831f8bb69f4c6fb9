internal import Foundation
internal import NewsModel
internal import Read

/// Keeps the ids of articles whose files were renamed or moved, or of which an address became known later, so that what
/// was published of them keeps its page and nothing is shown twice.
///
/// Only files of one article each are looked at: what a stream or a feed holds has identifiers of its own.
struct FileIdentities: Sendable {
  /// What stays the same when a file is moved.
  private struct Content: Hashable, Sendable {
    var text: String
    var title: String?
  }

  /// The articles that were read of a file, one after another, by the file's path below its source.
  private var known: [String: [Article]] = [:]
  /// The ids of articles without an address whose files are gone, by what they say; nil where several say the same.
  private var gone: [Content: String?] = [:]
  private var ids: Set<String> = []

  /// Endings of files that hold one article.
  private static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "eml", "pdf",
  ]

  /// What earlier runs know.
  ///
  /// - Parameter present: the paths, below their sources, of the files that are there now.
  init(_ articles: [Article], present files: [String]) {
    var present: Set<String> = []
    // A path that two sources have says nothing.
    let several = Set(files.filter { !present.insert($0).inserted })
    for article in articles {
      guard let file = article.file, FileIdentities.holdsOne(file), !several.contains(file) else { continue }
      known[file, default: []].append(article)
      if article.url == nil, !article.text.isEmpty, !present.contains(file) {
        let content = Content(text: article.text, title: article.title)
        gone.updateValue(gone[content] == nil ? article.id : nil, forKey: content)
      }
    }
    if !gone.isEmpty { ids = Set(articles.map(\.id)) }
  }

  private static func holdsOne(_ file: String) -> Bool {
    guard let dot = file.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return endings.contains(file[file.utf8.index(after: dot)...].lowercased())
  }

  /// The article under the id that it was known by.
  func identified(_ article: Article) -> Article {
    guard let file = article.file, FileIdentities.holdsOne(file) else { return article }
    var made = article
    if let known = known[file] {
      // Another address is another article, and so is another text where there was no address.
      let same = known.filter { $0.url == article.url }
      let before = same.isEmpty ? known.filter { $0.url == nil && $0.text == article.text } : same
      if before.count == 1 { made.id = before[0].id }
    } else if !gone.isEmpty, article.isNamedByPath, !ids.contains(article.id),
      case let id?? = gone[Content(text: article.text, title: article.title)]
    {
      made.id = id
    }
    return made
  }
}
