internal import NewsModel

/// A page of a list: a hundred rows, the way back and to its neighbours.
struct ListSheet: Sendable {
  let listing: Listing
  /// The place of its first row in the list, from 0.
  let first: Int
  let rows: Listing.Rows
  let isLast: Bool

  /// From 1.
  var number: Int { first / Listing.sheet + 1 }
  /// Its folder.
  var path: String { listing.path(number) }

  /// "101–200".
  func range(_ words: InterfaceWords) -> String {
    words.text("sheet-range", ["from": words.number(first + 1), "to": words.number(first + rows.count)])
  }

  /// All that the page is besides what it looks up.
  func put(into out: inout ByteWriter) {
    for text in [listing.folder, listing.key, listing.owner.folder, listing.owner.name ?? ""] { out.put(text) }
    out.put(first)
    out.put(isLast)
    switch rows {
    case .actors(let ids), .articles(let ids), .stories(let ids), .threads(let ids): out.put(ids) { $0.put($1) }
    case .quotes(let quotes):
      out.put(quotes) { $0.put($1) }
    case .utterances(let quotes):
      out.put(quotes) { out, quote in
        out.put(quote.versions) { $0.put($1) }
        out.put(quote.speakers) { $0.put($1) }
      }
    case .events(let events): TimelinePages.put(events, &out)
    }
  }

  /// The values of the page.
  func draft(_ desk: Desk) -> Draft {
    let words = desk.words
    let what = words.text(listing.key)
    let range = range(words)
    let title =
      listing.owner.name.map { words.text("sheet-title", ["of": $0, "what": what, "range": range]) }
      ?? words.text("sheet-title-of-all", ["what": what, "range": range])
    let (name, records) = records(desk)
    return Draft(
      "list", path: path, id: path.dropLast().split(separator: "/").joined(separator: "-"), title: title,
      section: listing.owner.section,
      values: Record(
        ["first": .number(first + 1), name: records.field],
        view: [
          "what": .text(what), "upHref": .text(desk.href(listing.owner.folder)),
          "upLabel": .text(listing.owner.name ?? what),
          "previous": first == 0 ? .none : .text(desk.href(listing.path(number - 1))),
          "next": isLast ? .none : .text(desk.href(listing.path(number + 1))),
        ]))
  }

  private func records(_ desk: Desk) -> (name: Name, records: [Record]) {
    let site = desk.site
    return switch rows {
    case .actors(let ids): ("actors", ids.compactMap { site.actors[$0] }.map { ActorPages.row($0, desk) })
    case .articles(let ids): ("articles", ids.compactMap { site.articles[$0] }.map { SourcesPage.row($0, desk) })
    case .stories(let ids): ("stories", ids.compactMap { site.stories.link($0) }.map(desk.story))
    case .threads(let ids): ("threads", ids.compactMap { site.threads[$0] }.map { ThreadPages(desk: desk).row($0) })
    case .events(let events): ("events", desk.events(events))
    case .quotes(let quotes): ("quotes", quotes.compactMap { desk.quote($0) })
    case .utterances(let quotes): ("quotes", quotes.compactMap { desk.quote($0) })
    }
  }
}
