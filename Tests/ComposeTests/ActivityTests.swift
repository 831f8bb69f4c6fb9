import NewsModel
import Testing

@testable import Compose

@Suite("Activity")
struct ActivityTests {
  @Test("Articles and quotes are counted by the month of their article, those without a day in none")
  func months() throws {
    let composition = Press.composition([[try Visit.short(), try Visit.long()]])
    let articles = Dictionary(
      uniqueKeysWithValues: composition.articles.map { ($0.digest.article.id, $0.digest.article) })
    #expect(!composition.actors.isEmpty)
    for actor in composition.actors {
      let dated = Set(actor.identity.references.map(\.article)).filter { articles[$0]?.trustedPublicationDay != nil }
      #expect(actor.activity.reduce(0) { $0 + $1.articles } == dated.count)
      #expect(actor.activity.reduce(0) { $0 + $1.quotes } == actor.quotes.count { dated.contains($0.article) })
      #expect(actor.activity.map(\.value) == actor.activity.map(\.value).sorted())
    }
    #expect(composition.actors.contains { $0.activity.contains { $0.quotes > 0 } })
  }
}
