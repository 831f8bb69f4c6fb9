/// Steps over JSON (RFC 8259) without keeping it. Each `skip` moves `at` past what it is named for, or gives false.
enum JSONScan {
  /// Lists within lists are followed this deep; what is deeper is left to a whole decoder.
  private static let deepest = 32

  /// The first place from `start` on that holds no white space.
  static func afterSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
    return at
  }

  /// The place of the first byte from `from` on that a string of JSON cannot hold as it is: a quote mark, a
  /// backslash, a control character; `count` where there is none. Eight are looked at together.
  @inline(__always)
  static func plainEnd(_ start: UnsafePointer<UInt8>, _ from: Int, _ count: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    var at = from
    while at + 8 <= count {
      let word = UnsafeRawPointer(start).loadUnaligned(fromByteOffset: at, as: UInt64.self)
      let quotes = word ^ (ones &* 0x22)
      let slashes = word ^ (ones &* 0x5C)
      // A byte below a bound borrows from its top bit; a lower one that does so may set a higher one's for nothing.
      let found = (word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
      if found & tops != 0 { break }
      at += 8
    }
    while at < count, start[at] >= 0x20, start[at] != 0x22, start[at] != 0x5C { at += 1 }
    return at
  }

  /// `null`.
  static func skipNull(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool { skip("null", bytes, &at) }

  /// Any value.
  static func skipValue(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, depth: Int) -> Bool {
    guard at < bytes.count, depth < deepest else { return false }
    switch bytes[at] {
    case 0x22: return skipString(bytes, &at)
    case 0x5B: return skipParts(bytes, &at, depth: depth, closing: 0x5D, areNamed: false)
    case 0x7B: return skipParts(bytes, &at, depth: depth, closing: 0x7D, areNamed: true)
    case 0x74: return skip("true", bytes, &at)
    case 0x66: return skip("false", bytes, &at)
    case 0x6E: return skip("null", bytes, &at)
    default: return skipNumber(bytes, &at)
    }
  }

  private static func skip(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard at + length <= bytes.count else { return false }
    for offset in 0..<length where bytes[at + offset] != word.utf8Start[offset] { return false }
    at += length
    return true
  }

  /// A string without escapes of its own; one with is left to a whole decoder.
  private static func skipString(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    let start = at + 1
    var end = start
    while end < bytes.count, bytes[end] != 0x22, bytes[end] != 0x5C, bytes[end] >= 0x20 { end += 1 }
    guard end < bytes.count, bytes[end] == 0x22 else { return false }
    guard String(validating: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self) != nil else {
      return false
    }
    at = end + 1
    return true
  }

  private static func skipParts(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int, depth: Int, closing: UInt8, areNamed: Bool
  ) -> Bool {
    at = afterSpace(bytes, at + 1)
    if at < bytes.count, bytes[at] == closing {
      at += 1
      return true
    }
    while true {
      if areNamed {
        guard at < bytes.count, bytes[at] == 0x22, skipString(bytes, &at) else { return false }
        at = afterSpace(bytes, at)
        guard at < bytes.count, bytes[at] == 0x3A else { return false }
        at = afterSpace(bytes, at + 1)
      }
      guard skipValue(bytes, &at, depth: depth + 1) else { return false }
      at = afterSpace(bytes, at)
      guard at < bytes.count, bytes[at] == 0x2C || bytes[at] == closing else { return false }
      at += 1
      if bytes[at - 1] == closing { return true }
      at = afterSpace(bytes, at)
    }
  }

  /// A number.
  static func skipNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    if at < bytes.count, bytes[at] == 0x2D { at += 1 }
    let first = at
    guard skipDigits(bytes, &at), bytes[first] != 0x30 || at == first + 1 else { return false }
    if at < bytes.count, bytes[at] == 0x2E {
      at += 1
      guard skipDigits(bytes, &at) else { return false }
    }
    if at < bytes.count, bytes[at] | 0x20 == 0x65 {
      at += 1
      if at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
      guard skipDigits(bytes, &at) else { return false }
    }
    return true
  }

  private static func skipDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> Bool {
    let start = at
    while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at > start
  }
}
