import Languages
import NewsModel
import Testing

@testable import Compose

/// All that a value holds, in words: reports are told apart by what they say, not by where they lie.
func everything(in value: some Any) -> String {
  var text = ""
  dump(value, to: &text)
  return text
}

/// Digests made by hand: every mark is given by its words and stands where they do.
struct Press {
  var digest: Digest

  init(
    _ id: String, _ text: String, title: String? = nil, source: String? = nil, published: String? = nil,
    basis: PublishedBasis? = nil, language: String = "fr"
  ) {
    digest = Digest(
      article: Article(
        id: id, text: text, title: title, source: source, published: published, publishedBasis: basis,
        language: language))
  }

  /// Sentences that go on about nothing, so that a quarter of the words gives room.
  static let filler = """

    Plus loin, des enfants couraient entre les barques retournées, et le boulanger rangeait ses corbeilles en chantant.
    Une odeur de goudron montait des cales, mêlée à celle du pain, tandis que les mouettes tournaient sans hâte.
    Les vieilles du quartier racontaient des histoires de tempêtes, de naufrages, de trésors que nul ne cherchait plus.
    Personne ne semblait pressé de rentrer, malgré le vent, malgré la fatigue et la longueur des ombres sur les murs.
    Au café, on jouait aux cartes en parlant fort, de filets, de mariages, de récoltes et du prix des cordages.
    Les volets claquaient parfois, un chien aboyait, puis tout redevenait calme comme dans les tableaux anciens.
    """

  /// The span of the `n`th occurrence of some words.
  func span(_ words: String, _ n: Int = 0) throws -> Span {
    let text = Array(digest.article.text.utf8)
    let wanted = Array(words.utf8)
    var at = 0
    var left = n
    while at + wanted.count <= text.count {
      if text[at..<at + wanted.count].elementsEqual(wanted) {
        if left == 0 { return Span(at, at + wanted.count) }
        left -= 1
      }
      at += 1
    }
    Issue.record("« \(words) » does not stand in \(digest.article.id)")
    return Span(0, 0)
  }

  func points(_ sentences: String...) throws -> Press {
    var made = self
    for (index, sentence) in sentences.enumerated() {
      made.digest.keyPoints.append(KeyPoint(span: try span(sentence), score: 1 - Double(index) * 0.1))
    }
    return made
  }

  /// An actor with every place where one of its forms stands.
  func actor(_ id: String, _ forms: String..., kind: Actor.Kind = .person, role: String? = nil) throws -> Press {
    var made = self
    var mentions: [Span] = []
    for form in forms {
      var n = 0
      let count = digest.article.text.components(of: form)
      while n < count {
        let found = try span(form, n)
        if !mentions.contains(where: { $0.overlaps(found) }) { mentions.append(found) }
        n += 1
      }
    }
    let roles = try role.map { [try span($0)] } ?? []
    made.digest.actors.append(
      Actor(id: id, name: forms[0], kind: kind, roles: roles, mentions: mentions.sorted()))
    return made
  }

  func figure(
    _ words: String, _ value: Double?, _ unit: String?, _ n: Int = 0, about: Figure.Approximation = .exact,
    bounds: Figure.Bounds? = nil
  ) throws -> Press {
    var made = self
    made.digest.figures.append(
      Figure(span: try span(words, n), value: value, unit: unit, approximation: about, bounds: bounds))
    return made
  }

  func date(_ words: String, _ value: String?, _ precision: Precision = .day, _ n: Int = 0) throws -> Press {
    var made = self
    made.digest.dates.append(
      DateMention(
        span: try span(words, n), value: value.map { CalendarValue(text: $0, precision: precision) },
        basis: .relative))
    return made
  }

  func quote(
    _ words: String, _ form: Quote.Form = .direct, by actor: String? = nil, beside speaker: String? = nil,
    _ basis: Speaker.Basis = .stated
  ) throws -> Press {
    var made = self
    var who: Speaker?
    if let speaker { who = Speaker(actor: actor, span: try span(speaker), basis: basis) }
    made.digest.quotes.append(
      Quote(span: try span(words), form: form, utterance: made.digest.quotes.count, speaker: who, rule: "test"))
    return made
  }

  // MARK: Clusterings

  /// One story of all digests; each inner list is one origin.
  static func clustering(_ origins: [[Press]], story: String = "s", thread: String = "t") -> Clustering {
    let ids = origins.flatMap { $0 }.map(\.digest.article.id).sorted()
    let families = origins.map { family in
      let ids = family.map(\.digest.article.id).sorted()
      return Origin(id: "o-\(ids[0])", articles: ids, evidence: [], basis: .inferred)
    }
    return Clustering(
      stories: [Story(id: story, articles: ids, origins: families, thread: thread, why: [])],
      threads: [Thread(id: thread, stories: [story], why: [])],
      actors: identities(origins.flatMap { $0 }))
  }

