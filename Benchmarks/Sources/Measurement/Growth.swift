internal import Foundation

/// How a cost grows with the number of articles.
package struct Growth: Sendable {
  /// The number of articles and what they cost.
  package struct Point: Sendable {
    package let size: Double
    package let cost: Double

    /// A point of a curve.
    package init(size: Double, cost: Double) {
      self.size = size
      self.cost = cost
    }
  }
  package let points: [Point]

  /// The growth through points of different sizes.
  package init(_ points: [Point]) { self.points = points }

  /// The exponent b of cost = a · size^b, by least squares on the logarithms; none of fewer than two sizes.
  package var exponent: Double? {
    Growth.slope(points.filter { $0.size > 0 && $0.cost > 0 }.map { (log($0.size), log($0.cost)) })
  }

  /// What one article more costs, by least squares on the values as they are.
  package var costOfOneMore: Double? { Growth.slope(points.map { ($0.size, $0.cost) }) }

  /// What a larger size will cost, by the last point and an exponent.
  package func expected(at size: Double, exponent: Double) -> Double? {
    points.last.map { $0.cost * pow(size / $0.size, exponent) }
  }

  private static func slope(_ values: [(x: Double, y: Double)]) -> Double? {
    let count = Double(values.count)
    let (meanX, meanY) = (values.map(\.x).reduce(0, +) / count, values.map(\.y).reduce(0, +) / count)
    let across = values.map { ($0.x - meanX) * ($0.x - meanX) }.reduce(0, +)
    guard values.count > 1, across > 0 else { return nil }
    return values.map { ($0.x - meanX) * ($0.y - meanY) }.reduce(0, +) / across
  }
}
