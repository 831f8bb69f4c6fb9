package import Foundation

/// JSON as the program writes it: keys sorted, slashes plain, UTF-8; the same value gives the same bytes.
package enum JSONLine {
  /// One line without its newline.
  package static func encode(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
  }

  /// A file for people too: indented, with a newline at the end.
  package static func document(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return try encoder.encode(value) + Data([0x0A])
  }

  /// Reads one value.
  package static func decode<T: Decodable>(_ type: T.Type, from data: Data) throws -> T {
    try JSONDecoder().decode(type, from: data)
  }

  /// What is wrong with a line that could not be read, in a few words.
  package static func explanation(of error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not JSON: \(error.localizedDescription)" }
    func path(_ context: DecodingError.Context) -> String {
      context.codingPath.isEmpty ? "the value" : "\"\(context.codingPath.map(\.stringValue).joined(separator: "."))\""
    }
    switch error {
    case .keyNotFound(let key, _): return "the key \"\(key.stringValue)\" is missing"
    case .typeMismatch(let type, let context): return "\(path(context)) is not \(name(of: type))"
    case .valueNotFound(let type, let context): return "\(path(context)) is null and not \(name(of: type))"
    case .dataCorrupted(let context):
      return context.codingPath.isEmpty ? "not JSON" : "\(path(context)): \(context.debugDescription)"
    @unknown default: return "not JSON"
    }
  }

  /// What JSON calls a value of a type.
  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Bool.Type: "true or false"
    case is any Numeric.Type: "a number"
    default: "\(type)".hasPrefix("Array") ? "a list" : "an object, {…}"
    }
  }
}
