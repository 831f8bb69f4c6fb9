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
  private let jobs: Int

  /// A check of a site's folder against the texts of its articles by id, on so many threads.
  package init(root: String, texts: [String: [String]]?, jobs: Int = 1) {
    self.root = root
    self.texts = texts
    self.jobs = jobs
  }

  /// Checks every file of the site.
  package func run() throws -> Report {
    guard FileTree.kind(of: root) == .folder else {
      throw FileError(path: root, reason: "there is no site; build one first")
    }
    let files = try FileTree.files(below: root)
    guard files.contains(where: { $0.relative == "index.html" }) else {
      throw FileError(path: root, reason: "this folder holds no index.html; name the folder of a site")
    }
    // Runs of neighbours: what a page prints is looked for in articles that the next one names too.
    let threads = max(1, min(jobs, files.count))
    let parts = Workers.map(threads, jobs: threads) { thread in
      Result {
        var part = SitePartCheck(texts: texts)
        for file in files[files.count * thread / threads..<files.count * (thread + 1) / threads] {
          try part.read(file)
        }
        return part
      }
    }
    var whole = SitePartCheck(texts: texts)
    for part in parts { whole.add(try part.get()) }
    var report = whole.report
    report.withoutSources = texts == nil
    return report
  }
}
