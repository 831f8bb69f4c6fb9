import Languages
import NewsModel
import Testing

@testable import Compose

@Suite("Stories")
struct StoryTests {
  @Test("Origins are lettered and their articles numbered, dated ones first")
  func sigla() throws {
    let other = Press("zero", "Un pêcheur a vu passer le convoi.", published: "2031-05-10")
    let composition = Press.composition([[try Visit.short(), try Visit.long()], [other]])
    let sigla = Dictionary(uniqueKeysWithValues: composition.articles.map { ($0.digest.article.id, $0.siglum) })
    #expect(sigla == ["long": "A1", "short": "A2", "zero": "B1"])
    #expect(composition.stories[0].articles == ["long", "short", "zero"])
    #expect(composition.stories[0].outlets == 1 && composition.stories[0].unknownOutlets == 2)
  }

  @Test("Letters go on after Z as columns do")
  func letters() {
    #expect(
      [0, 25, 26, 27, 51, 52, 701, 702].map(StoryScope.letter) == ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"])
  }

  @Test("A statement of several versions stands once, with the sentences that make it too")
  func keyPoints() throws {
    let story = Press.composition([[try Visit.long()], [try Visit.short()]]).stories[0]
    let first = try #require(story.keyPoints.first)
    #expect(first.origins == 2)
    #expect(first.alsoIn.count == 1)
    #expect(Set(([first.passage] + first.alsoIn).map(\.article)) == ["long", "short"])
    let starts = Set(story.keyPoints.map { "\($0.passage.article) \($0.passage.span.start)" })
    #expect(starts.count == story.keyPoints.count)
    #expect(story.keyPoints.last?.origins == 1)
  }

  @Test("A sentence that contradicts another origin's does not carry what that one says")
  func contestedKeyPoint() throws {
    func toll(_ id: String, _ count: String, _ value: Double) throws -> Press {
      let sentence = "Le glissement de terrain de Valbrune a fait \(count) morts dans la vallée, selon la préfecture."
      return try Press(id, sentence + Press.filler, published: "2031-03-01").points(sentence)
        .figure("\(count) morts", value, "morts")
    }
    let (twelve, seventeen) = (try toll("one", "douze", 12), try toll("two", "dix-sept", 17))
    let contested = Press.composition([[twelve], [seventeen]]).stories[0]
    #expect(contested.differences.map(\.kind) == [.conflict])
    #expect(contested.keyPoints.map(\.origins) == [1])
    let agreed = Press.composition([[twelve], [seventeen], [try toll("three", "douze", 12)]]).stories[0]
    #expect(agreed.keyPoints.first?.origins == 2)
    #expect(agreed.keyPoints.first?.alsoIn.map(\.article) == ["three"])
  }

  @Test("Who gives another value does not carry a key point, where that is news or a slip of a copy too")
  func otherValue() throws {
    func toll(_ id: String, _ count: String, _ value: Double?, _ day: Int, _ about: Figure.Approximation = .exact)
      throws
      -> Press
    {
      let sentence = "Le glissement de terrain de Valbrune a fait \(count) morts dans la vallée, selon la préfecture."
      return try Press(id, sentence + Press.filler, published: "2031-03-0\(day)").points(sentence)
        .figure("\(count) morts", value, "morts", about: about)
    }
    let twelve = try toll("one", "douze", 12, 1)
    func carriers(_ other: Press, isCopy: Bool = false) -> [String] {
      let origins = isCopy ? [[twelve, other]] : [[twelve], [other]]
      let points = Press.composition(origins).stories[0].keyPoints
      return points.first { $0.passage.article == "one" }?.alsoIn.map(\.article) ?? []
    }
    #expect(carriers(try toll("two", "dix-sept", 17, 2)).isEmpty)
    #expect(carriers(try toll("two", "dix-sept", 17, 1), isCopy: true).isEmpty)
    #expect(carriers(try toll("two", "12", 12, 2)) == ["two"])
    #expect(carriers(try toll("two", "au moins dix", 10, 2, .atLeast)) == ["two"])
    #expect(carriers(try toll("two", "au moins vingt", 20, 2, .atLeast)).isEmpty)
    #expect(carriers(try toll("two", "une dizaine de", 10, 2, .about)).isEmpty)
  }

