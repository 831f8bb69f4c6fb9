internal import func Foundation.memcmp

/// The name of a field, known when the program is compiled: compared by one number, not by its letters.
struct Name: Hashable, Sendable, ExpressibleByStringLiteral {
  private let text: StaticString
  /// FNV-1a of the name's bytes (Fowler, Noll, Vo): 64 bits, which keep a few hundred names apart.
  let hash: UInt64

  init(stringLiteral value: StaticString) {
    text = value
    hash = Name.hash(UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
  }

  /// Where FNV-1a starts.
  static let basis: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The name's bytes.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The number that a name read from a template is compared by.
  @inline(__always)
  static func hash(_ bytes: some Sequence<UInt8>, from basis: UInt64 = Name.basis) -> UInt64 {
    var hash = basis
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  static func == (a: Name, b: Name) -> Bool { a.hash == b.hash }
  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// Whether a name stands before another in the order of bytes.
  static func precedes(_ a: Name, _ b: Name) -> Bool {
    let order = memcmp(a.text.utf8Start, b.text.utf8Start, min(a.text.utf8CodeUnitCount, b.text.utf8CodeUnitCount))
    return order == 0 ? a.text.utf8CodeUnitCount < b.text.utf8CodeUnitCount : order < 0
  }
}
