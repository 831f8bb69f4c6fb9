import Languages
import NewsModel
import Testing

@testable import Extract

/// Unknown names whose place in the sentence tells what they are.
@Suite("Names by their context")
struct PlaceContextTests {
  private func kinds(_ text: String, _ language: String = "fr") -> [String: Actor.Kind] {
    let digest = Extractor().digest(of: Article(id: "x", text: text, language: language))
    return Dictionary(digest.actors.map { ($0.name, $0.kind) }) { first, _ in first }
  }

  @Test("A district, a post, a village are places, whatever their names")
  func districts() {
    #expect(kinds("Les habitants du quartier de Varnoque dorment mal.")["Varnoque"] == .place)
    #expect(kinds("Dans le quartier d’Orbelin, à l’est, on dort mal.")["Orbelin"] == .place)
    #expect(kinds("Les camions attendent au poste de Tarvic depuis lundi.")["Tarvic"] == .place)
  }

  @Test("What a depot, a site or the people of somewhere are of is no person")
  func sites() {
    for before in ["au dépôt de", "les ouvriers de", "la zone industrielle de", "un centre de maintenance de"] {
      #expect(kinds("La grève a commencé mardi, et \(before) Varnoque on attend.")["Varnoque"] != .person, "\(before)")
    }
    #expect(kinds("Le scrutin d'Alençon est annulé.")["Alençon"] == .place)
    #expect(kinds("La réforme de Varnoque a été critiquée.")["Varnoque"] == .person)
  }

  @Test("A number word that counts what follows is no town of that name")
  func counts() {
    #expect(kinds("Trente pêcheurs ont quitté le port.")["Trente"] == nil)
    #expect(kinds("Trente mille caisses attendent sur le quai.")["Trente"] == nil)
    #expect(kinds("« Trente barques dorment ici », dit-elle.")["Trente"] == nil)
    #expect(kinds("« Trente ans de travail », lâche Anna Brun.")["Trente"] == nil)
    #expect(kinds("Trente accueille la foire aux cloches.")["Trente"] == .place)
    #expect(kinds("Le train de nuit arrive à Trente.")["Trente"] == .place)
  }

  @Test("What has an article at the head of a sentence is no person")
  func article() {
    #expect(kinds("La Ville ne commente pas. Un élu soupire.")["Ville"] != .person)
  }

  @Test("A paper and a task force are no persons")
  func organizations() {
    #expect(kinds("She told Harrow Wire that the road was closed on Sunday.", "en")["Harrow Wire"] != .person)
    #expect(kinds("Un porte-parole de la Task Force Vesper a confirmé.")["Force Vesper"] != .person)
  }
}