  /// Actors of one id in several digests are one identity.
  static func identities(_ digests: [Press]) -> [ActorIdentity] {
    var byID: [String: ActorIdentity] = [:]
    for digest in digests.map(\.digest).sorted(by: { $0.article.id < $1.article.id }) {
      for actor in digest.actors {
        var identity =
          byID[actor.id]
          ?? ActorIdentity(
            id: actor.id, name: actor.name, kind: actor.kind, spellings: [], references: [], suggestions: [])
        identity.references.append(ActorIdentity.Reference(article: digest.article.id, actor: actor.id))
        identity.spellings.append(
          ActorIdentity.Spelling(
            text: actor.name, count: actor.mentions.count, articles: [digest.article.id],
            why: identity.spellings.isEmpty ? .sameName : .transliteration))
        byID[actor.id] = identity
      }
    }
    return byID.keys.sorted().compactMap { byID[$0] }
  }

  static func composition(
    _ digests: [Press], _ clustering: Clustering, day: CivilDay? = nil, timeZone: String = "UTC"
  ) -> Composition {
    var editions = EditionRequest()
    editions.day = day
    return Composer(settings: SiteSettings(timeZone: timeZone)).composition(
      digests: digests.map(\.digest), clustering: clustering, runDiagnostics: [], editions: editions)
  }

  static func composition(_ origins: [[Press]]) -> Composition {
    composition(origins.flatMap { $0 }, clustering(origins))
  }
}

extension String {
  /// How often some words stand in it.
  func components(of words: String) -> Int {
    let text = Array(utf8)
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty, text.count >= wanted.count else { return 0 }
    return (0...text.count - wanted.count).filter { text[$0..<$0 + wanted.count].elementsEqual(wanted) }.count
  }
}

/// One visit told twice by one report, and once by another: invented people in an invented country.
enum Visit {
  static func long() throws -> Press {
    try Press(
      "long",
      """
      Le commandant en chef norlandais a rencontré jeudi son homologue karélois, quittant un port du golfe pour un \
      village gardé secret non loin du fleuve.
      Le général Anders Holm, commandant en chef des armées norlandaises, a discuté quelques heures avec le général \
      Pavlo Dubrovsky, chef de la marine karéloise, a précisé la capitaine Ingrid Solberg, chargée de presse.
      « Ces deux hommes avaient besoin de se voir », a confié Solberg au retour du convoi.
      Les marins postés dans le golfe ont raconté que le périmètre de la rade avait doublé en trois mois, tandis que \
      la capitale expédiait des camions.
      Holm avait atteint le golfe vers neuf heures et sa rencontre avec Dubrovsky commença deux heures plus tard.
      Un dépôt de carburant a été bâti sur le quai nord, avec des parois de sable et une batterie neuve contre les \
      drones du voisin.
      """ + Press.filler + Press.filler, published: "2031-05-09"
    ).points(
      "Le commandant en chef norlandais a rencontré jeudi son homologue karélois, quittant un port du golfe pour un village gardé secret non loin du fleuve.",
      "Le général Anders Holm, commandant en chef des armées norlandaises, a discuté quelques heures avec le général Pavlo Dubrovsky, chef de la marine karéloise, a précisé la capitaine Ingrid Solberg, chargée de presse.",
      "Un dépôt de carburant a été bâti sur le quai nord, avec des parois de sable et une batterie neuve contre les drones du voisin."
    ).actor("holm", "Anders Holm", "Holm", role: "commandant en chef des armées norlandaises")
      .actor("dubrovsky", "Pavlo Dubrovsky", "Dubrovsky", role: "chef de la marine karéloise")
      .actor("solberg", "Ingrid Solberg", "Solberg")
      .figure("quelques heures", nil, "hour").figure("trois mois", 3, "month")
      .date("jeudi", "2031-05-08").date("vers neuf heures", nil, .minute).date("deux heures plus tard", nil, .minute)
      .quote("Ces deux hommes avaient besoin de se voir", by: "solberg", beside: "Solberg")
  }

  static func short() throws -> Press {
    try Press(
      "short",
      """
      Jeudi, le commandant en chef norlandais a rencontré son homologue karélois, quittant un port du golfe vers un \
      village secret non loin du fleuve.
      La capitaine Ingrid Solberg, chargée de presse, a précisé que le général Anders Holm, commandant en chef des \
      armées norlandaises, avait discuté deux heures avec le général Pavel Dobrowski, chef de la marine karéloise.
      Des marins postés dans le golfe ont raconté que le périmètre d’Ar-Rada avait doublé en trois mois, tandis que \
      la capitale expédiait des camions.
      """ + Press.filler, title: "Deux généraux se voient près du fleuve", source: "La Gazette du Golfe"
    ).points(
      "Jeudi, le commandant en chef norlandais a rencontré son homologue karélois, quittant un port du golfe vers un village secret non loin du fleuve."
    ).actor("holm", "Anders Holm").actor("dubrovsky", "Pavel Dobrowski").actor("solberg", "Ingrid Solberg")
      .actor("ar-rada", "Ar-Rada", kind: .organization)
      .figure("deux heures", 2, "hour").figure("trois mois", 3, "month").date("Jeudi", nil)
  }
}
