import NewsModel
import Testing

@testable import Compose

@Suite("Rights and properties")
struct RightsTests {
  private func visits() throws -> [[Press]] { [[try Visit.long(), try Visit.short()]] }

  /// What pages print of articles' words, besides the places in `alsoIn`.
  private func printed(_ composition: Composition) -> [Passage] {
    var passages: [Passage] = []
    let digests = Dictionary(uniqueKeysWithValues: composition.articles.map { ($0.digest.article.id, $0.digest) })
    for story in composition.stories {
      passages += story.keyPoints.map(\.passage)
      for difference in story.differences {
        for version in difference.versions {
          passages += ([version.context] + version.variants).map { Passage(article: version.article, span: $0) }
        }
      }
      passages += story.timeline.filter { $0.kind == .event }.map(\.passage)
      for version in story.quotes.flatMap(\.versions) {
        guard let quote = digests[version.article]?.quotes[version.quote] else { continue }
        passages.append(Passage(article: version.article, span: quote.span))
      }
    }
    for actor in composition.actors {
      passages += actor.statements
      passages += actor.timeline.filter { $0.kind == .event }.map(\.passage)
    }
    return passages + composition.threads.flatMap(\.timeline).filter { $0.kind == .event }.map(\.passage)
  }

  @Test("Every printed span stands in its article and within what may be printed")
  func printable() throws {
    let composition = Press.composition(try visits())
    let reports = Dictionary(uniqueKeysWithValues: composition.articles.map { ($0.digest.article.id, $0) })
    let passages = printed(composition)
    #expect(passages.count > 5)
    for passage in passages {
      let report = try #require(reports[passage.article])
      #expect(report.digest.article.text.holds(passage.span))
      #expect(report.printable.contains { $0.contains(passage.span) }, "\(report.digest.article.text[passage.span])")
    }
    for report in composition.articles {
      #expect(report.printedWords <= report.wordLimit)
      #expect(zip(report.printable, report.printable.dropFirst()).allSatisfy { $0.end < $1.start })
    }
  }

  @Test("At most a quarter of an article and 300 words are printed, quotes not counted")
  func limits() throws {
    let sentence = "Le phare de Valbrune éclaire encore le vieux port chaque soir d’hiver. "
    let long = Press("a", String(repeating: sentence, count: 200))
    let scope = TestScope.scope(Press.clustering([[long]]).stories[0], [long], [])
    #expect(ExcerptBudget(scope.witnesses[0]).limit == 300)
    let short = try Press("b", "« Tout va bien », dit le garde. Le phare éclaire le port, la nuit et le matin.")
      .quote("Tout va bien")
    let other = TestScope.scope(Press.clustering([[short]]).stories[0], [short], [])
    var budget = ExcerptBudget(other.witnesses[0])
    #expect(budget.limit == 4)
    #expect(budget.cost(of: try short.span("Tout va bien")) == 0)
    #expect(budget.isPrintable(try short.span("Tout va")))
    let words = try short.span("le port")
    let clause = try short.span("Le phare éclaire le port")
    #expect(budget.admits([words]))
    #expect(!budget.admits([clause]))
    budget.spend(words)
    budget.spend(words)
    #expect(budget.printed == 2)
  }

  /// What a story says once editions have told some passages.
  private func composed(_ origins: [[Press]], told: [Passage]) throws -> Composition {
    let articles = origins.flatMap(\.self)
    let edition = Edition(
      day: try #require(CivilDay(iso: "2031-05-01")), number: 1, state: .closed,
      articles: articles.map(\.digest.article.id), stories: [], summary: "one", markdown: "# One\n", data: "{}",
      passages: told.sorted())
    return Composer(settings: SiteSettings()).composition(
      digests: articles.map(\.digest), clustering: Press.clustering(origins), runDiagnostics: [],
      memory: SiteMemory(editions: [edition]))
  }

