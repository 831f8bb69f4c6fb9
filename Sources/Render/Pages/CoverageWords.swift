internal import Languages
internal import NewsModel

/// What was read, used and left out, in words and as data.
struct CoverageWords {
  let desk: Desk
  private var coverage: Coverage { desk.site.composition.coverage }
  private var words: InterfaceWords { desk.words }

  /// The lines of the coverage table.
  var lines: [Record] {
    var out: [Record] = []
    func add(_ key: String, _ text: String) {
      out.append(Record(view: ["label": .text(words.text("coverage.\(key)")), "text": .text(text)]))
    }
    let read = [
      "n": words.number(coverage.read), "used": words.text("coverage-read-used", count: coverage.used),
      "left-out": words.text("coverage-read-left-out", count: coverage.leftOut.count),
    ]
    add("read", words.text("coverage-read", read))
    let used = [
      words.text("articles", count: coverage.used),
      words.text("stories", count: desk.site.composition.stories.count),
    ].joined(separator: words.text("counts.separator"))
    add("used", coverage.languages.isEmpty ? used : words.text("coverage-used", ["n": used, "languages": languages]))
    let lines = coverage.lines.filter { $0.count > 0 }
    let detail = lines.map { words.text("left-out.\($0.reason.rawValue)", count: $0.count) }
    let leftOut = words.text("coverage-left-out", count: coverage.leftOut.count)
    add(
      "left-out",
      detail.isEmpty ? leftOut : words.text("coverage-lines", ["articles": leftOut, "lines": words.list(detail)]))
    if let oldest = coverage.oldest, let newest = coverage.newest {
      let range = words.text(
        "date.range", ["from": desk.calendar.short(oldest), "to": desk.calendar.short(newest)])
      let dated = words.number(coverage.used - coverage.undated)
      add("dated", words.text("coverage-dated", ["n": dated, "range": range]))
    }
    if coverage.undated > 0 { add("undated", words.text("articles", count: coverage.undated)) }
    return out
  }

  private var languages: String {
    words.list(
      coverage.languages.map { item in
        let name = item.language.map { LocaleNames.language($0, in: words.language) ?? $0 }
        return words.text(
          "coverage-language",
          [
            "n": words.number(item.count), "language": name ?? words.text("language-unknown"),
          ])
      })
  }

  /// The same as data.
  var data: Record {
    Record([
      "read": .number(coverage.read), "used": .number(coverage.used), "undated": .number(coverage.undated),
      "oldest": Field(coverage.oldest?.description), "newest": Field(coverage.newest?.description),
      "leftOut": coverage.leftOut.map { Record(["code": .text($0.code.rawValue), "detail": .text($0.message)]) }.field,
      "lines": coverage.lines.map {
        Record(["reason": .text($0.reason.rawValue), "count": .number($0.count)])
      }.field,
      "languages": coverage.languages.map {
        Record(["language": Field($0.language), "count": .number($0.count)])
      }.field,
    ])
  }

  /// What could not be used, a line each.
  var troubles: Field {
    coverage.leftOut.map { Record(view: ["text": .text($0.message)]) }.field
  }
}
