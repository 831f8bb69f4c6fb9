package import Fetch
internal import Foundation
internal import NewsModel
internal import Read
internal import Yams

/// What `daybrief.yml` says of fetching.
package struct FetchPlan: Sendable, Equatable {
  /// Every key below `fetch`, with one line of documentation each; the README repeats them, which a test holds.
  package static let keys: [(name: String, meaning: String)] = [
    ("pages", "false leaves the pages of entries alone whose text is cut (true)"),
    ("folder", "where fetched feeds and pages lie (.daybrief/fetched)"),
    ("contact", "how a publisher reaches you, in the User-Agent (contact, else baseURL)"),
    ("pause", "seconds between two requests to one host (1)"),
    ("timeout", "seconds that one request may take (30)"),
    ("longest", "seconds that all of fetching may take (600)"),
    ("largest", "megabytes that one answer may have once decompressed (32)"),
    ("allow", "a list of hosts that may be at private addresses, such as localhost"),
    ("proxy", "a proxy to go through; those of the environment are not used"),
  ]

  package var settings = FetchSettings()
  /// Nil where the file says nothing.
  package var folder: String?
  package var contact: String?

  /// What holds where nothing is said.
  package init() {}

  /// Ends fetching after so many seconds at the latest.
  package mutating func end(within seconds: Double) { settings.longest = min(settings.longest, seconds) }

  /// The folder of a configuration.
  package func path(configurationFile: String?) -> String {
    if let folder { return folder }
    return FolderPath.path(of: ".daybrief/fetched", in: configurationFile.map(FolderPath.folder) ?? "")
  }
}

extension KeyReading {
  /// The keys below `fetch`.
  func fetchPlan() throws(ConfigurationError) -> FetchPlan {
    guard let mapping = value.mapping else { throw error("\"fetch\" has to be lines such as \"pages: false\"") }
    var plan = FetchPlan()
    for (key, value) in mapping {
      let inner = KeyReading(file: file, folder: folder, key: key.string ?? "", value: value, line: key.mark?.line)
      switch inner.key {
      case "pages": plan.settings.followsPages = try inner.flag()
      case "folder": plan.folder = path(try inner.string())
      case "contact": plan.contact = try inner.string()
      case "pause": plan.settings.pause = try inner.seconds(0...3_600)
      case "timeout": plan.settings.timeout = try inner.seconds(0.1...3_600)
      case "longest": plan.settings.longest = try inner.seconds(0.1...86_400)
      case "largest":
        plan.settings.largestAnswer = Int(try inner.seconds(0.001...1_024) * 1_048_576)
        plan.settings.largestTransfer = min(plan.settings.largestTransfer, plan.settings.largestAnswer)
      case "allow": plan.settings.allowedHosts = Set(try inner.strings().map { $0.lowercased() })
      case "proxy":
        let address = try inner.string()
        guard address.contains("://") else {
          throw inner.error("\"proxy\" has to be an address such as http://proxy.example.org:3128")
        }
        plan.settings.proxy = address
      default:
        let near = Suggestion.nearest(to: inner.key, in: FetchPlan.keys.map(\.name))
        throw inner.error(
          "unknown key \"\(inner.key)\" below \"fetch\"" + (near.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
    }
    return plan
  }

  private func seconds(_ range: ClosedRange<Double>) throws(ConfigurationError) -> Double {
    guard let number = Double(try string()), range.contains(number) else {
      throw error("\"\(key)\" has to be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}

extension FetchReading {
  /// Reads what the reader of articles reads.
  static let articles = FetchReading(
    outline: { body, address in
      guard let feed = FeedReader.feed(body, address: address) else { return nil }
      // A page of an error in XHTML is XML too.
      guard !feed.entries.isEmpty || feed.title != nil || feed.link != nil else { return nil }
      return FeedOutline(
        minutes: feed.minutesBetweenChanges,
        entries: feed.entries.compactMap { entry in
          entry.link.map {
            FeedOutline.Entry(link: $0, mark: mark(entry), isCut: entry.isCut, fields: fields(entry, feed))
          }
        })
    },
    page: { PageBytes.text($0, charset: $1) })

  private static func mark(_ entry: FeedEntry) -> String {
    let parts = [entry.title, entry.updated ?? entry.published, entry.text?.plain].map { $0 ?? "" }
    return FetchFolder.hash(Array(parts.joined(separator: "\u{0}").utf8))
  }

  private static func fields(_ entry: FeedEntry, _ feed: FeedDocument) -> [String: String] {
    var fields: [String: String] = [:]
    fields["url"] = entry.link
    fields["title"] = entry.title
    fields["source"] = entry.sourceTitle ?? feed.title
    fields["author"] = entry.authors.isEmpty ? nil : entry.authors.joined(separator: ", ")
    fields["published"] = entry.published
    fields["updated"] = entry.updated
    fields["guid"] = entry.guid
    return fields
  }
}
