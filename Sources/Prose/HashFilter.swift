/// Says of most hashes that are not in a table that they are not, from a few bytes that stay near the processor.
///
/// A Bloom filter (Bloom 1970) of one probe. Tables of words are large and most words are in none of them: without it each
/// question would wait for memory. Public and inlinable for the same reason as `WordSet`.
public struct HashFilter: Sendable {
  @usableFromInline var bits: [UInt64]
  @usableFromInline let mask: Int

  /// Bits for each hash: one in sixteen is let through for nothing.
  private static let bitsPerHash = 16

  /// An empty filter with room for some hashes; more of them only let more through.
  init(room: Int) {
    var size = 512
    while size < room * HashFilter.bitsPerHash { size *= 2 }
    bits = [UInt64](repeating: 0, count: size / 64)
    mask = size / 64 - 1
  }

  /// Lets a hash through from now on.
  mutating func insert(_ hash: UInt64) { bits[Int(truncatingIfNeeded: hash >> 40) & mask] |= 1 << (hash >> 34 & 63) }

  /// False only for a hash that was not put in.
  @inlinable @inline(__always)
  public func mayContain(_ hash: UInt64) -> Bool {
    bits[Int(truncatingIfNeeded: hash >> 40) & mask] >> (hash >> 34 & 63) & 1 != 0
  }
}
