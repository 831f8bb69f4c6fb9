import Languages
import NewsModel
import Testing

@testable import Extract

/// Spanish, which is a folder of tables and nothing else.
@Suite("A third language")
struct ThirdLanguageTests {
  /// Two articles of our own, about places and people that are not; what is expected was marked before they were read.
  private static let harbour = """
    El puerto de Valdemar reabrió el lunes por la mañana a los barcos de pesca, tras once semanas de obras que costaron \
    2,4 millones de euros, según la Consejería de Pesca.

    «Los muelles han aguantado mejor de lo que temíamos», declaró la alcaldesa, Rocío Almenar, en una rueda de prensa. \
    «Ahora toca devolver la confianza a las familias», añadió.

    El presidente de la Cofradía de Pescadores, Tomás Urrutia, aseguró que unos 180 barcos saldrán a faenar el \
    miércoles. “No pedimos milagros, pedimos hielo y combustible”, dijo Urrutia.

    Según la ingeniera Lucía Ferrándiz, la grúa principal no funcionará hasta el 3 de marzo. «La pieza llegará de Bilbao \
    dentro de dos semanas», explicó a este diario.

    La oposición calificó la obra de «chapuza cara». «Se ha gastado el 40 % más de lo previsto», denunció el concejal \
    Julián Ochoa, del Partido Popular. Almenar rechazó las críticas: «Las cuentas son públicas».

    El ministro de Agricultura, Esteban Quiroga, visitará las instalaciones el próximo viernes. Fuentes del ministerio \
    señalaron que más de 3.000 toneladas de pescado quedaron sin vender en otoño de 2025.
    """
  private static let hospital = """
    Miles de personas marcharon ayer por las calles de Montealto contra el cierre del hospital comarcal, anunciado hace \
    dos semanas por el gobierno regional. Los organizadores hablaron de doce mil manifestantes; la Policía Local, de \
    cerca de 7.500.

    "No nos vamos a callar", gritó desde el escenario Amparo Nogales, portavoz de la Plataforma por la Sanidad. Nogales \
    sostuvo que el hospital atiende a más de 60.000 personas cada año.

    La consejera de Sanidad, Beatriz Lozano, defendió la medida. "El edificio tiene grietas que no podemos ignorar", \
    afirmó. Ella insistió en que nadie perderá su empleo.

    El geólogo Andrés Villalba advirtió de que "el riesgo aumentará con las lluvias de abril". Villalba, que trabaja en \
    la Universidad de Valdemar, recordó que ya lo había dicho en noviembre del año pasado.

    El lunes pasado, un juez de la Audiencia Provincial ordenó aplazar el traslado hasta el 15 de febrero. "Es una \
    victoria pequeña", comentó el abogado Hugo Serrano.
    """

  private func digest(_ text: String) -> Digest {
    Extractor().digest(
      of: Article(id: "es", text: text, published: "2026-01-14", publishedBasis: .given, language: "es"))
  }

