import Testing

@testable import Extract

@Suite("SentenceGraph")
struct SentenceGraphTests {
  @Test("a sentence is most like the one that shares its rare words")
  func cosines() {
    let graph = SentenceGraph(sentences: [[0, 1, 2], [0, 1, 3], [0, 4, 5], []], vocabulary: 6)
    #expect(graph.similarity(0, 1) > graph.similarity(0, 2))
    #expect(graph.similarity(0, 1) == graph.similarity(1, 0))
    #expect(graph.similarity(0, 3) == 0)
  }

  @Test("the same words twice are as like as can be")
  func identity() {
    let graph = SentenceGraph(sentences: [[0, 1, 1], [0, 1, 1]], vocabulary: 2)
    #expect(abs(graph.similarity(0, 1) - 1) < 1e-12)
  }

  @Test("a sentence like no other has a rank too, and takes nothing from the rest")
  func alone() {
    let graph = SentenceGraph(sentences: [[0, 1], [0, 1, 2], [3]], vocabulary: 4)
    let centrality = graph.centrality
    #expect(centrality.allSatisfy { $0.isFinite && $0 > 0 && $0 <= 1 })
    #expect(centrality[2] < centrality[0])
    #expect(SentenceGraph(sentences: [[0]], vocabulary: 1).centrality == [1])
    #expect(SentenceGraph(sentences: [], vocabulary: 0).centrality.isEmpty)
  }
}

@Suite("StemNumbers")
struct StemNumbersTests {
  @Test("numbers stems in the order in which they come, beyond its first room")
  func order() {
    var numbers = StemNumbers()
    for value in 0..<5_000 { #expect(numbers.number(of: UInt64(value) &* 0x9E37_79B9_7F4A_7C15) == value) }
    #expect(numbers.count == 5_000)
    #expect(numbers.number(of: 0) == 0)
    #expect(numbers.known(4_999 &* 0x9E37_79B9_7F4A_7C15) == 4_999)
    #expect(numbers.known(1) == nil)
  }
}
