internal import Exchange
internal import NewsModel

/// Versions that differ, side by side.
extension Desk {
  /// A difference of which at least two sides (one, where only one version says it) can be printed.
  func difference(_ difference: Difference, number: Int) -> Record? {
    let versions = difference.versions.compactMap(version)
    guard versions.count >= min(2, difference.versions.count), !versions.isEmpty else { return nil }
    let note: Field = difference.note.map { .text(words.text("difference-note.\($0.rawValue)")) } ?? .none
    return Record(
      [
        "slot": .text(difference.slot.published.rawValue), "class": .text(difference.kind.published.rawValue),
        "slotDetail": difference.slot == difference.slot.published ? .none : .text(difference.slot.rawValue),
        "classDetail": difference.kind == difference.kind.published ? .none : .text(difference.kind.rawValue),
        "versions": versions.field, "note": Field(difference.note?.rawValue),
      ],
      view: [
        "n": .number(number), "slotLabel": .text(words.text("slot.\(difference.slot.rawValue)")),
        "classLabel": .text(words.text("difference-class.\(difference.kind.rawValue)")),
        "noteText": note, "conflict": .flag(difference.kind == .conflict),
      ])
  }

  private func version(_ version: Difference.Version) -> Record? {
    let passage = Passage(article: version.article, span: version.context)
    guard let record = self.passage(passage), let article = site.articles[version.article] else { return nil }
    let text = article.digest.article.text
    // The variants cut the context into words that agree and words that differ.
    var pieces: [Record] = []
    func add(_ span: Span, variant: Bool) {
      for piece in printable(span, of: article) where !piece.isEmpty {
        pieces.append(Record(view: ["text": .text(String(text[piece])), "variant": .flag(variant)]))
      }
    }
    var at = version.context.start
    for variant in version.variants.sorted() where variant.start >= at && variant.end <= version.context.end {
      add(Span(at, variant.start), variant: false)
      add(variant, variant: true)
      at = variant.end
    }
    add(Span(at, version.context.end), variant: false)
    // A page may print the variants alone: each is a passage of its own.
    let variants = version.variants.sorted().flatMap { printable($0, of: article) }.map { span -> Record in
      let words = PassageRecord(span, in: text, site.points(of: article))
      return Record(["start": .number(words.start), "end": .number(words.end)], view: ["text": .text(words.text)])
    }
    return record.viewing([
      "parts": pieces.field,
      "variants": variants.isEmpty ? .none : variants.field,
      "cutBefore": .flag(SentenceEdges.cutsBefore(version.context, in: article)),
      "place": place(passage).map(Field.record) ?? .none, "siglum": .text(article.siglum),
      "outlet": .text(outlet(article)),
    ])
  }
}
