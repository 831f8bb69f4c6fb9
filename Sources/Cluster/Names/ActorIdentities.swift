internal import NewsModel
internal import Prose

/// Gives merged forms their name, their id and their spellings.
enum ActorIdentities {
  /// The identities, by id; ids are slugs of names, numbered where two names have one slug.
  static func named(
    _ merged: [[(form: Int, why: NameEvidence)]], forms: [NameForm], suggestions: [Int: [Int: NameEvidence]],
    aliases: [[String]]
  ) -> [ActorIdentity] {
    let names = merged.map { name(of: $0.map { forms[$0.form] }, aliases: aliases) }
    let order = merged.indices.filter { !merged[$0].isEmpty }.sorted {
      let (a, b) = (forms[merged[$0][0].form], forms[merged[$1][0].form])
      return (names[$0], a.kind.rawValue, a.name) < (names[$1], b.kind.rawValue, b.name)
    }
    var ids: [Int: String] = [:]
    var taken: [String: Int] = [:]
    for number in order {
      let slug = slug(names[number])
      taken[slug, default: 0] += 1
      let count = taken[slug] ?? 1
      ids[number] = count == 1 ? slug : "\(slug)-\(count)"
    }
    return order.map { number in
      let members = merged[number]
      return ActorIdentity(
        id: ids[number] ?? "", name: names[number], kind: forms[members[0].form].kind,
        spellings: spellings(members, forms), references: members.flatMap { forms[$0.form].references }.sorted(),
        suggestions: (suggestions[number] ?? [:]).compactMap { other, why in
          ids[other].map { ActorIdentity.Suggestion(actor: $0, why: why) }
        }.sorted { $0.actor < $1.actor })
    }.sorted { $0.id < $1.id }
  }

  /// The form most used among the fullest: of persons any with two words is full, of others any at all.
  private static func name(of forms: [NameForm], aliases: [[String]]) -> String {
    let normal = Set(forms.map { Exonyms.normalized($0.name) })
    if let chosen = aliases.first(where: { !normal.isDisjoint(with: $0.map { Exonyms.normalized($0) }) })?.first {
      return chosen
    }
    // "POLOGNE" of a headline gives way to "Pologne"; "OTAN" has no such other.
    let written = Set(forms.filter { !isShouted($0.name) }.map { Exonyms.normalized($0.name) })
    let calm = forms.filter { !isShouted($0.name) || !written.contains(Exonyms.normalized($0.name)) }
    let full = calm.filter { $0.kind != .person || $0.fullness >= 2 }
    let best = (full.isEmpty ? calm : full).max {
      ($0.count, $0.fullness, $1.name) < ($1.count, $1.fullness, $0.name)
    }
    return best?.name ?? ""
  }

  /// All in capitals.
  private static func isShouted(_ name: String) -> Bool {
    name.contains { $0.isUppercase } && !name.contains { $0.isLowercase }
  }

  /// Each wording of the mentions; one that is not its article's whole name is a short form.
  private static func spellings(_ members: [(form: Int, why: NameEvidence)], _ forms: [NameForm])
    -> [ActorIdentity.Spelling]
  {
    var found: [String: ActorIdentity.Spelling] = [:]
    for (form, why) in members {
      let whole = Exonyms.normalized(forms[form].name)
      for (text, mention) in forms[form].mentions.sorted(by: { $0.key < $1.key }) {
        let reason = Exonyms.normalized(text) == whole ? why : .shortForm
        var spelling =
          found[text] ?? ActorIdentity.Spelling(text: text, count: 0, articles: [], why: reason)
        spelling.count += mention.count
        spelling.articles = Set(spelling.articles).union(mention.articles).sorted()
        if spelling.why == .shortForm { spelling.why = reason }
        found[text] = spelling
      }
    }
    return found.values.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  /// Folded Latin letters and digits, with hyphens between words; "actor" where nothing is left.
  static func slug(_ name: String) -> String {
    let slug = Transliteration.slug(name)
    return slug.isEmpty ? "actor" : slug
  }
}
