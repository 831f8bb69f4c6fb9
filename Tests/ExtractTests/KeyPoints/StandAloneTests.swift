internal import Languages
internal import NewsModel
internal import Prose
internal import Testing

@testable import Extract

/// What a sentence needs to be understood by itself.
@Suite("Sentences that stand alone")
struct StandAloneTests {
  private let extractor = Extractor()

  private func keyPoints(_ text: String, _ language: String = "fr", title: String? = nil) -> [String] {
    let article = Article(id: "a", text: text, title: title, language: language)
    let digest = extractor.digest(of: article)
    return digest.keyPoints.map { String(digest.article[$0.span]) }
  }

  private func stands(_ text: String, _ language: String = "fr") -> Bool { keyPoints(text, language) == [text] }

  @Test("a pronoun after an opening that names nobody leans")
  func pronouns() {
    #expect(!stands("Il y a quatre ans, il avait déjà fermé les deux quais du vieux port."))
    #expect(!stands("Interrogée par Anna Petit, elle a promis une aide aux pêcheurs du vieux port."))
    #expect(!stands("Après la réunion du conseil, ils ont quitté le vieux port sans un mot."))
    #expect(!stands("After the meeting at the harbour, he refused to reopen the two old quays.", "en"))
    #expect(!stands("Douze d’entre eux ont été soignés à l’hôpital du vieux port avant dimanche soir."))
    #expect(stands("Le maire du vieux port a dit qu’il fermerait les deux quais au printemps."))
    #expect(stands("Depuis l’élection de Paul Martin, il faut attendre deux mois pour un permis de pêche."))
    #expect(stands("Alors qu’elle visitait le vieux port, Anna Petit a promis une aide aux pêcheurs."))
    #expect(stands("After Anna Petit left the harbour, she refused to reopen the two old quays.", "en"))
  }

  @Test("a demonstrative leans unless a clause or the calendar tells what it means")
  func demonstratives() {
    #expect(!stands("Le conseil de la ville a confirmé cette interdiction aux pêcheurs du vieux port."))
    #expect(!stands("The council has confirmed this ban to the fishermen of the old harbour today.", "en"))
    #expect(stands("Le conseil de la ville a reçu ces pêcheurs qui refusent de quitter le vieux port."))
    #expect(stands("Le conseil de la ville ferme cette semaine les deux quais du vieux port."))
    #expect(stands("Les aidants, ces personnes qui soutiennent un proche, recevront une aide de la ville."))
  }

  @Test("a bare noun with an article that points back leans")
  func knownNouns() {
    #expect(!stands("L’homme a quitté le vieux port avant l’arrivée des gendarmes et des pompiers."))
    #expect(!stands("The man left the old harbour before the police and the firemen arrived there.", "en"))
    let text = """
      Un prototype de bateau a été construit par les pêcheurs du vieux port de la ville.
      Le prototype a coulé devant les quais du vieux port au premier essai des pêcheurs.
      """
    #expect(keyPoints(text) == ["Un prototype de bateau a été construit par les pêcheurs du vieux port de la ville."])
    #expect(stands("Le gouvernement a fermé les deux quais du vieux port pour des travaux."))
  }

  @Test("what has no verb of its own is no statement")
  func fragments() {
    #expect(!stands("Une taxe contestée depuis deux mois par les pêcheurs du vieux port."))
    #expect(!stands("Un succès qui se confirme aussi chez les pêcheurs du vieux port."))
    #expect(stands("Une taxe contestée par les pêcheurs a été retirée par le conseil du vieux port."))
    #expect(stands("Un pêcheur qui quittait le vieux port a heurté la digue de la ville."))
  }

  @Test("a lone quote mark at an end stays outside, one inside bars the sentence")
  func marks() {
    let sentence = "Le conseil de la ville a fermé les deux quais du vieux port pour deux ans."
    #expect(keyPoints(sentence + "\"") == [sentence])
    #expect(keyPoints("Les quais sont fermés », a dit le conseil aux pêcheurs du vieux port de la ville.").isEmpty)
  }

  @Test("a heading glued to it, the first person, the title again and what scraping left bar a sentence")
  func scraped() {
    #expect(!stands("Un port ferméCette semaine le conseil de la ville a fermé les deux quais."))
    #expect(!stands("Le conseil a fermé notre port et mes deux quais sans un mot aux pêcheurs."))
    #expect(!stands("(1/2) Le conseil de la ville a fermé les deux quais du vieux port."))
    let title = "Le conseil de la ville ferme les deux quais du vieux port"
    #expect(keyPoints(title + ".", title: title).isEmpty)
    #expect(stands("Le groupe BioNTech a livré des vaccins aux pêcheurs du vieux port de la ville."))
  }
}
