import NewsModel
import Testing

@testable import Render

/// The files that a reader's browser searches: all that the pages print, and nothing else.
struct SearchIndexTests {
  private func files(_ composition: Composition, jobs: Int = 1, draft: CivilDay? = nil) throws -> [String: String] {
    var pages: [Page] = []
    var output = PageOutput(emit: { pages.append($0) })
    _ = try Renderer().render(composition, to: &output, draft: draft, jobs: jobs)
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// All words of the index.
  private func words(_ files: [String: String]) -> Set<String> {
    var words: Set<String> = []
    for (path, text) in files where path.hasPrefix("search/terms/") {
      guard let start = text.firstRange(of: "\",\"")?.upperBound, let end = text.lastIndex(of: "\"") else { continue }
      var word = ""
      for entry in text[start..<end].split(separator: "|") {
        let head = entry.prefix { $0 != " " }
        word = String(word.prefix(Int(String(head.prefix(1)), radix: 36) ?? 0)) + String(head.dropFirst())
        words.insert(word)
      }
    }
    return words
  }

  @Test("Titles, printed words, quotes, names and their spellings are found, folded")
  func holds() throws {
    let files = try files(SampleComposition.composition())
    let words = words(files)
    for word in ["sarmelle", "eau", "varenne", "vallee", "gazette", "orvane"] {
      #expect(words.contains(word), "\(word)")
    }
    #expect(!words.contains { $0.contains { $0.isUppercase } || $0.contains("é") })
    let documents = files.filter { $0.key.hasPrefix("search/documents/") }.values.joined()
    #expect(documents.contains("À Sarmelle, l’eau d’abord"))
    #expect(documents.contains("Nous ne laisserons aucune vallée sans eau"))
  }

  @Test("A quote found says whether its speaker is inferred, as the pages do")
  func inferredSpeakers() throws {
    let files = try files(SampleComposition.composition())
    let quotes = files.filter { $0.key.hasPrefix("search/documents/q") }.values.joined(separator: "\n")
    #expect(quotes.contains("Le chantier sera public.\u{A0}»\",\"Odile Varenne (locuteur déduit)"))
    #expect(quotes.contains("sans eau\u{A0}»\",\"Odile Varenne, Gazette"))
  }

  @Test("Words that rights withhold are not in the index, nor in what it shows")
  func rights() throws {
    var composition = SampleComposition.composition()
    composition.articles = composition.articles.map { $0.with(printable: []) }
    let files = try files(composition)
    let words = words(files)
    for word in ["laisserons", "vallee", "prefecture", "riverains"] { #expect(!words.contains(word), "\(word)") }
    #expect(words.contains("sarmelle"))
    #expect(!files.contains { $0.key.hasPrefix("search/documents/q") })
  }

  @Test("Pages that search engines are asked to leave out are not found, nor quotes by their speaker's name")
  func unindexed() throws {
    var composition = SampleComposition.composition()
    let all = try files(composition)
    let actor = try #require(composition.actors.first { $0.identity.kind == .person })
    composition.decisions.unindexed = [.init(.actor, actor.identity.id)]
    let files = try files(composition)
    func shown(_ files: [String: String]) -> String {
      files.filter { $0.key.hasPrefix("search/documents/a") }.values.joined()
    }
    #expect(shown(all).contains("\"\(actor.slug)\""))
    #expect(!shown(files).contains("\"\(actor.slug)\""))
    #expect(!files.filter { $0.key.hasPrefix("search/documents/q") }.values.joined().contains(actor.identity.name))
  }

  @Test("Only the page of the search may run a script, and a draft has neither script nor index")
  func policy() throws {
    let files = try files(SampleComposition.composition())
    for (path, text) in files where path.hasSuffix(".html") {
      #expect(text.contains("script-src 'self'") == (path == "search/index.html"), "\(path)")
      #expect(text.contains("<script src=") == (path == "search/index.html"), "\(path)")
    }
    let page = try #require(files["search/index.html"])
    #expect(page.contains("<form id=\"search-form\" class=\"search-form\" role=\"search\" hidden"))
    #expect((files["search/search.js"] ?? "").utf8.count < 8 << 10)
    let draft = try self.files(SampleComposition.composition(), draft: CivilDay(number: 19_738))
    #expect(
      !draft.contains { $0.key.hasSuffix(".js") || $0.key.hasSuffix(".html") && $0.value.contains("search-form") })
  }

  @Test("On any number of threads the files are the same")
  func threads() throws {
    let one = try files(SampleComposition.composition())
    #expect(try files(SampleComposition.composition(), jobs: 4) == one)
  }
}
