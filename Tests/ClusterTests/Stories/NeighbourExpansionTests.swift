import Testing

@testable import Cluster

@Suite("Short articles speak through their nearest")
struct NeighbourExpansionTests {
  /// Two headlines without a word in common, and a third that is like both.
  private var graph: SimilarityGraph {
    var graph = SimilarityGraph(items: 4)
    graph.add(0, 2, 0.4)
    graph.add(1, 2, 0.4)
    return graph
  }

  @Test("two headlines that share a third become alike")
  func throughAThird() {
    let expanded = NeighbourExpansion.expanded(graph, lengths: [7, 7, 7, 7], least: 0.05)
    #expect(expanded.links[0].contains { $0.item == 1 && $0.value > 0.1 })
    #expect(expanded.links[3].isEmpty)
  }

  @Test("long articles speak for themselves")
  func longArticles() {
    let expanded = NeighbourExpansion.expanded(graph, lengths: [200, 200, 200, 200], least: 0.05)
    #expect(!expanded.links[0].contains { $0.item == 1 })
    #expect(expanded.links[0].map(\.value) == [0.4])
  }
}
