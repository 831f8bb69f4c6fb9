internal import Languages
internal import NewsModel
internal import Testing

@testable import Extract

/// What days are counted from: the day that is told, and the day on which somebody speaks.
@Suite("Days counted from days in the text")
struct NarratedDaysTests {
  private let extractor = Extractor()
  /// Wednesday.
  private static let published = "2026-01-14"

  private func dates(_ text: String, _ language: String = "fr") -> [DateMention] {
    let article = Article(
      id: "a", text: text, published: NarratedDaysTests.published, publishedBasis: .given, language: language)
    return extractor.digest(of: article).dates
  }
  private func values(_ text: String, _ language: String = "fr") -> [String?] {
    dates(text, language).map { $0.value?.text }
  }

  @Test("the day before is counted from no deadline to come where it is told in the past")
  func deadlines() {
    let known =
      "Le port a choisi mardi sa présidente. Elle restera jusqu’au 31 mars 2029. La veille, elle avait hésité."
    #expect(values(known) == ["2026-01-13", "2029-03-31", "2026-01-12"])
    #expect(values("Le bassin fermera le 30 juin 2029. La veille, on avait pêché.") == ["2029-06-30", nil])
    #expect(values("La foire ouvrira le 5 mars. La veille, on dansera.") == ["2026-03-05", "2026-03-04"])
    #expect(
      values("The board met on Tuesday. Its chair stays until June 30, 2029. The previous day, she had wavered.", "en")
        == ["2026-01-13", "2029-06-30", "2026-01-12"])
  }

  @Test("a night or a day long ago beside the day that is told is none to count from")
  func background() {
    let night = "La cour a jugé mardi un vol de la nuit du 3 au 4 mai 2021. L’avocat avait plaidé la veille."
    #expect(values(night) == ["2026-01-13", "2021-05-03/2021-05-04", "2026-01-12"])
    let day = "La cour a jugé mardi un vol du 3 mai 2021. La veille, l’avocat avait plaidé."
    #expect(values(day) == ["2026-01-13", "2021-05-03", nil])
    #expect(values("Le phare a brûlé le 3 mai 1921. La veille, il avait plu.") == ["1921-05-03", "1921-05-02"])
    let news = "Le phare a brûlé dans la nuit de lundi à mardi. La veille, il avait plu."
    #expect(values(news) == ["2026-01-12/2026-01-13", nil])
  }

  @Test("tomorrow in quote marks is counted from the day of speech that stands beside them, and says so")
  func quotedDays() {
    let found = dates("« Demain, nous pêcherons », a dit lundi Odile Marchal.")
    #expect(found.map { $0.value?.text } == ["2026-01-13", "2026-01-12"])
    #expect(found.first?.anchor == .mention(CalendarValue(text: "2026-01-12", precision: .day)))
    #expect(values("On Monday, May Orr told the crew: “Yesterday was hard.”", "en") == ["2026-01-12", "2026-01-11"])
    #expect(values("\"Tomorrow we sail,\" May Orr said on Monday.", "en") == ["2026-01-13", "2026-01-12"])
  }

  @Test(
    "today in quote marks is left open where the day of speech is, and is that of publication where nothing speaks against it"
  )
  func openQuotedDays() {
    #expect(values("« Demain, nous pêcherons », a dit Odile Marchal, élue dimanche.") == [nil, "2026-01-11"])
    #expect(values("Le bac a coulé lundi. « Demain, nous pêcherons », a dit Odile Marchal.") == ["2026-01-12", nil])
    #expect(values("« Demain, nous pêcherons », a dit Odile Marchal.") == ["2026-01-15"])
    #expect(values("Le bac a coulé mercredi. « Demain, on pêche », dit-elle.") == ["2026-01-14", "2026-01-15"])
    #expect(values("Demain, ils pêcheront, a dit lundi Odile Marchal.") == ["2026-01-15", "2026-01-12"])
  }
}
