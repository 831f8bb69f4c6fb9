/// The head of a mail or of one of its parts (RFC 5322, §2.2): names and values, folded lines joined.
struct MailHeader {
  /// Of a head; the rest is passed over.
  static let mostFields = 500

  /// In the order of the head, names in lower case.
  private var fields: [(name: String, value: [UInt8])] = []

  /// Reads the head at the start of some bytes; `end` is where the body starts.
  init(_ bytes: ArraySlice<UInt8>, end: inout Int) {
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let stop = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[at..<stop]
      if line.last == 0x0D { line.removeLast() }
      at = min(stop + 1, bytes.endIndex)
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        if let last = fields.indices.last { fields[last].value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 } }
        continue
      }
      guard let colon = line.firstIndex(of: 0x3A), fields.count < MailHeader.mostFields else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      fields.append((name, Array(line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 })))
    }
    end = at
  }

  /// The value of a field, its encoded words decoded, on one line; nil where there is none.
  subscript(name: String) -> String? {
    guard let value = raw(name) else { return nil }
    return GivenMetadata.cleared(MailWords.decoded(value))
  }

  /// The value of a field as it was sent.
  func raw(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// The value of a field before its parameters, in lower case ("text/html").
  func kind(_ name: String) -> String? {
    raw(name).map { value in
      let kind = value.prefix { $0 != 0x3B }.filter { $0 > 0x20 }
      return String(decoding: kind, as: UTF8.self).lowercased()
    }
  }

  /// A parameter of a field ("charset"), in quotes or not (RFC 2045, §5.1).
  func parameter(_ parameter: String, of name: String) -> String? {
    guard let value = raw(name) else { return nil }
    var at = 0
    func skip(_ at: inout Int) { while at < value.count, value[at] <= 0x20 || value[at] == 0x3B { at += 1 } }
    while let semicolon = value[at...].firstIndex(of: 0x3B) {
      at = semicolon
      skip(&at)
      let key = value[at...].prefix { $0 != 0x3D && $0 != 0x3B && $0 > 0x20 }
      at += key.count
      guard at < value.count, value[at] == 0x3D else { continue }
      at += 1
      var text: [UInt8] = []
      if at < value.count, value[at] == 0x22 {
        at += 1
        while at < value.count, value[at] != 0x22 {
          if value[at] == 0x5C, at + 1 < value.count { at += 1 }
          text.append(value[at])
          at += 1
        }
      } else {
        text = Array(value[at...].prefix { $0 != 0x3B && $0 > 0x20 })
        at += text.count
      }
      if String(decoding: key, as: UTF8.self).lowercased() == parameter { return String(decoding: text, as: UTF8.self) }
      guard at < value.count else { return nil }
    }
    return nil
  }
}
