internal import NewsModel

/// Words of a mail's head in other letters than ASCII, and the two ways in which mail carries bytes.
enum MailWords {
  /// A value with its encoded words decoded (RFC 2047); bytes that are not ASCII are read as any text is.
  static func decoded(_ value: [UInt8]) -> String {
    var out: [UInt8] = []
    var at = 0
    // Space between two encoded words counts for nothing, and a character may be parted between them.
    var pending: (charset: String, bytes: [UInt8])?
    var space: [UInt8] = []
    func flush() {
      if let held = pending { out += text(held.bytes, charset: held.charset) }
      pending = nil
    }
    while at < value.count {
      if value[at] == 0x3D, let word = encodedWord(value, at) {
        if pending?.charset != word.charset {
          if pending == nil { out += space }
          flush()
          pending = (word.charset, word.bytes)
        } else {
          pending?.bytes += word.bytes
        }
        space = []
        at = word.end
      } else if value[at] == 0x20 || value[at] == 0x09 {
        space.append(0x20)
        at += 1
      } else {
        flush()
        out += space
        space = []
        out.append(value[at])
        at += 1
      }
    }
    flush()
    return String(decoding: TextDecoding(out)?.bytes ?? [], as: UTF8.self)
  }

  /// "=?charset?B?…?=" or "=?charset?Q?…?=" at a place.
  private static func encodedWord(_ value: [UInt8], _ start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
    guard start + 1 < value.count, value[start + 1] == 0x3F else { return nil }
    var parts: [ArraySlice<UInt8>] = []
    var at = start + 2
    // The standard allows 75 bytes for a word; programs write longer ones.
    let limit = min(value.count, start + 4096)
    for _ in 0..<3 {
      guard let mark = value[at..<limit].firstIndex(of: 0x3F) else { return nil }
      parts.append(value[at..<mark])
      at = mark + 1
      guard at <= limit else { return nil }
    }
    guard at < value.count, value[at] == 0x3D, parts[1].count == 1, !parts[0].isEmpty else { return nil }
    // A language may follow the charset (RFC 2231, §5).
    let charset = String(decoding: parts[0].prefix { $0 != 0x2A }, as: UTF8.self).lowercased()
    switch parts[1].first.map({ $0 | 0x20 }) {
    case 0x62: return (charset, base64(Array(parts[2])), at + 1)
    case 0x71: return (charset, quotedPrintable(parts[2].map { $0 == 0x5F ? 0x20 : $0 }), at + 1)
    default: return nil
    }
  }

  /// Bytes in a named charset as UTF-8; where the name is unknown or wrong, as the bytes themselves tell.
  static func text(_ bytes: [UInt8], charset: String?) -> [UInt8] {
    let name = charset.map { NamedEncoding.meant($0.lowercased()) }
    if let name, !PageEncoding.western.contains(name), let (text, isWhole) = NamedEncoding.utf8(bytes, from: name),
      isWhole || String(validating: bytes, as: UTF8.self) == nil
    {
      return text
    }
    return TextDecoding(bytes)?.bytes ?? []
  }

  /// What base64 stands for; white space and marks of other kinds are passed over.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }

  /// What quoted-printable stands for (RFC 2045, §6.7); a "=" that stands for nothing stays.
  static func quotedPrintable(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      guard bytes[at] == 0x3D else {
        out.append(bytes[at])
        at += 1
        continue
      }
      if let octet = bytes.hexOctet(at: at + 1) {
        out.append(octet)
        at += 3
        continue
      }
      // A line that goes on: white space may have come behind the mark.
      var next = at + 1
      while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x0D { next += 1 }
      if next >= bytes.count {
        at = next
      } else if bytes[next] == 0x0A {
        at = next + 1
      } else {
        out.append(0x3D)
        at += 1
      }
    }
    return out
  }
}
