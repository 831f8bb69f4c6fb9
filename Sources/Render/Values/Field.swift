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
}

extension Field: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .text(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .flag(value) }
  init(arrayLiteral elements: Field...) { self = .list(elements) }
  init(dictionaryLiteral elements: (Name, Field)...) { self = .record(Record(Fields(elements))) }
}

extension Array where Element == Record {
  /// The records as a field.
  var field: Field { .list(map(Field.record)) }
}

extension Array where Element == String {
  /// The texts as a field.
  var field: Field { .list(map(Field.text)) }
}
