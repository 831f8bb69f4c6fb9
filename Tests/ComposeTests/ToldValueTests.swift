import Foundation
import Extract
import Languages
import NewsModel
import Prose
import Testing

@testable import Compose

/// What differs between short texts that are read as articles are, each an origin of its own.
@Suite("Told values")
struct ToldValueTests {
  private func read(_ id: String, _ text: String, _ language: String, _ day: String) -> Press {
    var made = Press(id, text, published: day, basis: .given, language: language)
    made.digest = Extractor().digest(of: made.digest.article)
    return made
  }

  private func differences(
    _ one: String, _ two: String, _ languages: (String, String) = ("en", "en"), days: (Int, Int) = (3, 3)
  ) -> [String] {
    let press = [
      read("one", one, languages.0, "2031-03-0\(days.0)"), read("two", two, languages.1, "2031-03-0\(days.1)"),
    ]
    return Press.composition(press.map { [$0] }).stories[0].differences.filter { $0.kind != .onlyIn }.map { found in
      let words = found.versions.map { version in
        let text = press.first { $0.digest.article.id == version.article }?.digest.article.text ?? ""
        return version.variants.map { String(text[$0]) }.joined(separator: " ")
      }
      return "\(found.kind.rawValue) \(found.note?.rawValue ?? "") \(words.joined(separator: " | "))"
    }
  }

