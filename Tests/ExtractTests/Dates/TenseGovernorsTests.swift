internal import Languages
internal import NewsModel
internal import Testing

@testable import Extract

/// What overrules the nearest verb: until, deadlines, conditionals of report, participles of their own.
@Suite("What overrules the nearest verb")
struct TenseGovernorsTests {
  private let extractor = Extractor()
  /// Wednesday.
  private static let published = "2026-01-14"

  private func values(_ text: String, _ language: String = "en") -> [String?] {
    let article = Article(
      id: "a", text: text, published: TenseGovernorsTests.published, publishedBasis: .given, language: language)
    return extractor.digest(of: article).dates.map { $0.value?.text }
  }

  @Test("until a day looks ahead behind a past verb, unless that verb lasts or is denied")
  func until() {
    #expect(values("Les dockers ont voté lundi un arrêt jusqu’à samedi inclus.", "fr") == ["2026-01-12", "2026-01-17"])
    #expect(values("Le bac a été suspendu jusqu'à vendredi.", "fr") == ["2026-01-16"])
    #expect(values("La digue est fermée jusqu’en mars.", "fr") == ["2026-03"])
    #expect(values("La ville a réuni 40 bénévoles d’ici à juin.", "fr") == ["2026-06"])
    #expect(values("Elle dirigeait le phare jusqu’à lundi.", "fr") == ["2026-01-12"])
    #expect(values("Le blocage a duré jusqu’à lundi.", "fr") == ["2026-01-12"])
    #expect(values("The ferry was suspended until Friday.") == ["2026-01-16"])
    #expect(values("She served on the board until Friday.") == ["2026-01-09"])
    #expect(values("The pumps did not stop until Friday.") == ["2026-01-09"])
    #expect(values("The number of patients could reach 300 by Christmas.") == ["2026-12-25"])
    #expect(values("The pumps could have stopped by Friday.") == ["2026-01-09"])
  }

  @Test("what was promised, demanded or put off before, by or to a day is to come; the day of the demand is past")
  func deadlines() {
    #expect(values("La direction a promis une offre avant vendredi.", "fr") == ["2026-01-16"])
    #expect(values("Le syndicat exige une réponse dès lundi.", "fr") == ["2026-01-19"])
    #expect(values("Le port avait promis une offre d’ici à vendredi.", "fr") == ["2026-01-16"])
    #expect(values("Le port fera connaître son choix vendredi.", "fr") == ["2026-01-16"])
    #expect(values("Les plongeurs espèrent finir vendredi.", "fr") == ["2026-01-16"])
    #expect(values("Le club n’exclut pas de jouer dès samedi.", "fr") == ["2026-01-17"])
    #expect(values("Ils ont appelé à défiler samedi.", "fr") == ["2026-01-17"])
    #expect(values("La direction propose d’en discuter vendredi.", "fr") == ["2026-01-16"])
    #expect(values("Les deux finalistes se retrouvent, comme en juin.", "fr") == ["2025-06"])
    #expect(values("Le procès a été reporté à lundi.", "fr") == ["2026-01-19"])
    #expect(values("Le syndicat a exigé lundi une réponse.", "fr") == ["2026-01-12"])
    #expect(
      values("La voisine avait appelé les pompiers dans la nuit du 3 au 4 octobre.", "fr") == ["2025-10-03/2025-10-04"])
    #expect(values("The owners promised an answer before Friday.") == ["2026-01-16"])
    #expect(values("The crew did not rule out sailing as early as Monday.") == ["2026-01-19"])
    #expect(values("The crew promised on Monday to sail.") == ["2026-01-12"])
  }

  @Test("a conditional of report is past in its perfect and beside a participle of its own")
  func reports() {
    #expect(
      values("La statue serait un moulage, dérobé dans la nuit de samedi à dimanche.", "fr") == [
        "2026-01-10/2026-01-11"
      ])
    #expect(values("Le guetteur serait un cousin, arrêté lundi à Valbrune.", "fr") == ["2026-01-12"])
    #expect(values("Le passeur aurait vendu lundi sa barque.", "fr") == ["2026-01-12"])
    #expect(values("Le passeur se serait enfui lundi.", "fr") == ["2026-01-12"])
    #expect(values("Le phare serait fermé lundi.", "fr") == ["2026-01-19"])
    #expect(values("Le phare serait, selon la mairie, fermé lundi.", "fr") == ["2026-01-19"])
    #expect(values("La fête aurait lieu lundi.", "fr") == ["2026-01-19"])
    #expect(values("Elle pourra prévenir ses collègues, réunis lundi à Valbrune.", "fr") == ["2026-01-19"])
  }

  @Test("strong verbs of English are past")
  func strongVerbs() {
    for verb in ["swept", "clung", "strode", "came", "slid"] {
      let text = "The league \(verb) to power on Saturday night, and the mayor says he will resign"
      #expect(values(text) == ["2026-01-10"], "\(verb)")
    }
    #expect(values("A cutter overtook the barge on Saturday, and more will try.") == ["2026-01-10"])
  }
}
