internal import Foundation

/// What the process is connected to.
package enum Terminal {
  /// Whether standard output is a terminal that may be coloured (`NO_COLOR` is respected).
  package static var outputIsColoured: Bool {
    isatty(1) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
  }

  /// Whether standard error is a terminal.
  package static var errorIsTerminal: Bool { isatty(2) == 1 }
}
