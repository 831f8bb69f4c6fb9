internal import NewsModel
internal import Prose

/// Merges the actors of all articles into identities, each spelling with the evidence that attaches it.
///
/// Fuller names come first and gather lesser ones. A form joins an identity only where it is the same name as one of
/// its forms, different from none, and no second identity would take it: "M. Durand" between Marie and Michel stays a
/// suggestion. Candidates come from tables of sound keys, so that time grows with the number of names.
struct ActorMerger {
  /// A key that more forms than this share (a given name) finds no candidates.
  static let longestList = 150  // forms

  private let matcher: NameMatcher
  private let sketches: [ArticleSketch]
  private let aliases: [[String]]
  /// The names of the batch.
  let names: NameForms
  private let forms: [NameForm]
  /// Keys of all forms in one list; where each form's begin.
  private let keys: [NameKeys.Word]
  private let keyStarts: [Int32]
  private var parts: [NameParts?]
  private var commons: [Int: NameMatcher.CommonName] = [:]
  /// For each form, its identity's number.
  private var home: [Int]
  /// For each identity, its forms with the evidence that attached each, fullest first.
  private var identities: [[(form: Int, why: NameEvidence)]] = []
  /// Forms that may be of an identity, as met.
  private var doubts: [(form: Int, identity: Int, why: NameEvidence)] = []
  private var index: [UInt32: [Int32]] = [:]

  /// Merges the actors of sketches, sorted by article, under the editor's aliases.
  init(_ sketches: [ArticleSketch], matcher: NameMatcher, aliases: [[String]]) {
    self.matcher = matcher
    self.sketches = sketches
    self.aliases = aliases
    names = NameForms(sketches)
    forms = names.forms
    keys = forms.flatMap(\.keys)
    var starts: [Int32] = [0]
    for form in forms { starts.append((starts.last ?? 0) + Int32(form.keys.count)) }
    keyStarts = starts
    home = Array(repeating: -1, count: forms.count)
    parts = Array(repeating: nil, count: forms.count)
    index.reserveCapacity(home.count * 2)
    placeAliases()
    let forms = forms
    let ranked = forms.indices.sorted { x, y in
      if forms[x].fullness != forms[y].fullness { return forms[x].fullness > forms[y].fullness }
      if forms[x].count != forms[y].count { return forms[x].count > forms[y].count }
      if forms[x].kind != forms[y].kind { return forms[x].kind.rawValue < forms[y].kind.rawValue }
      return forms[x].name < forms[y].name
    }
    for form in ranked where home[form] < 0 { place(form) }
  }

  /// The identity of each actor of each article.
  var batch: BatchActors {
    BatchActors(identities: identities.count, starts: names.starts, numbers: names.formOf.map { Int32(home[Int($0)]) })
  }

  /// Joins what may be one name where two articles of one report give it the same role.
  ///
  /// - Parameter families: for each article, the number of its origin where that has several articles, else -1.
  mutating func join(families: [Int32]) {
    guard families.contains(where: { $0 >= 0 }) else { return }
    for doubt in doubts where forms[doubt.form].kind == .person {
      let (a, b) = (home[doubt.form], doubt.identity)
      guard a != b, !identities[a].isEmpty, !identities[b].isEmpty,
        identities[b].contains(where: { sharesRole(doubt.form, $0.form, families) }), !differ(a, b)
      else { continue }
      for member in identities[a] {
        home[member.form] = b
        identities[b].append((member.form, .sameRole))
      }
      identities[a] = []
    }
  }

  /// Whether any form of one identity is another name than one of the other.
  private mutating func differ(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (identities[a].map(\.form), identities[b].map(\.form))
    for form in x { for other in y where matcherAnswer(form, other).verdict == .different { return true } }
    return false
  }

  /// The identities, by id.
  mutating func named() -> [ActorIdentity] {
    var suggestions: [Int: [Int: NameEvidence]] = [:]
    for doubt in doubts {
      let (a, b) = (home[doubt.form], doubt.identity)
      guard a != b, !identities[b].isEmpty else { continue }
      suggestions[a, default: [:]][b] = doubt.why
      suggestions[b, default: [:]][a] = doubt.why
    }
    return ActorIdentities(names: names, sketches: sketches, aliases: aliases).named(
      identities, suggestions: suggestions)
  }

  /// What the editor says is one comes first, and takes its forms out of all doubt.
  private mutating func placeAliases() {
    guard !aliases.isEmpty else { return }
    var byForm: [UInt64: [Int]] = [:]
    for form in forms.indices {
      byForm[Fold.hash(Exonyms.normalized(forms[form].name)), default: []].append(form)
    }
    for list in aliases {
      let wanted = Set(list.map { Fold.hash(Exonyms.normalized($0)) })
      let found = wanted.flatMap { byForm[$0] ?? [] }.filter { home[$0] < 0 }
        .sorted { (forms[$0].kind.rawValue, forms[$0].name) < (forms[$1].kind.rawValue, forms[$1].name) }
      guard let kind = found.map({ forms[$0].kind }).first else { continue }
      let chosen = found.filter { forms[$0].kind == kind }
      identities.append([])
      for form in chosen { attach(form, to: identities.count - 1, why: chosen.count > 1 ? .alias : .sameName) }
    }
  }

