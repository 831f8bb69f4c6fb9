import NewsModel
import Testing

@testable import Extract

@Suite("Forms of names")
struct NameFormTests {
  @Test("a family name with an article stays whole behind a given name that nobody knows")
  func articlesOfNames() {
    let french = ActorFixture(
      "La préfète de région, Maëlane Le Kerdoz, a parlé mardi. « Nous sommes prêts », a dit Mme Le Kerdoz. "
        + "Le maire, Yannig Du Plessier, et la députée Oriane Des Essarts ont écouté Tudal La Fosse.")
    #expect(
      french.names(.person) == ["Maëlane Le Kerdoz", "Yannig Du Plessier", "Oriane Des Essarts", "Tudal La Fosse"])
    #expect(french.mentions(of: "Maëlane Le Kerdoz") == ["Maëlane Le Kerdoz", "Le Kerdoz"])
    #expect(french.roles(of: "Maëlane Le Kerdoz") == ["préfète de région"])
  }

  @Test("an outlet, a town and a title keep their article, and so does what starts a sentence")
  func otherArticles() {
    let outlet = ActorFixture("Un lecteur de Kervran a écrit au quotidien Le Monde. Il aime Kervran. Le Havre aussi.")
    #expect(outlet.names(.organization) == ["Le Monde"])
    #expect(!outlet.actors.contains { $0.name.hasPrefix("Kervran ") })
    #expect(ActorFixture("« Non », a répondu Madame La Ministre.").names(.person) == [])
    // Two persons of one article and family name are told apart by their civilities.
    let two = ActorFixture("Maëlane Le Kerdoz est venue. Elle a salué Yannig Le Kerdoz. M. Le Corre est parti.")
    #expect(two.names(.person).prefix(2) == ["Maëlane Le Kerdoz", "Yannig Le Kerdoz"])
    #expect(!two.mentions(of: "Maëlane Le Kerdoz").contains("Le Corre"))
  }

  @Test("letters behind a name are no part of it and tell a person")
  func postnominals() {
    let counsel = ActorFixture(
      "Prosecutor Danai Karras KC opened the case. Danai Karras spoke for an hour. Her barrister, Yusuf Adan KC, "
        + "said she was sorry. Danai Karras, KC, agreed.", "en")
    #expect(counsel.names(.person) == ["Danai Karras", "Yusuf Adan"])
    #expect(counsel.names(.organization) == [])
    #expect(counsel.roles(of: "Yusuf Adan") == ["barrister"])
    let members = ActorFixture(
      "Labour MP Tomos Rhee asked. Tomos Rhee MP replied on the same day to Sian Rees OBE.", "en")
    #expect(members.names(.person) == ["Tomos Rhee", "Sian Rees"])
    #expect(ActorFixture("A Labour MP left.", "en").names(.person) == [])
  }

  @Test("a participle that opens a sentence before a comma is nobody; a name is somebody")
  func participles() {
    for sentence in [
      "Interrogée, la préfète n’a pas répondu.", "Contacté, le maire a démenti.",
      "Sollicités, les élus se taisent.", "Jointe, la directrice se tait.",
      "Interrogée, la préfète Maëlane Kerdoz se tait.",
    ] {
      #expect(!ActorFixture(sentence).actors.contains { !$0.name.contains("Kerdoz") }, "\(sentence)")
    }
    #expect(ActorFixture("Asked, the mayor said nothing.", "en").actors.isEmpty)
    #expect(ActorFixture("Hervé, le maire, a parlé.").names(.person) == ["Hervé"])
    #expect(ActorFixture("Doré, la chanteuse, est venue. On a applaudi Doré.").roles(of: "Doré") == ["chanteuse"])
    #expect(ActorFixture("Ahmed, the mayor, said no.", "en").names(.person) == ["Ahmed"])
  }

  @Test("bodies and plans go on over a small word; two bodies do not")
  func bodies() {
    let french = ActorFixture(
      "L’association Voiles et Jardins proteste. Le collectif Marais et Rivières demande un vote à la société Brandel et "
        + "Fils. Selon l’association Horizon et Paul Martin, tout va bien.")
    #expect(
      french.names(.organization) == [
        "association Voiles et Jardins", "Marais et Rivières", "Brandel et Fils", "association Horizon",
      ])
    #expect(french.names(.person) == ["Paul Martin"])
    for sentence in ["Le programme « Cœur de Bourg » coûte cher.", "Le projet Cœur de Ville avance."] {
      #expect(ActorFixture(sentence).actors.isEmpty, "\(sentence)")
    }
    #expect(
      ActorFixture("L’association « Sel de Mer » proteste.").names(.organization).allSatisfy {
        $0.contains("Sel de Mer")
      })
    #expect(ActorFixture("Le club de Nantes et Lille ont joué.").names(.place) == ["Nantes", "Lille"])
  }

  @Test("a house, a hall and a court keep the word before them")
  func houses() {
    let english = ActorFixture(
      "She stole from Maple House, a home in Larch Lane. She appeared at Tilbrook Crown Court. Tilbrook Hall was closed.",
      "en")
    #expect(english.names(.place) == ["Maple House", "Larch Lane", "Tilbrook Hall"])
    #expect(english.names(.organization) == ["Tilbrook Crown Court"])
    #expect(english.names(.person) == [])
    let chamber = ActorFixture("The US House voted. House Speaker Dana Whitlock smiled. Rebecca Hall said so.", "en")
    #expect(chamber.names(.organization) == ["House"] && chamber.names(.place) == ["US"])
    #expect(chamber.names(.person) == ["Dana Whitlock", "Rebecca Hall"])
  }
}
