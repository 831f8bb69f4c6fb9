internal import Foundation
internal import NewsModel

/// What was noticed after an edition was out.
extension Desk {
  /// The corrections of an edition, in words.
  func corrections(_ corrections: [Correction]) -> [Record] {
    corrections.map { correction in
      let article = correction.article.flatMap { site.articles[$0] }
      let changes = (correction.changes ?? []).map { change($0, of: correction.article) }
      let removed: Field =
        correction.removed == 0 ? .none : .text(words.text("correction-removed", count: correction.removed))
      return Record(
        [
          "noted": .text(correction.noted.description), "kind": .text(correction.kind.rawValue),
          "article": Field(article == nil ? nil : correction.article), "outlet": Field(correction.outlet),
          "removed": correction.removed == 0 ? .none : .number(correction.removed),
          "changes": correction.changes == nil ? .none : changes.field,
        ],
        view: [
          "date": .text(calendar.short(correction.noted)), "label": .text(label(correction)), "removedNote": removed,
          "changeRows": changes.field,
          "title": Field(article?.digest.article.title),
          "lang": article.map { lang(of: $0.digest.article.id) } ?? .none,
          "href": article.map { .text(href(SiteIndex.path(article: $0))) } ?? .none,
        ])
    }
  }

  private func label(_ correction: Correction) -> String {
    switch correction.kind {
    case .rights: words.text("correction.rights", ["outlet": correction.outlet ?? words.text("outlet-unknown")])
    case .changed where correction.changes?.isEmpty ?? false: words.text("correction.changed-elsewhere")
    default: words.text("correction.\(correction.kind.rawValue)")
    }
  }

  /// Words that the edition printed, and those that stand there now.
  private func change(_ change: Correction.Change, of article: String?) -> Record {
    func record(_ words: Correction.Words) -> Record {
      // A headline stands in no text.
      if change.part != nil { return Record(["text": .text(words.text)]) }
      return Record([
        "text": .text(words.text), "start": .number(words.start), "end": .number(words.end), "article": Field(article),
      ])
    }
    return Record(
      [
        "part": Field(change.part?.rawValue), "before": .record(record(change.before)),
        "after": change.after.map { .record(record($0)) } ?? .none,
      ],
      view: [
        "out": .text(change.before.text), "in": Field(change.after?.text),
        "mark": .text(change.part == nil ? "words" : "strong"),
        "lang": article.map { lang(of: $0) } ?? .none,
      ])
  }

  /// The data of a page with corrections added; as it was where there are none.
  static func data(_ data: [UInt8], with corrections: [Record]) throws -> [UInt8] {
    guard !corrections.isEmpty, var object = try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any]
    else { return data }
    object["corrections"] = try JSONSerialization.jsonObject(with: Data(corrections.field.document))
    let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try JSONSerialization.data(withJSONObject: object, options: options)) + [0x0A]
  }
}
