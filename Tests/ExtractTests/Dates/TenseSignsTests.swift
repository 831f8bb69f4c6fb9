internal import Languages
internal import NewsModel
internal import Testing

@testable import Extract

/// What tells past from future beside the nearest verb.
@Suite("Signs of tense")
struct TenseSignsTests {
  private let extractor = Extractor()
  /// Wednesday.
  private static let published = "2026-01-14"

  private func values(_ text: String, _ language: String = "en", published: String? = nil) -> [String?] {
    let article = Article(
      id: "a", text: text, published: published ?? TenseSignsTests.published, publishedBasis: .given, language: language
    )
    return extractor.digest(of: article).dates.map { $0.value?.text }
  }

  @Test("plans put into the past are past")
  func plans() {
    #expect(values("The vote had been due to end Friday evening.") == ["2026-01-09"])
    #expect(values("The vote is due to end Friday evening.") == ["2026-01-16"])
  }

  @Test("what is on a timetable is told in the present and is to come; the present of other verbs says nothing")
  func timetables() {
    #expect(values("Le musée rouvre lundi.", "fr") == ["2026-01-19"])
    #expect(values("La foire s'ouvre vendredi à Valbrune.", "fr") == ["2026-01-16"])
    #expect(values("Le maire a dit que les travaux commencent lundi.", "fr") == ["2026-01-19"])
    #expect(values("Vendredi, les armateurs se retrouvent à Valbrune.", "fr") == ["2026-01-16"])
    #expect(values("Le club se déplace dimanche à Valbrune.", "fr") == ["2026-01-18"])
    #expect(values("Le club a reçu dimanche Valbrune.", "fr") == ["2026-01-11"])
    #expect(values("La foire a ouvert lundi à Valbrune.", "fr") == ["2026-01-12"])
    #expect(values("Le tribunal rejette lundi la plainte.", "fr") == ["2026-01-12"])
    #expect(values("The museum reopens Monday.") == ["2026-01-19"])
  }

  @Test("a programme in the present, an order and a deadline are to come; what somebody did so as to do more is past")
  func programmes() {
    #expect(values("They travel to Ardlow on Saturday in the league.") == ["2026-01-17"])
    #expect(values("They cut the rope on Saturday.") == ["2026-01-10"])
    #expect(values("He left hurt and will have a scan on Saturday.") == ["2026-01-17"])
    #expect(values("Cars are to be banned from the quay from September, the council said.") == ["2026-09"])
    #expect(
      values("Some 6,000 people marched through Ardlow on Sunday to protest the planned closing.") == ["2026-01-11"])
    #expect(values("Schools will stay closed until at least Tuesday.") == ["2026-01-20"])
    #expect(values("The utility hopes to have most of them reconnected by Friday.") == ["2026-01-16"])
    #expect(values("She said the cuts would fall on staff, and would be completed by the end of June.") == ["2026-06"])
    #expect(values("The hearing could be held in April in Ardlow.") == ["2026-04"])
  }

  @Test("how long there was no like is no year to come")
  func records() {
    #expect(values("The strike would be the first on the quay in 14 years.") == [])
    #expect(values("The strike will end in two years.") == ["2028"])
  }

  @Test("what is planned in the present passive is to come, what was planned is not")
  func plansInThePresent() {
    #expect(values("Une manifestation est organisée samedi devant la mairie.", "fr") == ["2026-01-17"])
    #expect(values("Les riverains sont également conviés lundi au port.", "fr") == ["2026-01-19"])
    #expect(values("La fermeture a été annoncée lundi par la mairie.", "fr") == ["2026-01-12"])
    #expect(values("La directrice est arrivée lundi au port.", "fr") == ["2026-01-12"])
    #expect(values("La asamblea está convocada el sábado en el puerto.", "es") == ["2026-01-17"])
  }

  @Test("what can be done in some days is no day to come")
  func abilities() {
    #expect(values("The engineers could clear the harbour in nine days.").isEmpty)
    #expect(values("The engineers will leave the harbour in nine days.") == ["2026-01-23"])
  }

  @Test("a weekday that owns something has been, unless a verb says otherwise")
  func possessive() {
    #expect(values("They look for ways to get around Monday's ruling.") == ["2026-01-12"])
    #expect(values("Friday's vote will be held in the harbour.") == ["2026-01-16"])
  }

  @Test("who says so behind a comma does not put what is said into the past")
  func attributions() {
    #expect(values("The ships will enter the old harbour on Friday, said the port.") == ["2026-01-16"])
    #expect(values("Les navires entreront au port vendredi, a indiqué la mairie.", "fr") == ["2026-01-16"])
    #expect(values("The ships entered the harbour on Friday, said the port.") == ["2026-01-09"])
    #expect(values("On Friday, the ships entered the harbour.") == ["2026-01-09"])
  }

  @Test("until looks ahead, except where it opens a sentence")
  func until() {
    #expect(values("The council extended the deadline until Friday.") == ["2026-01-16"])
    #expect(values("Until Friday, they had not called anybody.") == ["2026-01-09"])
  }

  @Test("a month after a past tense is the last one")
  func months() {
    #expect(values("The harbour changed hands in March.") == ["2025-03"])
    #expect(values("The harbour will change hands in March.") == ["2026-03"])
    #expect(values("Le port a changé de mains en mars.", "fr") == ["2025-03"])
  }

  @Test("a passive of the present is no past: what governs it tells")
  func passives() {
    let day = "2026-11-06"
    #expect(
      values("Vasko will lead the choir until a new director is elected in April.", published: day) == ["2027-04"])
    #expect(values("Vasko stays until a new director is elected in April.", published: day) == ["2027-04"])
    #expect(values("The bill will be voted in October.", published: day) == ["2027-10"])
    #expect(values("The fair will be held in October.", published: day) == ["2027-10"])
    #expect(values("La loi sera votée en octobre.", "fr", published: day) == ["2027-10"])
    #expect(values("La ley será votada en octubre.", "es", published: day) == ["2027-10"])
    #expect(values("The bill was voted in October.", published: day) == ["2026-10"])
    #expect(values("The sails could be seen in October.", published: day) == ["2026-10"])
    #expect(values("The trial will begin over a theft committed in October.", published: day) == ["2026-10"])
  }

  @Test("a range of months is one date, and its end does not lie before its start")
  func monthRanges() {
    let day = "2026-11-06"
    #expect(
      values("Avec 400 plaintes déposées de janvier à septembre, la ville enregistre un recul.", "fr", published: day)
        == ["2026-01/2026-09"])
    #expect(values("The port counted 31 ships between January and September.", published: day) == ["2026-01/2026-09"])
    #expect(values("El puerto contó 31 barcos de enero a septiembre.", "es", published: day) == ["2026-01/2026-09"])
    #expect(values("Le quai a été fermé de novembre à mars.", "fr", published: day) == ["2025-11/2026-03"])
    #expect(values("Le quai sera fermé de décembre à mars.", "fr", published: day) == ["2026-12/2027-03"])
  }

  @Test("years said in words, the end of a year, years beside an article")
  func years() {
    #expect(values("The fleet left in nineteen seventy-nine.") == ["1979"])
    #expect(values("The fleet left in the year two thousand.") == ["2000"])
    #expect(values("The quay will close by year-end.", published: "2026-10-20") == ["2026-12-31"])
    #expect(values("A 1996 law named for him was repealed.") == ["1996"])
  }
}
