import NewsModel
import Testing

@testable import Extract

@Suite("Forms of roles")
struct RoleFormTests {
  @Test(
    "a role in apposition is read with a civility, a possessive or an old adjective",
    arguments: [
      ("L’avocat de la défense, Me Idriss Benkalem, a plaidé.", "Idriss Benkalem", "avocat de la défense"),
      ("Son ancienne comptable, Ghislaine Pommerat, a parlé.", "Ghislaine Pommerat", "ancienne comptable"),
      ("Son éditrice, Milica Stanković, le dit drôle.", "Milica Stanković", "éditrice"),
      ("Son éditeur, Dragoslav Pavić, la dit têtue.", "Dragoslav Pavić", "éditeur"),
      (
        "Vartan Hovsepyan, poète et médecin urgentiste, a été entendu.", "Vartan Hovsepyan",
        "poète et médecin urgentiste"
      ),
      (
        "L’ancien directeur général de Crédor, Ferréol Lamblin, conteste.", "Ferréol Lamblin",
        "ancien directeur général de Crédor"
      ),
      ("Le maire de Brest (Finistère), Ferréol Lamblin, conteste.", "Ferréol Lamblin", "maire de Brest"),
      ("Le maire (PS) de Brest, Ferréol Lamblin, conteste.", "Ferréol Lamblin", "maire (PS) de Brest"),
      (
        "L’ancien président (PS) du conseil départemental Ferréol Lamblin conteste.", "Ferréol Lamblin",
        "ancien président (PS) du conseil départemental"
      ),
    ])
  func french(sentence: String, name: String, role: String) {
    #expect(ActorFixture(sentence).roles(of: name) == [role])
  }

  @Test(
    "English roles of several nouns are whole",
    arguments: [
      ("Idwal Penry, a maintenance worker, was hurt.", "Idwal Penry", "maintenance worker"),
      ("Lowri Pask, a former care home director, stole money.", "Lowri Pask", "former care home director"),
      ("On Monday former care home director Nia Vaughan left.", "Nia Vaughan", "former care home director"),
      ("Her barrister, Yusuf Adan, said no.", "Yusuf Adan", "barrister"),
      (
        "“No,” said Ioana Petrescu, general secretary of the Dock Workers’ Union.", "Ioana Petrescu",
        "general secretary of the Dock Workers’ Union"
      ),
      ("Detective Sergeant Owain Pryce said no.", "Owain Pryce", "Detective Sergeant"),
      ("The attorney general, Sara Quill, wept.", "Sara Quill", "attorney general"),
      (
        "Nia Vaughan, chairwoman of the House Budget Committee, left.", "Nia Vaughan",
        "chairwoman of the House Budget Committee"
      ),
      ("Major General Ifor Bevan left.", "Ifor Bevan", "Major General"),
      ("Police arrested director Nia Vaughan.", "Nia Vaughan", "director"),
    ])
  func english(sentence: String, name: String, role: String) {
    #expect(ActorFixture(sentence, "en").roles(of: name) == [role])
  }

  @Test("a firm that is called a publisher is no person")
  func firms() {
    #expect(ActorFixture("L’éditeur Verdane a parlé. Verdane, éditeur de romans, vend bien.").names(.person) == [])
  }
}
