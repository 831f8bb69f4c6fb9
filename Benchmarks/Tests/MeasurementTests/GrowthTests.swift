internal import Foundation
internal import Measurement
internal import Testing

@Suite("Growth")
struct GrowthTests {
  @Test("The exponent of a power is found", arguments: [0.5, 1, 1.15, 2])
  func exponent(power: Double) throws {
    let points = [1000.0, 3000, 10_000, 300_000].map { Growth.Point(size: $0, cost: 0.003 * pow($0, power)) }
    #expect(abs(try #require(Growth(points).exponent) - power) < 1e-9)
  }

  @Test("Errors above and below the curve even out")
  func leastSquares() throws {
    // log cost is 0, 1 + e, 2 − e, 3 over log size 0, 1, 2, 3: the slope is 1 − e / 5.
    let points = [0.0, 1.5, 1.5, 3].enumerated().map {
      Growth.Point(size: exp(Double($0.offset)), cost: exp($0.element))
    }
    #expect(abs(try #require(Growth(points).exponent) - 0.9) < 1e-9)
  }

  @Test("One size has no exponent, nor have several of one size")
  func tooFew() {
    #expect(Growth([.init(size: 10, cost: 1)]).exponent == nil)
    #expect(Growth([.init(size: 10, cost: 1), .init(size: 10, cost: 2)]).exponent == nil)
  }

  @Test("What one more costs leaves out what is there from the start")
  func oneMore() throws {
    let growth = Growth([100.0, 200, 400].map { .init(size: $0, cost: 5000 + 3 * $0) })
    #expect(abs(try #require(growth.costOfOneMore) - 3) < 1e-9)
  }

  @Test("The next cost follows from the last point")
  func expected() {
    let growth = Growth([.init(size: 1, cost: 7), .init(size: 10, cost: 2)])
    #expect(growth.expected(at: 100, exponent: 2) == 200)
    #expect(Growth([]).expected(at: 100, exponent: 2) == nil)
  }
}
