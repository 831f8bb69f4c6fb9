import Testing

@testable import Cluster

@Suite("Outliers of stories")
struct OutlierCheckTests {
  @Test("a member that only one other is like leaves, the others stay")
  func outlier() {
    var graph = SimilarityGraph(items: 6)
    for a in 0..<5 { for b in (a + 1)..<5 { graph.add(a, b, 0.6) } }
    graph.add(4, 5, 0.4)
    #expect(OutlierCheck.checked([[0, 1, 2, 3, 4, 5]], graph, threshold: 0.3) == [[0, 1, 2, 3, 4], [5]])
  }

  @Test("a group of two has no odd one")
  func pair() {
    var graph = SimilarityGraph(items: 2)
    graph.add(0, 1, 0.1)
    #expect(OutlierCheck.checked([[0, 1]], graph, threshold: 0.3) == [[0, 1]])
  }
}
