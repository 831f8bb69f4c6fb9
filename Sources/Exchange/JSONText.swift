internal import NewsModel

/// JSON written straight into bytes: what `JSONLine.encode` gives for the same value, without its cost for each key.
///
/// Whoever writes an object gives its keys in the order of their bytes, with the commas that belong there.
///
/// Keeps its bytes by itself: an array would ask at every comma whether it is shared. Not for use by several threads at
/// once.
package final class JSONText {
  private var base = UnsafeMutablePointer<UInt8>.allocate(capacity: JSONText.firstRoom)
  private var room = JSONText.firstRoom
  private var count = 0
  private static let firstRoom = 1 << 14  // bytes: most lines fit

  /// Nothing is written yet.
  package init() {}

  deinit { base.deallocate() }

  /// What was written.
  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Forgets what was written, and keeps the room.
  func removeAll() { count = 0 }

  /// Makes room for more bytes.
  @inline(__always)
  private func reserve(_ more: Int) { if count + more > room { grow(more) } }

  @inline(never)
  private func grow(_ more: Int) {
    room = max(room * 2, count + more)
    let old = base
    base = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    base.update(from: old, count: count)
    old.deallocate()
  }

  @inline(__always)
  private func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  private func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    if length <= 16 {
      for at in 0..<length { base[count + at] = start[at] }
    } else {
      (base + count).update(from: start, count: length)
    }
    count += length
  }

  /// Marks and keys, as they stand.
  @inline(__always)
  package func literal(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  /// A whole number.
  package func number(_ value: Int) {
    guard value >= 0 else {
      for byte in String(value).utf8 { append(byte) }
      return
    }
    var rest = UInt(value)
    var length = 1
    var above: UInt = 10
    while length < 19, rest >= above { (length, above) = (length + 1, above &* 10) }
    reserve(length)
    var at = count + length
    repeat {
      at -= 1
      base[at] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while at > count
    count += length
  }

  /// A number; a whole one without its fraction.
  package func number(_ value: Double) {
    let exact = 1e15  // whole numbers below it are written without an exponent
    if value.magnitude < exact, value == value.rounded(.towardZero), value != 0 { return number(Int(value)) }
    let text = value.description
    for byte in (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8 { append(byte) }
  }

  /// A string with its marks.
  package func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  /// A string, given as UTF-8, with its marks.
  package func string(_ text: UnsafeBufferPointer<UInt8>) {
    append(0x22)
    if let start = text.baseAddress {
      var from = 0
      var at = JSONScan.plainEnd(start, 0, text.count)
      while at < text.count {
        append(start + from, at - from)
        escape(start[at])
        from = at + 1
        at = JSONScan.plainEnd(start, from, text.count)
      }
      append(start + from, text.count - from)
    }
    append(0x22)
  }

  private func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: literal("\\\"")
    case 0x5C: literal("\\\\")
    case 0x08: literal("\\b")
    case 0x0C: literal("\\f")
    case 0x0A: literal("\\n")
    case 0x0D: literal("\\r")
    case 0x09: literal("\\t")
    default:
      literal(byte < 0x10 ? "\\u000" : "\\u001")
      let digit = byte & 0x0F
      append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}

extension JSONText {
  /// A list, its parts written by `part`.
  func list<Part>(_ parts: [Part], _ part: (JSONText, Part) -> Void) {
    append(0x5B)
    for index in parts.indices {
      if index > 0 { append(0x2C) }
      part(self, parts[index])
    }
    append(0x5D)
  }

  /// A key with its string, where there is one.
  func field(_ key: StaticString, _ text: String?) {
    guard let text else { return }
    literal(key)
    string(text)
  }
}