  @Test("Who gives some of a key point's figures alone does not carry it; one may give the rest elsewhere")
  func allFigures() throws {
    func carriers(_ rest: String) throws -> [String] {
      let sentence = "La société du port de Valbrune annonce une perte de 47 millions pour des ventes de 611 millions."
      let long = try Press("one", sentence + Press.filler, published: "2031-03-01").points(sentence)
        .figure("47 millions", 47e6, "EUR").figure("611 millions", 611e6, "EUR")
      let told = "La société du port de Valbrune annonce une perte de 47 millions." + rest
      var short = try Press("two", told + Press.filler, published: "2031-03-01").figure("47 millions", 47e6, "EUR")
      if !rest.isEmpty { short = try short.figure("611 millions", 611e6, "EUR") }
      let points = Press.composition([[long], [short]]).stories[0].keyPoints
      return points.first { $0.passage.article == "one" }?.alsoIn.map(\.article) ?? []
    }
    #expect(try carriers("").isEmpty)
    #expect(try carriers(" Elle a vendu pour 611 millions.") == ["two"])
  }

  @Test("Words of two people that end in other words are two quotes; a name taken for a place is one speaker")
  func speakersOfQuotes() throws {
    func said(_ id: String, _ words: String, _ name: String, _ kind: Actor.Kind = .person) throws -> Press {
      try Press(id, "« \(words) », a promis \(name)." + Press.filler).actor("\(name)-\(kind)", name, kind: kind)
        .quote(words, by: "\(name)-\(kind)", beside: name)
    }
    let start = "Nous ne voulons pas attendre davantage pour protéger"
    let apart = Press.composition([
      [try said("one", start + " le port", "Anders Holm")], [try said("two", start + " la digue", "Mikkel Roth")],
    ])
    #expect(apart.stories[0].quotes.map(\.speakers.count) == [1, 1])
    let years = Press.composition([
      [try said("one", "Personne ne souhaite revenir au port de 2014", "Anders Holm")],
      [try said("two", "Personne ne souhaite revenir au port de 2023", "Mikkel Roth")],
    ])
    #expect(years.stories[0].quotes.map(\.speakers.count) == [1, 1])
    let one = Press.composition([
      [try said("one", start + " le port", "Anders Holm")],
      [try said("two", start + " le port", "Anders Holm", .place)],
    ])
    #expect(one.stories[0].quotes.map(\.speakers) == [["Anders Holm-person"]])
  }

  @Test("The headline nearest to the other versions is the title, letter for letter")
  func centralHeadline() throws {
    let body = "Le glissement de terrain de Valbrune a coupé la route du col et enseveli deux granges."
    let digests = [
      Press("a", body, title: "Insolite : un chien sauvé"),
      Press("b", body, title: "Valbrune : la route du col coupée par un glissement de terrain"),
      Press("c", body, title: "Glissement de terrain à Valbrune, deux granges ensevelies "),
    ]
    let story = Press.composition([digests]).stories[0]
    #expect(story.title == "Valbrune : la route du col coupée par un glissement de terrain")
    #expect(story.titleArticle == "b")
  }

