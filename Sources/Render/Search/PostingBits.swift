/// Bits as characters of six bits each, of the alphabet of URL-safe Base64 (RFC 4648, 5).
struct PostingBits {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// Whole characters.
  private(set) var text: [UInt8] = []
  private var pending: UInt64 = 0
  private var count = 0

  /// Adds the lowest bits of a number, the highest of them first; at most 32.
  mutating func put(_ value: Int, bits: Int) {
    pending = pending << UInt64(bits) | UInt64(value) & (1 << UInt64(bits) - 1)
    count += bits
    while count >= 6 {
      count -= 6
      text.append(PostingBits.alphabet[Int(pending >> UInt64(count) & 63)])
    }
    pending &= 1 << UInt64(count) - 1
  }

  /// Adds so many ones and a zero.
  mutating func put(unary value: Int) {
    var left = value
    while left >= 16 {
      put(0xFFFF, bits: 16)
      left -= 16
    }
    put((1 << left - 1) << 1, bits: left + 1)
  }

  /// Adds a number from 1 in Elias's gamma code (1975).
  mutating func put(gamma value: Int) {
    let bits = Int.bitWidth - 1 - value.leadingZeroBitCount
    put(unary: bits)
    put(value & (1 << bits - 1), bits: bits)
  }

  /// Fills the last character up with zeros.
  mutating func end() { if count > 0 { put(0, bits: 6 - count) } }
}

/// Where a term stands: for each document its number and what part of it has the term.
///
/// A list is: its length in gamma code; a bit that says whether it was cut; the parameter of Rice's code (Rice 1979;
/// Witten, Moffat, Bell: Managing Gigabytes, 1999, 3.3) in five bits; then for each document, in order of numbers, what
/// lies between it and the one before in that code, and the weight of the term in two bits.
enum PostingList {
  /// A place of a term: the document's number, and the weight in the lowest two bits.
  typealias Posting = UInt32
  static let weightBits = 2

  /// The postings, sorted and not none, as text.
  static func text(_ postings: ArraySlice<Posting>, isCut: Bool) -> [UInt8] {
    var bits = PostingBits()
    bits.put(gamma: postings.count)
    bits.put(isCut ? 1 : 0, bits: 1)
    let parameter = parameter(of: postings)
    bits.put(parameter, bits: 5)
    var last = -1
    for posting in postings {
      let number = Int(posting >> 2)
      let gap = number - last - 1
      last = number
      bits.put(unary: gap >> parameter)
      bits.put(gap, bits: parameter)
      bits.put(Int(posting & 3), bits: weightBits)
    }
    bits.end()
    return bits.text
  }

  /// The parameter that gives the fewest bits; of two, the smaller.
  private static func parameter(of postings: ArraySlice<Posting>) -> Int {
    var best = (bits: Int.max, parameter: 0)
    // Far from the logarithm of the mean gap no parameter is the best.
    let mean = max(1, Int(postings.last.map { $0 >> 2 } ?? 0) / max(1, postings.count))
    let near = Int.bitWidth - 1 - mean.leadingZeroBitCount
    for parameter in max(0, near - 4)...(near + 1) {
      var bits = 0
      var last = -1
      for posting in postings {
        let number = Int(posting >> 2)
        bits += (number - last - 1) >> parameter + 1 + parameter
        last = number
      }
      if bits < best.bits { best = (bits, parameter) }
    }
    return best.parameter
  }
}