  private mutating func place(_ form: Int) {
    var takers: [(identity: Int, why: NameEvidence)] = []
    var doubtful: [(identity: Int, why: NameEvidence)] = []
    for identity in candidates(form) {
      let answer = answer(form, identity)
      if answer.verdict == .same { takers.append((identity, answer.why)) }
      if answer.verdict == .perhaps { doubtful.append((identity, answer.why)) }
    }
    if takers.isEmpty, forms[form].kind == .person, forms[form].keys.count == 1 {
      takers = lone(form, doubtful)
      if !takers.isEmpty { doubtful = [] }
    }
    if takers.count == 1 {
      attach(form, to: takers[0].identity, why: takers[0].why)
    } else {
      identities.append([])
      attach(form, to: identities.count - 1, why: .sameName)
      doubtful += takers
    }
    for (identity, why) in doubtful where identity != home[form] { doubts.append((form, identity, why)) }
  }

  /// Identities that a family name alone may stand for: those that have it as their last word, letter for letter
  /// where there are such.
  private mutating func lone(_ form: Int, _ doubtful: [(identity: Int, why: NameEvidence)])
    -> [(identity: Int, why: NameEvidence)]
  {
    guard !doubtful.isEmpty, let word = parts(form).words.first else { return [] }
    var bearers: [(identity: Int, why: NameEvidence)] = []
    for candidate in doubtful {
      for member in identities[candidate.identity] where parts(member.form).words.last == word {
        bearers.append((candidate.identity, .familyNameOnly))
        break
      }
    }
    return bearers.isEmpty ? doubtful.filter { $0.why == .transliteration } : bearers
  }

  /// What a form is to an identity: the best of its forms speaks for it, unless another speaks against it.
  private mutating func answer(_ form: Int, _ identity: Int) -> NameMatcher.Answer {
    var best = NameMatcher.Answer.different
    var isRefused = false
    for member in identities[identity] {
      let answer = matcherAnswer(form, member.form)
      if answer.verdict == .different, member.why != .alias { isRefused = true }
      if NameMatcher.Answer.rank(answer) > NameMatcher.Answer.rank(best) { best = answer }
    }
    if isRefused, best.verdict == .same { best.verdict = .perhaps }
    return best
  }

  private mutating func matcherAnswer(_ a: Int, _ b: Int) -> NameMatcher.Answer {
    guard forms[a].kind == .person else {
      return matcher.answer(forms[a].name, common(a), forms[b].name, common(b), kind: forms[a].kind)
    }
    return matcher.answer(forms[a].name, parts(a), forms[b].name, parts(b))
  }

  private mutating func common(_ form: Int) -> NameMatcher.CommonName {
    if let known = commons[form] { return known }
    let made = matcher.common(forms[form].name)
    commons[form] = made
    return made
  }

  private mutating func parts(_ form: Int) -> NameParts {
    if let known = parts[form] { return known }
    let made = matcher.parts(of: forms[form].name)
    parts[form] = made
    return made
  }

  /// Whether two forms have the same role in two articles of one report, where two spellings stand for one person.
  private func sharesRole(_ a: Int, _ b: Int, _ families: [Int32]) -> Bool {
    guard forms[a].keys.count > 1, forms[b].keys.count > 1, !forms[a].roles.isDisjoint(with: forms[b].roles) else {
      return false
    }
    let known = Set(names.places(of: a).map { families[Int($0.article)] }.filter { $0 >= 0 })
    return names.places(of: b).contains { known.contains(families[Int($0.article)]) }
  }

  private mutating func attach(_ form: Int, to identity: Int, why: NameEvidence) {
    home[form] = identity
    identities[identity].append((form, identities[identity].isEmpty && why != .alias ? .sameName : why))
    for word in forms[form].keys where index[word.key]?.last != Int32(identity) {
      index[word.key, default: []].append(Int32(identity))
    }
  }

  /// Identities that share a key with a form and are worth a look, by number.
  private func candidates(_ form: Int) -> [Int] {
    var found: [Int] = []
    let kind = forms[form].kind
    keys.withUnsafeBufferPointer { keys in
      func words(_ form: Int) -> Slice<UnsafeBufferPointer<NameKeys.Word>> {
        keys[Int(keyStarts[form])..<Int(keyStarts[form + 1])]
      }
      let own = words(form)
      for word in own {
        guard let list = index[word.key], list.count <= ActorMerger.longestList else { continue }
        for identity in list {
          for member in identities[Int(identity)]
          where NameKeys.mayBeOne(own, words(member.form), kind: kind) && forms[member.form].kind == kind {
            found.append(Int(identity))
            break
          }
        }
      }
    }
    guard found.count > 1 else { return found }
    found.sort()
    var last = -1
    return found.filter { number in
      defer { last = number }
      return number != last
    }
  }
}

extension NameMatcher.Answer {
  /// Orders answers from different to same.
  static func rank(_ answer: Self) -> Double {
    switch answer.verdict {
    case .different: 0
    case .perhaps: 1 + answer.score
    case .same: 3 + answer.score
    }
  }
}
