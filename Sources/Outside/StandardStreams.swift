package import Foundation

/// The standard streams of the process.
package enum StandardStreams {
  /// All of standard input.
  package static func readInput() -> Data { FileHandle.standardInput.readDataToEndOfFile() }

  /// Writes to standard output. Where that fails, as on a full disk, the process says so and ends with status 2: what it
  /// wrote is not whole.
  package static func write(_ data: Data) {
    do {
      try FileHandle.standardOutput.write(contentsOf: data)
    } catch {
      tell(
        "daybrief: standard output: \(FileError.lastReason() ?? "it cannot be written"); what was written is not whole")
      exit(2)
    }
  }

  /// Writes a line to standard error, as `report`.
  package static func tell(_ line: String) { report(line + "\n") }

  /// Writes to standard error. Where nobody reads it any more the words are lost, and the work goes on.
  package static func report(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
