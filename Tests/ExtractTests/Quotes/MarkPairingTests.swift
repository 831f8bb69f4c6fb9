import NewsModel
import Testing

@testable import Extract

/// Marks of the press, right and wrong.
struct MarkPairingTests {
  @Test(
    "every pair of marks of the press is read",
    arguments: [
      ("« ", " »"), ("«", "»"), ("“", "”"), ("\"", "\""), ("„", "“"), ("‘", "’"), ("''", "''"), ("<<", ">>"), (",,", "\""),
      ("« ", " ”"), ("«", "“"), ("» ", " «"), ("” ", " “"),
    ])
  func pairs(_ open: String, _ close: String) {
    let sample = QuoteSample("\(open)Le pont sera rouvert avant la fin de l'été\(close), a promis la maire de Brume.")
    #expect(sample.lines == ["direct: Le pont sera rouvert avant la fin de l'été (la maire de Brume, stated)"])
  }

  @Test("a mark never closed ends with its paragraph and says so")
  func leftOpen() {
    let sample = QuoteSample("« Nous avons attendu la pluie pendant trois mois.\nLa rivière a baissé de moitié.")
    #expect(sample.marked == ["Nous avons attendu la pluie pendant trois mois."])
    #expect(sample.quotes.first?.leftOpen == true)
  }

  @Test("a mark never closed ends before the clause that names the speaker")
  func leftOpenBeforeCue() {
    let sample = QuoteSample("« Nous avons attendu la pluie pendant trois mois, a raconté Odile Brun.")
    #expect(sample.lines == ["direct: Nous avons attendu la pluie pendant trois mois (Odile Brun, stated)"])
  }

  @Test("a closing mark alone takes the sentence that a cue follows")
  func lostOpening() {
    let sample = QuoteSample("Les digues ont tenu toute la nuit », a constaté le préfet.")
    #expect(sample.lines == ["direct: Les digues ont tenu toute la nuit (le préfet, stated)"])
    #expect(sample.quotes.first?.rule == "lost-opening")
  }

  @Test("a closing mark with nobody speaking is no quote")
  func strayMark() {
    #expect(QuoteSample("Les digues ont tenu toute la nuit ». La crue recule.").marked.isEmpty)
  }

  @Test("a guillemet behind an elided word opens, whatever its shape", arguments: ["d’ »", "d' »", "d ‘ »", "d’« "])
  func afterElision(_ marks: String) {
    let sample = QuoteSample("La ministre a parlé \(marks)accord historique » à son retour.")
    #expect(sample.marked == ["accord historique"])
  }

  @Test("quotes inside quotes stay part of the words around them")
  func inner() {
    let sample = QuoteSample("« Il m'a dit “reviens demain matin” et je suis parti », raconte Odile Brun.")
    #expect(sample.marked == ["Il m'a dit “reviens demain matin” et je suis parti"])
  }

  @Test("apostrophes, inches and attributes of tags are no marks")
  func notMarks() {
    #expect(QuoteSample("The players' coach, 6'3\" tall, said little.", in: "en").marked.isEmpty)
    #expect(QuoteSample("<img alt=\"a dog that said nothing at all\"> The dog slept.", in: "en").marked.isEmpty)
  }

  @Test("a paragraph that reopens a mark goes on the quote and keeps its speaker")
  func reopened() {
    let sample = QuoteSample(
      "Odile Brun said: “The harvest was late this year.\n“We will try again when the rain comes back.”", in: "en")
    #expect(sample.quotes.map(\.utterance) == [1, 1])
    #expect(sample.quotes.allSatisfy { !$0.leftOpen })
    #expect(sample.lines.last == "direct: We will try again when the rain comes back. (Odile Brun, inferred)")
  }

  @Test("thousands of open guillemets cost no more than linear time", .timeLimit(.minutes(1)))
  func manyOpen() {
    let sample = QuoteSample(String(repeating: "« mot ", count: 10_000))
    #expect(sample.quotes.count < 10_001)
    let closed = QuoteSample(String(repeating: "mot » et ' ", count: 10_000))
    #expect(closed.quotes.count < 10_001)
  }
}
