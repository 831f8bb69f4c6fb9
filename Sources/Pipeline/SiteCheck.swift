internal import Foundation
package import NewsModel
internal import Outside

/// Proves a site: its words stand in their sources, its links lead somewhere, its files parse, nothing is loaded from
/// elsewhere.
package struct SiteCheck: Sendable {
  /// What was proved.
  package struct Report: Sendable, Equatable {
    package var pages = 0
    package var passages = 0
    /// Words of sources that the pages print, each looked for in its article.
    package var runs = 0
    package var links = 0
    package var files = 0
    /// What is wrong, in the order of the files.
    package var faults: [Diagnostic] = []
    /// The texts of the articles were not at hand, so passages could not be compared with them.
    package var withoutSources = false
  }

  private let root: String
  private let texts: [String: [String]]?

  /// A check of a site's folder against the texts of its articles by id.
  package init(root: String, texts: [String: [String]]?) {
    self.root = root
    self.texts = texts
  }

  /// Checks every file of the site.
  package func run() throws -> Report {
    var report = Report()
    guard FileTree.kind(of: root) == .folder else {
      throw FileError(path: root, reason: "there is no site; build one first")
    }
    let files = try FileTree.files(below: root)
    guard files.contains(where: { $0.relative == "index.html" }) else {
      throw FileError(path: root, reason: "this folder holds no index.html; name the folder of a site")
    }
    var links = LinkCheck()
    var passages = PassageCheck(texts: texts)
    var printed = PrintedCheck(texts: texts)
    report.withoutSources = texts == nil
    for file in files {
      let data = try FileTree.read(file.path)
      report.files += 1
      switch (file.relative as NSString).pathExtension {
      case "html":
        report.pages += 1
        links.read(data, path: file.relative)
      case "json", "jsonl": report.faults += passages.read(data, path: file.relative)
      case "xml": report.faults += FeedCheck.faults(inXML: data, path: file.relative)
      case "md":
        // A page's Markdown has its HTML and its data beside it.
        let stem = (file.path as NSString).deletingPathExtension
        if let html = try? FileTree.read(stem + ".html"), let json = try? FileTree.read(stem + ".json") {
          report.faults += printed.read(markdown: data, html: html, json: json, path: file.relative)
        }
      case "css": report.faults += LinkCheck.loads(inStyle: data, path: file.relative)
      default: break
      }
      if (file.relative as NSString).lastPathComponent == "feed.json" {
        report.faults += FeedCheck.faults(inJSONFeed: data, path: file.relative)
      }
      links.note(path: file.relative)
    }
    report.faults += links.faults() + printed.faults() + passages.excerpts.faults()
    report.links = links.count
    report.passages = passages.count
    report.runs = printed.count
    return report
  }
}
