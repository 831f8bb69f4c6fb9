internal import Foundation
internal import NewsModel
internal import Outside

/// Proves some files of a site, each in turn; what ties files together is proved once all parts are added up.
struct SitePartCheck {
  private var links = LinkCheck()
  private var passages: PassageCheck
  private var tables = TableCheck()
  private var printed: PrintedCheck
  private var pages = 0
  private var files = 0
  private var faults: [Diagnostic] = []

  /// A check against texts by article id; without any, only what needs none is checked.
  init(texts: [String: [String]]?) {
    passages = PassageCheck(texts: texts)
    printed = PrintedCheck(texts: texts)
  }

  /// Reads a file of the site.
  mutating func read(_ file: FileTree.Entry) throws {
    let data = try FileTree.read(file.path)
    let path = file.relative
    files += 1
    links.note(path: path)
    switch (path as NSString).pathExtension {
    case "html":
      pages += 1
      links.read(data, path: path)
    case "json": read(json: data, file)
    case "jsonl": faults += passages.read(lines: data, path: path)
    case "csv": faults += tables.read(data, path: path, &passages)
    case "xml", "opml": faults += FeedCheck.faults(inXML: data, path: path)
    case "js" where path.hasPrefix("search/documents/"): links.read(documents: data, path: path)
    case "css": faults += LinkCheck.loads(inStyle: data, path: path)
    default: break
    }
  }

  private mutating func read(json data: Data, _ file: FileTree.Entry) {
    let value = try? JSONSerialization.jsonObject(with: data)
    faults += passages.read(value, path: file.relative)
    if FolderPath.name(of: file.relative) == "feed.json" {
      faults += FeedCheck.faults(inJSONFeed: data, path: file.relative)
    }
    // The data of a page has its Markdown and its HTML beside it.
    let stem = (file.path as NSString).deletingPathExtension
    guard let markdown = try? FileTree.read(stem + ".md"), let html = try? FileTree.read(stem + ".html") else { return }
    let path = (file.relative as NSString).deletingPathExtension + ".md"
    faults += printed.read(markdown: markdown, html: html, data: value, path: path)
  }

  /// Adds what was read of later files.
  mutating func add(_ other: SitePartCheck) {
    links.add(other.links)
    passages.add(other.passages)
    tables.add(other.tables)
    printed.add(other.printed)
    pages += other.pages
    files += other.files
    faults += other.faults
  }

  /// What was proved, in all.
  var report: SiteCheck.Report {
    mutating get {
      var report = SiteCheck.Report()
      report.pages = pages
      report.files = files
      report.faults = faults + links.faults() + printed.faults() + tables.faults(passages) + passages.excerpts.faults()
      report.links = links.count
      report.passages = passages.count
      report.runs = printed.count
      return report
    }
  }
}
