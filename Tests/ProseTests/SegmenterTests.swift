import Languages
import NewsModel
import Testing

@testable import Prose

@Suite("Sentences")
struct SegmenterTests {
  private let segmenter = Segmenter(
    language: "fr",
    lists: Segmenter.Lists {
      ["elisions": ["l", "d"], "clitics": ["-t-il"], "abbreviations": ["gén", "M"]][$0] ?? []
    })

  private func sentences(_ text: String) -> [String] {
    segmenter.segments(of: text).sentences.map { String(text[$0.span]) }
  }

  @Test("Initials and abbreviations do not end a sentence")
  func abbreviations() {
    #expect(sentences("Le gén. Robin A. Vasseur parle. Il part.").count == 2)
    #expect(sentences("M. Vasseur parle. Fin.") == ["M. Vasseur parle.", "Fin."])
    #expect(sentences("Il fait 12 °C. Les gens dorment.").count == 2)
    #expect(sentences("Il vote les travaux. Les gens dorment.").count == 2)
  }

  @Test("Behind initials a name goes on with the sentence, and a frequent starter begins one")
  func initials() {
    let lists = [
      "starters": ["the", "he"], "continuations": ["monday"], "abbreviations": ["oct"], "addresses": ["B.C."],
    ]
    let segmenter = Segmenter(language: "en", lists: Segmenter.Lists { lists[$0] ?? [] })
    func count(_ text: String) -> Int { segmenter.segments(of: text).sentences.count }
    #expect(count("The 9th U.S. Harbour Court met on Oct. 24 in Brevanne.") == 1)
    #expect(count("She left for the U.S. He stayed.") == 2)
    #expect(count("It closed at 9 p.m. Monday and opened at 8 a.m. GMT on the next day.") == 1)
    #expect(count("It closed at 9 p.m. Nobody left.") == 2)
    #expect(count("They met in Brevanne, B.C. Nobody left.") == 2)
    #expect(count("At noon, B.K. Sample left.") == 1)
    // A language without starters keeps to the general rule.
    #expect(Segmenter(language: "en").segments(of: "They met in the U.S. Harbour Court.").sentences.count == 2)
  }

  @Test("A closing mark belongs to the sentence that it closes")
  func closingMarks() {
    #expect(sentences("« Nous partons. » Il sort.").first == "« Nous partons. »")
    #expect(sentences("“Nous partons.” Il sort.") == ["“Nous partons.”", "Il sort."])
  }

  @Test("Every line is a paragraph, and no sentence crosses one")
  func paragraphs() {
    let text = segmenter.segments(of: "Un titre\n\nUne phrase. Une autre\net la suite.\n")
    #expect(text.paragraphs.count == 3)
    for sentence in text.sentences { #expect(text.paragraphs[sentence.paragraph].span.contains(sentence.span)) }
  }

  @Test("Sentences hold all tokens, once and in order")
  func partition() {
    let text = segmenter.segments(of: "A. B. « c » d ! e ? … f. , g.\n— h : i.")
    #expect(text.sentences.flatMap { Array($0.tokens) } == Array(text.tokens.indices))
  }

  @Test("A very long line takes time in proportion to its length")
  func linear() {
    func seconds(_ count: Int) -> Double {
      let text = String(repeating: "Le mot « ouvre. ", count: count)
      let clock = ContinuousClock()
      let time = clock.measure { _ = segmenter.segments(of: text) }
      return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    }
    _ = seconds(1_000)
    let small = seconds(4_000)
    let large = seconds(32_000)
    // Eight times the text may take up to three times more than eight times the time on a busy machine.
    #expect(large < small * 24 + 0.05)
  }
}
