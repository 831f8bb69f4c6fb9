import NewsModel
import Testing

@testable import Compose

@Suite("Differences")
struct DifferencesTests {
  private func words(_ difference: Difference, _ digests: [Press]) -> [String] {
    difference.versions.map { version in
      let text = digests.first { $0.digest.article.id == version.article }?.digest.article.text ?? ""
      return version.variants.map { String(text[$0]) }.joined(separator: " ")
    }
  }

  @Test("Two versions of one report differ in precision, spelling and translation, and in nothing else")
  func oneReport() throws {
    let digests = [try Visit.long(), try Visit.short()]
    let story = try #require(Press.composition([digests]).stories.first)
    let shown = story.differences.map { "\($0.slot) \($0.kind) \(words($0, digests).joined(separator: " | "))" }
    #expect(
      shown == [
        "duration precision quelques heures | deux heures",
        "statement onlyIn ",
        "name translation de la rade | d’Ar-Rada",
        "name spelling Pavlo Dubrovsky | Pavel Dobrowski",
      ])
    #expect(story.differences.map(\.note) == [.vagueBesideExact, .oneVersionOnly, .nameBesideNoun, .sameRole])
  }

  @Test("A contradiction stands first, however many names are spelt in two ways and wherever it stands in the texts")
  func weight() throws {
    func report(_ id: String, _ names: [String], _ length: String, _ hours: Double) throws -> Press {
      let actors = names.map { "\($0), pêcheur de Valbrune, a vu passer le convoi des douanes de nuit." }
      let told = "Les délégués des deux rives ont parlé \(length) dans une salle du palais de Valbrune."
      var made = try Press(id, (actors + [told]).joined(separator: "\n") + Press.filler, published: "2031-05-09")
        .figure(length, hours, "hour")
      for (at, name) in names.enumerated() { made = try made.actor("fisher-\(at)", name, role: nil) }
      return made
    }
    let one = try report("one", ["Pavlo Dubrovsky", "Serhiy Holovko"], "deux heures", 2)
    let two = try report("two", ["Pavel Dobrowski", "Sergei Golovko"], "trois heures", 3)
    let kinds = Press.composition([[one], [two]]).stories[0].differences.map(\.kind)
    #expect(kinds.first == .conflict)
    #expect(kinds.count { $0 == .spelling } == 2)
    #expect(kinds.map(\.rank) == kinds.map(\.rank).sorted())
  }

  @Test("A name whose only hold is a suspected mistranslation is no actor")
  func noActor() throws {
    let composition = Press.composition([[try Visit.long(), try Visit.short()]])
    #expect(composition.actors.map(\.identity.id) == ["holm", "solberg", "dubrovsky"])
    #expect(composition.stories[0].actors.contains("ar-rada") == false)
  }

  private func toll(_ id: String, _ count: String, _ value: Double, published: String? = nil) throws -> Press {
    try Press(
      id, "Le glissement de terrain de Valbrune a fait \(count) morts dans la vallée, selon la préfecture.",
      published: published
    ).figure("\(count) morts", value, "morts")
  }

  @Test("Exact figures that exclude each other are a conflict between independent origins only, and no precision")
  func conflict() throws {
    let one = try toll("one", "douze", 12)
    let two = try toll("two", "dix-sept", 17)
    let apart = try #require(Press.composition([[one], [two]]).stories[0].differences.first)
    #expect(apart.kind == .conflict && apart.slot == .figure && apart.note == .independentOrigins)
    let together = try #require(Press.composition([[one, two]]).stories[0].differences.first)
    #expect(together.kind == .discrepancy && together.note == .changedInCopy)
  }

  @Test("A figure between two numbers leaves room for those between them")
  func bounds() throws {
    let text =
      "Le glissement de terrain de Valbrune a fait entre dix et quinze morts dans la vallée, selon la préfecture."
    let loose = try Press("two", text)
      .figure("entre dix et quinze morts", nil, "morts", about: .between, bounds: Figure.Bounds(low: 10, high: 15))
    let within = try #require(
      Press.composition([[try toll("one", "douze", 12)], [loose]]).stories[0].differences.first)
    #expect(within.kind == .precision && within.note == .vagueBesideExact)
    let outside = Press.composition([[try toll("one", "dix-sept", 17)], [loose]]).stories[0].differences.first
    #expect(try #require(outside).kind == .conflict)
  }

  @Test("A number told to its tens leaves less room than a round one")
  func counted() throws {
    func vague(_ words: String, _ value: Double) throws -> Press {
      try Press(
        "two", "Le glissement de terrain de Valbrune a fait \(words) morts dans la vallée, selon la préfecture."
      )
      .figure("\(words) morts", value, "morts", about: .about)
    }
    func kind(_ words: String, _ value: Double) throws -> Difference.Class? {
      Press.composition([[try toll("one", "420", 420)], [try vague(words, value)]]).stories[0].differences.first?.kind
    }
    #expect(try kind("environ 400", 400) == nil)
    #expect(try kind("environ 410", 410) == .precision)
    #expect(try kind("environ 380", 380) == .conflict)
  }

  @Test("A toll of another day is no conflict, and says that it is of another day; much later it is not compared")
  func anotherDay() throws {
    let one = try toll("one", "douze", 12, published: "2031-03-01")
    let two = try toll("two", "dix-sept", 17, published: "2031-03-02")
    let found = Press.composition([[one], [two]]).stories[0].differences
    #expect(found.map(\.kind) == [.discrepancy] && found.map(\.note) == [.otherDay])
    let late = try toll("two", "dix-sept", 17, published: "2031-03-09")
    #expect(Press.composition([[one], [late]]).stories[0].differences.isEmpty)
  }

  @Test("The same value in other words is no difference")
  func sameValue() throws {
    let one = try toll("one", "douze", 12)
    let two = try toll("two", "12", 12)
    #expect(Press.composition([[one], [two]]).stories[0].differences.isEmpty)
  }

  @Test("Durations in sentences about different things are not compared")
  func differentThings() throws {
    let one = try Press("one", "Les deux ministres ont parlé deux heures dans une salle du palais de Valbrune.")
      .figure("deux heures", 2, "hour")
    let two = try Press("two", "Le train des délégués est reparti de Valbrune trois heures après les autres.")
      .figure("trois heures", 3, "hour")
    #expect(Press.composition([[one], [two]]).stories[0].differences.isEmpty)
  }

  @Test("A version that gives both values contradicts neither")
  func bothValues() throws {
    let one = try toll("one", "douze", 12)
    let two = try Press(
      "two",
      "Le glissement de terrain de Valbrune a fait dix-sept morts dans la vallée, selon la préfecture. Elle parlait d’abord de douze morts."
    ).figure("dix-sept morts", 17, "morts").figure("douze morts", 12, "morts")
    #expect(Press.composition([[one], [two]]).stories[0].differences.isEmpty)
  }

  @Test("Three versions stand in one difference")
  func threeVersions() throws {
    let digests = try [toll("one", "douze", 12), toll("two", "dix-sept", 17), toll("three", "douze", 12)]
    let story = Press.composition(digests.map { [$0] }).stories[0]
    try #require(story.differences.count == 1)
    #expect(Set(story.differences[0].versions.map(\.article)) == ["one", "two", "three"])
  }

  private func meeting(_ id: String, _ when: String, _ value: String, _ precision: Precision = .day) throws -> Press {
    try Press(id, "La conférence des ports du golfe se tiendra \(when) dans le palais de Valbrune.")
      .date(when, value, precision)
  }

  @Test("A day beside its week is a matter of precision, another day a conflict of origins")
  func dates() throws {
    let day = try meeting("one", "le 8 mai 2031", "2031-05-08")
    let week = try meeting("two", "la semaine du 5 mai", "2031-W19", .week)
    let other = try meeting("three", "le 15 mai 2031", "2031-05-15")
    #expect(Press.composition([[day], [week]]).stories[0].differences.map(\.kind) == [.precision])
    #expect(Press.composition([[day], [other]]).stories[0].differences.map(\.kind) == [.conflict])
  }

  @Test("A known false friend needs no other evidence than its place")
  func falseFriend() throws {
    let one = Press("one", "Les techniciens ont dit que la garde de la base avait été doublée pendant l’hiver.")
    let two = Press("two", "Les techniciens ont dit que la garde d’al-Qaïda avait été doublée pendant l’hiver.")
    let found = Press.composition([[one, two]]).stories[0].differences
    #expect(found.map(\.kind) == [.translation])
    #expect(found.map(\.note) == [.knownFalseFriend])
    #expect(Press.composition([[one], [two]]).stories[0].differences.isEmpty)
  }

  @Test("A name translated at the start of its sentence is seen too")
  func sentenceStart() throws {
    let one = try Press("one", "À Moulinet, dernière halte avant le col, les auberges affichent complet depuis Noël.")
      .actor("moulinet", "Moulinet", kind: .place)
    let two = Press("two", "À la meule, dernière halte avant le col, les auberges sont pleines depuis Noël.")
    #expect(Press.composition([[one, two]]).stories[0].differences.map(\.kind) == [.translation])
  }

  @Test("A noun that takes up a name is no mistranslation")
  func anaphor() throws {
    let one = try Press("one", "Les douaniers ont annoncé que les exportations de la Norlande avaient doublé en mars.")
      .actor("norlande", "Norlande", kind: .place)
    let two = Press("two", "Les douaniers ont annoncé que les exportations du pays avaient doublé en mars.")
    #expect(Press.composition([[one, two]]).stories[0].differences.isEmpty)
  }

  @Test("The same words in two mouths are a difference of attribution")
  func attribution() throws {
    let one = try Press(
      "one", "« Le port restera ouvert toute la nuit aux navires », a promis Anders Holm." + Press.filler
    )
    .actor("holm", "Anders Holm")
    .quote("Le port restera ouvert toute la nuit aux navires", by: "holm", beside: "Anders Holm")
    let two = try Press(
      "two", "« Le port restera ouvert toute la nuit aux navires », a promis Ingrid Solberg." + Press.filler
    )
    .actor("solberg", "Ingrid Solberg")
    .quote("Le port restera ouvert toute la nuit aux navires", by: "solberg", beside: "Ingrid Solberg")
    let story = Press.composition([[one], [two]]).stories[0]
    #expect(story.differences.map(\.slot) == [.attribution])
    #expect(story.quotes.map(\.speakers) == [["holm", "solberg"]])
  }

  @Test(
    "Places that neither version shares are a conflict of independent origins and a discrepancy of copies, a country beside its town is neither"
  )
  func places() throws {
    func talk(_ id: String, _ place: String) throws -> Press {
      try Press(id, "Les négociateurs des deux rives se sont retrouvés à \(place) pour signer la trêve du fleuve.")
        .actor(place, place, kind: .place)
    }
    let town = try talk("one", "Valbrune")
    let other = try talk("two", "Port-Ségur")
    let country = try talk("three", "Malte")
    #expect(Press.composition([[town], [other]]).stories[0].differences.map(\.kind) == [.conflict])
    #expect(Press.composition([[town], [country]]).stories[0].differences.isEmpty)
    #expect(Press.composition([[town, other]]).stories[0].differences.map(\.kind) == [.discrepancy])
  }

  private func minister(_ id: String, _ role: String, language: String = "fr") throws -> Press {
    let text =
      language == "fr"
      ? "Le \(role), Paul Hervieu, a annoncé mardi le départ des soldats." + Press.filler
      : "The \(role), Paul Hervieu, announced on Tuesday that the soldiers would leave." + Press.filler
    return try Press(id, text, language: language).actor("hervieu", "Paul Hervieu", role: role)
  }

  @Test("Two offices that nobody holds together are a difference of role, in one language or two")
  func roles() throws {
    let defence = try minister("one", "ministre de la défense")
    let prime = try minister("two", "Premier ministre")
    let english = try minister("three", "prime minister", language: "en")
    let apart = Press.composition([[defence], [prime]]).stories[0].differences
    #expect(apart.map(\.slot) == [.role] && apart.map(\.kind) == [.conflict])
    #expect(words(apart[0], [defence, prime]) == ["ministre de la défense", "Premier ministre"])
    #expect(Press.composition([[defence, prime]]).stories[0].differences.map(\.note) == [.changedInCopy])
    #expect(Press.composition([[defence], [english]]).stories[0].differences.map(\.slot) == [.role])
    #expect(Press.composition([[prime], [english]]).stories[0].differences.isEmpty)
  }

  @Test("Roles that go together, past ones and deputies are no difference of role")
  func rolesTogether() throws {
    let defence = try minister("one", "ministre de la défense")
    for role in ["ancien Premier ministre", "vice Premier ministre", "chef du parti", "ministre", "général"] {
      #expect(Press.composition([[defence], [try minister("two", role)]]).stories[0].differences.isEmpty, "\(role)")
    }
  }

  @Test("A surname that a translator took for a noun is a difference of translation, not of spelling")
  func translatedSurname() throws {
    func captain(_ id: String, _ name: String) throws -> Press {
      try Press(id, "Le capitaine \(name) a compté onze sortes de papiers de douane dans le port." + Press.filler)
        .actor("marsh", name, role: "capitaine")
    }
    let (marsh, marais) = (try captain("one", "Owen Marsh"), try captain("two", "Owen Marais"))
    let found = Press.composition([[marsh, marais]]).stories[0].differences
    #expect(found.map(\.kind) == [.translation] && found.map(\.note) == [.knownFalseFriend])
    #expect(Press.composition([[marsh], [marais]]).stories[0].differences.map(\.kind) != [.translation])
  }

  @Test("A hyphen more or less is typography")
  func hyphen() throws {
    func weather(_ id: String, _ name: String) throws -> Press {
      try Press(id, "Selon \(name), la pluie cessera dans la soirée sur toute la côte." + Press.filler)
        .actor("meteo", name, kind: .organization)
    }
    let pair = [[try weather("one", "Météo-France")], [try weather("two", "Météo France")]]
    #expect(Press.composition(pair).stories[0].differences.isEmpty)
  }

  @Test("Sums of two periods, counts of two people's doing and a number broken off are not compared")
  func otherThings() throws {
    func aid(_ id: String, _ sum: String, _ value: Double, _ since: String, _ day: String) throws -> Press {
      try Press(id, "Le port de Valbrune a reçu \(sum) d'aide publique depuis \(since), a dit la région.")
        .figure(sum, value, "EUR").date(since, day)
    }
    let early = try aid("one", "2,7 milliards", 2.7e9, "le 8 mai 2024", "2024-05-08")
    let late = try aid("two", "3,7 milliards", 3.7e9, "le 9 juin 2030", "2030-06-09")
    #expect(Press.composition([[early], [late]]).stories[0].differences.isEmpty)
    func tally(_ id: String, _ name: String, _ count: String, _ value: Double) throws -> Press {
      try Press(id, "Au port de Valbrune, \(name) a déchargé \(count) dans la nuit de samedi à dimanche.")
        .actor(name, name).figure(count, value, "caisses")
    }
    let holm = try tally("one", "Anders Holm", "douze caisses", 12)
    let roth = try tally("two", "Mikkel Roth", "dix caisses", 10)
    #expect(Press.composition([[holm], [roth]]).stories[0].differences.isEmpty)
    let whole = try Press(
      "one", "Au refuge de Valbrune, une ânesse âgée de six ans et demi a rejoint hier le pré des mules."
    )
    .figure("six ans et demi", 6.5, "year")
    let cut = try Press("two", "Au refuge de Valbrune, une ânesse a rejoint hier le pré des mules, âgée de six ans et")
      .figure("six ans", 6, "year")
    #expect(Press.composition([[whole], [cut]]).stories[0].differences.isEmpty)
  }
}
