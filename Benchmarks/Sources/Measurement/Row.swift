/// A row of the table: one kind of work, ours beside the peer's.
package struct Row: Sendable {
  /// How values read.
  package enum Format: Sendable { case rate, seconds, times, exponent }

  package var work: String
  package var format: Format
  package var ours: Side
  package var peer: Side?
  /// Why no peer stands beside it.
  package var withoutPeer = ""
  package var reaches: [Reach] = []
  package var exponent: Double?
  /// Runs that belong to it besides.
  package var more: [Side] = []
  package var notes: [String] = []

  /// A row whose peer may be missing.
  package init(_ work: String, _ format: Format, ours: Side, peer: Side?, withoutPeer: String = "") {
    (self.work, self.format, self.ours, self.peer, self.withoutPeer) = (work, format, ours, peer, withoutPeer)
  }

  /// How many times better ours is than the peer beside it, run by run.
  package var timesPeer: Spread? {
    guard let peer, format == .rate || format == .seconds else { return nil }
    return Spread(
      zip(ours.values, peer.values).filter { $0 > 0 && $1 > 0 }.map { format == .rate ? $0 / $1 : $1 / $0 })
  }

  private var measured: Reach.Measured {
    var measured = Reach.Measured()
    let median = Spread(ours.values)?.median
    switch format {
    case .rate: measured.rate = median
    case .seconds: measured.seconds = median
    case .times, .exponent: break
    }
    measured.timesPeer = timesPeer?.median
    measured.exponent = exponent
    measured.memory = ours.peak
    return measured
  }

  private func text(_ value: Double) -> String {
    switch format {
    case .rate: Numbers.short(value)
    case .seconds: Numbers.seconds(value)
    case .times: "\(Numbers.short(value)) ×"
    case .exponent: "exponent \(Numbers.short(value))"
    }
  }

  /// The row of the table.
  package var cells: [String] {
    [
      work, Spread(ours.values)?.text(text) ?? "not measured",
      peer.flatMap { Spread($0.values) }?.text(text) ?? withoutPeer, timesPeer?.text(Numbers.short) ?? "",
      reaches.map { $0.text(measured) }.joined(separator: "; "),
      [ours.peak, peer?.peak].map { $0.map(Numbers.megabytes) ?? "" }.filter { !$0.isEmpty }.joined(separator: " / "),
    ]
  }

  /// What the column of the aims is called.
  package static let reach = "reach"

  /// The header of the table.
  package static let header = ["work", "ours", "peer", "ours against peer", reach, "peak memory, ours / peer"]
}
