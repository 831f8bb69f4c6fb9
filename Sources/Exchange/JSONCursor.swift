internal import Foundation

/// Reads a line of JSON from left to right, value by value.
///
/// What is not as asked (another type, damage, a key twice) sets `isOther`, and the line is left to a whole decoder.
struct JSONCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let strings: JSONStringReader
  private var at = 0
  /// The key at hand.
  private var key = 0..<0
  /// Something was not as asked; all that is read from then on means nothing.
  private(set) var isOther = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ strings: JSONStringReader) {
    self.bytes = bytes
    self.strings = strings
  }

  /// Whether the line was read to its end, as asked.
  mutating func isWhole() -> Bool {
    at = JSONScan.afterSpace(bytes, at)
    return !isOther && at == bytes.count
  }

  /// Gives up.
  mutating func fail() { isOther = true }

  /// Whether the key at hand is this one.
  @inline(__always)
  func isKey(_ name: StaticString) -> Bool {
    guard key.count == name.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
    return memcmp(base + key.lowerBound, name.utf8Start, name.utf8CodeUnitCount) == 0
  }

  /// Moves past a mark, if it stands next.
  @inline(__always)
  private mutating func skip(_ mark: UInt8) -> Bool {
    if at < bytes.count, bytes[at] <= 0x20 { at = JSONScan.afterSpace(bytes, at) }
    guard at < bytes.count, bytes[at] == mark else { return false }
    at += 1
    return true
  }

  /// An object; `read` is to take the value of the key at hand, or to skip it.
  @inline(__always)
  mutating func object(_ read: (inout JSONCursor) -> Void) {
    guard skip(0x7B) else { return fail() }
    if skip(0x7D) { return }
    repeat {
      guard skip(0x22), let base = bytes.baseAddress else { return fail() }
      let end = JSONScan.plainEnd(base, at, bytes.count)
      guard end < bytes.count, bytes[end] == 0x22 else { return fail() }
      key = at..<end
      at = end + 1
      guard skip(0x3A) else { return fail() }
      read(&self)
    } while !isOther && skip(0x2C)
    guard skip(0x7D) else { return fail() }
  }

  /// A list; `read` is to take one of its values.
  @inline(__always)
  mutating func list<Item>(_ read: (inout JSONCursor) -> Item?) -> [Item] {
    var items: [Item] = []
    guard skip(0x5B) else {
      fail()
      return items
    }
    if skip(0x5D) { return items }
    repeat {
      guard let item = read(&self) else {
        fail()
        return items
      }
      items.append(item)
    } while !isOther && skip(0x2C)
    if !skip(0x5D) { fail() }
    return items
  }

  /// Takes a value where none was taken under this key and it is not null.
  @inline(__always)
  mutating func take<Value>(_ place: inout Value?, _ read: (inout JSONCursor) -> Value?) {
    guard place == nil else { return fail() }
    at = JSONScan.afterSpace(bytes, at)
    if at < bytes.count, bytes[at] == 0x6E {
      if !JSONScan.skipNull(bytes, &at) { fail() }
      return
    }
    place = read(&self)
    if place == nil { fail() }
  }

  /// A string.
  mutating func string() -> String? {
    at = JSONScan.afterSpace(bytes, at)
    return strings.string(bytes, &at)
  }

  /// A whole number of at most eighteen digits.
  mutating func integer() -> Int? {
    at = JSONScan.afterSpace(bytes, at)
    let start = at
    var value = 0
    while at < bytes.count, case let digit = bytes[at] &- 0x30, digit < 10, at - start < 18 {
      value = value * 10 + Int(digit)
      at += 1
    }
    guard at > start, at < bytes.count, bytes[start] != 0x30 || at == start + 1 else { return nil }
    // What goes on is no whole number, or a longer one.
    switch bytes[at] {
    case 0x2C, 0x7D, 0x5D, 0x20: return value
    default: return nil
    }
  }

  /// A number.
  mutating func number() -> Double? {
    at = JSONScan.afterSpace(bytes, at)
    let start = at
    if let whole = integer(), whole < 1 << 53 { return Double(whole) }
    at = start
    guard JSONScan.skipNumber(bytes, &at) else { return nil }
    return Double(String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<at]), as: UTF8.self))
  }

  /// `true` or `false`.
  mutating func boolean() -> Bool? {
    at = JSONScan.afterSpace(bytes, at)
    let start = at
    guard start < bytes.count, bytes[start] == 0x74 || bytes[start] == 0x66,
      JSONScan.skipValue(bytes, &at, depth: 0)
    else { return nil }
    return bytes[start] == 0x74
  }

  /// Moves past the value of a key that is not ours.
  mutating func skipValue() {
    at = JSONScan.afterSpace(bytes, at)
    if !JSONScan.skipValue(bytes, &at, depth: 0) { fail() }
  }
}