  @Test("quotes and who said them")
  func quotes() {
    let found = [ThirdLanguageTests.harbour, ThirdLanguageTests.hospital].flatMap { text -> [String] in
      let digest = digest(text)
      return digest.quotes.filter { $0.form != .indirect }.map { quote in
        let actor = quote.speaker?.actor.flatMap { digest.actor($0)?.name } ?? "?"
        return "\(text[quote.span].split(separator: " ").prefix(3).joined(separator: " ")): \(actor)"
      }
    }
    #expect(
      found == [
        "Los muelles han: Rocío Almenar", "Ahora toca devolver: Rocío Almenar", "No pedimos milagros,: Tomás Urrutia",
        "La pieza llegará: Lucía Ferrándiz", "chapuza cara: ?", "Se ha gastado: Julián Ochoa",
        "Las cuentas son: Rocío Almenar", "No nos vamos: Amparo Nogales", "El edificio tiene: Beatriz Lozano",
        "el riesgo aumentará: Andrés Villalba", "Es una victoria: Hugo Serrano",
      ])
  }

  @Test("reported speech")
  func indirect() {
    let digest = digest(ThirdLanguageTests.harbour)
    let said = digest.quotes.filter { $0.form == .indirect }.map { String(ThirdLanguageTests.harbour[$0.span]) }
    #expect(said.contains("unos 180 barcos saldrán a faenar el miércoles"))
    #expect(said.contains("la grúa principal no funcionará hasta el 3 de marzo"))
  }

  @Test("persons with their roles")
  func actors() {
    let digests = [digest(ThirdLanguageTests.harbour), digest(ThirdLanguageTests.hospital)]
    let persons = digests.flatMap { digest in
      digest.actors.filter { $0.kind == .person }.map(\.name)
    }
    #expect(
      persons == [
        "Rocío Almenar", "Tomás Urrutia", "Lucía Ferrándiz", "Julián Ochoa", "Esteban Quiroga", "Amparo Nogales",
        "Beatriz Lozano", "Andrés Villalba", "Hugo Serrano",
      ])
    let urrutia = digests[0].actors.first { $0.name == "Tomás Urrutia" }
    #expect(
      urrutia?.roles.map { String(ThirdLanguageTests.harbour[$0]) } == ["presidente de la Cofradía de Pescadores"])
    let bodies = digests.flatMap { $0.actors.filter { $0.kind == .organization }.map(\.name) }
    for body in ["Consejería de Pesca", "Cofradía de Pescadores", "Partido Popular", "Policía Local"] {
      #expect(bodies.contains(body))
    }
  }

  @Test("dates by tense and by what they are counted from")
  func dates() {
    let digests = [digest(ThirdLanguageTests.harbour), digest(ThirdLanguageTests.hospital)]
    let values = digests.flatMap { digest in
      digest.dates.map { "\(digest.article[$0.span]) = \($0.value?.text ?? "?")" }
    }
    #expect(
      values == [
        "el lunes por la mañana = 2026-01-12", "el miércoles = 2026-01-14", "el 3 de marzo = 2026-03-03",
        "dentro de dos semanas = 2026-W05", "el próximo viernes = 2026-01-16", "otoño de 2025 = 2025-23",
        "ayer = 2026-01-13", "hace dos semanas = 2026-W01", "abril = 2026-04",
        "noviembre del año pasado = 2025-11", "El lunes pasado = 2026-01-12", "el 15 de febrero = 2026-02-15",
      ])
  }

  @Test("figures in digits and words, with what they count")
  func figures() {
    let digests = [digest(ThirdLanguageTests.harbour), digest(ThirdLanguageTests.hospital)]
    let found = digests.flatMap { digest in digest.figures.map { String(digest.article[$0.span]) } }
    #expect(
      found == [
        "once semanas", "2,4 millones de euros", "unos 180 barcos", "40 %", "más de 3.000 toneladas",
        "Miles de personas", "doce mil manifestantes", "cerca de 7.500", "más de 60.000 personas",
      ])
  }

  @Test("key points stand on their own")
  func keyPoints() {
    let points = digest(ThirdLanguageTests.hospital).keyPoints.map { ThirdLanguageTests.hospital[$0.span] }
    #expect(!points.isEmpty)
    #expect(points.allSatisfy { !$0.hasPrefix("Ella") })
  }

  @Test("a language of a few tables works as far as they go")
  func fewTables() {
    let cues = WordTable(parsing: "[finite]\nzegt\n[determiner]\nde\n[complementizer]\ndat")
    let dutch = Language(code: "nl", tables: ["quote-cues": cues])
    let text = "“De dijk houdt stand tot morgen”, zegt Ans Brand. Ze betaalde 12 euro."
    let digest = Extractor(languages: [dutch]).digest(of: Article(id: "nl", text: text, language: "nl"))
    #expect(digest.quotes.map { String(text[$0.span]) } == ["De dijk houdt stand tot morgen"])
    #expect(digest.quotes.first?.speaker.map { String(text[$0.span]) } == "Ans Brand")
    #expect(digest.dates.isEmpty)
    #expect(Extractor(languages: []).digest(of: Article(id: "x", text: text, language: "nl")).quotes.count == 1)
  }
}
