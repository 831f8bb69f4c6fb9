internal import Languages
internal import NewsModel
internal import Prose
internal import Testing

@testable import Extract

/// Parts of a whole, bounds, multiples, ages, and numbers that are names.
@Suite("Parts, bounds and multiples")
struct FigurePartsTests {
  /// Words, value, unit and exactness of each figure, as one line.
  private func lines(_ text: String, _ language: String = "en") -> [String] {
    guard let language = Language.named(language) else { return [] }
    let segments = Segmenter(language).segments(of: text)
    let tokenizer = Tokenizer(language)
    let dates = DateFinder(language: language, tokenizer: tokenizer).dates(in: segments, published: nil)
    return FigureFinder(language: language, tokenizer: tokenizer).figures(in: segments, dates: dates).map { figure in
      let value = figure.value.map { "\($0)" } ?? figure.bounds.map { "\($0.low) to \($0.high)" } ?? "?"
      let exactness = figure.approximation == .exact ? "" : " \(figure.approximation.rawValue)"
      return "\(segments.words(figure.span)) = \(value) \(figure.unit ?? "?")\(exactness)"
    }
  }

  @Test("of a part of a counted whole the part is the figure")
  func parts() {
    #expect(lines("The Greens won 12 of the 31 seats.") == ["12 of the 31 seats = 12.0 seats"])
    #expect(lines("They lost two of their 14 matches.") == ["two of their 14 matches = 2.0 matches"])
    #expect(lines("Elle a gagné trois des dix sièges.", "fr") == ["trois des dix sièges = 3.0 sieges"])
    #expect(
      lines("Ils ont perdu deux de leurs quatorze matches.", "fr") == ["deux de leurs quatorze matches = 2.0 matches"])
    #expect(lines("Six of 10 sailors agreed.") == ["Six of 10 sailors = 0.6 share"])
    #expect(lines("Quatre enfants de 12 ans nagent.", "fr") == ["Quatre enfants = 4.0 enfants", "12 ans = 12.0 year"])
  }

  @Test("over a length of time says when, unless something lasts; below and above are bounds")
  func bounds() {
    #expect(lines("The sum is spread over five years.") == ["five years = 5.0 year"])
    #expect(lines("They waited for over five years.") == ["over five years = 5.0 year atLeast"])
    #expect(lines("Over 40 ships came.") == ["Over 40 ships = 40.0 ships atLeast"])
    #expect(lines("It fell below 3 trillion crowns.") == ["below 3 trillion crowns = 3000000000000.0 crowns atMost"])
    #expect(lines("It costs above $30.") == ["above $30 = 30.0 USD atLeast"])
    #expect(lines("Il gagne en dessous de 30 euros.", "fr") == ["en dessous de 30 euros = 30.0 EUR atMost"])
  }

  @Test("a range may say its unit twice")
  func ranges() {
    #expect(lines("It lies between 1.8% and 2.3%.") == ["between 1.8% and 2.3% = 1.8 to 2.3 % between"])
    #expect(
      lines("It cost between $3 and $5 million.") == ["between $3 and $5 million = 3000000.0 to 5000000.0 USD between"])
    #expect(
      lines("Il coûte entre 30 euros et 40 euros.", "fr") == ["entre 30 euros et 40 euros = 30.0 to 40.0 EUR between"])
    #expect(lines("Between 5% and 30 ships were lost.") == ["5% = 5.0 %", "30 ships = 30.0 ships"])
  }

  @Test("basis points, degrees of Fahrenheit and multiples are units of their own")
  func units() {
    #expect(lines("Rates fell by 25 basis points.") == ["25 basis points = 25.0 basis point"])
    #expect(lines("Les taux baissent de 25 points de base.", "fr") == ["25 points de base = 25.0 basis point"])
    #expect(lines("It was 104°F at noon.") == ["104°F = 104.0 fahrenheit"])
    #expect(lines("Il faisait 54 °F à midi.", "fr") == ["54 °F = 54.0 fahrenheit"])
    #expect(lines("C’est quinze fois moins qu’hier.", "fr") == ["quinze fois moins = 15.0 times less than"])
    #expect(lines("Four times as many came.") == ["Four times as many = 4.0 times as much"])
    #expect(lines("Nearly twice as many came.") == ["Nearly twice as many = 2.0 times as much about"])
    #expect(lines("Il est venu quinze fois.", "fr") == ["quinze fois = 15.0 fois"])
  }

  @Test("numbers in names count nothing")
  func names() {
    #expect(lines("She sang the Five Low Songs.").isEmpty)
    #expect(lines("They play « Two Late Trains » at the quay.").isEmpty)
    #expect(lines("Ils jouent les Trois Petites Barques.", "fr").isEmpty)
    #expect(lines("“Two Norwegians came,” she said.") == ["Two Norwegians = 2.0 norwegians"])
  }

  @Test("halves, thirds without what they are of, and ages are figures")
  func shares() {
    #expect(lines("Rates fell by half a percentage point.") == ["half a percentage point = 0.5 percentage point"])
    #expect(lines("Loans rose by almost a third.") == ["almost a third = 0.3333333333333333 share about"])
    #expect(lines("Sales fell by a quarter.") == ["a quarter = 0.25 share"])
    #expect(lines("It harmed a third party.").isEmpty)
    #expect(lines("Ils sont 300 marins, dont un tiers à terre.", "fr").last == "un tiers = 0.3333333333333333 share")
    #expect(lines("Près de la moitié sera payée.", "fr") == ["Près de la moitié = 0.5 share about"])
    #expect(lines("Il agit pour le compte d’un tiers.", "fr").isEmpty)
    #expect(lines("A five-year-old boy was found.") == ["five-year-old = 5.0 year"])
    #expect(lines("They spoke on a three-day visit.") == ["three-day = 3.0 day"])
    #expect(lines("She was 88.") == ["88 = 88.0 year"])
    #expect(lines("Mara Orr, aged 54, won.") == ["54 = 54.0 year"])
    #expect(lines("She was 5 down.").isEmpty)
  }

  @Test("a length of time in two units is one figure in the smaller one; parts of a million are numbers")
  func timesOfTwoUnits() {
    #expect(lines("The bus takes an hour and 20 minutes.") == ["an hour and 20 minutes = 80.0 minute"])
    #expect(lines("The voyage took two hours and 15 minutes.") == ["two hours and 15 minutes = 135.0 minute"])
    #expect(lines("She was jailed for two years and six months.") == ["two years and six months = 30.0 month"])
    #expect(lines("Le trajet dure 1 h 20 en train.", "fr") == ["1 h 20 = 80.0 minute"])
    #expect(lines("Elle a attendu une heure et demie.", "fr") == ["une heure et demie = 1.5 hour"])
    #expect(lines("Il a écopé de trois ans et six mois.", "fr") == ["trois ans et six mois = 42.0 month"])
    #expect(
      lines("He stayed two years and 15 sailors left.") == ["two years = 2.0 year", "15 sailors = 15.0 sailors"])
    #expect(
      lines("The storm hit nearly a quarter of a million homes.")
        == ["nearly a quarter of a million homes = 250000.0 homes about"])
    #expect(
      lines("La panne touche un quart de million de foyers.", "fr")
        == ["un quart de million de foyers = 250000.0 foyers about"])
    #expect(lines("A quarter of the sailors left.") == ["A quarter of the sailors = 0.25 share"])
  }
}
