#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Groups stories on one subject, whatever lies between them in time.
struct ThreadFinder {
  /// Mean likeness of two large groups of a thread, for texts of `usualTerms` terms; two single articles need it in
  /// full too, see `sizeBonus`. Fitted to whole articles and their first 200 characters, 6 to 200 on 3 to 10 subjects;
  /// 0.080 to 0.085 were equal.
  static let threshold: Float = 0.082
  /// Wide subjects have a low mean; chance likeness of two single articles is as high. See `AverageLinkage`.
  static let sizeBonus: Float = 1
  /// As for stories, and half as much again: a dozen stories of one week share words that look rare among so few. 1 to
  /// 3 were equal on the labelled batches; 2 loosened the longest thread of the seeds.
  static let smallBatch: Float = 1.5
  /// A text's number of terms for which the threshold holds as it is.
  static let usualTerms: Float = 30
  /// Longer texts on unrelated subjects share more by chance; their likeness is held to grow by this power.
  static let lengthPower: Float = 0.3
  /// Below this a pair counts as not alike at all.
  static let leastEdge: Float = 0.008
  /// What a likeness across languages counts beside one within.
  static let bridgeScale: Float = 0.8
  /// Index entries read for one story.
  static let lookUps = 12_000
  /// Likes kept of a story with those before it: the nearest.
  static let mostLikes = 200

  let stories: [[Int]]
  let evidence: StoryEvidence
  /// For each article, how many terms it has.
  let lengths: [Int]
  /// The same in the terms that survive translation.
  let bridgeLengths: [Int]

  /// The threads, each a sorted list of stories by their place.
  func threads() -> [[Int]] { threads(in: graph()) }

  /// The threads by how alike the subjects of stories are, where that is known already.
  func threads(in graph: SimilarityGraph) -> [[Int]] {
    AverageLinkage.groups(
      graph, sizes: stories.map(\.count), threshold: threshold, sizeBonus: ThreadFinder.sizeBonus)
  }

  /// What two stories need to be alike by; a few articles are of fewer subjects than they seem.
  var threshold: Float { ThreadFinder.threshold * (1 + ThreadFinder.smallBatch / Float(max(1, lengths.count))) }

  /// How alike the subjects of stories are.
  func graph() -> SimilarityGraph {
    var graph = SimilarityGraph(items: stories.count)
    let firsts = stories.map { $0.map { evidence.copyOf[$0] } }
    let space = StoryCentroids.space(firsts, of: evidence.words.space) { ThreadFinder.scale(lengths[$0]) }
    let words = ProductScan(space)
    let crossing = evidence.bridge.map {
      ProductScan(StoryCentroids.space(firsts, of: $0.space) { ThreadFinder.scale(bridgeLengths[$0]) })
    }
    let languages = stories.map { evidence.languages[$0[0]] }
    var likes: [(item: Int32, value: Float)] = []
    let none = Int32(0)..<Int32(0)
    for item in stories.indices {
      likes.removeAll(keepingCapacity: true)
      _ = words.run(item, first: 0..<Int32(item), second: none, lookUps: ThreadFinder.lookUps)
      for other in words.met where languages[Int(other)] == languages[item] {
        if words.sum(Int(other)) >= ThreadFinder.leastEdge { likes.append((other, words.sum(Int(other)))) }
      }
      words.clear()
      ThreadFinder.keepNearest(&likes, in: &graph, of: item)
      guard languages[item] > 0, let crossing else { continue }
      let all = 0..<Int32(stories.count)
      _ = words.run(item, first: all, second: none, lookUps: ThreadFinder.lookUps)
      _ = crossing.run(item, first: all, second: none, lookUps: ThreadFinder.lookUps)
      for other in crossing.met where languages[Int(other)] < languages[item] {
        let value = max(words.sum(Int(other)), crossing.sum(Int(other)) * ThreadFinder.bridgeScale)
        if value >= ThreadFinder.leastEdge { likes.append((other, value)) }
      }
      for other in words.met where languages[Int(other)] < languages[item] && crossing.sum(Int(other)) == 0 {
        if words.sum(Int(other)) >= ThreadFinder.leastEdge { likes.append((other, words.sum(Int(other)))) }
      }
      words.clear()
      crossing.clear()
      ThreadFinder.keepNearest(&likes, in: &graph, of: item)
    }
    return graph
  }

  private static func keepNearest(
    _ likes: inout [(item: Int32, value: Float)], in graph: inout SimilarityGraph, of item: Int
  ) {
    if likes.count > mostLikes {
      likes.sort { $0.value != $1.value ? $0.value > $1.value : $0.item < $1.item }
      likes.removeSubrange(mostLikes...)
    }
    for like in likes { graph.add(item, Int(like.item), like.value) }
    likes.removeAll(keepingCapacity: true)
  }

  /// By what a long text's vector is scaled down.
  private static func scale(_ terms: Int) -> Float { pow(Float(max(terms, 1)) / usualTerms, -lengthPower / 2) }
}

/// The mean vectors of stories; products of means are means of products.
enum StoryCentroids {
  /// Of each story the heaviest terms are kept.
  static let most = 320

  /// The means of the vectors of each story's articles, each scaled.
  static func space(_ stories: [[Int]], of space: VectorSpace, scale: (Int) -> Float) -> VectorSpace {
    var sums = [Float](repeating: 0, count: space.terms)
    var frequencies = [Int32](repeating: 0, count: space.terms)
    var starts: [Int32] = [0]
    var ids: [Int32] = []
    var weights: [Float] = []
    var met: [Int32] = []
    for story in stories {
      met.removeAll(keepingCapacity: true)
      for article in story {
        let factor = scale(article) / Float(story.count)
        for at in space.range(article) {
          let id = space.ids[at]
          if sums[Int(id)] == 0 { met.append(id) }
          sums[Int(id)] += space.weights[at] * factor
        }
      }
      if met.count > most {
        met.sort { sums[Int($0)] != sums[Int($1)] ? sums[Int($0)] > sums[Int($1)] : $0 < $1 }
      }
      for (place, id) in met.enumerated() {
        if place < most {
          ids.append(id)
          weights.append(sums[Int(id)])
          frequencies[Int(id)] += 1
        }
        sums[Int(id)] = 0
      }
      starts.append(Int32(ids.count))
    }
    return VectorSpace(starts: starts, ids: ids, weights: weights, frequencies: frequencies)
  }
}
