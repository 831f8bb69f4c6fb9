import NewsModel
import Testing

@testable import Extract

@Suite("Words that are not their sentence's subject's")
struct DisownedWordsTests {
  @Test(
    "what somebody is said to have said is nobody's",
    arguments: [
      ("fr", "Luc Ferrand accuse la maire d’avoir dit en réunion que « les quais attendront bien », ce qu’elle nie."),
      ("fr", "Luc Ferrand reproche au préfet Jean Morvan d’avoir affirmé que « les quais attendront bien »."),
      ("fr", "Le préfet Jean Morvan est accusé d’avoir déclaré que « les quais attendront bien »."),
      ("fr", "Luc Ferrand accuse le préfet Jean Morvan de dire que « les quais attendront bien »."),
      ("fr", "Luc Ferrand accuse le préfet d’avoir dit : « les quais attendront bien »."),
      (
        "en", "Luke Farrow accused the mayor of having said in May that “the quays can wait a while”, which she denies."
      ),
      ("en", "Luke Farrow accused Jane Bolt of saying that “the quays can wait a while”."),
      ("en", "Jane Bolt is accused of having told staff that “the quays can wait a while”."),
      ("es", "Luis Ferrando acusa a la alcaldesa de haber dicho en mayo que «los muelles pueden esperar»."),
      ("es", "Ana Robles fue acusada de haber declarado que «los muelles pueden esperar»."),
    ])
  func alleged(_ language: String, _ text: String) {
    let sample = SpokenSample(text, language)
    #expect(sample.digest.quotes.count == 1, "\(sample.lines)")
    #expect(sample.digest.quotes.allSatisfy { $0.speaker == nil }, "\(sample.lines)")
  }

  @Test(
    "without marks it is no report",
    arguments: [
      ("fr", "Luc Ferrand accuse le préfet d’avoir dit que les travaux du quai étaient finis."),
      ("en", "Luke Farrow accused Jane Bolt of saying that the works on the quay were over."),
      ("en", "Instead of saying that the works on the quay were over, Luke Farrow left."),
      ("es", "Luis Ferrando acusa a la alcaldesa de haber dicho que las obras del muelle habían terminado."),
    ])
  func unmarked(_ language: String, _ text: String) { #expect(SpokenSample(text, language).lines.isEmpty) }

  @Test(
    "what is denied is nobody's",
    arguments: [
      ("fr", "Yves Tarn nie avoir dit que « la digue allait céder »."),
      ("fr", "Yves Tarn dément avoir déclaré : « La digue va céder dans la nuit. »"),
      ("fr", "Yves Tarn conteste que la digue soit « un danger pour la ville »."),
      ("en", "Ann Tarn denied that she had called the dam “a danger to the whole town”."),
      ("en", "Ann Tarn dismissed reports that the dam was “close to a collapse”."),
      ("es", "Luis Ferrando niega haber dicho que «la presa iba a ceder pronto»."),
    ])
  func denied(_ language: String, _ text: String) {
    let sample = SpokenSample(text, language)
    #expect(sample.digest.quotes.count == 1, "\(sample.lines)")
    #expect(sample.digest.quotes.allSatisfy { $0.speaker == nil }, "\(sample.lines)")
  }

  @Test(
    "the subject's own words stay its own beside an accusation or a denial",
    arguments: [
      ("fr", "Yves Tarn accuse la préfète de « mentir aux habitants du quai ».", "Yves Tarn"),
      ("fr", "Yves Tarn a reconnu avoir déclaré que « la digue allait céder un jour ».", "Yves Tarn"),
      ("fr", "Yves Tarn regrette d’avoir dit que « la digue allait céder un jour ».", "Yves Tarn"),
      ("fr", "Yves Tarn nie les faits et a déclaré que « la digue est solide et sûre ».", "Yves Tarn"),
      ("fr", "Yves Tarn est accusé d’avoir menti. « La digue est solide », a-t-il répondu.", "Yves Tarn"),
      ("en", "Ann Tarn denied lying and said that the dam was “as solid as ever before”.", "Ann Tarn"),
      ("en", "Ann Tarn accused the mayor of “lying to the whole town”.", "Ann Tarn"),
      ("es", "Luis Ferrando dijo que «la presa está muy bien».", "Luis Ferrando"),
    ])
  func own(_ language: String, _ text: String, _ speaker: String) {
    let sample = SpokenSample(text, language)
    #expect(
      sample.digest.quotes.count == 1 && sample.lines.allSatisfy { $0.hasSuffix(": \(speaker)") }, "\(sample.lines)")
  }

  @Test("what a claim is rejected as is the words of who rejects it; the claim's own words are not")
  func rejected() {
    for verb in ["rejected", "dismissed"] {
      let naming = SpokenSample("Ann Tarn \(verb) the claim about the dam as “wholly untrue”.", "en")
      #expect(naming.lines == ["wholly untrue: Ann Tarn"])
      let claim = SpokenSample("Ann Tarn \(verb) the “absurd” claim about the dam.", "en")
      #expect(claim.lines.isEmpty)
    }
    #expect(SpokenSample("The claim was rejected as “wholly untrue”.", "en").speaker(of: "untrue") == nil)
    #expect(
      SpokenSample("Yves Tarn a qualifié ce rapport de « pure invention ».").lines == ["pure invention: Yves Tarn"])
  }
}
