internal import Languages
internal import NewsModel
internal import Testing

@testable import Extract

/// Past days that stand beside days to come, and the other way.
@Suite("Days told beside others")
struct ToldDaysTests {
  private let extractor = Extractor()
  /// Monday.
  private static let published = "2026-01-12"

  private func values(_ text: String, _ language: String = "en") -> [String?] {
    let article = Article(
      id: "a", text: text, published: ToldDaysTests.published, publishedBasis: .given, language: language)
    return extractor.digest(of: article).dates.map { $0.value?.text }
  }

  @Test("a participle in apposition is past, whatever is expected beside it")
  func apposition() {
    #expect(
      values("Le bac, parti de Valbrune samedi matin et attendu jeudi au quai, portait du sel.", "fr") == [
        "2026-01-10", "2026-01-15",
      ])
    #expect(values("Le nouveau parti devrait voter samedi.", "fr") == ["2026-01-17"])
  }

  @Test("the weekend of what has happened is over on a Monday, that of what will happen is not")
  func weekend() {
    #expect(values("Forty sheep were moved at the weekend.") == ["2026-01-10/2026-01-11"])
    #expect(values("Forty sheep will be moved at the weekend.") == ["2026-01-17/2026-01-18"])
  }

  @Test("what could be done by a day is to come, and so is what is set for it")
  func abilities() {
    #expect(values("The crane could be mended by Friday.") == ["2026-01-16"])
    #expect(values("The captain could not be reached by Friday.") == ["2026-01-09"])
    #expect(values("An inquest is set for Thursday before the coroner.") == ["2026-01-15"])
  }

  @Test("a year earlier counts from the year that its sentence names; later than planned is no date")
  func comparisons() {
    #expect(
      values("La scierie a perdu deux millions en 2023, contre un million un an plus tôt.", "fr") == ["2023", "2022"])
    #expect(values("The mill reopened in 2021. A year earlier it was sold.") == ["2021", "2025"])
    #expect(values("The ferry came two quarters later than the port had planned.").isEmpty)
  }

  @Test("holidays and seasons that a count runs to")
  func horizons() {
    #expect(values("The mill had been sold by Christmas.") == ["2025-12-25"])
    #expect(values("Prices will fall by the summer of next year.") == ["2027-22"])
  }
}