  @Test("What an edition told of a story leaves the story as it was: the next morning gives the same")
  func told() throws {
    let origins = [[try Visit.long()], [try Visit.short()]]
    let first = Press.composition(origins)
    let bare = first.stories[0].differences.flatMap(\.versions).flatMap { version in
      ([version.context] + version.variants).map { Passage(article: version.article, span: $0) }
    }
    let whole =
      printed(first)
      + first.stories[0].keyPoints.flatMap(\.alsoIn).filter { passage in
        first.articles.contains {
          $0.digest.article.id == passage.article && $0.printable.contains { $0.contains(passage.span) }
        }
      }
    #expect(!bare.isEmpty && whole.count > 10)
    // Figures stand there as facts that cost nothing; told, they cost nothing either.
    for told in [bare, whole] {
      let second = try composed(origins, told: told)
      #expect(everything(in: second.stories) == everything(in: first.stories))
      #expect(everything(in: second.articles) == everything(in: first.articles))
      #expect(everything(in: second.actors) == everything(in: first.actors))
    }
  }

  @Test("What an edition told leaves less room for other words, and none is overrun")
  func crowded() throws {
    let alone = Press.composition([[try Visit.long()]])
    let old = printed(alone).filter { $0.article == "long" }
    let limit = try #require(alone.articles.first).wordLimit
    let origins = [[try Visit.long()], [try Visit.short()]]
    let grown = try composed(origins, told: old)
    for report in grown.articles { #expect(report.printedWords <= report.wordLimit, "\(report.digest.article.id)") }
    let long = try #require(grown.articles.first { $0.digest.article.id == "long" })
    #expect(long.wordLimit == limit && long.printedWords > 0)
    for passage in old { #expect(long.printable.contains { $0.contains(passage.span) }) }
    // And the morning after, with all of it told, is the same.
    let again = try composed(origins, told: old + printed(grown))
    #expect(everything(in: again.stories) == everything(in: grown.stories))
    #expect(everything(in: again.articles) == everything(in: grown.articles))
  }

  @Test("Passages without room are taken out and counted")
  func withheld() throws {
    let press = try Press(
      "a", "Le phare de Valbrune éclaire encore le vieux port. Le quai a été bâti le 3 avril 2031 par des bagnards."
    ).points("Le phare de Valbrune éclaire encore le vieux port.").date("le 3 avril 2031", "2031-04-03")
    let composition = Press.composition([[press]])
    #expect(composition.stories[0].keyPoints.isEmpty)
    #expect(composition.timeline.isEmpty)
    #expect(composition.articles[0].withheld == 2)
  }

  @Test("The order of input changes nothing")
  func permutation() throws {
    let press = try visits().flatMap { $0 } + [Press("zero", "Un pêcheur a vu passer le convoi.", title: "Vu")]
    let clustering = Press.clustering([[press[0], press[1]], [press[2]]])
    let one = everything(in: Press.composition(press, clustering))
    let two = everything(in: Press.composition(press.reversed(), clustering))
    // Sets and dictionaries are none of the parts.
    #expect(one == two)
    #expect(one.utf8.count > 1_000 && one.contains(press[0].digest.article.text.prefix(40)))
  }

  @Test("An article that is one open quote or one endless sentence costs no square of its length")
  func pathological() throws {
    let endless = String(repeating: "phare port golfe rade marin ", count: 4_000)
    let digests = try [Press("a", endless), Press("b", endless + "fin")].map { try $0.quote("phare port") }
    let clock = ContinuousClock()
    let time = clock.measure { _ = Press.composition([digests]) }
    #expect(time < .seconds(20))
  }

  @Test("Articles that no digest is at hand for, and an empty run, are borne")
  func missing() {
    let press = Press("a", "Le phare éclaire le port.")
    var clustering = Press.clustering([[press]])
    clustering.stories[0].articles.append("gone")
    clustering.stories.append(Story(id: "none", articles: ["gone"], origins: [], thread: "t", why: []))
    let composition = Press.composition([press], clustering)
    #expect(composition.stories.map(\.articles) == [["a"]])
    let empty = Press.composition([], Clustering(stories: [], threads: [], actors: []))
    #expect(empty.briefs.isEmpty && empty.stories.isEmpty)
  }
}
