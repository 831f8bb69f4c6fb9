internal import NewsModel

/// One name of one kind as some articles have it in full: what is merged into identities.
struct NameForm: Sendable {
  /// As most of its articles write it.
  var name: String
  var kind: Actor.Kind
  /// Mentions, over all articles.
  var count: Int
  /// Words that are more than an initial: the fuller form shows.
  var fullness: Int
  /// What spellings of one name are likely to share.
  var keys: [NameKeys.Word]
  /// Folded role words, to tell actors of parallel texts apart.
  var roles: Set<String>
}

/// The names of a batch by kind and normalized name; accents, hyphens and capitals do not part two.
struct NameForms: Sendable {
  /// An actor of an article, by their places.
  struct Place: Sendable {
    var article: Int32
    var actor: Int32
  }
  private(set) var forms: [NameForm] = []
  /// For each article, where its actors begin in `formOf`.
  private(set) var starts: [Int32] = [0]
  /// For each actor of each article, its form.
  private(set) var formOf: [Int32] = []
  /// Where each form's places begin in `places`.
  private var placeStarts: [Int32] = []
  private var places: [Place] = []

  /// The forms of some sketches; numbers go by hash, so the order of articles changes none but through it.
  init(_ sketches: [ArticleSketch]) {
    var numbers: [UInt64: Int32] = [:]
    numbers.reserveCapacity(sketches.count * 4)
    for item in sketches.indices {
      let actors = sketches[item].actors
      for place in actors.indices {
        let actor = actors[place]
        let number = numbers[actor.form] ?? Int32(forms.count)
        if Int(number) == forms.count {
          numbers[actor.form] = number
          forms.append(
            NameForm(
              name: actor.name, kind: Actor.Kind.allCases[Int(actor.kind)], count: 0, fullness: 0, keys: actor.keys,
              roles: []))
        }
        formOf.append(number)
        forms[Int(number)].count += actor.mentions.reduce(0) { $0 + Int($1.count) }
        for role in actor.roles { forms[Int(number)].roles.insert(role) }
      }
      starts.append(Int32(formOf.count))
    }
    collect(sketches)
    for form in forms.indices {
      forms[form].name = writing(Int32(form), sketches)
      let keys = forms[form].keys
      forms[form].fullness =
        forms[form].kind == .person
        ? keys.reduce(0) { $0 + ($1.length > 1 ? 1 : 0) } : NameForms.words(forms[form].name)
    }
  }

  /// Where a form is named, in the order of articles.
  func places(of form: Int) -> ArraySlice<Place> { places[Int(placeStarts[form])..<Int(placeStarts[form + 1])] }

  private mutating func collect(_ sketches: [ArticleSketch]) {
    placeStarts = [Int32](repeating: 0, count: forms.count + 1)
    for form in formOf { placeStarts[Int(form) + 1] += 1 }
    for form in forms.indices { placeStarts[form + 1] += placeStarts[form] }
    places = [Place](repeating: Place(article: 0, actor: 0), count: formOf.count)
    var next = placeStarts
    for article in sketches.indices {
      for at in Int(starts[article])..<Int(starts[article + 1]) {
        let form = Int(formOf[at])
        places[Int(next[form])] = Place(article: Int32(article), actor: Int32(at - Int(starts[article])))
        next[form] += 1
      }
    }
  }

  /// How most of a form's articles write it.
  private func writing(_ form: Int32, _ sketches: [ArticleSketch]) -> String {
    let name = forms[Int(form)].name
    let places = places(of: Int(form))
    if places.allSatisfy({ sketches[Int($0.article)].actors[Int($0.actor)].name == name }) { return name }
    var counts: [String: Int] = [:]
    for place in places {
      let actor = sketches[Int(place.article)].actors[Int(place.actor)]
      counts[actor.name, default: 0] += max(1, actor.mentions.reduce(0) { $0 + Int($1.count) })
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? name
  }

  /// Words of a name that is no person's.
  private static func words(_ name: String) -> Int {
    var words = 0
    var letters = 0
    for byte in name.utf8 {
      if byte == 0x20 || byte == 0x2D {
        words += letters > 1 ? 1 : 0
        letters = 0
      } else {
        letters += 1
      }
    }
    return words + (letters > 1 ? 1 : 0)
  }
}
