internal import Mustache

internal import class Foundation.NSNull

/// A value of a page: what its template prints and what its `index.json` holds.
enum Field: Sendable, Equatable {
  case text(String)
  case number(Int)
  case decimal(Double)
  case flag(Bool)
  case list([Field])
  case record(Record)
  /// Known to be absent: left out of JSON, and hides a field of the same name further out in a template.
  case none

  /// Text, or `none` for nil.
  init(_ text: String?) { self = text.map(Field.text) ?? .none }

  /// The value as Mustache takes it.
  var native: Any {
    switch self {
    case .text(let text): text
    case .number(let number): number
    case .decimal(let number): number
    case .flag(let flag): flag
    case .list(let list): list.map(\.native)
    case .record(let record): record
    case .none: NSNull()
    }
  }
}

extension Field {
  /// Writes the value into bytes so that equal values give equal bytes, and others do not.
  func fold(into bytes: inout [UInt8]) {
    func put(_ mark: UInt8, _ text: some Collection<UInt8>) {
      bytes.append(mark)
      withUnsafeBytes(of: text.count) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: text)
    }
    switch self {
    case .text(let text): put(1, text.utf8)
    case .number(let number): put(2, String(number).utf8)
    case .decimal(let number): put(3, String(number).utf8)
    case .flag(let flag): bytes.append(flag ? 5 : 4)
    case .none: bytes.append(6)
    case .list(let list):
      bytes.append(7)
      for field in list { field.fold(into: &bytes) }
      bytes.append(8)
    case .record(let record): record.fold(into: &bytes)
    }
  }
}

extension Record {
  /// Writes the record into bytes, its fields by name.
  func fold(into bytes: inout [UInt8]) {
    for (mark, fields) in [(UInt8(9), data), (UInt8(10), view)] {
      bytes.append(mark)
      for (name, field) in fields.sorted(by: { $0.key < $1.key }) {
        Field.text(name).fold(into: &bytes)
        field.fold(into: &bytes)
      }
    }
  }
}

/// The named fields of something on a page.
struct Record: Sendable, Equatable, MustacheParent {
  /// What programs may rely on: it stands in `index.json` too.
  var data: [String: Field]
  /// What the template alone sees: formatted words, links, pieces.
  var view: [String: Field]

  /// A record of data and of what only a template needs.
  init(_ data: [String: Field] = [:], view: [String: Field] = [:]) {
    self.data = data
    self.view = view
  }

  /// The field of a name for a template; the view's where both have it.
  func child(named name: String) -> Any? { (view[name] ?? data[name])?.native }

  /// The same record with more for the template.
  func viewing(_ more: [String: Field]) -> Record {
    Record(data, view: view.merging(more) { $1 })
  }

  /// The same record with more data.
  func adding(_ more: [String: Field]) -> Record {
    Record(data.merging(more) { $1 }, view: view)
  }
}

extension Field: Encodable {
  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes the data; what is for templates only is left out.
  func encode(to encoder: any Encoder) throws {
    switch self {
    case .record(let record):
      var container = encoder.container(keyedBy: Name.self)
      for (name, field) in record.data where field != .none {
        try container.encode(field, forKey: Name(stringValue: name))
      }
    case .list(let list):
      var container = encoder.unkeyedContainer()
      for field in list { try container.encode(field) }
    default: try encodeLeaf(to: encoder)
    }
  }

  private func encodeLeaf(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .decimal(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    default: try container.encodeNil()
    }
  }
}

extension Field: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  typealias Key = String
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: Field...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Field)...) {
    self = .record(Record(Dictionary(elements) { $1 }))
  }
}

extension Array where Element == Record {
  /// The records as a field.
  var field: Field { .list(map(Field.record)) }
}

extension Array where Element == String {
  /// The texts as a field.
  var field: Field { .list(map(Field.text)) }
}
