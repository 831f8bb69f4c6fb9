/// What a figure is to reach.
package enum Reach: Equatable, Sendable {
  /// At least so many a processor second.
  case rate(Double)
  /// At least so many times the peer, in the same run.
  case timesPeer(Double)
  /// At most so many seconds.
  case seconds(Double)
  /// An exponent of at most this.
  case exponent(Double)
  /// At most so many bytes of memory.
  case memory(Double)

  /// What was measured.
  package struct Measured: Sendable {
    package var rate: Double?
    package var timesPeer: Double?
    package var seconds: Double?
    package var exponent: Double?
    package var memory: Double?

    /// Nothing yet.
    package init() {}
  }

  /// The aim, and how far it is reached: "reached", or which part of it.
  package func text(_ measured: Measured) -> String {
    switch self {
    case .rate(let aim): "\(Numbers.short(aim)): \(Reach.verdict(measured.rate.map { $0 / aim }))"
    case .timesPeer(let aim): "\(Numbers.short(aim)) × peer: \(Reach.verdict(measured.timesPeer.map { $0 / aim }))"
    case .seconds(let aim): "\(Numbers.seconds(aim)): \(Reach.verdict(measured.seconds.map { aim / $0 }))"
    case .exponent(let aim):
      "exponent \(Numbers.short(aim)): "
        + (measured.exponent.map { $0 <= aim ? "reached" : "missed" } ?? "not measured")
    case .memory(let aim): "\(Numbers.megabytes(aim)): \(Reach.verdict(measured.memory.map { aim / $0 }))"
    }
  }

  private static func verdict(_ part: Double?) -> String {
    guard let part else { return "not measured" }
    // Rounded down, so that 99.7 % is not told as all of it.
    return part >= 1 ? "reached" : "\(Int(part * 100 + 1e-9)) %"
  }
}
