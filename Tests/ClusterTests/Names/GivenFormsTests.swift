import Languages
import NewsModel
import Testing

@testable import Cluster

@Suite("Forms of given names")
struct GivenFormsTests {
  private static let matcher = NameMatcher()

  private func verdict(_ a: String, _ b: String) -> NameMatcher.Verdict {
    let one = GivenFormsTests.matcher.answer(a, b, kind: .person).verdict
    #expect(one == GivenFormsTests.matcher.answer(b, a, kind: .person).verdict, "the order of the two changes nothing")
    return one
  }

  @Test(
    "a person of two languages is one in both",
    arguments: [
      ("Volodymyr Zelensky", "Vladimir Zelensky"), ("Mykola Azarov", "Nikolaï Azarov"),
      ("Serhiy Lavrov", "Sergueï Lavrov"), ("Oleksandr Turchynov", "Alexander Turchynov"),
      ("Nadiya Savchenko", "Nadejda Savtchenko"), ("Nadiya Savchenko", "Nadezjda Savtjenko"),
      ("Petro Poroshenko", "Piotr Porochenko"), ("Kateryna Tikhonova", "Ekaterina Tikhonova"),
    ])
  func spellings(_ a: String, _ b: String) { #expect(verdict(a, b) == .same) }

  @Test(
    "a Latin form is the name that it translates, and endings added to foreign names come off",
    arguments: [
      ("Ioannes Ludovicus Borloo", "Jean-Louis Borloo"), ("Petrus Moscovici", "Pierre Moscovici"),
      ("Laurentius Fabius", "Laurent Fabius"), ("Bernardus Cazeneuve", "Bernard Cazeneuve"),
      ("Cécile Duflotová", "Cécile Duflot"), ("Angela Merkelová", "Angela Merkel"),
    ])
  func latin(_ a: String, _ b: String) { #expect(verdict(a, b) == .same) }

  @Test(
    "two forms that only a Latin one ties stay two, and so do brothers, wives and namesakes",
    arguments: [
      ("Jean Martin", "John Martin"), ("Pierre Durand", "Pedro Durand"), ("Vitali Klitschko", "Volodymyr Klitschko"),
      ("Olena Zelenska", "Volodymyr Zelensky"), ("Marie Curie", "Pierre Curie"),
      ("Lech Kaczyński", "Jarosław Kaczyński"),
      ("Kim Jong-un", "Kim Jong-il"), ("Hunter Biden", "Joe Biden"), ("Bernadette Chirac", "Jacques Chirac"),
      ("Michelle Obama", "Barack Obama"), ("Raúl Castro", "Fidel Castro"), ("Maria Sharapova", "Marina Sharapova"),
    ])
  func apart(_ a: String, _ b: String) { #expect(verdict(a, b) != .same) }

  @Test("an elided article is no initial")
  func elision() {
    #expect(verdict("Pierre Morel-à-l'Huissier", "Pierre Lellouche") != .same)
    #expect(verdict("Pierre Morel-à-l’Huissier", "Pierre Morel à l'Huissier") == .same)
  }

  @Test("where Turkic letters stand, x is kh")
  func turkic() { #expect(verdict("Xalid Karsıalan", "Halit Karsıalan") == .same) }
}
