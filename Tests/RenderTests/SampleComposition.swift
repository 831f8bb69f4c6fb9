import NewsModel

@testable import Render

/// A small site made by hand: two versions of one event, an older story of the same thread, one without a date.
enum SampleComposition {
  /// Where words stand in a text; the start of the text where they do not, which the tests would show.
  static func span(_ words: String, in text: String) -> Span {
    guard let range = text.firstRange(of: words) else { return Span(0, 0) }
    let start = text.utf8.distance(from: text.utf8.startIndex, to: range.lowerBound)
    return Span(start, start + words.utf8.count)
  }

  static let first = """
    La ministre Odile Varenne a inspecté lundi le barrage de Sarmelle pendant quelques heures, selon son cabinet.
    « Nous ne laisserons aucune vallée sans eau », a déclaré Odile Varenne devant les élus.
    Les travaux doivent commencer en mars 2024 et coûter près de neuf millions d'euros.
    Elle a ensuite regagné la préfecture. « Le chantier sera public.
    """
  static let second = """
    La ministre Odile Varènne a inspecté lundi le barrage de Sarmelle pendant trois heures, selon son cabinet.
    Les riverains demandaient depuis deux ans que la digue soit rehaussée avant l'hiver.
    """
  static let older = """
    The Sarmelle dam lost a third of its water in the summer of 2023, engineers of the Orvane agency said on Friday.
    Varenne promised a visit before the end of winter.
    """
  static let undated = """
    Un inconnu a rendu samedi au musée de Tirval le cadran solaire volé en 1997.
    Le gardien a reconnu la gravure au premier regard.
    """

