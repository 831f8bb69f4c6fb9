internal import Languages
internal import NewsModel
internal import Testing

@testable import Extract

/// Seasons, quarters and halves of a year, and the night of an article.
@Suite("Parts of a year, and the night")
struct PartsOfYearTests {
  private let extractor = Extractor()
  /// Friday.
  private static let published = "2026-04-10"

  private func values(_ text: String, _ language: String = "fr") -> [String?] {
    let article = Article(
      id: "a", text: text, published: PartsOfYearTests.published, publishedBasis: .given, language: language)
    return extractor.digest(of: article).dates.map { $0.value?.text }
  }

  @Test("half a year is a range of its months")
  func halves() {
    #expect(values("Le bac naviguera au second semestre 2027.") == ["2027-07/2027-12"])
    #expect(values("Le bac a coulé au premier semestre de 2025.") == ["2025-01/2025-06"])
    #expect(values("Le bac a coulé au second semestre de l’an dernier.") == ["2025-07/2025-12"])
    #expect(values("The quay opened in the second half of 2024.", "en") == ["2024-07/2024-12"])
    #expect(values("The quay opened in the second half of March 2024.", "en") == ["2024-03"])
  }

  @Test("a quarter without a year is the current or last one, or the next one, by tense")
  func quarters() {
    #expect(values("Loans jumped in the first quarter.", "en") == ["2026-33"])
    #expect(values("Sales fell in the fourth quarter.", "en") == ["2025-36"])
    #expect(values("Sales will rise in the third quarter.", "en") == ["2026-35"])
    #expect(values("Les ventes ont reculé au quatrième trimestre.") == ["2025-36"])
    #expect(values("Growth slowed in the third quarter of last year.", "en") == ["2025-35"])
    // Of a match, of a company's own year, and figures that are still to be told.
    #expect(values("They scored in the first quarter of the match.", "en").isEmpty)
    #expect(values("Profit rose in the fourth quarter ended Aug. 26.", "en") == ["2025-08-26"])
    #expect(values("It will report its loss for the third quarter.", "en").isEmpty)
  }

  @Test("a season without a year is the one that the tense says; without one it is each year’s")
  func seasons() {
    #expect(values("The bank may wait until autumn.", "en") == ["2026-23"])
    #expect(values("The fair will be held in the autumn.", "en") == ["2026-23"])
    #expect(values("He rested over the winter.", "en") == ["2025-24"])
    #expect(values("Le phare rouvrira à l’automne.") == ["2026-23"])
    #expect(values("Le phare a fermé pendant l’hiver.") == ["2025-24"])
    #expect(values("Le phare a fermé à l’été 2024.") == ["2024-22"])
    #expect(values("Il neige en hiver, a dit le gardien.").isEmpty)
    #expect(values("They met during the summer recess.", "en").isEmpty)
    #expect(values("Le phare a été fermé.").isEmpty)
  }

  @Test("the night of an article that tells of its day of publication or of the day before is the last one")
  func night() {
    #expect(values("Le club a perdu jeudi. Dans la nuit, il a réagi.") == ["2026-04-09", "2026-04-09/2026-04-10"])
    #expect(values("Le club a perdu lundi. Dans la nuit, il a réagi.") == ["2026-04-06"])
    #expect(values("Le club a perdu jeudi. Il a fui dans la nuit noire.") == ["2026-04-09"])
    #expect(values("Il a fui dans la nuit de mardi à mercredi.") == ["2026-04-07/2026-04-08"])
  }
}
