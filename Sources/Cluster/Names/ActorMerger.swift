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
  private let exonyms: Exonyms
  private let aliases: [[String]]
  private var forms: [NameForm] = []
  /// For each form, its identity's number.
  private var home: [Int] = []
  /// For each identity, its forms with the evidence that attached each, fullest first.
  private var identities: [[(form: Int, why: NameEvidence)]] = []
  private var suggestions: [Int: [Int: NameEvidence]] = [:]
  private var index: [String: [Int]] = [:]

  /// A merger with the editor's aliases.
  init(matcher: NameMatcher, exonyms: Exonyms, aliases: [[String]]) {
    self.matcher = matcher
    self.exonyms = exonyms
    self.aliases = aliases
  }

  /// The identities, by id.
  ///
  /// - Parameter families: article ids of each origin of several articles; in these the same role is the same person.
  mutating func identities(of digests: [Digest], families: [[String]]) -> [ActorIdentity] {
    forms = NameForms.forms(digests, matcher: matcher)
    home = Array(repeating: -1, count: forms.count)
    var familyOf: [String: Int] = [:]
    for (number, family) in families.enumerated() { for article in family { familyOf[article] = number } }
    placeAliases()
    let order = forms.indices.sorted {
      let (a, b) = (forms[$0], forms[$1])
      if a.fullness != b.fullness { return a.fullness > b.fullness }
      return a.count != b.count ? a.count > b.count : $0 < $1
    }
    for form in order where home[form] < 0 { place(form, familyOf) }
    return ActorIdentities.named(identities, forms: forms, suggestions: suggestions, aliases: aliases)
  }

  /// What the editor says is one comes first, and takes its forms out of all doubt.
  private mutating func placeAliases() {
    for names in aliases {
      let wanted = Set(names.map { Exonyms.normalized($0) })
      let found = forms.indices.filter { home[$0] < 0 && wanted.contains(Exonyms.normalized(forms[$0].name)) }
      guard let kind = found.map({ forms[$0].kind }).first else { continue }
      let chosen = found.filter { forms[$0].kind == kind }
      identities.append([])
      for form in chosen { attach(form, to: identities.count - 1, why: chosen.count > 1 ? .alias : .sameName) }
    }
  }

  private mutating func place(_ form: Int, _ familyOf: [String: Int]) {
    var takers: [(identity: Int, why: NameEvidence)] = []
    var doubtful: [(identity: Int, why: NameEvidence)] = []
    for identity in candidates(form) {
      let answer = answer(form, identity, familyOf)
      if answer.verdict == .same { takers.append((identity, answer.why)) }
      if answer.verdict == .perhaps { doubtful.append((identity, answer.why)) }
    }
    if takers.isEmpty, forms[form].kind == .person, forms[form].parts.words.count == 1 {
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
    for (identity, why) in doubtful where identity != home[form] {
      suggestions[home[form], default: [:]][identity] = why
      suggestions[identity, default: [:]][home[form]] = why
    }
  }

  /// Identities that a family name alone may stand for: those that have it as their last word, letter for letter
  /// where there are such.
  private func lone(_ form: Int, _ doubtful: [(identity: Int, why: NameEvidence)])
    -> [(identity: Int, why: NameEvidence)]
  {
    guard let word = forms[form].parts.words.first else { return [] }
    let bearers = doubtful.filter { candidate in
      identities[candidate.identity].contains { forms[$0.form].parts.words.last == word }
    }
    if !bearers.isEmpty { return bearers.map { ($0.identity, .familyNameOnly) } }
    return doubtful.filter { $0.why == .transliteration }
  }

  /// What a form is to an identity: the best of its forms speaks for it, unless another speaks against it.
  private func answer(_ form: Int, _ identity: Int, _ familyOf: [String: Int]) -> NameMatcher.Answer {
    var best = NameMatcher.Answer.different
    var isRefused = false
    for member in identities[identity] {
      var answer = matcher.answer(forms[form], forms[member.form])
      if answer.verdict == .perhaps, sharesRole(form, member.form, familyOf) {
        answer = NameMatcher.Answer(verdict: .same, score: 0.9, why: .sameRole)
      }
      if answer.verdict == .different, member.why != .alias { isRefused = true }
      if NameMatcher.Answer.rank(answer) > NameMatcher.Answer.rank(best) { best = answer }
    }
    if isRefused, best.verdict == .same { best.verdict = .perhaps }
    return best
  }

  /// Whether two forms have the same role in two articles of one report, where two spellings stand for one person.
  private func sharesRole(_ a: Int, _ b: Int, _ familyOf: [String: Int]) -> Bool {
    guard forms[a].parts.words.count > 1, forms[b].parts.words.count > 1,
      !forms[a].roles.isDisjoint(with: forms[b].roles)
    else { return false }
    let families = Set(forms[a].references.compactMap { familyOf[$0.article] })
    return forms[b].references.contains { familyOf[$0.article].map(families.contains) ?? false }
  }

  private mutating func attach(_ form: Int, to identity: Int, why: NameEvidence) {
    home[form] = identity
    identities[identity].append((form, identities[identity].isEmpty && why != .alias ? .sameName : why))
    for key in keys(form) where index[key]?.last != identity { index[key, default: []].append(identity) }
  }

  private func candidates(_ form: Int) -> [Int] {
    var found = Set<Int>()
    for key in keys(form) {
      if let list = index[key], list.count <= ActorMerger.longestList { found.formUnion(list) }
    }
    return found.sorted()
  }

  /// What two forms of one name have in common: a word's sounds for persons, a canonical name or an acronym for others.
  private func keys(_ form: Int) -> [String] {
    let form = forms[form]
    if form.kind == .person {
      return form.parts.sounds.map { "person \(String(decoding: $0.coarse, as: UTF8.self))" }
    }
    let normal = Exonyms.normalized(form.name)
    var keys = [exonyms.canonical(form.name) ?? normal, String(decoding: form.parts.joined, as: UTF8.self)]
    let words = form.parts.words
    if form.kind == .organization, words.count > 1 {
      keys.append(String(decoding: words.compactMap(\.first), as: UTF8.self))
      keys.append(String(decoding: normal.split(separator: " ").compactMap(\.utf8.first), as: UTF8.self))
    }
    return Set(keys).sorted().map { "\(form.kind.rawValue) \($0)" }
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