  @Test("Two lower bounds with different numbers contradict each other; one may be the other's rounding")
  func bounds() {
    let told = { (count: String) in "\(count) people died when the ferry sank off Norrby on Monday, the mayor said." }
    #expect(
      differences(told("At least 41"), told("At least 37")) == [
        "conflict independentOrigins At least 41 people | At least 37 people"
      ])
    #expect(
      differences(told("At least 41"), told("More than 40")) == [
        "precision vagueBesideExact At least 41 people | More than 40 people"
      ])
    // 41 is among those that "at least 37" counts.
    #expect(
      differences(told("A total of 41"), told("At least 37")) == [
        "precision vagueBesideExact 41 people | At least 37 people"
      ])
    #expect(
      differences(told("Fewer than 30"), told("Fewer than 24")) == [
        "conflict independentOrigins Fewer than 30 people | Fewer than 24 people"
      ])
  }

  @Test("Of two rounded numbers neither is the more exact")
  func rounded() {
    #expect(
      differences(
        "Some 400 residents of Norrby were evacuated on Monday.", "About 340 residents of Norrby were evacuated."
      ) == ["precision bothRounded Some 400 residents | About 340 residents"])
  }

  @Test("Counts of two days are set side by side as such, up to some days apart")
  func days() {
    let (three, four) = ("Three men were arrested in Norrby.", "Four men were arrested in Norrby.")
    #expect(differences(three, four) == ["conflict independentOrigins Three men | Four men"])
    #expect(differences(three, four, days: (3, 4)) == ["discrepancy otherDay Three men | Four men"])
    #expect(differences(three, four, days: (1, 8)).isEmpty)
  }

  @Test("What is counted on a later day is no side of a conflict of the day before")
  func laterDay() {
    let told = { (count: String) in "\(count) people died when the ferry sank off Norrby, the mayor said." }
    let press = [
      read("one", told("Twelve"), "en", "2031-03-03"), read("two", told("Fifteen"), "en", "2031-03-03"),
      read("three", told("Seventeen"), "en", "2031-03-04"),
    ]
    let found = Press.composition(press.map { [$0] }).stories[0].differences
    #expect(found.map(\.note) == [.independentOrigins])
    #expect(found.first?.versions.map(\.article) == ["one", "two"])
  }

  @Test("A vote's two numbers are compared each with its own")
  func votes() {
    #expect(
      differences(
        "The council of Norrby voted by 47 to 39 to close the harbour.",
        "Par 46 voix contre 39, le conseil de Norrby a décidé de fermer le port.", ("en", "fr"))
        == ["conflict independentOrigins 47 to 39 | 46 voix contre 39"])
    #expect(
      differences(
        "The council of Norrby voted by 47 to 39 to close the harbour.",
        "The harbour of Norrby won by 46 to 38 in the last match.") == [])
  }

  @Test("Numbers whose noun is left out are of those whom the verb befell")
  func verbs() {
    #expect(
      differences(
        "The ferry sank off Norrby. At least 20 people drowned and 61 were pulled alive from the water.",
        "Le ferry a sombré. Cinquante-huit passagers ont été secourus au large de Norrby.", ("en", "fr"))
        == ["conflict independentOrigins 61 | Cinquante-huit passagers"])
    // Who was hurt on board is none of all who were on board.
    #expect(
      differences(
        "The ferry ran aground off Norrby, injuring 14 passengers.", "The ferry of Norrby carried 79 passengers.")
        == [])
    // Of all passengers it is not said that they were saved.
    #expect(
      differences(
        "The ferry sank off Norrby. 61 were rescued.",
        "Le ferry de Norrby transportait 120 passagers, dont la plupart ont été secourus.", ("en", "fr")) == [])
  }

  @Test("Things that have a name in all languages are compared across them, where a place is named too")
  func acrossLanguages() {
    #expect(
      differences(
        "Norrby will open a centre for 1,200 asylum seekers, the mayor said.",
        "Norrby ouvre un centre pour 1 500 demandeurs d’asile, dit la maire.", ("en", "fr"))
        == ["conflict independentOrigins 1,200 asylum seekers | 1 500 demandeurs"])
    #expect(
      differences(
        "The town will open a centre for 1,200 asylum seekers.",
        "Le pays a reçu 1 500 demandeurs d’asile.", ("en", "fr")) == [])
    #expect(
      differences(
        "The agency put the funding gap at $48 million.",
        "Il lui manque 84 millions de dollars.", ("en", "fr"))
        == ["conflict independentOrigins $48 million | 84 millions de dollars"])
  }

  @Test("A clause is not cut between a number and what says how exact it is, or how great")
  func cuts() throws {
    let lead = "Après une nuit de recherches dans la brume et le froid au large du port de Norrby et de ses îles, "
    let text = "\(lead)au moins trente-sept personnes dont sept enfants sont mortes noyées."
    let made = read("one", text, "fr", "2031-03-03")
    let reading = LanguageReading(try #require(Language.named("fr")))
    let witness = Witness(
      digest: made.digest, language: reading, day: nil, identities: IdentityTable([]))
    let figure = try #require(made.digest.figures.first { $0.value == 37 }?.span)
    let tokens = witness.text.tokens.indices
    let number = witness.tokens(touching: figure)
    // However far the clause may reach, it holds all of the figure or nothing of it.
    for most in 1...25 {
      let clause = ClauseClipper.clause(
        around: tokens.upperBound - 2..<tokens.upperBound - 1, in: tokens, of: witness,
        reach: ClauseClipper.Reach(least: 30, most: most))
      #expect(clause.lowerBound <= number.lowerBound || clause.lowerBound >= number.upperBound, "\(most)")
    }
  }

  @Test("A clause ends with the sign of its number, and with the bracket that it opened or before it")
  func ends() throws {
    let reading = LanguageReading(try #require(Language.named("fr")))
    func clause(_ text: String, around word: String, most: Int) throws -> String {
      let made = read("one", text, "fr", "2031-03-03")
      let witness = Witness(digest: made.digest, language: reading, day: nil, identities: IdentityTable([]))
      let range = try #require(text.range(of: word))
      let start = text[..<range.lowerBound].utf8.count
      let words = witness.tokens(touching: Span(start, start + word.utf8.count))
      let found = ClauseClipper.clause(
        around: words, in: witness.text.tokens.indices, of: witness, reach: ClauseClipper.Reach(least: 4, most: most))
      return witness.text.words(witness.text.span(found))
    }
    let text = "La production a atteint 64 tonnes au port de Norrby par rapport à celle de 2027 (70,1 %)."
    #expect(try clause(text, around: "64 tonnes", most: 30) == String(text.dropLast()))
    #expect(try clause(text, around: "64 tonnes", most: 11).hasSuffix("celle de 2027"))
    #expect(try clause("La part des barques vertes a atteint 64 %.", around: "barques", most: 12).hasSuffix("64 %"))
  }
}
