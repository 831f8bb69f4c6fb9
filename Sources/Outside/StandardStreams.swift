package import Foundation

/// The standard streams of the process.
package enum StandardStreams {
  /// All of standard input.
  package static func readInput() -> Data { FileHandle.standardInput.readDataToEndOfFile() }

  /// Writes to standard output.
  package static func write(_ data: Data) { FileHandle.standardOutput.write(data) }

  /// Writes a line to standard error.
  package static func tell(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}
