import Extract
import Languages
import NewsModel
import Prose
import Testing

@testable import Compose

/// What is set side by side of reports that are read as articles are, by the report that each came from.
@Suite("Reports side by side")
struct SideBySideTests {
  private func differences(_ origins: [[String]], _ languages: [String] = []) -> [String] {
    var number = 0
    let press = origins.map { family in
      family.map { text -> Press in
        defer { number += 1 }
        let language = number < languages.count ? languages[number] : "fr"
        var made = Press("a\(number)", text, published: "2031-03-06", basis: .given, language: language)
        made.digest = Extractor().digest(of: made.digest.article)
        // One name in several articles is one person.
        for index in made.digest.actors.indices {
          made.digest.rename(made.digest.actors[index].id, to: Fold.folded(made.digest.actors[index].name))
        }
        return made
      }
    }
    // Nothing is kept back for the outlets' sake.
    var settings = SiteSettings(timeZone: "UTC")
    settings.defaultRights = .full
    let made = Composer(settings: settings).composition(
      digests: press.joined().map(\.digest), clustering: Press.clustering(press), runDiagnostics: [],
      editions: EditionRequest())
    return made.stories[0].differences.filter { $0.kind != .onlyIn }.map { found in
      let words = found.versions.map { version in
        let text = press.joined().first { $0.digest.article.id == version.article }?.digest.article.text ?? ""
        return version.article + ": " + version.variants.map { String(text[$0]) }.joined(separator: " ")
      }
      return "\(found.slot.rawValue) \(found.kind.rawValue) \(words.joined(separator: " | "))"
    }
  }

  private let sawmill = { (day: String, sum: String) in
    "Le patron de la scierie, en garde à vue depuis \(day), a été remis en liberté par la juge de Valbrune contre une "
      + "caution de \(sum) euros." + Press.filler
  }