  @Test("A story that goes on has a headline of its newest day, in the language of the site where one is")
  func newestHeadline() throws {
    let text = "Le phare de Valbrune a été fermé. Le port de Valbrune reste ouvert." + Press.filler
    func press(_ id: String, _ title: String, _ day: String, _ language: String = "fr") -> Press {
      Press(id, text, title: title, published: day, language: language)
    }
    let first = [
      press("a", "Le phare de Valbrune est fermé", "2031-05-02"), press("b", "Le phare est fermé", "2031-05-02"),
    ]
    let later = press("c", "Le port de Valbrune reste ouvert", "2031-05-04")
    let foreign = press("d", "Valbrune port stays open", "2031-05-05", "en")
    let aside = press("e", "Nos conseils de jardinage", "2031-05-06")
    #expect(Press.composition([first]).stories.map(\.title) == ["Le phare de Valbrune est fermé"])
    #expect(Press.composition([first + [later]]).stories.map(\.title) == ["Le port de Valbrune reste ouvert"])
    #expect(
      Press.composition([first + [later, foreign]]).stories.map(\.title) == ["Le port de Valbrune reste ouvert"])
    #expect(Press.composition([[foreign]]).stories.map(\.title) == ["Valbrune port stays open"])
    // Words that no other article has tell nothing of the story.
    #expect(Press.composition([first + [aside]]).stories.map(\.title) == ["Le phare de Valbrune est fermé"])
  }

  @Test("Without a headline the first key point's words are the title, and they are printable")
  func untitled() throws {
    let composition = Press.composition([[try Visit.long()]])
    let story = composition.stories[0]
    #expect(story.title.hasPrefix("Le commandant en chef norlandais a rencontré jeudi"))
    let report = composition.articles[0]
    let span = try Visit.long().span(story.title)
    #expect(report.printable.contains { $0.contains(span) })
  }

  @Test("One quote in two versions stands once, the fullest first")
  func quoteVersions() throws {
    let full = try Press("a", "« Nous tiendrons le pont jusqu’au bout de la nuit s’il le faut », a dit Ingrid Solberg.")
      .actor("solberg", "Ingrid Solberg")
      .quote("Nous tiendrons le pont jusqu’au bout de la nuit s’il le faut", by: "solberg", beside: "Ingrid Solberg")
    let cut = try Press("b", "Selon Solberg, ses hommes vont tenir « le pont jusqu’au bout de la nuit ».")
      .actor("solberg", "Solberg").quote("le pont jusqu’au bout de la nuit", .partial, by: "solberg", beside: "Solberg")
    let other = try Press("c", "« La pluie a cessé sur les collines », note un berger.")
      .quote("La pluie a cessé sur les collines")
    let story = Press.composition([[cut], [full], [other]]).stories[0]
    #expect(story.quotes.count == 2)
    #expect(story.quotes[0].versions.map(\.article) == ["a", "b"])
    #expect(story.quotes[0].speakers == ["solberg"])
  }

  @Test("A single word is a version of a sentence within one origin and one mouth only")
  func fragments() throws {
    let full = try Press("a", "« Pour eux, c’était important », a dit Ingrid Solberg.")
      .actor("solberg", "Ingrid Solberg").quote("Pour eux, c’était important", by: "solberg", beside: "Ingrid Solberg")
    let word = try Press("b", "Solberg a qualifié la rencontre d’« importante ».")
      .actor("solberg", "Solberg").quote("importante", .partial, by: "solberg", beside: "Solberg")
    #expect(Press.composition([[full, word]]).stories[0].quotes.count == 1)
    #expect(Press.composition([[full], [word]]).stories[0].quotes.count == 2)
  }

  @Test("More origins rank before more copies, and the reason says so")
  func rank() {
    let copies = StoryRank.score(origins: 1, outlets: 3, articles: 3, actors: 2, differences: 0, age: 0)
    let origins = StoryRank.score(origins: 3, outlets: 3, articles: 3, actors: 2, differences: 0, age: 0)
    #expect(origins.score > copies.score)
    #expect(origins.reasons.first == .origins(3))
    #expect(copies.reasons.contains(.differences(0)) == false)
  }

  @Test("What the editor watches rises and says so; fresh stories come before old ones")
  func watched() throws {
    let digests = [
      try Press("one", "Anders Holm a inauguré le port de Valbrune." + Press.filler, title: "Le port est ouvert")
        .actor("holm", "Anders Holm"),
      Press("two", "La digue neuve de Sorrel a tenu pendant la tempête." + Press.filler, title: "La digue a tenu"),
    ]
    let clustering = Clustering(
      stories: digests.map { press in
        let id = press.digest.article.id
        return Story(
          id: "s-\(id)", articles: [id],
          origins: [Origin(id: "o-\(id)", articles: [id], evidence: [], basis: .inferred)], thread: "t", why: [])
      }, threads: [NewsModel.Thread(id: "t", stories: ["s-one", "s-two"], why: [])],
      actors: Press.identities(digests))
    var settings = SiteSettings(timeZone: "UTC")
    settings.watch = ["Digue", "anders holm", "holm anders"]
    let stories = Composer(settings: settings).composition(
      digests: digests.map(\.digest), clustering: clustering, runDiagnostics: []
    ).stories
    let watched = Dictionary(uniqueKeysWithValues: stories.map { ($0.id, $0.watched) })
    #expect(watched == ["s-one": ["anders holm"], "s-two": ["Digue"]])
    #expect(stories.allSatisfy { $0.reasons.contains(.watched($0.watched)) })
    func score(_ age: Int?, _ watched: [String] = []) -> Double {
      StoryRank.score(
        origins: 1, outlets: 1, articles: 1, actors: 0, differences: 0, age: age, watched: watched
      ).score
    }
    #expect(score(0) > score(1) && score(1) > score(5) && score(nil) == score(400))
    #expect(score(nil, ["x"]) > score(0))
  }

  @Test("Addresses are words in ASCII, cut between words, and never twice")
  func slugs() {
    var slugs = Slugs()
    #expect(slugs.slug(of: "L’été à Łódź : « œuvres » & Cie", id: "1") == "l-ete-a-lodz-oeuvres-cie")
    let long = slugs.slug(
      of: "Une phrase dont les mots continuent bien au delà de ce que porte une adresse lisible", id: "2")
    #expect(long == "une-phrase-dont-les-mots-continuent-bien-au-dela-de-ce-que")
    let first = slugs.slug(of: "Même titre", id: "3")
    let second = slugs.slug(of: "Même titre", id: "4")
    #expect(first == "meme-titre")
    #expect(second.hasPrefix("meme-titre-") && second.utf8.count == "meme-titre-".utf8.count + 6)
    #expect(slugs.slug(of: "…", id: "…").utf8.count == 6)
    #expect(slugs.slug(of: "Москва", id: "5") == "moskva")
  }
}
