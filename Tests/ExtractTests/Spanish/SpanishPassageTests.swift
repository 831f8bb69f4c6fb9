import Languages
import NewsModel
import Testing

@testable import Extract

/// Spanish against marks set by hand before the program first read the texts.
@Suite("Spanish passages")
struct SpanishPassageTests {
  /// What was found of what was marked, and what was found beside it.
  private struct Score {
    var marked = 0
    var found = 0
    var right = 0
    var named = 0
    var given = 0
  }
  private static let passages = SpanishPassages.all.map(MarkedPassage.init)

  private func digest(_ passage: MarkedPassage) -> Digest {
    Extractor().digest(
      of: Article(
        id: "es", text: passage.text, published: passage.published, publishedBasis: .given, language: "es"))
  }

  @Test("quotes are found letter for letter, and a named speaker is the right one")
  func quotes() {
    var score = Score()
    for passage in SpanishPassageTests.passages {
      let digest = digest(passage)
      let said = digest.quotes.filter { $0.form != .indirect }
      score.given += said.count
      for mark in passage.marks where mark.kind == "q" {
        score.marked += 1
        guard let quote = said.first(where: { $0.span == mark.span }) else { continue }
        score.found += 1
        guard let id = quote.speaker?.actor, let name = digest.actor(id)?.name else { continue }
        score.named += 1
        if name == mark.value { score.right += 1 }
      }
    }
    #expect(score.found == 30 && score.given == 30, "of \(score.marked)")
    #expect(score.right >= SpanishPassageTests.leastSpeakers)
    #expect(score.named == score.right)
  }

  @Test("dates have the value that the text gives them")
  func dates() {
    var score = Score()
    for passage in SpanishPassageTests.passages {
      let dates = digest(passage).dates
      for mark in passage.marks where mark.kind == "d" {
        score.marked += 1
        guard let date = dates.first(where: { $0.span.start < mark.span.end && mark.span.start < $0.span.end })
        else { continue }
        score.found += 1
        if date.value?.text == mark.value { score.right += 1 }
      }
    }
    #expect(score.found == score.marked)
    // "entre 2015 y 2019", marked as two years, is read as one range.
    #expect(score.right >= score.marked - 2)
  }

  @Test("actors have their kind")
  func actors() {
    var score = Score()
    let kinds: [Character: Actor.Kind] = ["p": .person, "o": .organization, "l": .place]
    for passage in SpanishPassageTests.passages {
      let actors = digest(passage).actors
      score.given += actors.count
      for mark in passage.marks {
        guard let kind = kinds[mark.kind] else { continue }
        score.marked += 1
        guard let actor = actors.first(where: { $0.mentions.contains(mark.span) }) else { continue }
        score.found += 1
        if actor.kind == kind { score.right += 1 }
      }
    }
    #expect(score.right >= SpanishPassageTests.leastActors, "of \(score.marked), \(score.given) given")
  }

  @Test("figures, key points and signs of cut texts")
  func others() {
    let digest = digest(SpanishPassageTests.passages[1])
    let figures = digest.figures.map { String(digest.article[$0.span]) }
    #expect(figures.contains("240 autobuses"))
    #expect(figures.contains("3.400 millones de soles"))
    #expect(!digest.keyPoints.isEmpty)
    #expect(digest.diagnostics.isEmpty)
    let cut = MarkedPassage(
      published: "2025-01-01", text: "La feria abrió el lunes. El alcalde habló de la \n\nSeguir leyendo")
    #expect(!self.digest(cut).diagnostics.isEmpty)
  }

  private static let leastSpeakers = 27
  private static let leastActors = 58
}

extension MarkedPassage {
  /// A text without marks.
  fileprivate init(published: String, text: String) { self.init((published, text)) }
}
