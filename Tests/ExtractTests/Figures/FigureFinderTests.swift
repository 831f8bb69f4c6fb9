internal import Languages
internal import NewsModel
internal import Prose
internal import Testing

@testable import Extract

private func figures(_ text: String, _ language: String = "fr") -> [Figure] {
  guard let language = Language.named(language) else { return [] }
  let segments = Segmenter(language).segments(of: text)
  let tokenizer = Tokenizer(language)
  let dates = DateFinder(language: language, tokenizer: tokenizer).dates(in: segments, published: nil)
  return FigureFinder(language: language, tokenizer: tokenizer).figures(in: segments, dates: dates)
}

@Suite("Figures")
struct FigureFinderTests {
  @Test("money has its value in full and its currency")
  func money() {
    let found = figures("L’État a versé 2,7 milliards de dollars.")
    #expect(found.map(\.value) == [2_700_000_000])
    #expect(found.map(\.unit) == ["USD"])
    #expect(figures("It cost $1.5 million.", "en").map(\.value) == [1_500_000])
    #expect(figures("They approved a $2.5 billion plan.", "en").map(\.unit) == ["USD"])
    #expect(figures("They approved A$3 billion.", "en").map(\.unit) == ["AUD"])
  }

  @Test("what opens with a nought is a code, and the minutes of a time are none")
  func codes() {
    #expect(figures("Call the newsdesk on 020 555 0100 before 14:05 GMT.", "en").isEmpty)
    #expect(figures("La banque a monté son taux de 0,5 %.").map(\.value) == [0.5])
  }

  @Test("hours that are spent are a length of time, behind a word that may begin a time of day too")
  func spentHours() {
    #expect(figures("Après sept heures de délibéré, la cour a tranché.").map(\.value) == [7])
    #expect(figures("Le train part après 7 heures du matin.").isEmpty)
  }

  @Test("a number in words behind a name counts what follows; digits may be a part of the name")
  func behindNames() {
    #expect(figures("Le pays donne à l’Ukraine douze navires de pêche.").map(\.value) == [12])
    #expect(figures("Il vole dans le Boeing 737 gris.").isEmpty)
    #expect(figures("Vingt-trois élus ont refusé.").map(\.unit) == ["elus"])
  }

  @Test("livres of weight and of money stay open")
  func livres() {
    let found = figures("Près de 200 000 livres d’aide.")
    #expect(found.map(\.unit) == ["livre"])
    #expect(found.map(\.approximation) == [.about])
    #expect(figures("Il doit 30 livres sterling.").map(\.unit) == ["GBP"])
    // What is saved or paid is money; a weight is not.
    #expect(figures("The plan would save a household 29 pounds a month.", "en").map(\.unit) == ["GBP"])
    #expect(figures("The bell weighs 900 pounds.", "en").map(\.unit) == ["lb"])
    #expect(figures("The trawler brought 900 pounds.", "en").map(\.unit) == ["pound"])
  }

  @Test("what is counted is the folded noun after the number")
  func counted() {
    #expect(figures("Le pacte lie 84 pays.").map(\.unit) == ["pays"])
    #expect(figures("Il a vu cinq autres Américains.").map(\.unit) == ["americains"])
  }

  @Test(
    "the number of a total, or of a toll, counts what its subject or object names, exact or not",
    arguments: [
      ("Le nombre de cabanes détruites s'élève désormais à 47.", "fr", ["47", "cabanes"]),
      ("Le nombre de bacs en panne a atteint 12 lundi soir.", "fr", ["12", "bacs"]),
      ("La marée en a pris un autre, ce qui porte à 9 le nombre de bateaux perdus.", "fr", ["9", "bateaux"]),
      ("La mairie a ramené le nombre de places à 1 200.", "fr", ["1 200", "places"]),
      ("The number of broken boats in the harbour has risen to 34.", "en", ["34", "boats"]),
      ("The death toll now stands at 9.", "en", ["9", "deaths"]),
      ("The council revised down the number of broken lamps to 11 on Monday.", "en", ["11", "lamps"]),
      ("The number of homes without light was at least 3,400.", "en", ["at least 3,400", "homes"]),
    ])
  func totals(_ text: String, _ language: String, _ told: [String]) {
    let found = figures(text, language).filter { $0.rule == "total" }
    #expect(found.flatMap { [String(text[$0.span]), $0.unit] } == told)
  }

  @Test("so many out of a whole are a count, out of a few or of a round number a share")
  func outOf() {
    #expect(figures("Le parti a 14 sièges sur 50.").map(\.unit) == ["sieges"])
    #expect(figures("C'est le cas de 3 bateaux sur 10.").map(\.unit) == ["share"])
    #expect(figures("C'est le cas de 2 bateaux sur 3.").map(\.unit) == ["share"])
  }

