import Foundation
import NewsModel
import Testing

@testable import Pipeline

@Suite("What the editor decides")
struct EditorTests {
  @Test("Every kind of decision is read")
  func decisions() throws {
    let text = """
      hide:
        - article: a1
        - actor: Jean Exemple
      pin:
        - {story: le-vote, until: 2031-03-04}
      note:
        - {story: le-vote, text: "Vérifié.", date: 2031-03-02}
      reply:
        - {actor: Jean Exemple, by: Jean Exemple, text: "C'est faux."}
      rename:
        - {story: le-vote, to: Le scrutin}
      merge:
        - actors: [Jean Exemple, J. Exemple]
        - stories: [un, deux]
      split:
        - {actor: Jean Exemple, spellings: [Exemple]}
      noindex:
        - story: le-vote
      """
    let made = try Overrides.reading(text, file: "overrides.yml").decisions
    #expect(made.hidden == [.init(.article, "a1"), .init(.actor, "Jean Exemple")])
    #expect(made.pins == [.init(target: .init(.story, "le-vote"), until: CivilDay(iso: "2031-03-04"))])
    #expect(made.notes.map(\.by) == [nil, "Jean Exemple"])
    #expect(made.renames == [.init(target: .init(.story, "le-vote"), name: "Le scrutin")])
    #expect(made.aliases == [["Jean Exemple", "J. Exemple"]])
    #expect(made.splits == [.init(target: .init(.actor, "Jean Exemple"), parts: ["Exemple"])])
    #expect(made.unindexed == [.init(.story, "le-vote")])
    #expect(try Overrides.reading("# nothing yet\n", file: "o").decisions == EditorialDecisions())
  }

