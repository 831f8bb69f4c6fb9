/// What a scan found out of words, kept from text to text: press texts repeat theirs.
///
/// A direct-mapped memory over 64-bit hashes of the words' bytes. Not for use by several threads at once.
final class WordMemo {
  /// The facts of a word that do not depend on where it stands.
  struct Facts {
    /// A hash of the word's bytes as they stand; 0 in an empty slot.
    var key: UInt64 = 0
    /// As in `Token`.
    var lower: UInt64 = 0
    /// As in `Token`.
    var folded: UInt64 = 0
    /// How many bytes at its end are a clitic of the language, 0 for none.
    var cliticLength: UInt16 = 0
    /// As in `Token`.
    var capitalized = false
    /// As in `Token`.
    var allCaps = false
    /// As in `Token`.
    var hasInnerCapital = false
  }
  /// Words: more than the articles of an hour use, few enough to stay near the processor (640 KB).
  static let usualCount = 1 << 14
  private let mask: Int
  private let slots: UnsafeMutablePointer<Facts>

  /// An empty memory.
  ///
  /// - Parameter count: for how many words, a power of two.
  init(count: Int = WordMemo.usualCount) {
    mask = count - 1
    slots = UnsafeMutablePointer<Facts>.allocate(capacity: count)
    slots.initialize(repeating: Facts(), count: count)
  }

  deinit { slots.deallocate() }

  /// The place that a key's facts are kept in; they are another word's where its key differs.
  @inline(__always)
  func slot(_ key: UInt64) -> UnsafeMutablePointer<Facts> {
    slots + (Int(truncatingIfNeeded: key ^ (key >> 29)) & mask)
  }
}