  /// An article's report, all of it printable unless said otherwise.
  static func report(
    _ id: String, _ text: String, title: String?, source: String?, published: String?, language: String, story: String,
    siglum: String, printable: [Span]? = nil, withheld: Int = 0, fill: (inout Digest, String) -> Void
  ) -> ArticleReport {
    var digest = Digest(
      article: Article(
        id: id, text: text, title: title, url: source.map { "https://\($0.count).example.org/(\(id))" }, source: source,
        published: published, language: language))
    fill(&digest, text)
    var paragraphs: [Span] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = min(text.utf8.count, start + line.utf8.count + 1)
      if end > start { paragraphs.append(Span(start, end)) }
      start = end
    }
    return ArticleReport(
      digest: digest, slug: id, story: story, siglum: siglum, paragraphs: paragraphs,
      printable: printable ?? [Span(0, text.utf8.count)], withheld: withheld, printedWords: 40, wordLimit: 60)
  }

  static var articles: [ArticleReport] {
    [
      report(
        "barrage-a", first, title: "À Sarmelle, l’eau d’abord", source: "Gazette d’Orvane", published: "2024-01-16",
        language: "fr", story: "s1", siglum: "A1"
      ) { digest, text in
        digest.keyPoints = [
          KeyPoint(
            span: span(
              "La ministre Odile Varenne a inspecté lundi le barrage de Sarmelle pendant quelques heures", in: text),
            score: 2),
          KeyPoint(
            span: span("Les travaux doivent commencer en mars 2024 et coûter près de neuf millions d'euros.", in: text),
            score: 1),
        ]
        digest.quotes = [
          Quote(
            span: span("Nous ne laisserons aucune vallée sans eau", in: text), form: .direct,
            cue: span("a déclaré", in: text), utterance: 0,
            speaker: Speaker(actor: "odile-varenne", span: span("Odile Varenne devant", in: text), basis: .stated),
            rule: "test"),
          Quote(
            span: span("Le chantier sera public.", in: text), form: .direct, utterance: 1,
            speaker: Speaker(actor: "odile-varenne", span: span("Elle", in: text), basis: .inferred), leftOpen: true,
            rule: "test"),
        ]
        digest.actors = [
          Actor(
            id: "odile-varenne", name: "Odile Varenne", kind: .person, roles: [span("ministre", in: text)],
            mentions: [span("Odile Varenne", in: text)]),
          Actor(id: "sarmelle", name: "Sarmelle", kind: .place, mentions: [span("Sarmelle", in: text)]),
        ]
        digest.dates = [
          DateMention(
            span: span("lundi", in: text), value: CalendarValue(text: "2024-01-15", precision: .day), basis: .relative,
            anchor: .published(CivilDay(number: 19_738))),
          DateMention(
            span: span("mars 2024", in: text), value: CalendarValue(text: "2024-03", precision: .month), basis: .stated),
        ]
      },
      report(
        "barrage-b", second, title: nil, source: nil, published: nil, language: "fr", story: "s1", siglum: "A2",
        printable: [Span(0, span("Les riverains", in: second).start - 1)], withheld: 1
      ) { digest, text in
        digest.keyPoints = [
          KeyPoint(
            span: span(
              "Les riverains demandaient depuis deux ans que la digue soit rehaussée avant l'hiver.", in: text),
            score: 1)
        ]
        digest.actors = [
          Actor(id: "odile-varenne", name: "Odile Varènne", kind: .person, mentions: [span("Odile Varènne", in: text)])
        ]
      },
      report(
        "dam", older, title: "Sarmelle dam runs low", source: "Orvane Post", published: "2023-09-22", language: "en",
        story: "s2", siglum: "B1"
      ) { digest, text in
        digest.keyPoints = [
          KeyPoint(span: span("The Sarmelle dam lost a third of its water in the summer of 2023", in: text), score: 1)
        ]
        digest.actors = [Actor(id: "varenne", name: "Varenne", kind: .person, mentions: [span("Varenne", in: text)])]
      },
      report(
        "cadran", undated, title: "Le cadran est revenu", source: nil, published: nil, language: "fr", story: "s3",
        siglum: "C1"
      ) { digest, text in
        digest.keyPoints = [
          KeyPoint(
            span: span("Un inconnu a rendu samedi au musée de Tirval le cadran solaire volé en 1997.", in: text),
            score: 1)
        ]
        digest.dates = [
          DateMention(span: span("samedi", in: text), value: nil, basis: .relative),
          DateMention(
            span: span("1997", in: text), value: CalendarValue(text: "1997", precision: .year), basis: .stated),
        ]
      },
    ]
  }

  static func passage(_ article: String, _ words: String, _ text: String) -> Passage {
    Passage(article: article, span: span(words, in: text))
  }

  static var events: [TimelineEvent] {
    [
      TimelineEvent(
        kind: .event, value: CalendarValue(text: "1997", precision: .year),
        passage: passage("cadran", "le cadran solaire volé en 1997", undated),
        mention: DateMention(
          span: span("1997", in: undated), value: CalendarValue(text: "1997", precision: .year), basis: .stated),
        story: "s3"),
      TimelineEvent(
        kind: .event, value: CalendarValue(text: "2023-22", precision: .season),
        passage: passage("dam", "The Sarmelle dam lost a third of its water in the summer of 2023", older),
        mention: DateMention(
          span: span("the summer of 2023", in: older), value: CalendarValue(text: "2023-22", precision: .season),
          basis: .stated),
        story: "s2"),
      TimelineEvent(
        kind: .publication, value: CalendarValue(text: "2023-09-22", precision: .day),
        passage: Passage(article: "dam", span: Span(0, 0)), publishedBasis: .given, story: "s2"),
      TimelineEvent(
        kind: .event, value: CalendarValue(text: "2024-01-15", precision: .day),
        passage: passage("barrage-a", "La ministre Odile Varenne a inspecté lundi le barrage de Sarmelle", first),
        mention: articles[0].digest.dates[0],
        alsoIn: [passage("barrage-b", "La ministre Odile Varènne a inspecté lundi le barrage de Sarmelle", second)],
        story: "s1"),
      TimelineEvent(
        kind: .publication, value: CalendarValue(text: "2024-01-16", precision: .day),
        passage: Passage(article: "barrage-a", span: Span(0, 0)), publishedBasis: .given, story: "s1"),
      TimelineEvent(
        kind: .event, value: CalendarValue(text: "2024-03", precision: .month),
        passage: passage("barrage-a", "Les travaux doivent commencer en mars 2024", first),
        mention: articles[0].digest.dates[1], story: "s1"),
      TimelineEvent(
        kind: .event, value: nil, passage: passage("cadran", "Un inconnu a rendu samedi au musée de Tirval", undated),
        mention: articles[3].digest.dates[0], story: "s3"),
    ]
  }

  static var stories: [StoryReport] {
    func story(
      _ id: String, _ title: String, _ articles: [String], _ origins: [Origin], thread: String,
      keyPoints: [StoryKeyPoint], quotes: [StoryQuote] = [], differences: [Difference] = [], actors: [String],
      unknown: Int, known: Int, related: [String] = [], seen: CivilDay?
    ) -> StoryReport {
      StoryReport(
        id: id, slug: "story-\(id)", title: title, titleArticle: articles[0], articles: articles, outlets: known,
        unknownOutlets: unknown, origins: origins, keyPoints: keyPoints, quotes: quotes, differences: differences,
        timeline: events.filter { $0.story == id }, actors: actors, thread: thread, related: related,
        why: [.actors(["odile-varenne"]), .words(["barrage", "eau"])], firstSeen: seen, lastSeen: seen, score: 3,
        reasons: [.articles(articles.count), .newest])
    }
    let dam = Origin(
      id: "o1", articles: ["barrage-a", "barrage-b"], evidence: [.parallelSentences(matched: 1, of: 2)],
      basis: .inferred)
    let visit = "La ministre Odile Varenne a inspecté lundi le barrage de Sarmelle pendant quelques heures"
    let visitB = "La ministre Odile Varènne a inspecté lundi le barrage de Sarmelle pendant trois heures"
    return [
      story(
        "s1", "À Sarmelle, l’eau d’abord", ["barrage-a", "barrage-b"], [dam], thread: "t1",
        keyPoints: [
          StoryKeyPoint(
            passage: passage("barrage-a", visit, first), alsoIn: [passage("barrage-b", visitB, second)], origins: 1,
            score: 2),
          StoryKeyPoint(
            passage: passage(
              "barrage-a", "Les travaux doivent commencer en mars 2024 et coûter près de neuf millions d'euros.", first),
            alsoIn: [], origins: 1, score: 1),
          StoryKeyPoint(
            passage: passage(
              "barrage-b", "Les riverains demandaient depuis deux ans que la digue soit rehaussée avant l'hiver.",
              second),
            alsoIn: [], origins: 1, score: 1),
        ],
        quotes: [
          StoryQuote(versions: [.init(article: "barrage-a", quote: 0)], speakers: ["odile-varenne"]),
          StoryQuote(versions: [.init(article: "barrage-a", quote: 1)], speakers: ["odile-varenne"]),
        ],
        differences: [
          Difference(
            slot: .duration, kind: .precision,
            versions: [
              .init(
                article: "barrage-a", context: span(visit, in: first), variants: [span("quelques heures", in: first)]),
              .init(
                article: "barrage-b", context: span(visitB, in: second), variants: [span("trois heures", in: second)]),
            ], note: .vagueBesideExact),
          Difference(
            slot: .name, kind: .spelling,
            versions: [
              .init(
                article: "barrage-a", context: span("La ministre Odile Varenne", in: first),
                variants: [span("Odile Varenne", in: first)]),
              .init(
                article: "barrage-b", context: span("La ministre Odile Varènne", in: second),
                variants: [span("Odile Varènne", in: second)]),
            ], note: .sameRole),
        ], actors: ["odile-varenne", "sarmelle"], unknown: 1, known: 1, related: ["s2"],
        seen: CivilDay(number: 19_738)),
      story(
        "s2", "Sarmelle dam runs low", ["dam"],
        [Origin(id: "o2", articles: ["dam"], evidence: [], basis: .stated)], thread: "t1",
        keyPoints: [
          StoryKeyPoint(
            passage: passage("dam", "The Sarmelle dam lost a third of its water in the summer of 2023", older),
            alsoIn: [],
            origins: 1, score: 1)
        ], actors: ["odile-varenne"], unknown: 0, known: 1, seen: CivilDay(number: 19_738)),
      story(
        "s3", "Le cadran est revenu", ["cadran"],
        [Origin(id: "o3", articles: ["cadran"], evidence: [], basis: .stated)], thread: "t2",
        keyPoints: [
          StoryKeyPoint(
            passage: passage(
              "cadran", "Un inconnu a rendu samedi au musée de Tirval le cadran solaire volé en 1997.", undated),
            alsoIn: [], origins: 1, score: 1)
        ], actors: [], unknown: 1, known: 0, seen: nil),
    ]
  }

  static var actors: [ActorReport] {
    [
      ActorReport(
        identity: ActorIdentity(
          id: "odile-varenne", name: "Odile Varenne", kind: .person,
          spellings: [
            .init(text: "Odile Varenne", count: 1, articles: ["barrage-a"], why: .sameName),
            .init(text: "Odile Varènne", count: 1, articles: ["barrage-b"], why: .typography),
            .init(text: "Varenne", count: 1, articles: ["dam"], why: .shortForm),
          ],
          references: [
            .init(article: "barrage-a", actor: "odile-varenne"), .init(article: "barrage-b", actor: "odile-varenne"),
            .init(article: "dam", actor: "varenne"),
          ], suggestions: [.init(actor: "sarmelle", why: .familyNameOnly)]), slug: "odile-varenne",
        roles: [
          .init(
            text: "ministre", first: CivilDay(number: 19_738), last: nil,
            passages: [passage("barrage-a", "ministre", first)])
        ], quotes: [.init(article: "barrage-a", quote: 0), .init(article: "barrage-a", quote: 1)],
        statements: [passage("dam", "Varenne promised a visit before the end of winter.", older)],
        stories: ["s1", "s2"],
        related: [.init(actor: "sarmelle", stories: ["s1"])], timeline: [events[3]]),
      ActorReport(
        identity: ActorIdentity(
          id: "sarmelle", name: "Sarmelle", kind: .place,
          spellings: [.init(text: "Sarmelle", count: 1, articles: ["barrage-a"], why: .sameName)],
          references: [.init(article: "barrage-a", actor: "sarmelle")], suggestions: []), slug: "sarmelle", roles: [],
        quotes: [], statements: [], stories: ["s1"], related: [.init(actor: "odile-varenne", stories: ["s1"])],
        timeline: []),
    ]
  }

  /// The whole site, with the settings that a test is about.
  static func composition(_ settings: SiteSettings = SiteSettings()) -> Composition {
    Composition(
      settings: settings, articles: articles, stories: stories,
      threads: [
        ThreadReport(
          id: "t1", slug: "thread-t1", title: "Sarmelle, barrage", stories: ["s2", "s1"],
          timeline: events.filter { $0.story != "s3" }, actors: ["odile-varenne"], why: [.words(["barrage"])]),
        ThreadReport(
          id: "t2", slug: "thread-t2", title: "cadran", stories: ["s3"], timeline: [], actors: [], why: []),
      ], actors: actors,
      briefs: [
        Brief(
          date: CivilDay(number: 19_738), edition: 2, stories: ["s1"], earlier: ["s2"], new: ["s1"],
          previous: CivilDay(iso: "2023-09-22"), articles: ["barrage-a", "barrage-b", "dam"]),
        Brief(date: CivilDay(iso: "2023-09-22"), edition: 1, stories: ["s2"], earlier: [], new: ["s2"], previous: nil),
      ], timeline: events, undated: ["s3"],
      outlets: [
        OutletReport(name: "Gazette d’Orvane", slug: "gazette-d-orvane", articles: ["barrage-a"]),
        OutletReport(name: "Orvane Post", slug: "orvane-post", articles: ["dam"]),
        OutletReport(name: nil, slug: "unknown", articles: ["barrage-b", "cadran"]),
      ],
      coverage: Coverage(
        read: 4, used: 4, leftOut: [], lines: [.init(reason: .related, count: 2)],
        languages: [.init(language: "fr", count: 3), .init(language: "en", count: 1)],
        oldest: CivilDay(iso: "2023-09-22"), newest: CivilDay(iso: "2024-01-16"), undated: 2)
    ).namingActors()
  }
}
