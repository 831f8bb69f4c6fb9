import Extract
import Languages
import NewsModel
import Testing

@testable import Cluster

@Suite("Origins")
struct OriginFinderTests {
  private let report = """
    Le maire de Brignac a présenté mardi un plan de sauvegarde de la forêt communale.
    Trois cents hectares de pins seront replantés avant la fin de la décennie.
    Les associations de chasseurs demandent un délai avant le début des travaux.
    La région financera la moitié du projet, estimé à douze millions.
    """
  private let rewrite = """
    Mardi, le maire de Brignac a présenté son plan pour la sauvegarde de la forêt communale.
    Avant la fin de la décennie, trois cents hectares de pins seront replantés.
    Un délai est demandé par les associations de chasseurs avant que les travaux commencent.
    Estimé à douze millions, le projet sera financé pour moitié par la région.
    """
  private let independent = """
    À Brignac, la forêt va changer de visage, et tout le village en parle.
    Sur la place du marché, beaucoup se disent soulagés de voir enfin la mairie agir contre le scolyte.
    Le plan annoncé coûterait douze millions et le conseil régional en paierait une part.
    Certains craignent pourtant que les jeunes arbres ne résistent pas aux étés à venir.
    """

  private func evidence(_ a: String, _ b: String, relays: [[Relay]] = [[], []]) -> [Origin.Evidence] {
    let reader = OutlineReader()
    let outlines = [a, b].enumerated().map { number, text in
      var digest = Digest(article: Article(id: "\(number)", text: text, language: "fr"))
      digest.relays = relays[number]
      return reader.outline(of: digest)
    }
    return OriginFinder.evidence(outlines[0], outlines[1])
  }

  @Test("a copy is identical text")
  func copy() { #expect(evidence(report, report) == [.identicalText]) }

  @Test("a rewrite runs parallel sentence by sentence")
  func rewritten() {
    guard case .parallelSentences(let matched, let of) = evidence(report, rewrite).first else {
      Issue.record("no parallel sentences found")
      return
    }
    #expect(matched >= 3)
    #expect(of == 4)
  }

  @Test("two reporters' articles are two origins")
  func independentReports() { #expect(evidence(report, independent).isEmpty) }

  @Test("who speaks, and of what office, is no sentence that two reporters share")
  func attributions() {
    let opening = """
      The ferrymen of Carrow voted on Monday to stay in port for a second week, after a long meeting in the sail loft.

      “We will not sail for that,” said Otis Varn, secretary of the Carrow Ferrymen’s Union. “Ask the owners,” said \
      Wilma Treece, director of the Carrow Harbour Authority. “It is a pity,” said Anna Tarn, mayor of Carrow Sound.
      """
    let ending = """
      The ferries of Carrow left the quay on Thursday, when their owners gave way over night shifts and Sunday pay.

      “That will do,” said Otis Varn, secretary of the Carrow Ferrymen’s Union. “At last,” said Wilma Treece, director \
      of the Carrow Harbour Authority. “We are glad,” said Anna Tarn, mayor of Carrow Sound.
      """
    let extractor = Extractor()
    let reader = OutlineReader()
    let outlines = [opening, ending].enumerated().map { number, text in
      reader.outline(of: extractor.digest(of: Article(id: "\(number)", text: text, language: "en")))
    }
    #expect(outlines.allSatisfy { $0.stems.count > 8 })
    #expect(OriginFinder.evidence(outlines[0], outlines[1]).isEmpty)
  }

  @Test("the same credit is one origin, as stated")
  func relay() {
    let relay = Relay(span: Span(0, 2), name: "Agence Nord")
    #expect(evidence(report, independent, relays: [[relay], [relay]]) == [.sameRelay("agence nord")])
  }

  @Test("a wire in eighty papers is one origin, however they are numbered, and who reports alone stays alone")
  func wire() {
    let reader = OutlineReader()
    let texts = (0..<82).map { $0 == 40 || $0 == 81 ? independent + "Récit \($0)." : report + " Page \($0 % 7)." }
    let outlines = texts.enumerated().map { number, text in
      reader.outline(of: Digest(article: Article(id: "\(100 + number)", text: text, language: "fr")))
    }
    let origins = OriginFinder.origins(texts.indices.map { "\(100 + $0)" }, outlines)
    #expect(origins.map(\.articles.count) == [80, 2])
    let pairs = OriginCandidates.pairs(StoryOutlines(outlines))
    #expect(pairs.count <= 2 * texts.count)
  }
}
