/// What is left to the end of the process.
package enum ProcessEnd {
  private final class Left: Sendable {
    let value: any Sendable
    init(_ value: any Sendable) { self.value = value }
  }

  /// Leaves a value where it is: the system takes all memory back at once, where letting go of a large site object by
  /// object takes half a second. Only for what is made once, at the end of a process.
  package static func leave(_ value: any Sendable) { _ = Unmanaged.passRetained(Left(value)) }
}
