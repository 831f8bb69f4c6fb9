import Languages
import NewsModel
import Testing

@testable import Extract

/// All finders together on one article.
@Suite("Extractor")
struct ExtractorTests {
  private func digest(_ text: String, language: String? = "fr", published: String? = nil) -> Digest {
    Extractor().digest(of: Article(id: "x", text: text, published: published, language: language))
  }

  private func speaker(_ quote: Quote, _ digest: Digest) -> String? {
    quote.speaker?.actor.flatMap { digest.actor($0)?.name }
  }

  @Test("A pronoun behind a role that leads the same thing is that role's person, inferred")
  func office() throws {
    let found = digest(
      """
      Le secrétaire norvégien à la Pêche, Odd Nilsen, a visité le port de Brest mardi.
      Le chef de la pêche norvégienne a aussi salué les équipages.
      « Ces navires rentreront avant la nuit », a-t-il déclaré.
      """)
    let quote = try #require(found.quotes.first { $0.form == .direct })
    #expect(speaker(quote, found) == "Odd Nilsen")
    #expect(quote.speaker?.basis == .inferred)
  }

  @Test("A spokesman is not the person for whose house he speaks")
  func spokesman() throws {
    let found = digest(
      """
      Le secrétaire norvégien à la Pêche, Odd Nilsen, a visité le port de Brest mardi.
      Le porte-parole de la pêche norvégienne a salué les équipages.
      « Ces navires rentreront avant la nuit », a précisé le porte-parole de la pêche norvégienne.
      """)
    let quote = try #require(found.quotes.first { $0.form == .direct })
    #expect(speaker(quote, found) == nil)
  }

  @Test("A place of a headline in capitals has its written name")
  func shouted() {
    let found = digest("PORTS DE NORVÈGE – La Norvège ferme ses ports. Les navires quittent la Norvège mardi.")
    #expect(found.actors.contains { $0.name == "Norvège" && $0.kind == .place })
    #expect(!found.actors.contains { $0.name == "NORVÈGE" })
  }

  @Test("All that is found stands in its text", arguments: ["fr", "en", "de", nil])
  func verbatim(language: String?) {
    let text = """
      « La digue tiendra », a dit Mme Odile Brun, maire de Brest, le 3 mars 2021.
      “We spent 2.5 million euros,” said Ann Tarn, head of the Harbour Board, on Monday.
      Selon l’agence AFP, une trentaine de navires sont à quai. d' »importante ». , et « jamais fermé
      """
    let found = digest(text, language: language, published: "2021-03-04")
    let spans =
      found.keyPoints.map(\.span) + found.quotes.map(\.span) + found.quotes.compactMap { $0.speaker?.span }
      + found.actors.flatMap { $0.mentions + $0.roles } + found.dates.map(\.span) + found.figures.map(\.span)
      + found.relays.map(\.span)
    #expect(spans.count > 3)
    for span in spans { #expect(text.holds(span) && !span.isEmpty) }
  }

  @Test("A text cut anywhere is read without a crash, and gives spans that hold")
  func cutAnywhere() {
    let text = "« Oui », a dit Odile Brun (“non”). Il y a 3,5 % de ‘moins’ en 2021, l’an dernier… d' »mot» 12 000 €."
    let extractor = Extractor()
    for end in text.unicodeScalars.indices {
      let part = String(text.unicodeScalars[..<end])
      let found = extractor.digest(of: Article(id: "x", text: part, language: "fr"))
      for quote in found.quotes { #expect(part.holds(quote.span)) }
    }
  }

  @Test("Fifty thousand open guillemets take time in proportion")
  func pathological() {
    func seconds(_ count: Int) -> Double {
      let article = Article(id: "x", text: String(repeating: "« mot ", count: count), language: "fr")
      let time = ContinuousClock().measure { _ = Extractor().digest(of: article) }
      return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    }
    _ = seconds(100)
    let small = seconds(5_000)
    let large = seconds(50_000)
    // Ten times the text may take up to four times more than ten times the time on a busy machine.
    #expect(large < small * 40 + 0.5)
  }
}
