import NewsModel
import Testing

@testable import Cluster

/// An article written for these tests, with the actors that an extractor would find in it.
private func digest(
  _ id: String, _ language: String, _ published: String, _ text: String, people: [String], places: [String]
) -> Digest {
  var digest = Digest(article: Article(id: id, text: text, published: published, language: language))
  for (names, kind) in [(people, Actor.Kind.person), (places, .place)] {
    for name in names {
      guard let at = text.utf8.firstRange(of: name.utf8) else { continue }
      let start = text.utf8.distance(from: text.startIndex, to: at.lowerBound)
      let span = Span(start, start + name.utf8.count)
      digest.actors.append(Actor(id: name, name: name, kind: kind, mentions: [span]))
    }
  }
  return digest
}

@Suite("Stories across languages")
struct CrossLanguageTests {
  private let french = digest(
    "fr1", "fr", "2024-05-03",
    "Le ministre Andreï Kolesnikov a inauguré vendredi à Varsovie le pont Mirador, long de 412 mètres, avec Ilse Brandt.",
    people: ["Andreï Kolesnikov", "Ilse Brandt"], places: ["Varsovie", "Mirador"])
  private let english = digest(
    "en1", "en", "2024-05-03",
    "Andrei Kolesnikov and Ilse Brandt opened the Mirador, a new bridge of 412 metres, to traffic in Warsaw on Friday.",
    people: ["Andrei Kolesnikov", "Ilse Brandt"], places: ["Warsaw", "Mirador"])
  private let later = digest(
    "en2", "en", "2024-09-18",
    "Andrei Kolesnikov lost a vote on farm subsidies in parliament after a long night, and Ilse Brandt left for Lisbon.",
    people: ["Andrei Kolesnikov", "Ilse Brandt"], places: ["Lisbon"])
  private let others = [
    digest(
      "fr2", "fr", "2024-05-03", "Les apiculteurs du Gâtinais comptent leurs ruches après le gel, dit Luc Amart.",
      people: ["Luc Amart"], places: ["Gâtinais"]),
    digest(
      "en3", "en", "2024-05-04", "A ferry ran aground off Orkney in fog; Tove Lund brought all ashore.",
      people: ["Tove Lund"], places: ["Orkney"]),
  ]

  @Test("reports of one event in two languages are one story")
  func oneEvent() {
    let stories = Clusterer().clustering(of: [french, english] + others).stories.map(\.articles)
    #expect(stories.contains(["en1", "fr1"]))
    #expect(stories.count == 3)
  }

  /// Four events, each told in French and in English, with what a reader would take for the same words elsewhere.
  private let pairs = [
    digest(
      "p1-fr", "fr", "2024-06-11",
      "Le 11 juin, le cargo Aldebaran a perdu 38 conteneurs au large de Brest. Son capitaine, Joaquim Teles, a alerté "
        + "la préfecture maritime ; un remorqueur est parti de Brest.",
      people: ["Joaquim Teles"], places: ["Brest"]),
    digest(
      "p1-en", "en", "2024-06-12",
      "Thirty-eight containers, or 38, went overboard from the freighter Aldebaran off Brest, its master Joaquim Teles "
        + "said after a tug had left Brest.",
      people: ["Joaquim Teles"], places: ["Brest"]),
    digest(
      "p2-fr", "fr", "2024-06-11",
      "À Cracovie, la violoniste Hanna Zielinska a reçu mardi le prix Lutosławski devant 1 200 auditeurs.",
      people: ["Hanna Zielinska"], places: ["Cracovie"]),
    digest(
      "p2-en", "en", "2024-06-12",
      "Violinist Hanna Zielińska was awarded the Lutosławski prize before an audience of 1,200 in Kraków.",
      people: ["Hanna Zielińska"], places: ["Kraków"]),
    digest(
      "p3-fr", "fr", "2024-06-11",
      "Un séisme de magnitude 6,1 a secoué la région d’Izmir, en Turquie ; le gouverneur Selim Aydar compte 74 blessés.",
      people: ["Selim Aydar"], places: ["Izmir", "Turquie"]),
    digest(
      "p3-en", "en", "2024-06-11",
      "A 6.1 earthquake shook Izmir in Turkey, and governor Selim Aydar spoke of 74 people hurt.",
      people: ["Selim Aydar"], places: ["Izmir", "Turkey"]),
  ]

  @Test("each of several events told in two languages is one story, and no two events are")
  func severalEvents() {
    let stories = Clusterer().clustering(of: pairs + [french, english] + others).stories.map(\.articles)
    for number in 1...3 { #expect(stories.contains(["p\(number)-en", "p\(number)-fr"]), "event \(number)") }
    #expect(stories.contains(["en1", "fr1"]))
    #expect(stories.count == 6)
  }

  @Test("the same people months later are another story")
  func samePeopleLater() {
    let stories = Clusterer().clustering(of: [french, english, later] + others).stories.map(\.articles)
    #expect(stories.contains(["en2"]))
  }

  @Test("names of territories and cities meet across languages")
  func exonyms() {
    let matcher = NameMatcher()
    for (a, b) in [("Allemagne", "Germany"), ("États-Unis", "US"), ("Moscou", "Moscow"), ("Kiev", "Kyiv")] {
      #expect(matcher.answer(a, b, kind: .place).verdict == .same, "\(a) \(b)")
    }
    #expect(matcher.answer("UE", "European Union", kind: .organization).verdict == .same)
    #expect(matcher.answer("Niger", "Nigeria", kind: .place).verdict != .same)
    #expect(matcher.answer("Autriche", "Australia", kind: .place).verdict != .same)
  }

  @Test("French and English romanizations of a person are one name")
  func romanizations() {
    let matcher = NameMatcher()
    for (a, b) in [
      ("Vladimir Poutine", "Vladimir Putin"), ("Sergueï Lavrov", "Sergei Lavrov"),
      ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ] { #expect(matcher.answer(a, b, kind: .person).verdict == .same, "\(a) \(b)") }
  }
}
