internal import CSnowball

/// Stems of words by Snowball (Porter 2001), through the system's libstemmer.
///
/// Not for use by several threads at once: each keeps its own.
package final class Stemmer {
  private let handle: OpaquePointer?

  /// A stemmer for a BCP 47 code, or one that changes nothing where Snowball has no rules for it.
  package init(language: String) { handle = sb_stemmer_new(language, "UTF_8") }

  deinit { sb_stemmer_delete(handle) }

  /// The stem of a lower-case word.
  package func stem(_ word: [UInt8]) -> [UInt8] {
    guard let handle, !word.isEmpty else { return word }
    return word.withUnsafeBufferPointer { bytes in
      guard let stem = sb_stemmer_stem(handle, bytes.baseAddress, Int32(bytes.count)) else { return word }
      return Array(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
    }
  }
}
