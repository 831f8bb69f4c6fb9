/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).
struct JSONFeedReader {
  /// What relative addresses count from.
  private let address: String?

  /// A reader of a feed that was found at an address.
  init(address: String?) { self.address = address }

  /// The feed, or nil where the text is another kind of JSON.
  func feed(_ bytes: [UInt8]) -> FeedDocument? {
    guard let document = LenientJSON.document(bytes, prose: JSONFeedReader.prose) else { return nil }
    let json = document.value
    guard JSONFeedReader.isFeed(json) else { return nil }
    var feed = FeedDocument(format: .json)
    feed.isCutOff = !document.isWhole
    // Open then: the feed, its items, one of them.
    feed.endsInsideEntry = feed.isCutOff && document.openAtEnd >= 3 && json.lastName == "items"
    feed.title = line(json["title"])
    feed.address = FeedAddress.resolved(json["feed_url"]?.text, against: address)
    let base = address ?? feed.address
    feed.link = FeedAddress.resolved(json["home_page_url"]?.text, against: base)
    feed.next = FeedAddress.resolved(json["next_url"]?.text, against: base)
    feed.language = FeedElement.language(json["language"]?.text)
    feed.authors = authors(json)
    if case .bool(true)? = json["expired"] { feed.isExpired = true }
    let items = (json["items"]?.values ?? []).filter(\.isObject)
    feed.entries = items.prefix(FeedDocument.mostEntries).map { entry($0, feed, base ?? feed.link) }
    feed.entriesPassedOver = items.count - feed.entries.count
    return feed
  }

  /// The members that hold text, of which a part is still text.
  private static let prose: Set<String> = ["content_html", "content_text", "summary"]

  /// A feed names its version, or has a title and a list of items.
  private static func isFeed(_ json: LenientJSON) -> Bool {
    if let version = json["version"]?.text, version.contains("jsonfeed.org") { return true }
    guard let items = json["items"] else { return false }
    return items.values.allSatisfy(\.isObject)
      && (json["title"] != nil || json["version"] != nil || json["home_page_url"] != nil)
  }

  private func entry(_ item: LenientJSON, _ feed: FeedDocument, _ base: String?) -> FeedEntry {
    var entry = FeedEntry()
    entry.guid = item["id"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    entry.link = FeedAddress.resolved(item["url"]?.text, against: base)
    if entry.link == nil { entry.link = FeedAddress.resolved(item["external_url"]?.text, against: base) }
    if entry.link == nil { entry.link = WebAddress.accepted(entry.guid) }
    entry.title = line(item["title"])
    entry.authors = authors(item)
    if entry.authors.isEmpty { entry.authors = feed.authors }
    entry.language = FeedElement.language(item["language"]?.text) ?? feed.language
    entry.published = date(item["date_published"], &entry)
    entry.updated = date(item["date_modified"], &entry)
    if entry.published == nil { entry.published = entry.updated }
    entry.content = text(item["content_html"], isMarkup: true) ?? text(item["content_text"], isMarkup: false)
    entry.summary = text(item["summary"], isMarkup: false)
    entry.categories = (item["tags"]?.values ?? []).prefix(64).compactMap { line($0) }
    entry.media = (item["attachments"]?.values ?? []).prefix(64).compactMap { attachment in
      FeedAddress.resolved(attachment["url"]?.text, against: base).map {
        FeedMedia(url: $0, type: attachment["mime_type"]?.text)
      }
    }
    return entry
  }

  /// Version 1.1 has a list of authors, 1.0 one.
  private func authors(_ json: LenientJSON) -> [String] {
    let all = (json["authors"]?.values ?? []) + [json["author"]].compactMap { $0 }
    var names: [String] = []
    for author in all.prefix(16) {
      guard let name = FeedElement.person(author["name"]?.text ?? author.text ?? ""), !names.contains(name) else {
        continue
      }
      names.append(name)
    }
    return names
  }

  private func date(_ json: LenientJSON?, _ entry: inout FeedEntry) -> String? {
    guard let text = json?.text, !text.isEmpty else { return nil }
    if let date = FeedDate.iso(text, language: entry.language) { return date }
    entry.unreadDates.append(String(MarkupWords.oneLine(text).prefix(FeedDate.longest)))
    return nil
  }

  private func text(_ json: LenientJSON?, isMarkup: Bool) -> FeedText? {
    guard let text = json?.text, text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    return FeedText(text, isMarkup: isMarkup)
  }

  /// Titles are plain text by the specification, and HTML in practice.
  private func line(_ json: LenientJSON?) -> String? { json?.text.flatMap { FeedElement.line(FeedText(unmarked: $0)) } }
}