  @Test("a number behind another subject is no total")
  func noTotals() {
    #expect(figures("Le numéro du quai est 12.").isEmpty)
    #expect(figures("Le nombre de pages compte, et la note est de 12.").isEmpty)
    #expect(figures("Le nombre d'inscrits, de 30 hier, est de 12.").map(\.value) == [])
    #expect(figures("The number of sheep is not known, and the door is at 12.", "en").isEmpty)
  }

  @Test("lengths of time count in units, unknown numbers have no value")
  func time() {
    #expect(figures("Ils ont parlé deux heures.").map(\.value) == [2])
    let vague = figures("Ils ont parlé quelques heures.")
    #expect(vague.map(\.value) == [nil])
    #expect(vague.map(\.unit) == ["hour"])
  }

  @Test("how exact a number is, is kept")
  func exactness() {
    #expect(figures("Plus de 30 navires.").map(\.approximation) == [.atLeast])
    #expect(figures("Une trentaine de navires.").map(\.value) == [30])
    #expect(figures("Une dizaine de milliers de foyers.").map(\.value) == [10_000])
    #expect(figures("Une quarantaine de millions d’euros.").map(\.unit) == ["EUR"])
    #expect(figures("Une trentaine de navires.").map(\.approximation) == [.about])
  }

  @Test("number words are read in both languages")
  func words() {
    #expect(figures("Soixante et onze navires.").map(\.value) == [71])
    #expect(figures("Quatre-vingt-dix-sept navires.").map(\.value) == [97])
    #expect(figures("Deux cent mille navires.").map(\.value) == [200_000])
    #expect(figures("Twenty-one ships sank.", "en").map(\.value) == [21])
  }

  @Test("dates, times of day, ordinals, articles of law and bare numbers are no figures")
  func none() {
    #expect(figures("Le 12 mars 2019, vers 11 heures, l’article 5 du traité, le 4e acte et 12.").isEmpty)
  }
}

@Suite("Shapes of figures")
struct FigureShapeTests {
  private struct Expected {
    var text: String
    var value: Double?
    var unit: String?
    var exactness = Figure.Approximation.exact
  }

  private func check(_ text: String, _ language: String, _ expected: [Expected]) {
    let found = figures(text, language)
    let words = found.map { String(decoding: Array(text.utf8)[$0.span.start..<$0.span.end], as: UTF8.self) }
    #expect(words == expected.map(\.text))
    #expect(found.map(\.value) == expected.map(\.value))
    #expect(found.map(\.unit) == expected.map(\.unit))
    #expect(found.map(\.approximation) == expected.map(\.exactness))
  }

  @Test("a figure between two numbers has both and no value of its own")
  func bounds() {
    let found = figures("Entre 10 et 15 % des bateaux restent au port.")
    #expect(found.map(\.bounds) == [Figure.Bounds(low: 10, high: 15)])
    check(
      "Some 200 to 300 sailors came.", "en",
      [Expected(text: "200 to 300 sailors", value: nil, unit: "sailors", exactness: .between)])
    check(
      "Une hausse de 10-15 % est prévue.", "fr", [Expected(text: "10-15 %", value: nil, unit: "%", exactness: .between)]
    )
    #expect(figures("Le club gagne 3-1 ce soir.").isEmpty)
  }

  @Test("a change has two figures, which share scale and unit")
  func change() {
    check(
      "Le budget passe de 1,2 à 1,5 milliard d’euros.", "fr",
      [
        Expected(text: "1,2", value: 1_200_000_000, unit: "EUR"),
        Expected(text: "1,5 milliard d’euros", value: 1_500_000_000, unit: "EUR"),
      ])
  }

  @Test("from one number to another is a range where nothing grows or falls")
  func rangeOrChange() {
    check(
      "La pétition a réuni de 8 000 à 9 000 signatures.", "fr",
      [Expected(text: "8 000 à 9 000 signatures", value: nil, unit: "signatures", exactness: .between)])
    #expect(figures("Les billets coûtent de 3 000 à 4 500 euros.").map(\.bounds?.low) == [3000])
    #expect(figures("La part est passée en un an de 10 à 12 %.").map(\.value) == [10, 12])
    #expect(figures("Premiums of 3 to 4 percent rose from 5 to 7 percent.", "en").map(\.value) == [nil, 5, 7])
    // What goes down needs no verb.
    #expect(figures("Un taux de 12 à 10 % est visé.").map(\.value) == [12, 10])
  }

