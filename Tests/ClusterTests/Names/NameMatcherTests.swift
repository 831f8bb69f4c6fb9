import Languages
import NewsModel
import Testing

@testable import Cluster

@Suite("Names")
struct NameMatcherTests {
  private let matcher = NameMatcher()

  @Test(
    "romanizations of one name are the same",
    arguments: [
      ("Valery Zaluzhny", "Valeriy Zalogny"), ("Valeri Zaloujny", "Valerii Zaluzhnyi"),
      ("Валерій Залужний", "Valeri Zaloujny"), ("Sergueï Choïgou", "Sergei Shoigu"),
      ("Oleksiy Reznikov", "Oleksii Reznikov"), ("François Hollande", "Francois Hollande"),
    ])
  func romanizations(_ a: String, _ b: String) {
    #expect(matcher.answer(a, b, kind: .person).verdict == .same)
    #expect(matcher.answer(b, a, kind: .person).verdict == .same)
  }

  @Test(
    "an initial, a middle name, a particle or the order changes no name",
    arguments: [
      ("Mark Milley", "Mark A. Milley"), ("Jean-Luc Martin", "Jean Luc Martin"),
      ("Ursula von der Leyen", "Ursula Leyen"),
      ("Orban Viktor", "Viktor Orbán"), ("Jean Paul Sartin", "J. P. Sartin"),
      ("Yvan Vanmaele", "Yvan Van Maele"), ("Anne de la Tour", "Anne Delatour"),
    ])
  func lesserForms(_ a: String, _ b: String) { #expect(matcher.answer(a, b, kind: .person).verdict == .same) }

  @Test(
    "namesakes are kept apart",
    arguments: [
      ("Vitali Klitschko", "Volodymyr Klitschko"), ("George Bush Sr.", "George Bush Jr."),
      ("Mario Rossi", "Maria Rossi"),
      ("Marie Durand", "Michel Durand"), ("Paul Kagame", "Paul Biya"), ("Jean Petit (Lyon)", "Jean Petit (Brest)"),
    ])
  func namesakes(_ a: String, _ b: String) { #expect(matcher.answer(a, b, kind: .person).verdict != .same) }

  @Test("a family name alone is perhaps")
  func familyName() {
    #expect(matcher.answer("Poutine", "Vladimir Poutine", kind: .person).verdict == .perhaps)
    #expect(matcher.answer("Poutine", "Vladimir Poutine", kind: .person).why == .familyNameOnly)
  }

  @Test("places and organizations go by exonym and acronym, not by sound")
  func places() {
    #expect(matcher.answer("Kyiv", "Kiev", kind: .place).why == .exonym)
    #expect(matcher.answer("OTAN", "NATO", kind: .organization).verdict == .same)
    #expect(matcher.answer("ONU", "Organisation des Nations unies", kind: .organization).why == .acronym)
    // A first word that is initials itself counts with all of them.
    #expect(matcher.answer("UKHA", "UK Harbour Agency", kind: .organization).why == .acronym)
    #expect(matcher.answer("UHA", "Ulm Harbour Agency", kind: .organization).why == .acronym)
    #expect(matcher.answer("ULHA", "Ulm Harbour Agency", kind: .organization).why != .acronym)
    #expect(matcher.answer("Niger", "Nigeria", kind: .place).verdict != .same)
    #expect(matcher.answer("Iran", "Irak", kind: .place).verdict == .different)
  }
}
