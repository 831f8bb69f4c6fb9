internal import Foundation

/// Numbers as people read them in a table.
package enum Numbers {
  /// Three digits that count, with commas between thousands: 12,300; 41.2; 0.082.
  package static func short(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    let digits = 2 - Int(log10(abs(value)).rounded(.down))
    if digits > 0 { return String(format: "%.\(digits)f", value) }
    let scale = pow(10, Double(-digits))
    return grouped(Int((value / scale).rounded() * scale))
  }

  /// A whole number with commas between thousands.
  package static func grouped(_ value: Int) -> String {
    var digits = String(abs(value))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
  }

  /// Seconds, in milliseconds where they are few.
  package static func seconds(_ value: Double) -> String {
    value < 1 ? "\(short(value * 1000)) ms" : "\(short(value)) s"
  }

  /// Bytes as megabytes.
  package static func megabytes(_ bytes: Double) -> String { "\(short(bytes / 1_000_000)) MB" }
}
