internal import Languages
internal import NewsModel

/// One run over the sketches of a batch.
struct ClusterBatch {
  /// By trusted day, undated ones first, then by id; without the terms of their own language.
  let sketches: [ArticleSketch]
  /// For each article, how many terms of its own language it has.
  let lengths: [Int]
  let evidence: StoryEvidence
  /// Articles of each story by their places, in the order of time.
  let groups: [[Int]]
  let merger: ActorMerger
  private let jobs: Int

  /// Finds the stories of a batch. What only vectors are made of is shed once they are: it is the most of a sketch.
  ///
  /// - Parameter jobs: how many threads work; what comes out does not depend on it.
  init(_ given: consuming [ArticleSketch], languages: [Language], aliases: [[String]], jobs: Int = 1) {
    var sketches = given
    sketches.sort {
      let (a, b) = ($0.day ?? .min, $1.day ?? .min)
      return a != b ? a < b : $0.article < $1.article
    }
    lengths = sketches.map(\.terms.count)
    let words: StoryWords
    let matcher = NameMatcher(languages: languages)
    if jobs > 1 {
      let whole = sketches
      (words, merger) = Workers.both(jobs: jobs) {
        StoryWords(whole, languages: languages)
      } _: {
        ActorMerger(whole, matcher: matcher, aliases: aliases)
      }
      ClusterBatch.shed(&sketches)
    } else {
      // One after the other, names need not wait beside the terms in memory.
      words = StoryWords(sketches, languages: languages)
      ClusterBatch.shed(&sketches)
      merger = ActorMerger(sketches, matcher: matcher, aliases: aliases)
    }
    self.sketches = sketches
    self.jobs = jobs
    evidence = StoryEvidence(sketches, words, actors: merger.batch)
    groups = StoryFinder(evidence: evidence, jobs: jobs).stories(lengths: lengths)
  }

  private static func shed(_ sketches: inout [ArticleSketch]) {
    for place in sketches.indices { sketches[place].terms = [] }
  }

  /// Stories with their origins, threads, and actors across articles.
  func clustering(origins: ([String]) -> [Origin]) -> Clustering {
    var families = [Int32](repeating: -1, count: sketches.count)
    var family: Int32 = 0
    var stories = groups.map { group in
      let places = group.sorted { sketches[$0].article < sketches[$1].article }
      let ids = places.map { sketches[$0].article }
      let found =
        ids.count > 1
        ? origins(ids) : [Origin(id: "o-\(ids[0])", articles: ids, evidence: [], basis: .inferred)]
      for origin in found where origin.articles.count > 1 {
        for article in origin.articles {
          let at = ids.partitioningIndex { $0 >= article }
          if at < ids.count, ids[at] == article { families[places[at]] = family }
        }
        family += 1
      }
      return Story(id: "s-\(ids[0])", articles: ids, origins: found, thread: "", why: [])
    }
    let ((actors, finder), subjects) = Workers.both(jobs: jobs) {
      var merger = merger
      merger.join(families: families)
      let actors = merger.named()
      return (actors, tieFinder(actors, merger.batch))
    } _: {
      threadFinder.threads()
    }
    // A thread of one story is tied by nothing.
    let tied = groups + subjects.map { $0.count > 1 ? $0.flatMap { groups[$0] } : [] }
    let ties = Workers.map(tied.count, jobs: jobs) { finder.ties(tied[$0]) }
    for number in stories.indices { stories[number].why = ties[number] }
    let threads = zip(subjects, ties[groups.count...]).map { subject, why in
      let ids = subject.map { stories[$0].id }.sorted()
      let id = ClusterBatch.threadID(ids[0])
      for story in subject { stories[story].thread = id }
      return Thread(id: id, stories: ids, why: why)
    }
    stories.sort { $0.articles[0] < $1.articles[0] }
    return Clustering(stories: stories, threads: threads.sorted { $0.id < $1.id }, actors: actors)
  }

  /// Finds threads, as lists of stories by their places in `groups`.
  var threadFinder: ThreadFinder {
    ThreadFinder(
      stories: groups, evidence: evidence, lengths: lengths, bridgeLengths: sketches.map(\.bridge.count))
  }

  /// The id of a thread by the least id of its stories.
  static func threadID(_ story: String) -> String { "t-\(story.dropFirst(2))" }

  func tieFinder(_ actors: [ActorIdentity], _ batch: BatchActors) -> TieFinder {
    var places: [String: Int] = [:]
    for (place, sketch) in sketches.enumerated() { places[sketch.article] = place }
    var actorNames = [String](repeating: "", count: batch.identities)
    for actor in actors {
      guard let reference = actor.references.first, let article = places[reference.article],
        let own = sketches[article].actors.firstIndex(where: { $0.id == reference.actor })
      else { continue }
      actorNames[batch.identity(article, own)] = actor.name
    }
    return TieFinder(
      sketches: sketches, table: evidence.wordTable, rarity: evidence.words.rarity, actors: batch,
      actorNames: actorNames)
  }
}
