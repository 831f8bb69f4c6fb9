/// A number of things in English, for messages: "1 story", "2 stories".
package struct Count: CustomStringConvertible, Sendable {
  package let description: String

  /// A number with the word for one; the word for several has an "s" behind it where none is given.
  package init(_ number: Int, _ one: String, _ several: String? = nil) {
    description = "\(number) \(number == 1 ? one : several ?? one + "s")"
  }
}
