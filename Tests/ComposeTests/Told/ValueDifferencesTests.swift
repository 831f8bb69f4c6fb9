import Extract
import NewsModel
import Testing

@testable import Compose

/// Values of one thing that two newsrooms tell in their own words.
@Suite("Values in other words")
struct ValueDifferencesTests {
  private func differences(_ one: String, _ two: String, _ language: String = "fr", days: (Int, Int) = (3, 3))
    -> [String]
  {
    let press = [("one", one, days.0), ("two", two, days.1)].map { id, text, day -> Press in
      // Rights let a quarter of an article be shown.
      var made = Press(id, text + Press.filler, published: "2031-03-0\(day)", basis: .given, language: language)
      made.digest = Extractor().digest(of: made.digest.article)
      return made
    }
    return Press.composition(press.map { [$0] }).stories[0].differences.filter { $0.kind != .onlyIn }.map { found in
      let words = found.versions.map { version in
        let text = press.first { $0.digest.article.id == version.article }?.digest.article.text ?? ""
        return version.variants.map { String(text[$0]) }.joined(separator: " ")
      }
      return "\(found.slot) \(found.kind) \(words.joined(separator: " | "))"
    }
  }

  private let first =
    "La tuilerie Morvan va fermer sa halle de Quincy et supprimer 412 postes, a dit lundi la direction."

  @Test("Things counted are compared under other nouns, where nothing around them is alike but the thing")
  func nouns() {
    let second = "Au total, 420 emplois disparaîtront à Quincy avec la halle de la tuilerie Morvan."
    #expect(differences(first, second) == ["figure conflict 412 postes | 420 emplois"])
    #expect(differences(first, second, days: (3, 4)) == ["figure discrepancy 412 postes | 420 emplois"])
  }

  @Test("What an article gives too, be it told to fewer digits, is no other value")
  func told() {
    let loss = { (sum: String) in "La tuilerie Morvan de Quincy a perdu \(sum) l'an passé, d'après ses comptes." }
    #expect(differences(loss("13,6 millions d'euros"), loss("13 625 777 euros")).isEmpty)
    #expect(
      differences(loss("13,6 millions d'euros"), loss("14 200 000 euros"))
        == ["figure conflict 13,6 millions d'euros | 14 200 000 euros"])
    let both = "La tuilerie Morvan supprimera 420 emplois à Quincy, et non 412 emplois comme annoncé lundi."
    #expect(differences(first, both).isEmpty)
  }

  @Test("Other fates, other people and other places are other things")
  func others() {
    let killed = "L'accident de car de Quincy a fait 14 morts lundi, selon la préfecture."
    #expect(differences(killed, "À Quincy, 17 blessés ont été soignés lundi après l'accident de car.").isEmpty)
    let workers = "La tuilerie Morvan de Quincy emploie 340 salariés."
    #expect(differences(workers, "La tuilerie Morvan de Quincy a reçu 310 visiteurs.").isEmpty)
    #expect(
      differences(workers, "Les 310 ouvriers de la tuilerie Morvan attendent à Quincy.")
        == ["figure conflict 340 salariés | 310 ouvriers"])
  }

  @Test("The hour at which a thing happened is compared where each report tells one, in whatever words")
  func hours() {
    let crash = "Un car a quitté la route à Quincy. L'accident est survenu lundi à 7 h 30, selon la préfecture."
    func second(_ time: String) -> String {
      "À Quincy, on n'oubliera pas le car. « Il était \(time), je sortais », dit-il."
    }
    #expect(differences(crash, second("7 h 50")) == ["time conflict 7 h 30 | 7 h 50"])
    #expect(differences(crash, second("14 h 50")).isEmpty)
    #expect(differences(crash, second("7 h 35") + " Le car était parti à 7 h 30.").isEmpty)
    let vote = "Le texte a été adopté à Quincy. Le vote est intervenu vers 0 h 15, au terme de trois jours de débats."
    let told = "Il était 1 h 20, lundi 3 mars, quand le président de Quincy a annoncé le résultat du vote sur le texte."
    #expect(differences(vote, told) == ["time conflict 0 h 15 | 1 h 20"])
    #expect(
      differences(
        "The stoppage at Quincy hospital began at 7.30am. Nurses held placards.",
        "Placards were held at Quincy hospital. The stoppage started at 6am on Monday.", "en")
        == ["time conflict 7.30am | 6am"])
    let ferry = "The ferry was near Quincy pier at about 9.40am when it lost power."
    let seen = { (time: String) in "Ann Roe saw the ferry near Quincy pier and put the time at \(time)." }
    #expect(differences(ferry, seen("9.20am"), "en") == ["time conflict 9.40am | 9.20am"])
    #expect(differences(ferry, seen("9.45am"), "en").isEmpty)
  }

  @Test("The age of somebody who is not named is compared as an age")
  func ages() {
    let driver = { (age: String) in "Le chauffeur du car de Quincy, un Grec de \(age), a été entendu lundi." }
    #expect(differences(driver("52 ans"), driver("54 ans")) == ["age conflict 52 ans | 54 ans"])
  }

  @Test("A named person has one age, whatever day stands beside it")
  func namedAges() {
    #expect(
      differences(
        "Neil Harcombe, 44, was searching a field last October when he found the jar.",
        "The finder, Neil Harcombe, 46, spoke by video link.", "en") == ["age conflict 44 | 46"])
  }

  @Test("Two votes of which one number is the same are one vote, whatever other votes are told")
  func votes() {
    #expect(
      differences(
        "The council of Quincy approved the plan by 268 votes to 151.",
        "The council of Quincy approved the plan by 268 votes to 155. A motion to delay it failed by 181 votes to 239.",
        "en") == ["figure conflict 268 votes to 151 | 268 votes to 155"])
  }
}