  @Test("A day and a sum that one copy changed in one sentence are two differences")
  func twoInOneSentence() {
    #expect(
      differences([[sawmill("lundi", "80 000"), sawmill("mardi", "60 000")]]).sorted() == [
        "date discrepancy a0: lundi | a1: mardi", "figure discrepancy a0: 80 000 euros | a1: 60 000 euros",
      ])
  }

  @Test("Bail is compared wherever reports tell it, and all that give one of its values stand in the row")
  func bail() {
    let other = "La caution, 80 000 euros, devra être versée au greffe avant le 30 mars." + Press.filler
    let english = "The owner of the sawmill was released by the court of Valbrune on bail of 80,000 euros on Wednesday."
    let row = "figure conflict a0: 80 000 euros | a1: 60 000 euros | a2: 80 000 euros | a3: 80,000 euros"
    #expect(
      differences(
        [[sawmill("lundi", "80 000"), sawmill("lundi", "60 000")], [other], [english]], ["fr", "fr", "fr", "en"])
        == [row])
    // A sum that is taken back is none that the report gives.
    let corrected = other + "\nLa caution est bien de 80 000 euros, et non de 70 000 euros."
    #expect(
      differences([[sawmill("lundi", "60 000")], [corrected]]) == [
        "figure conflict a0: 60 000 euros | a1: 80 000 euros"
      ])
  }

  @Test("A version that gives both values takes no side")
  func bothValues() {
    let both = "La caution, 80 000 euros, avait été fixée d'abord à une caution de 60 000 euros." + Press.filler
    let found = differences([[sawmill("lundi", "80 000"), sawmill("lundi", "60 000")], [both]])
    #expect(found == ["figure discrepancy a0: 80 000 euros | a1: 60 000 euros"])
  }

  @Test("Shares of one noun are compared where the same befell it, and only there")
  func shares() {
    let one = "Au barrage de Valbrune, 41 % des vannes du canal étaient hors service." + Press.filler
    let two = "D'après la mairie, 14 % des vannes ne fonctionnaient plus." + Press.filler
    let painted = "D'après la mairie, 14 % des vannes seront repeintes cet hiver." + Press.filler
    #expect(differences([[one], [two]]) == ["figure conflict a0: 41 % | a1: 14 %"])
    #expect(differences([[one], [painted]]).isEmpty)
  }

  @Test("The noes of a vote are compared behind the word that tells that they are noes, and shown with the yeas")
  func noes() {
    let one = "Le conseil de Valbrune a adopté le plan du port par 24 voix contre 11." + Press.filler
    let two = "Au port, les élus ont dit oui le même soir : 24 voix pour, 9 contre." + Press.filler
    let english = "The city council voted by 24 to 9 on Wednesday for the plan of the harbour of Valbrune."
    #expect(
      differences([[one], [two], [english]], ["fr", "fr", "en"]) == [
        "figure conflict a0: 24 voix contre 11 | a1: 24 voix pour, 9 | a2: 24 to 9"
      ])
  }

  private let ferry = { (time: String) in
    "Le bac de Valbrune a heurté la digue \(time) au pied du vieux phare." + Press.filler
  }

  @Test("Times of day are compared in hours and minutes, however they are written, and are no lengths of time")
  func times() {
    let row = "time discrepancy a0: 21h40 | a1: 21 h 50"
    #expect(differences([[ferry("à 21h40"), ferry("à 21 h 50")]]) == [row])
    #expect(differences([[ferry("à 21h40"), ferry("à 21 h 40")]]).isEmpty)
    #expect(differences([[ferry("à 21h40"), ferry("vers 21h30")]]).isEmpty)
    #expect(differences([[ferry("à 15 heures")], [ferry("à 16 heures")]]).map { $0.prefix(4) } == ["time"])
    let english = "The ferry hit the pier of Valbrune at 9:40 pm on Wednesday, below the old lighthouse."
    #expect(
      differences([[ferry("à 21h40"), ferry("à 21 h 50")], [english]], ["fr", "fr", "en"]) == [
        "time conflict a0: 21h40 | a1: 21 h 50 | a2: 9:40 pm"
      ])
  }

  @Test("Another country at one place of a copy is a difference, another spelling of it is none")
  func countries() {
    let truck = { (place: String) in
      "Le camion de grumes, immatriculé \(place), n'aurait pas respecté le feu rouge du pont." + Press.filler
    }
    #expect(
      differences([[truck("en Espagne"), truck("au Portugal")]]) == ["place discrepancy a0: Espagne | a1: Portugal"])
    #expect(differences([[truck("en Espagne"), truck("en Espagne")]]).isEmpty)
  }

  @Test("A junior minister and a minister, a rector and a school director are two offices")
  func offices() {
    let pledge = { (role: String) in
      "« Nous reviendrons au port avant la fin de l'hiver », a promis \(role), Paul Hervieu." + Press.filler
    }
    #expect(
      differences([
        [pledge("le secrétaire d'Etat à l'Industrie"), pledge("le ministre de l'Industrie")],
        [pledge("le ministre de l’Industrie")],
      ]).filter { $0.hasPrefix("role") } == [
        "role conflict a0: secrétaire d'Etat à l'Industrie | a1: ministre de l'Industrie | a2: ministre de l’Industrie"
      ])
    #expect(
      differences([[pledge("le recteur de l'académie de Valbrune"), pledge("le directeur académique")]])
        .map { $0.prefix(16) } == ["role discrepancy"])
  }

  @Test("Relatives are two speakers of the same words, a short given name is no other person")
  func relatives() {
    let said = { (who: String) in
      "« Mon client n'a rien à se reprocher dans cette affaire », a assuré \(who)." + Press.filler
    }
    #expect(
      differences([[said("Inès Talbrun")], [said("Grégoire Talbrun")]]) == [
        "attribution conflict a0: Inès Talbrun | a1: Grégoire Talbrun"
      ])
    #expect(!differences([[said("Michel Talbrun")], [said("Grégoire Talbrun")]]).contains { $0.hasPrefix("attr") })
    let added =
      "L'avocate du patron, Inès Talbrun, a dénoncé « une mise en cause bien trop précipitée ». « Mon client n'a rien à "
      + "se reprocher dans cette affaire », a-t-elle ajouté." + Press.filler
    #expect(
      differences([[added], [said("Grégoire Talbrun")]]) == [
        "attribution conflict a0: L'avocate du patron, Inès Talbrun | a1: Grégoire Talbrun"
      ])
  }

  @Test("An age is compared however its sentence gives it")
  func formsOfAge() {
    let names = (
      "Anna Talbrun, 47, resigned on Monday as mayor of Valbrune.",
      "The 48-year-old mayor of Valbrune, Anna Talbrun, left her office on Monday."
    )
    #expect(differences([[names.0], [names.1]], ["en", "en"]) == ["age conflict a0: 47 | a1: 48-year-old"])
    let office = { (age: Int) in "Anna Talbrun, maire de Valbrune, \(age) ans, a quitté ses fonctions." + Press.filler }
    #expect(differences([[office(47)], [office(49)]]) == ["age conflict a0: 47 ans | a1: 49 ans"])
  }

  @Test("Two ranges that have nothing in common are two values, two that overlap are not")
  func ranges() {
    let closed = { (time: String) in "La scierie de Valbrune restera fermée \(time) après la crue." + Press.filler }
    #expect(
      differences([[closed("quatre à six semaines")], [closed("dix à douze semaines")]]) == [
        "duration conflict a0: quatre à six semaines | a1: dix à douze semaines"
      ])
    #expect(differences([[closed("quatre à six semaines")], [closed("cinq à huit semaines")]]).isEmpty)
  }

  @Test("One year told in two ways, and another verb of saying, are no other subject")
  func sameYear() {
    let lost = { (sum: String, year: String, said: String) in
      "La scierie de Valbrune a perdu \(sum) millions d'euros \(year), a \(said) jeudi la direction." + Press.filler
    }
    #expect(
      differences([[lost("14,6", "en 2030", "annoncé")], [lost("16,4", "l'an passé", "indiqué")]]) == [
        "figure conflict a0: 14,6 millions d'euros | a1: 16,4 millions d'euros"
      ])
    #expect(differences([[lost("14,6", "en 2028", "annoncé")], [lost("16,4", "l'an passé", "indiqué")]]).isEmpty)
  }

  @Test("What a clause is about has one value, whatever it is compared with behind a comma")
  func levels() {
    let first = "La production de la scierie s'est établie à 64,3 %, en recul de six points depuis 2027." + Press.filler
    let level = { (words: String) in "\(words) a finalement atteint 64,8 %." + Press.filler }
    #expect(
      differences([[first], [level("La production de la scierie")]]) == ["figure conflict a0: 64,3 % | a1: 64,8 %"])
    #expect(differences([[first], [level("La production de la mine")]]).isEmpty)
  }

  @Test("Who is named has one number of a thing by one verb, also where an earlier one is told beside it")
  func subjects() {
    let before = "Le Parti rural de Valbrune obtient 14 sièges sur 50, contre 11 en 2027." + Press.filler
    let after =
      "Au terme du décompte, le Parti rural de Valbrune obtient 15 sièges, et non 14 comme annoncé lundi."
      + Press.filler
    #expect(differences([[before], [after]]) == ["figure conflict a0: 14 sièges | a1: 15 sièges"])
  }

  @Test("The votes of one decision are compared once, and those that were expected are none")
  func votes() {
    let cut = { (vote: String, more: String) in
      "The board of Valbrune cut its rates on Tuesday in a \(vote) vote.\(more)"
    }
    let expected = " Traders in the harbour had expected a 7-2 vote of the board."
    #expect(
      differences([[cut("6-3", expected)], [cut("5-4", "")]], ["en", "en"]) == [
        "figure conflict a0: 6-3 | a1: 5-4"
      ])
  }

  @Test("A weight is of what is named behind it, and a crowd may be spectators")
  func weights() {
    let oil = { (words: String) in "\(words) tonnes de fioul quand il a touché le quai de Valbrune." + Press.filler }
    #expect(
      differences([[oil("Le bac transportait 310")], [oil("Il avait encore 340")]]) == [
        "figure conflict a0: 310 tonnes | a1: 340 tonnes"
      ])
    let match = ("37 412 spectateurs ont vu la rencontre.", "Le match a eu lieu devant 33 000 spectateurs.")
    #expect(
      differences([[match.0 + Press.filler], [match.1 + Press.filler]]) == [
        "figure conflict a0: 37 412 spectateurs | a1: 33 000 spectateurs"
      ])
  }

  @Test("A toll is compared with a count of the same, whether the noun stands before or behind")
  func tolls() {
    #expect(
      differences([
        ["Le nombre de blessés à la scierie de Valbrune s'élève désormais à 34." + Press.filler],
        ["À la scierie de Valbrune, 47 personnes ont été blessées." + Press.filler],
      ]) == ["figure conflict a0: 34 | a1: 47 personnes"])
  }

  @Test("Of two ages it is said that they are ages")
  func ages() {
    let driver = { (age: Int) in "Le conducteur, âgé de \(age) ans, a été soigné à Valbrune." + Press.filler }
    #expect(differences([[driver(52), driver(54)]]) == ["age discrepancy a0: 52 ans | a1: 54 ans"])
  }

  @Test("Precision is one value within the bound or the rounding of the other")
  func precision() {
    let crew = { (count: String) in "La scierie de Valbrune, qui emploie \(count), restera fermée." + Press.filler }
    #expect(
      differences([[crew("410 personnes"), crew("plus de 400 personnes")]]).map { $0.prefix(16) } == [
        "figure precision"
      ])
    #expect(
      differences([[crew("410 personnes"), crew("390 personnes")]]).map { $0.prefix(18) } == ["figure discrepancy"])
  }
}

extension Digest {
  /// Gives an actor another id, where quotes name it too.
  fileprivate mutating func rename(_ id: String, to name: String) {
    for index in actors.indices where actors[index].id == id { actors[index].id = name }
    for index in quotes.indices where quotes[index].speaker?.actor == id { quotes[index].speaker?.actor = name }
  }
}
