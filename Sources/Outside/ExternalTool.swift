internal import Foundation

/// A program of the system that is run with an array of arguments; no shell reads them.
package struct ExternalTool: Sendable {
  /// Its name, looked for on the PATH.
  package let name: String
  /// The folder where its output is kept while it runs.
  private let scratch: String
  /// Added to the environment of this process, from which the tool takes its own credentials.
  private let environment: [String: String]
  private let folder: String?
  /// In seconds.
  private let longest: Double

  /// A tool of some name.
  ///
  /// - Parameters:
  ///   - longest: seconds after which it is ended: a server that takes longer than an hour has gone away without saying so.
  ///   - scratch: a folder for its output and input while it runs; made where it is missing.
  ///   - folder: the folder to run it in; nil takes the present one.
  package init(
    _ name: String, scratch: String, environment: [String: String] = [:], folder: String? = nil,
    longest: Double = 3600
  ) {
    self.name = name
    self.longest = longest
    self.scratch = scratch
    self.environment = environment
    self.folder = folder
  }

  /// Between two looks at whether it has ended.
  private static let step: TimeInterval = 0.01
  /// What a tool that was asked to end is given to do so.
  private static let grace: TimeInterval = 2

  /// Runs it to its end.
  ///
  /// - Returns: what it wrote to standard output.
  /// - Throws: `ToolError` where it is missing, ended with another status than 0 or `accepting`, took longer than
  ///   it may, or this process was asked to end.
  package func run(_ arguments: [String], input: [UInt8] = [], accepting: Set<Int32> = []) throws -> String {
    guard let path = ExternalTool.path(of: name) else { throw ToolError(tool: name, problem: .missing) }
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let files = ["in", "out", "err"].map { "\(scratch)/\($0)" }
    defer { for file in files { unlink(file) } }
    // Files, not pipes: a pipe that nobody empties would stop the tool.
    try Data(input).write(to: URL(fileURLWithPath: files[0]))
    for file in files.dropFirst() { try Data().write(to: URL(fileURLWithPath: file)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.standardInput = FileHandle(forReadingAtPath: files[0])
    process.standardOutput = FileHandle(forWritingAtPath: files[1])
    process.standardError = FileHandle(forWritingAtPath: files[2])
    try ExternalTool.withAllSignals { try process.run() }
    try wait(for: process)
    guard process.terminationStatus == 0 || accepting.contains(process.terminationStatus) else {
      let said = (try? String(contentsOfFile: files[2], encoding: .utf8)) ?? ""
      throw ToolError(tool: name, problem: .failed(process.terminationStatus, ExternalTool.lastLines(of: said)))
    }
    return try String(contentsOfFile: files[1], encoding: .utf8)
  }

  /// Runs `body` with no signal blocked in this thread: the runtime's threads block nearly all, a child inherits that,
  /// and could then not be asked to end.
  package static func withAllSignals<T>(_ body: () throws -> T) rethrows -> T {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  private func wait(for process: Process) throws {
    let begun = Date()
    while process.isRunning {
      let isLate = Date().timeIntervalSince(begun) > longest
      if isLate || Interruption.isRequested {
        process.terminate()
        let asked = Date()
        while process.isRunning, Date().timeIntervalSince(asked) < ExternalTool.grace {
          Thread.sleep(forTimeInterval: ExternalTool.step)
        }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        throw ToolError(tool: name, problem: isLate ? .late : .stopped)
      }
      Thread.sleep(forTimeInterval: ExternalTool.step)
    }
  }

  /// Where a program of some name is, by the PATH.
  package static func path(of name: String) -> String? {
    let places = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return places.map { "\($0)/\(name)" }.first { path in
      FileTree.kind(of: path) == .file && FileManager.default.isExecutableFile(atPath: path)
    }
  }

  private static func lastLines(of text: String) -> String {
    let shown = 3
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
    return lines.filter { !$0.isEmpty }.suffix(shown).joined(separator: " / ")
  }
}

/// A tool that did not do its work.
package struct ToolError: Error, Sendable, CustomStringConvertible {
  /// What was wrong.
  package enum Problem: Sendable, Equatable {
    case missing
    /// The exit status, and the last it said.
    case failed(Int32, String)
    case late
    case stopped
  }

  package var tool: String
  package var problem: Problem

  /// What to print, with what to do.
  package var description: String {
    switch problem {
    case .missing: "\(tool) is not installed, or not on the PATH; install it"
    case .failed(let status, let said): "\(tool) ended with status \(status)" + (said.isEmpty ? "" : ": \(said)")
    case .late: "\(tool) did not end in time, and was ended"
    case .stopped: "\(tool) was ended, as this run was asked to end"
    }
  }
}
