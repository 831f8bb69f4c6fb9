internal import Exchange
internal import Extract
package import Foundation
package import NewsModel

/// What one file holds, for a person to read.
package struct Inspection {
  /// What could not be used.
  package let diagnostics: [Diagnostic]
  private let digests: [Digest]

  /// Reads a file and extracts its articles.
  package init(of file: String) {
    let list = SourceList([file])
    let (articles, diagnostics) = ArticleLoader(jobs: 1, progress: SilentProgress()).articles(in: list)
    self.diagnostics = diagnostics
    let extractor = Extractor()
    digests = articles.map { extractor.digest(of: $0) }
  }

  /// Whether the file holds no article.
  package var isEmpty: Bool { digests.isEmpty }

  /// The digests, one a line.
  package func jsonLines() throws -> [Data] {
    try digests.map { try JSONLine.encode(DigestRecord($0)) + Data([0x0A]) }
  }

  /// A report for each article.
  package func reports(coloured: Bool) -> [String] {
    digests.map { InspectionReport(digest: $0, ink: Ink(coloured: coloured)).text }
  }
}

/// Colours of a terminal, or none.
struct Ink {
  let coloured: Bool

  func heading(_ text: String) -> String { paint(text, "1") }
  func soft(_ text: String) -> String { paint(text, "2") }
  func words(_ text: String) -> String { paint(text, "36") }

  private func paint(_ text: String, _ code: String) -> String { coloured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

/// One article's findings as text.
struct InspectionReport {
  private let digest: Digest
  private let ink: Ink
  private let lines: LineNumbers

  init(digest: Digest, ink: Ink) {
    self.digest = digest
    self.ink = ink
    lines = LineNumbers(digest.article.text)
  }

  /// The whole report.
  var text: String {
    let parts = [
      head, leftOut, keyPoints, quotes, actors, dates, figures, relays, diagnostics,
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private var head: String {
    let article = digest.article
    func origin(_ field: String, _ value: String?) -> String {
      value == nil ? "unknown" : article.foundInText.contains(field) ? "found in the text" : "given"
    }
    var rows = [ink.heading(article.title ?? "(no title)")]
    rows.append("  id        \(article.id)")
    rows.append("  title     \(origin("title", article.title))")
    rows.append("  source    \(article.source ?? "–")  \(ink.soft(origin("source", article.source)))")
    rows.append("  author    \(article.author ?? "–")  \(ink.soft(origin("author", article.author)))")
    rows.append("  published \(article.published ?? "–")  \(ink.soft(article.publishedBasis.rawValue))")
    rows.append("  language  \(article.language ?? "–")")
    if let url = article.url { rows.append("  url       \(url)") }
    return rows.joined(separator: "\n") + "\n"
  }

  private var leftOut: String {
    section("Left out", digest.article.leftOut) { "line \($0.line), \($0.reason.rawValue): \(ink.soft($0.text))" }
  }

  private var keyPoints: String {
    section("Key points", digest.keyPoints) { "\(score($0.score))  \(shown($0.span))" }
  }

  private var quotes: String {
    section("Quotes", digest.quotes) { quote in
      var row = "\(quote.form.rawValue): \(shown(quote.span))\(quote.leftOpen ? " [never closed]" : "")"
      if let speaker = quote.speaker {
        let name = speaker.actor.flatMap { digest.actor($0)?.name }
        row += "\n      by \(shown(speaker.span))\(name.map { " = \($0)" } ?? ""), \(speaker.basis.rawValue)"
      } else {
        row += "\n      by nobody named"
      }
      row += ink.soft(
        "  rule \(quote.rule)\(quote.cue.map { ", cue \(digest.article[$0])" } ?? ""), utterance \(quote.utterance)")
      return row
    }
  }

  private var actors: String {
    section("Actors", digest.actors) { actor in
      let roles = actor.roles.map { String(digest.article[$0]) }
      return "\(actor.kind.rawValue): \(ink.words(actor.name)) × \(actor.mentions.count)"
        + (roles.isEmpty ? "" : "  roles: \(roles.joined(separator: "; "))")
        + (actor.evidence.map { ink.soft("  \(points($0))") } ?? "")
    }
  }

  /// The rules that spoke, by the names of their files, with their points.
  private func points(_ evidence: Actor.Evidence) -> String {
    let rules = [
      ("PersonEvidence", evidence.person), ("OrganizationEvidence", evidence.organization),
      ("PlaceEvidence", evidence.place), ("NoActorEvidence", evidence.nothing),
    ]
    return rules.filter { $0.1 != 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  private var dates: String {
    section("Dates", digest.dates) { date in
      let value = date.value.map { "\($0.text) (\($0.precision.rawValue))" } ?? "no value"
      let anchor =
        switch date.anchor {
        case .published(let day): " to publication \(CalendarValue(day).text)"
        case .mention(let other): " to \(other.text) in the text"
        case nil: ""
        }
      return "\(shown(date.span)) → \(value), \(date.basis.rawValue)\(anchor)" + ink.soft("  rule \(date.rule)")
    }
  }

  private var figures: String {
    section("Figures", digest.figures) { figure in
      func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
      }
      let value =
        figure.value.map(plain) ?? figure.bounds.map { "\(plain($0.low)) to \(plain($0.high))" } ?? "no number"
      return
        "\(shown(figure.span)) → \(value) \(figure.unit ?? "") \(ink.soft("\(figure.approximation.rawValue)  rule \(figure.rule)"))"
    }
  }

  private var relays: String {
    section("Credits", digest.relays) { "\(shown($0.span)) → \($0.name ?? $0.url ?? "–")" }
  }

  private var diagnostics: String {
    section("To know", digest.article.diagnostics + digest.diagnostics) { diagnostic in
      let sign = diagnostic.sign.map { " (\($0.rawValue))" } ?? ""
      return "\(diagnostic.code.rawValue)\(sign): \(diagnostic.detail)"
    }
  }

  private func section<T>(_ title: String, _ items: [T], _ row: (T) -> String) -> String {
    guard !items.isEmpty else { return "" }
    return ([ink.heading("\(title) (\(items.count))")] + items.map { "  \(row($0))" }).joined(separator: "\n") + "\n"
  }

  private func shown(_ span: Span) -> String {
    ink.words(String(digest.article[span])) + ink.soft(" ¶\(lines.line(of: span.start))")
  }

  private func score(_ value: Double) -> String { String(Double(Int(value * 100)) / 100) }
}

/// Numbers the lines of a text that hold something, from 1.
struct LineNumbers {
  private let starts: [Int]

  init(_ text: String) {
    var starts: [Int] = []
    var atStart = true
    for (offset, byte) in text.utf8.enumerated() {
      if byte == 0x0A {
        atStart = true
      } else if atStart, byte > 0x20 {
        starts.append(offset)
        atStart = false
      }
    }
    self.starts = starts
  }

  /// The number of the line that holds a byte offset.
  func line(of offset: Int) -> Int { max(1, starts.filter { $0 <= offset }.count) }
}