  @Test("what is counted is the last noun of a compound, in languages that put it last")
  func compounds() {
    let units = { (text: String) in figures(text, "en").map(\.unit) }
    #expect(units("They house 1,200 asylum seekers.") == ["seekers"])
    #expect(units("Two patrol boats came.") == ["boats"])
    #expect(units("It sank 14 nautical miles from the shore.") == ["nautical mile"])
    #expect(units("Three further high school students left.") == ["students"])
    #expect(units("Twelve Karelian soldiers fled.") == ["soldiers"])
    #expect(units("Nine people who sold boats fled.") == ["people"])
    #expect(units("Nine staff were there in three cars.") == ["staff", "cars"])
    #expect(figures("Ils logent 1 500 demandeurs d’asile.").map(\.unit) == ["demandeurs"])
  }

  @Test("a vote has two figures; scores, hours and growth have none")
  func tallies() {
    for (text, language, words) in [
      ("The council voted by 47 to 39 to close it.", "en", ["47", "39"]),
      ("It passed on a 47-39 vote.", "en", ["47", "39"]),
      ("The bill passed with 212 votes to 203.", "en", ["212 votes", "203"]),
      ("Par 46 voix contre 39, le conseil a fermé le port.", "fr", ["46 voix", "39"]),
      ("El consejo lo aprobó por 46 votos contra 39.", "es", ["46 votos", "39"]),
    ] {
      let found = figures(text, language)
      #expect(found.map { String(decoding: Array(text.utf8)[$0.span.start..<$0.span.end], as: UTF8.self) } == words)
      #expect(found.map(\.unit) == ["vote for", "vote against"], "\(text)")
    }
    #expect(figures("Norrby won by 3 to 1.", "en").isEmpty)
    #expect(figures("They voted from 9 to 5.", "en").isEmpty)
    #expect(!figures("They voted to raise it by 3 to 5 points.", "en").contains { $0.rule == "tally" })
  }

  @Test("parts of a whole are shares of one")
  func shares() {
    check(
      "Plus de la moitié des pêcheurs ont signé.", "fr",
      [Expected(text: "Plus de la moitié des pêcheurs", value: 0.5, unit: "share", exactness: .atLeast)])
    check("Un pêcheur sur cinq a signé.", "fr", [Expected(text: "Un pêcheur sur cinq", value: 0.2, unit: "share")])
    check("Nine out of ten boats stayed.", "en", [Expected(text: "Nine out of ten", value: 0.9, unit: "share")])
    #expect(figures("Il est parti il y a un quart d’heure.").isEmpty)
    #expect(figures("Il s’est adressé à un tiers.").isEmpty)
    #expect(figures("There were 18 in 2010.", "en").isEmpty)
  }

  @Test("halves, signs, endings and compounds belong to the number")
  func parts() {
    check(
      "Ils ont parlé deux heures et demie.", "fr", [Expected(text: "deux heures et demie", value: 2.5, unit: "hour")])
    check(
      "They spoke for two and a half hours.", "en", [Expected(text: "two and a half hours", value: 2.5, unit: "hour")])
    check("Il fait -5 °C au port.", "fr", [Expected(text: "-5 °C", value: -5, unit: "celsius")])
    check("La digue coûte 2,7 Md€.", "fr", [Expected(text: "2,7 Md€", value: 2_700_000_000, unit: "EUR")])
    check(
      "A $500m loan for a 40-mile dike.", "en",
      [
        Expected(text: "$500m", value: 500_000_000, unit: "USD"), Expected(text: "40-mile", value: 40, unit: "mile"),
      ])
    check("Le taux recule de 0,3 %.", "fr", [Expected(text: "0,3 %", value: 0.3, unit: "%")])
    check(
      "About three dozen boats left.", "en",
      [
        Expected(text: "About three dozen boats", value: 36, unit: "boats", exactness: .about)
      ])
  }

  @Test("pounds are told apart by what they measure, and stay open otherwise")
  func pounds() {
    check("Ils ont livré 300 livres de poisson.", "fr", [Expected(text: "300 livres", value: 300, unit: "lb")])
    check("Ils doivent 300 livres de loyer.", "fr", [Expected(text: "300 livres", value: 300, unit: "GBP")])
    check("The crate weighs 80 pounds.", "en", [Expected(text: "80 pounds", value: 80, unit: "lb")])
    check("They sent 80 pounds of help.", "en", [Expected(text: "80 pounds", value: 80, unit: "pound")])
  }

  @Test("millions and grouped thousands are figures without a thing counted")
  func alone() {
    check(
      "Les pertes atteignent 12,5 milliards.", "fr",
      [Expected(text: "12,5 milliards", value: 12_500_000_000, unit: nil)])
    check(
      "La police en a compté 40.000, les organisateurs 100.000.", "fr",
      [Expected(text: "40.000", value: 40_000, unit: nil), Expected(text: "100.000", value: 100_000, unit: nil)])
    #expect(figures("La loi 2023 et le vol 1502 sont cités.").isEmpty)
  }
}
