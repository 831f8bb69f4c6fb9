internal import NewsModel

/// One name of one kind as some articles have it in full: what is merged into identities.
struct NameForm: Sendable {
  /// As most of its articles write it.
  var name: String
  var kind: Actor.Kind
  var parts: NameParts
  /// Mentions, over all articles.
  var count: Int
  /// Where it is named, sorted.
  var references: [ActorIdentity.Reference]
  /// Folded role words by article, to tell actors of parallel texts apart.
  var roles: Set<String>
  /// Mentions by their words: how often, and in which articles.
  var mentions: [String: (count: Int, articles: Set<String>)]

  /// Words that are more than an initial: the fuller form shows.
  var fullness: Int { parts.words.reduce(0) { $0 + ($1.count > 1 ? 1 : 0) } }
}

/// Gathers the actors of all digests by kind and name.
enum NameForms {
  /// The forms, by kind and name; accents, hyphens and capitals do not part two.
  static func forms(_ digests: [Digest], matcher: NameMatcher) -> [NameForm] {
    var byKey: [String: NameForm] = [:]
    var writings: [String: [String: Int]] = [:]
    for digest in digests {
      for actor in digest.actors {
        let key = "\(actor.kind.rawValue) \(Exonyms.normalized(actor.name))"
        var form =
          byKey[key]
          ?? NameForm(
            name: actor.name, kind: actor.kind, parts: matcher.parts(of: actor.name), count: 0, references: [],
            roles: [], mentions: [:])
        add(actor, of: digest.article, to: &form)
        byKey[key] = form
        writings[key, default: [:]][actor.name, default: 0] += max(1, actor.mentions.count)
      }
    }
    return byKey.keys.sorted().compactMap { key in
      guard var form = byKey[key] else { return nil }
      form.name = writings[key]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? form.name
      form.references.sort()
      return form
    }
  }

  private static func add(_ actor: Actor, of article: Article, to form: inout NameForm) {
    form.count += actor.mentions.count
    form.references.append(ActorIdentity.Reference(article: article.id, actor: actor.id))
    for role in actor.roles { form.roles.insert(Exonyms.normalized(String(article.text[role]))) }
    for mention in actor.mentions {
      let words = String(article.text[mention])
      form.mentions[words, default: (0, [])].count += 1
      form.mentions[words, default: (0, [])].articles.insert(article.id)
    }
  }
}
