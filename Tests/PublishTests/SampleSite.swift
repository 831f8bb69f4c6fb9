import Foundation
import NewsModel

@testable import Publish

/// A small site whose pages are lists of the paths that they point to, so that tests can follow its links.
struct SampleSite {
  /// A name that stands in every page, so that versions differ.
  var version: String
  /// Articles; each has a story of its own, and the front page points to the stories.
  var articles: [String]

  /// Enough words that a page goes to the disk in several writes when it is torn.
  private static let filler = String(repeating: "words of a page, ", count: 600)

  var pages: [Page] {
    var pages: [Page] = []
    for name in articles {
      pages.append(page("articles/\(name)/index.html", ["stories/\(name)/index.html", "index.html"]))
      pages.append(page("stories/\(name)/index.html", ["articles/\(name)/index.html", "actors/index.html"]))
    }
    let stories = articles.map { "stories/\($0)/index.html" }
    pages.append(page("actors/index.html", stories))
    pages.append(Page(path: "daybrief.css", text: "body { }"))
    pages.append(page("feed.xml", stories))
    pages.append(page("index.html", stories + ["actors/index.html", "feed.xml"]))
    return pages
  }

  private func page(_ path: String, _ links: [String]) -> Page {
    Page(path: path, text: "\(version)\n\(links.joined(separator: "\n"))\n\(SampleSite.filler)\nend \(version)\n")
  }

  /// What the files of a finished site are, by path.
  var files: [String: String] {
    var files = Dictionary(uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    files["data/files.txt"] = (files.keys + ["data/files.txt"]).sorted().map { "\($0)\n" }.joined()
    return files
  }

  /// The links of a page's text.
  static func links(in text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.hasSuffix(".html") || $0.hasSuffix(".xml") }
  }

  /// The links that lead nowhere, over all pages that can be reached from the front page.
  static func danglingLinks(in root: String) -> [String] {
    var seen: Set<String> = ["index.html"]
    var queue = ["index.html"]
    var dangling: [String] = []
    while let path = queue.popLast() {
      guard let text = try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) else {
        dangling.append(path)
        continue
      }
      for link in links(in: text) where seen.insert(link).inserted { queue.append(link) }
    }
    return dangling
  }
}

/// A folder of a test, gone after it.
struct Scratch {
  let path: String

  static func run(_ body: (Scratch) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "daybrief-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(Scratch(path: path))
  }

  func text(_ name: String) -> String? { try? String(contentsOfFile: "\(path)/\(name)", encoding: .utf8) }

  func write(_ text: String, _ name: String) throws {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }

  /// All regular files below a folder, with their text; a link to a folder is followed at the top.
  static func files(below folder: String) -> [String: String] {
    var files: [String: String] = [:]
    func collect(_ path: String) {
      for name in Disk.names(in: "\(folder)/\(path)") {
        let inner = path.isEmpty ? name : "\(path)/\(name)"
        switch Disk.kind(of: "\(folder)/\(inner)") {
        case .folder: collect(inner)
        case .file: files[inner] = String(decoding: Disk.contents(of: "\(folder)/\(inner)") ?? [], as: UTF8.self)
        default: files[inner] = "special"
        }
      }
    }
    collect("")
    return files
  }

  static func inode(_ path: String) -> UInt64 {
    var status = stat()
    return lstat(path, &status) == 0 ? UInt64(status.st_ino) : 0
  }

  /// Copies a folder as it is, with links and second names.
  static func copy(_ from: String, to path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/cp")
    process.arguments = ["-a", from, path]
    try process.run()
    process.waitUntilExit()
  }
}
