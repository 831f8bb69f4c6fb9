#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What of the articles of a batch is compared to find stories: words, what survives translation, facts, days.
///
/// Articles stand in the order of their trusted day, undated ones first.
struct StoryEvidence {
  /// How much facts count beside words for two articles rich in them. Reporters share facts, and words only by
  /// chance, so facts count more. Articles of four real events in two languages needed 0.55 to 0.7.
  static let factWeight: Float = 0.6
  /// The same where of one article no day is known: the same people meet at many events.
  static let undatedWeight: Float = 0.3
  /// The `information` at which facts count half: one name shared by two headlines proves little.
  static let halfInformation: Float = 0.2
  /// Below this a pair's facts count as not alike at all.
  static let leastFacts: Float = 0.1
  /// Reports of one event come on its day and the next; from here on each day makes one less likely.
  static let freeDays = 1
  /// Days after which likeness counts e times less.
  static let decayDays: Float = 10
  /// From here on, two articles with trusted dates are not of one event whatever else they share: the veto of when.
  static let mostDays = 30

  /// Words of names from which on an article says who and where well enough for the veto of these.
  static let fewestNamed = 4
  /// People who have to be named where no place is known.
  static let fewestPeople = 2
  /// Articles less alike than this come together by nothing, so the veto of who and where is not asked.
  static let leastVetoed: Float = 0.1

  /// By days between.
  private static let nearnesses: [Float] = (0...mostDays).map { gap in
    gap <= freeDays ? 1 : exp(-Float(gap - freeDays) / decayDays)
  }

  /// For each article, the first one of the same words, language and day: its own place where it is no copy. Copies
  /// are compared once, so that twenty thousand of one wire report cost what one does.
  let copyOf: [Int]
  /// How many articles are no copies.
  var distinct: Int { copyOf.count - wordTable.copies }
  /// Copies have no vectors here, nor below.
  let words: BatchVectors
  /// The terms of `words`.
  let wordTable: TermTable
  /// Nil for a batch in one language.
  let bridge: BatchVectors?
  let facts: BatchVectors
  /// For each article, the place of its language when the most used is 0.
  let languages: [Int]
  /// Trusted days.
  let days: [Int?]
  /// How many articles have no trusted day; they come first.
  let undated: Int
  private let isDated: [Bool]
  /// Keys of the names of each article that says who and where, in one list; where each article's begin.
  private let named: [UInt32]
  private let namedStarts: [Int32]
  private let sketches: [ArticleSketch]
  /// Articles of no known day may be of any: less than 1 in a batch of few, where nothing else makes up for it.
  let undatedNearness: Float

  /// The evidence of sketches that stand in order, with their words and the identity of each of their actors.
  init(_ sketches: [ArticleSketch], _ words: StoryWords, actors: BatchActors) {
    days = sketches.map(\.day)
    undated = sketches.firstIndex { $0.day != nil } ?? sketches.count
    isDated = sketches.map(\.isDated)
    var named: [UInt32] = []
    var namedStarts: [Int32] = [0]
    for item in sketches.indices {
      let isTold =
        sketches[item].people >= (sketches[item].saysWhere ? 1 : StoryEvidence.fewestPeople)
        && sketches[item].named.count >= StoryEvidence.fewestNamed
      if isTold { named += sketches[item].named }
      namedStarts.append(Int32(named.count))
    }
    self.named = named
    self.namedStarts = namedStarts
    self.sketches = sketches
    languages = words.languages
    copyOf = words.copyOf
    wordTable = words.table
    self.words = words.vectors
    bridge = words.bridge
    let table = StoryEvidence.facts(sketches, copyOf, actors)
    let distinct = copyOf.count - words.table.copies
    facts = BatchVectors(table, press: PressShares.days(sketches.compactMap(\.day), articles: distinct))
    undatedNearness =
      StoryFinder.threshold(articles: distinct) / StoryFinder.threshold(articles: distinct, areDated: false)
  }

  /// The likeness of two articles by words and facts together, with no regard to the veto of who and where.
  func combined(_ a: Int, _ b: Int, words: Float, facts: Float) -> Float {
    let near = nearness(a, b)
    guard near > 0 else { return 0 }
    let share = factShare(a, b)
    return ((1 - share) * words + share * (facts < StoryEvidence.leastFacts ? 0 : facts)) * near
  }

