import Testing

@testable import Cluster

@Suite("Average linkage")
struct AverageLinkageTests {
  @Test("a chain of likes does not become one group")
  func noChaining() {
    var graph = SimilarityGraph(items: 6)
    for item in 0..<5 { graph.add(item, item + 1, 0.5) }
    let groups = AverageLinkage.groups(graph, threshold: 0.3)
    #expect(groups.allSatisfy { $0.count <= 2 })
  }

  @Test("groups whose every pair is alike are found whole")
  func cliques() {
    var graph = SimilarityGraph(items: 7)
    for group in [[0, 2, 4], [1, 3, 5, 6]] {
      for a in group { for b in group where a < b { graph.add(a, b, 0.6) } }
    }
    graph.add(0, 1, 0.4)
    #expect(AverageLinkage.groups(graph, threshold: 0.3) == [[0, 2, 4], [1, 3, 5, 6]])
  }

  @Test("items without likes stand alone")
  func alone() { #expect(AverageLinkage.groups(SimilarityGraph(items: 3), threshold: 0.1) == [[0], [1], [2]]) }
}