  @Test(
    "A decision that cannot be used is told with its line and what is expected",
    arguments: [
      ("hid:\n  - article: a", "o.yml:1: unknown key \"hid\"; did you mean \"hide\"?"),
      ("pin:\n  - {story: x, until: soon}", "o.yml:2: \"until\" has to be a day"),
      (
        "pin:\n  - {story: x, untill: 2023-01-31}",
        "o.yml:2: an entry of \"pin\" has no \"untill\"; did you mean \"until\"?"
      ),
      ("hide:\n  - {article: a, because: private}", "o.yml:2: an entry of \"hide\" has no \"because\". It has to"),
      ("note:\n  - story: x", "o.yml:2: an entry of \"note\" has to look like"),
      ("merge:\n  - stories: [one]", "o.yml:2: an entry of \"merge\" has to look like"),
      ("hide: all", "o.yml:1: \"hide\" has to be a list"),
    ])
  func wrong(_ text: String, _ message: String) {
    let error = #expect(throws: ConfigurationError.self) {
      try Overrides.reading(text, file: "o.yml")
    }
    #expect(error?.description.hasPrefix(message) ?? false, "\(error?.description ?? "")")
  }

  @Test("A name is blacked out in every spelling given, the family name only beside the full one")
  func redaction() {
    let redaction = Redaction(subjects: Redaction.subjects(for: ["Zoé Brandelune", "Z. Brandelune"]))
    func redacted(_ text: String) -> String { redaction.redacted(Article(id: "a", text: text)).text }
    #expect(
      redacted("Hier, Zoé Brandelune a parlé. Brandelune, dit-on, rit.") == "Hier, █████ a parlé. █████, dit-on, rit.")
    #expect(redacted("ZOE BRANDELUNE et Z. Brandelune.") == "█████ et █████.")
    #expect(redacted("La rue Brandelune est longue.") == "La rue Brandelune est longue.")
    #expect(redacted("Zoé rit.") == "Zoé rit.")
    #expect(Redaction.subjects(for: ["Brandelune"]).isEmpty)
    #expect(!Redaction.subjects(for: ["Zoé Brandelune"]).joined().lowercased().contains("brandelune"))
  }

  @Test("Where words stand is known when a name is gone from before them")
  func movedSpans() {
    let redaction = Redaction(subjects: Redaction.subjects(for: ["Zoé Brandelune"]))
    let text = "Zoé Brandelune rit. Le phare brille. Brandelune dort."
    let after = redaction.redacted(text)
    func moved(_ words: String) -> String {
      guard let range = text.range(of: words) else { return "" }
      let start = text[..<range.lowerBound].utf8.count
      return String(after[redaction.moved(Span(start, start + words.utf8.count), of: text)])
    }
    #expect(moved("Le phare brille.") == "Le phare brille.")
    #expect(moved("Zoé Brandelune rit.") == "█████ rit.")
    #expect(moved("Brandelune dort.") == "█████ dort.")
    #expect(moved("Brandelune rit. Le phare") == "█████ rit. Le phare")
    #expect(moved("brille. Brandelune") == "brille. █████")
  }

  @Test("A path is one word of a cron line, whatever is in it")
  func cronLine() {
    #expect(StarterFiles.cronWord("/home/me/brief") == "'/home/me/brief'")
    #expect(StarterFiles.cronWord("/l'île 50%") == "'/l'\\''île 50\\%'")
  }

  @Test("More of an article than its rights allow is a fault; quotes and bare facts are not counted")
  func excerpts() {
    let text = (1...80).map { "mot\($0)" }.joined(separator: " ")
    func faults(_ spans: [Span], quotes: [Span] = [], rights: Rights? = .excerpt) -> Int {
      var check = ExcerptCheck()
      for span in spans { check.note(span, of: "a", version: 0, text: text, isQuote: false) }
      for span in quotes { check.note(span, of: "a", version: 0, text: text, isQuote: true) }
      if let rights { check.note(rights, of: "a") }
      return check.faults().count
    }
    func words(_ from: Int, _ to: Int) -> Span {
      let before = (1..<from).map { "mot\($0) " }.joined().utf8.count
      return Span(before, (1...to).map { "mot\($0)" }.joined(separator: " ").utf8.count)
    }
    #expect(faults([words(1, 20)]) == 0)
    #expect(faults([words(1, 40)]) == 1)
    #expect(faults([words(1, 15), words(10, 20), words(1, 15)]) == 0)
    #expect(faults([words(1, 40)], quotes: [words(11, 40)]) == 0)
    #expect(faults((0..<9).map { words(1 + $0 * 8, 5 + $0 * 8) }) == 0)
    #expect(faults([words(1, 40)], rights: .full) == 0)
    // No page says what may be printed of an article that was withdrawn.
    #expect(faults([words(1, 40)], rights: nil) == 0)
    #expect(faults([words(1, 9)], quotes: [words(1, 9)], rights: .linkOnly) == 1)
  }

  @Test("What stands between marks of quotation is a quote, whatever tells its words")
  func correctedQuotes() {
    let opening = "Le maire l’a dit lundi : « "
    let spoken = "nous fermons le pont jusqu’en mars et rien ne nous fera changer d’avis"
    let text = "\(opening)\(spoken) ». Le conseil vote mardi."
    func faults(_ span: Span) -> Int {
      var check = ExcerptCheck()
      check.note(span, of: "a", version: 0, text: text, isQuote: false)
      check.note(.excerpt, of: "a")
      return check.faults().count
    }
    let quote = Span(opening.utf8.count, opening.utf8.count + spoken.utf8.count)
    #expect(faults(quote) == 0)
    #expect(faults(Span(0, quote.end)) == 1)
  }

  @Test("An address is one word of an excerpt, however many words stand in it")
  func addresses() {
    let address = "https://exemple.example/une/deux-trois/quatre-cinq/six/sept-huit/neuf/dix"
    func faults(_ middle: String) -> Int {
      let opening = "Le conseil publie ses comptes sur la page \(middle) depuis lundi matin"
      let text = opening + " et chacun peut les lire sans attendre" + String(repeating: " mot", count: 28)
      var check = ExcerptCheck()
      check.note(Span(0, opening.utf8.count), of: "a", version: 0, text: text, isQuote: false)
      check.note(.excerpt, of: "a")
      return check.faults().count
    }
    #expect(faults(address) == 0)
    #expect(faults(address.replacing("/", with: " ")) == 1)
  }

  @Test("An outlet with rights that no article names is told where another is nearly called so")
  func misspeltOutlet() {
    func told(_ rights: [String: Rights]) -> [String] {
      var settings = SiteSettings()
      settings.rights = rights
      let digests = ["Gazette d'Orvane", "La Vigie"].map { Digest(article: Article(id: $0, text: "x", source: $0)) }
      return UnknownOutlets(settings: settings).diagnostics(digests).map(\.detail)
    }
    #expect(told(["gazete d'orvane": .linkOnly]).count == 1)
    #expect(told(["gazete d'orvane": .linkOnly])[0].hasSuffix("did you mean \"Gazette d'Orvane\"?"))
    #expect(told(["gazette d'orvane": .linkOnly, "la vigie": .full]).isEmpty)
    #expect(told(["Le Phare du soir".lowercased(): .full]).isEmpty)
    var settings = SiteSettings()
    settings.rights = ["la vigi": .full]
    let outlets = UnknownOutlets(settings: settings, file: "daybrief.yml", lines: ["la vigi": 7])
    let placed = outlets.diagnostics([Digest(article: Article(id: "a", text: "x", source: "La Vigie"))])
    #expect(placed.map { $0.message.hasPrefix("daybrief.yml:7:") } == [true])
    // Both spellings have their rights: nothing was mistaken.
    #expect(told(["gazete d'orvane": .linkOnly, "gazette d'orvane": .linkOnly]).isEmpty)
  }

  @Test("An outlet that fell silent is told, counted from the newest article or from today")
  func silence() {
    func digest(_ outlet: String, _ day: String) -> Digest {
      Digest(article: Article(id: outlet + day, text: "x", source: outlet, published: day))
    }
    let digests = [digest("Un", "2031-03-01"), digest("Deux", "2031-03-09"), digest("Un", "2031-03-04")]
    #expect(SilentOutlets(digests).diagnostics(after: nil, today: nil).isEmpty)
    #expect(SilentOutlets(digests).diagnostics(after: 5, today: nil).isEmpty)
    let told = SilentOutlets(digests).diagnostics(after: 4, today: nil)
    #expect(told.map(\.detail) == ["Un: its newest article is of 2031-03-04, 5 days ago; check its source"])
    #expect(SilentOutlets(digests).diagnostics(after: 4, today: CivilDay(iso: "2031-03-20")).count == 2)
  }
}
