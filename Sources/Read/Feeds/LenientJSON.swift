/// A value of JSON, read as far as it goes: a text that is cut off or damaged gives what stood before.
///
/// `JSONSerialization` gives all or nothing; a feed that lost its last bytes has its entries all the same. Nesting is
/// bounded, and each byte is looked at once.
indirect enum LenientJSON {
  case null, bool(Bool)
  /// As written.
  case number(String)
  case string(String)
  case array([LenientJSON])
  /// In the order of the text; of a name that stands there twice the last counts.
  case object([(name: String, value: LenientJSON)])

  /// The value of a text, and how whole it is; nil where none begins.
  ///
  /// A number or a string that the text ends in is left out, since a part of an address or a date is another one.
  ///
  /// - Parameter prose: the names of members whose strings are given as far as they go.
  static func document(_ bytes: [UInt8], prose: Set<String>) -> Document? {
    var parser = Parser(bytes: bytes, prose: prose)
    guard let value = parser.value(depth: 0) else { return nil }
    return Document(value: value, isWhole: !parser.isBroken, openAtEnd: parser.openAtEnd)
  }

  /// A value and how its text ended.
  struct Document {
    let value: LenientJSON
    /// Whether everything that was opened was closed.
    let isWhole: Bool
    /// How many objects and arrays were open where the text ended or went wrong.
    let openAtEnd: Int
  }

  /// The value of a name in an object.
  subscript(name: String) -> LenientJSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The name that stands last in an object.
  var lastName: String? {
    if case .object(let members) = self { members.last?.name } else { nil }
  }

  /// A text, or a number as one: identifiers are often numbers.
  var text: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The values of an array; empty where it is none.
  var values: [LenientJSON] {
    if case .array(let values) = self { values } else { [] }
  }

  /// Whether this is an object.
  var isObject: Bool {
    if case .object = self { true } else { false }
  }

  private var isString: Bool {
    if case .string = self { true } else { false }
  }

  private struct Parser {
    let bytes: [UInt8]
    /// See `document`.
    let prose: Set<String>
    var at = 0
    /// Once something was wrong, what is open is closed and nothing more is read.
    var isBroken = false
    /// See `Document`.
    var openAtEnd = 0
    /// Whether the text ended within a string.
    private var endedInString: Bool { at > bytes.count }
    static let deepest = 64

    init(bytes: [UInt8], prose: Set<String>) {
      self.bytes = bytes
      self.prose = prose
    }

    private mutating func next() -> UInt8? {
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      return at < bytes.count ? bytes[at] : nil
    }

    mutating func value(depth: Int) -> LenientJSON? {
      guard depth < Parser.deepest, let byte = next() else {
        isBroken = true
        return nil
      }
      switch byte {
      case 0x7B: return object(depth)
      case 0x5B: return array(depth)
      case 0x22: return .string(string())
      case 0x2D, 0x30...0x39:
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(bytes[at])
        {
          at += 1
        }
        guard at < bytes.count else {
          isBroken = true
          return nil
        }
        return .number(String(decoding: bytes[start..<at], as: UTF8.self))
      default:
        for (word, value) in [("true", LenientJSON.bool(true)), ("false", .bool(false)), ("null", .null)]
        where bytes[at...].starts(with: word.utf8) {
          at += word.utf8.count
          return value
        }
        isBroken = true
        return nil
      }
    }

    private mutating func array(_ depth: Int) -> LenientJSON {
      var values: [LenientJSON] = []
      at += 1
      while !isBroken, let byte = next() {
        if byte == 0x5D || byte == 0x7D {
          if byte == 0x5D { at += 1 }
          return .array(values)
        }
        if byte == 0x2C {
          at += 1
        } else if let value = value(depth: depth + 1), !(value.isString && endedInString) {
          values.append(value)
        }
      }
      broken(depth)
      return .array(values)
    }

    private mutating func object(_ depth: Int) -> LenientJSON {
      var members: [(name: String, value: LenientJSON)] = []
      at += 1
      while !isBroken, let byte = next() {
        switch byte {
        case 0x7D, 0x5D:
          if byte == 0x7D { at += 1 }
          return .object(members)
        case 0x2C: at += 1
        case 0x22:
          let name = string()
          guard next() == 0x3A else {
            isBroken = true
            continue
          }
          at += 1
          guard let value = value(depth: depth + 1) else { continue }
          if value.isString, endedInString, !prose.contains(name) { continue }
          members.append((name, value))
        default: isBroken = true
        }
      }
      broken(depth)
      return .object(members)
    }

    /// Notes that an object or an array at some depth was not closed.
    private mutating func broken(_ depth: Int) {
      isBroken = true
      openAtEnd = max(openAtEnd, depth + 1)
    }

    /// The string whose mark stands at `at`; one that never ends goes to the end of the text.
    private mutating func string() -> String {
      var out: [UInt8] = []
      at += 1
      while at < bytes.count, bytes[at] != 0x22 {
        guard bytes[at] == 0x5C, at + 1 < bytes.count else {
          out.append(bytes[at])
          at += 1
          continue
        }
        escape(&out)
      }
      at += 1
      return String(decoding: out, as: UTF8.self)
    }

    private mutating func escape(_ out: inout [UInt8]) {
      let sign = bytes[at + 1]
      at += 2
      switch sign {
      case 0x62: out.append(0x08)
      case 0x66: out.append(0x0C)
      case 0x6E: out.append(0x0A)
      case 0x72: out.append(0x0D)
      case 0x74: out.append(0x09)
      case 0x75:
        var point = unit() ?? 0xFFFD
        if (0xD800...0xDBFF).contains(point), bytes[min(at, bytes.count)...].starts(with: [0x5C, 0x75]) {
          at += 2
          let low = unit() ?? 0
          point = (0xDC00...0xDFFF).contains(low) ? 0x10000 + (point - 0xD800) << 10 + low - 0xDC00 : 0xFFFD
        }
        out.append(contentsOf: Array(String(Unicode.Scalar(point) ?? "\u{FFFD}").utf8))
      default: out.append(sign)
      }
    }

    /// Four hexadecimal digits.
    private mutating func unit() -> UInt32? {
      guard at + 4 <= bytes.count else { return nil }
      let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
      if value != nil { at += 4 }
      return value
    }
  }
}
