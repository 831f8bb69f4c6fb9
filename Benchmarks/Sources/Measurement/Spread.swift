/// What several runs gave: the median, and the least and the most of them.
package struct Spread: Equatable, Sendable {
  package let median: Double
  package let least: Double
  package let most: Double
  package let count: Int

  /// The spread of values; none of no value.
  package init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let middle = sorted.count / 2
    median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    least = first
    most = last
    count = sorted.count
  }

  /// As "median (least–most)"; the median alone where there was but one run.
  package func text(_ format: (Double) -> String) -> String {
    count == 1 ? format(median) : "\(format(median)) (\(format(least))–\(format(most)))"
  }
}
