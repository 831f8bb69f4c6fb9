internal import NewsModel
internal import Prose

/// Gives merged forms their name, their id and their spellings.
struct ActorIdentities {
  let names: NameForms
  let sketches: [ArticleSketch]
  let aliases: [[String]]

  /// The identities, by id; ids are slugs of names, numbered where two names have one slug.
  func named(_ merged: [[(form: Int, why: NameEvidence)]], suggestions: [Int: [Int: NameEvidence]])
    -> [ActorIdentity]
  {
    let order = merged.indices.filter { !merged[$0].isEmpty }
    var nameOf = [String](repeating: "", count: merged.count)
    var idOf = [String](repeating: "", count: merged.count)
    var bySlug: [String: [Int]] = [:]
    let chosen = aliases.map { (name: $0.first, all: Set($0.map { Exonyms.normalized($0) })) }
    for number in order {
      nameOf[number] = name(of: merged[number].map { names.forms[$0.form] }, aliases: chosen)
      idOf[number] = ActorIdentities.slug(nameOf[number])
      bySlug[idOf[number], default: []].append(number)
    }
    for (slug, group) in bySlug where group.count > 1 {
      let sorted = group.sorted {
        let (a, b) = (names.forms[merged[$0][0].form], names.forms[merged[$1][0].form])
        return (nameOf[$0], a.kind.rawValue, a.name) < (nameOf[$1], b.kind.rawValue, b.name)
      }
      for (place, number) in sorted.enumerated() where place > 0 { idOf[number] = "\(slug)-\(place + 1)" }
    }
    let ranks = ranks()
    return order.sorted { idOf[$0] < idOf[$1] }.map { number in
      let members = merged[number]
      var places: [NameForms.Place] = []
      for member in members { places += names.places(of: member.form) }
      if places.count > 1 {
        places.sort { a, b in
          if a.article != b.article { return ranks[Int(a.article)] < ranks[Int(b.article)] }
          let actors = sketches[Int(a.article)].actors
          return actors[Int(a.actor)].id < actors[Int(b.actor)].id
        }
      }
      let references = places.map { place in
        let article = Int(place.article)
        return ActorIdentity.Reference(
          article: sketches[article].article, actor: sketches[article].actors[Int(place.actor)].id)
      }
      return ActorIdentity(
        id: idOf[number], name: nameOf[number], kind: names.forms[members[0].form].kind,
        spellings: spellings(members), references: references,
        suggestions: (suggestions[number] ?? [:]).map { other, why in
          ActorIdentity.Suggestion(actor: idOf[other], why: why)
        }.sorted { $0.actor < $1.actor })
    }
  }

  /// For each article, its place by id.
  private func ranks() -> [Int32] {
    var ranks = [Int32](repeating: 0, count: sketches.count)
    let order = sketches.indices.sorted { sketches[$0].article < sketches[$1].article }
    for (rank, article) in order.enumerated() { ranks[article] = Int32(rank) }
    return ranks
  }

  /// The form most used among the fullest: of persons any with two words is full, of others any at all.
  private func name(of forms: [NameForm], aliases: [(name: String?, all: Set<String>)]) -> String {
    if !aliases.isEmpty {
      let normal = Set(forms.map { Exonyms.normalized($0.name) })
      if let name = aliases.first(where: { !normal.isDisjoint(with: $0.all) })?.name { return name }
    }
    guard forms.count > 1 else { return forms.first?.name ?? "" }
    // "POLOGNE" of a headline gives way to "Pologne"; "OTAN" has no such other.
    let written = Set(forms.filter { !ActorIdentities.isShouted($0.name) }.map { Exonyms.normalized($0.name) })
    let calm = forms.filter {
      !ActorIdentities.isShouted($0.name) || !written.contains(Exonyms.normalized($0.name))
    }
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
  private func spellings(_ members: [(form: Int, why: NameEvidence)]) -> [ActorIdentity.Spelling] {
    // Few wordings stand for one actor: they are looked through.
    var found: [ActorIdentity.Spelling] = []
    var places: [String: Int] = [:]
    for (form, why) in members {
      for place in names.places(of: form) {
        // No copy of the sketch: it would retain all its lists.
        let article = sketches[Int(place.article)].article
        for mention in sketches[Int(place.article)].actors[Int(place.actor)].mentions {
          let reason = mention.isWhole ? why : .shortForm
          let known = found.count < 8 ? found.firstIndex { $0.text == mention.text } : places[mention.text]
          guard let known else {
            places[mention.text] = found.count
            found.append(
              ActorIdentity.Spelling(
                text: mention.text, count: Int(mention.count), articles: [article], why: reason))
            continue
          }
          found[known].count += Int(mention.count)
          if found[known].articles.last != article { found[known].articles.append(article) }
          if found[known].why == .shortForm { found[known].why = reason }
        }
      }
    }
    for index in found.indices where found[index].articles.count > 1 {
      found[index].articles = members.count > 1 ? Set(found[index].articles).sorted() : found[index].articles.sorted()
    }
    return found.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  /// Folded Latin letters and digits, with hyphens between words; "actor" where nothing is left.
  static func slug(_ name: String) -> String {
    let slug = Transliteration.slug(name)
    return slug.isEmpty ? "actor" : slug
  }
}
