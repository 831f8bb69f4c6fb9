internal import Exchange
internal import Foundation
package import NewsModel
package import Outside

/// What a build keeps beside its site: the lock, and the articles as they were read, which `check` compares with.
package struct StateFolder: Sendable {
  /// Its path.
  package let path: String

  /// The folder of an output: in `.daybrief/` beside `daybrief.yml` where the output lies below it, else beside the
  /// output; named for the output's path from there, so that outputs do not share one.
  package init(output: String, configuration: String?) {
    let site = URL(fileURLWithPath: output).standardizedFileURL.path
    let parent = (site as NSString).deletingLastPathComponent
    let home = configuration.map { URL(fileURLWithPath: $0).standardizedFileURL.deletingLastPathComponent().path }
    let folder = home.flatMap { site.hasPrefix($0 + "/") ? $0 : nil } ?? parent
    let name = site.dropFirst(folder.count).split(separator: "/").joined(separator: "-")
    path = "\(folder)/.daybrief/\(name)"
  }

  /// Where an output's folder may be, the configured place first.
  package static func candidates(output: String, configuration: String?) -> [StateFolder] {
    [StateFolder(output: output, configuration: configuration), StateFolder(output: output, configuration: nil)]
  }

  /// The file that holds the articles as read, one a line.
  package var articlesPath: String { "\(path)/articles.jsonl" }

  /// Makes the folder.
  package func make() throws(FileError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileError(path: path, reason: "the folder cannot be made; give write permission")
    }
  }

  /// Takes the lock; nil where another run holds it.
  package func lock() throws(FileError) -> RunLock? { try RunLock(path: "\(path)/lock") }

  /// Keeps the articles of a build, all or nothing.
  package func keep(_ articles: [Article]) throws {
    var lines = Data()
    for article in articles {
      lines += try JSONLine.encode(ArticleRecord(article))
      lines.append(0x0A)
    }
    if FileManager.default.contents(atPath: articlesPath) == lines { return }
    try lines.write(to: URL(fileURLWithPath: articlesPath), options: .atomic)
  }

  /// The texts of the articles of the last build by id; nil where none were kept.
  package func texts() throws -> [String: String]? {
    guard let data = FileManager.default.contents(atPath: articlesPath) else { return nil }
    var texts: [String: String] = [:]
    for (_, line) in JSONLines(data) {
      let record = try JSONLine.decode(ArticleRecord.self, from: line)
      if let id = record.id { texts[id] = record.text ?? "" }
    }
    return texts
  }
}