  /// Whether two articles that both say who and where have nobody and no place in common: the veto of who and where.
  ///
  /// Earthquakes, elections and trials are told in the same words wherever they happen. A country, which two events
  /// may share, is no place here. A name of one that stands anywhere in the other, recognized or not, lifts the veto;
  /// where of either no place is known, so does any capital inside a sentence that both have.
  func isElsewhere(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (named(a), named(b))
    guard !x.isEmpty, !y.isEmpty else { return false }
    var (i, j) = (x.lowerBound, y.lowerBound)
    while i < x.upperBound, j < y.upperBound {
      if named[i] == named[j] { return false }
      if named[i] < named[j] { i += 1 } else { j += 1 }
    }
    guard !stands(x, in: sketches[b].bridge), !stands(y, in: sketches[a].bridge) else { return false }
    return sketches[a].saysWhere && sketches[b].saysWhere || !shareCapital(sketches[a].bridge, sketches[b].bridge)
  }

  /// Whether a term is written as a name in two articles.
  private func shareCapital(_ a: [ArticleSketch.Term], _ b: [ArticleSketch.Term]) -> Bool {
    let names = Set(a.lazy.filter { $0.named > 0 }.map(\.key))
    return b.contains { $0.named > 0 && names.contains($0.key) }
  }

  /// The names of an article in `named`; none where it does not say who and where.
  private func named(_ item: Int) -> Range<Int> { Int(namedStarts[item])..<Int(namedStarts[item + 1]) }

  /// Whether any name of an article is among the terms of another.
  private func stands(_ names: Range<Int>, in terms: [ArticleSketch.Term]) -> Bool {
    terms.contains { term in
      var (low, high) = (names.lowerBound, names.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if named[middle] < term.key { low = middle + 1 } else { high = middle }
      }
      return low < names.upperBound && named[low] == term.key
    }
  }

  /// How much of the likeness of two articles is that of their facts.
  func factShare(_ a: Int, _ b: Int) -> Float {
    let known = min(facts.information[a], facts.information[b])
    let most = isDated[a] && isDated[b] ? StoryEvidence.factWeight : StoryEvidence.undatedWeight
    return most * known / (known + StoryEvidence.halfInformation)
  }

  /// 1 for articles of the same days, less the further they are apart, 0 under the veto; `undatedNearness` where of one
  /// or both no trusted day is known.
  func nearness(_ a: Int, _ b: Int) -> Float {
    guard let x = days[a], let y = days[b] else { return undatedNearness }
    let gap = abs(x - y)
    if gap > StoryEvidence.mostDays { return 0 }
    return StoryEvidence.nearnesses[gap]
  }

  /// Numbers and days, with who is named by identity.
  private static func facts(_ sketches: [ArticleSketch], _ copyOf: [Int], _ actors: BatchActors) -> TermTable {
    var table = TermTable()
    var termOf = [Int32](repeating: -1, count: actors.identities)
    var own: [(term: Int32, count: Int, isPerson: Bool)] = []
    for item in sketches.indices {
      guard copyOf[item] == item else {
        table.closeCopy()
        continue
      }
      table.add(sketches[item].facts)
      own.removeAll(keepingCapacity: true)
      let namedActors = sketches[item].actors
      for place in namedActors.indices {
        let (weight, kind) = (namedActors[place].weight, namedActors[place].kind)
        let identity = actors.identity(item, place)
        if termOf[identity] < 0 { termOf[identity] = table.newTerm() }
        let term = termOf[identity]
        if let known = own.firstIndex(where: { $0.term == term }) {
          own[known].count += Int(weight)
        } else {
          own.append((term, Int(weight), kind == 0))
        }
      }
      for fact in own { table.add(fact.term, UInt16(min(65_535, fact.count)), uses: 1, named: fact.isPerson ? 1 : 0) }
      table.close()
    }
    return table
  }
}

/// The identity of each actor of each article of a batch.
struct BatchActors {
  /// How many identities there are.
  let identities: Int
  /// Where each article's actors begin in `numbers`.
  let starts: [Int32]
  let numbers: [Int32]

  /// The number of the identity of an article's actor.
  @inline(__always)
  func identity(_ article: Int, _ actor: Int) -> Int { Int(numbers[Int(starts[article]) + actor]) }
}
