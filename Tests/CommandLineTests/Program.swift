import Foundation

/// The built program, driven as a user drives it.
enum Program {
  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The program stands beside the test bundle.
  static let path: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("daybrief").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return "\(root)/.build/debug/daybrief"
  }()

  /// The release program where it was built after the last change of the sources, as `make test` sees to: it is four
  /// times faster. Else the one beside the tests.
  static let quickest: String = {
    func time(_ path: String) -> Date {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return attributes?[.modificationDate] as? Date ?? .distantPast
    }
    let release = "\(root)/.build/release/daybrief"
    let sources = FileManager.default.enumerator(atPath: "\(root)/Sources")?.compactMap { $0 as? String } ?? []
    let newest = sources.map { time("\(root)/Sources/\($0)") }.max() ?? .distantFuture
    return time(release) > newest ? release : path
  }()

  /// Runs the program with arguments, in a folder, with standard input.
  static func run(
    _ arguments: [String], in folder: String = root, input: String = "", program: String = path
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let scratch = NSTemporaryDirectory() + "daybrief-run-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    // Files, not pipes: a pipe that nobody empties would stop the program.
    for name in ["in", "out", "err"] {
      _ = FileManager.default.createFile(
        atPath: "\(scratch)/\(name)", contents: name == "in" ? Data(input.utf8) : Data())
    }
    process.standardInput = FileHandle(forReadingAtPath: "\(scratch)/in")
    process.standardOutput = FileHandle(forWritingAtPath: "\(scratch)/out")
    process.standardError = FileHandle(forWritingAtPath: "\(scratch)/err")
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOfFile: "\(scratch)/out", encoding: .utf8),
      errors: try String(contentsOfFile: "\(scratch)/err", encoding: .utf8))
  }

  /// A `daybrief.yml` whose days are those of Paris.
  static let morning = """
    title: Le matin
    language: fr
    timeZone: Europe/Paris
    sources: [articles]
    output: site
    """

  /// Runs lines of the shell in a folder; the program is `"$0"` in them.
  static func shell(_ script: String, in folder: String) throws -> Outcome {
    try run(["-c", script, quickest], in: folder, program: "/bin/sh")
  }

  /// A folder that is gone after `body`, with files in it.
  static func inFolder<T>(_ files: [String: String] = [:], _ body: (String) throws -> T) throws -> T {
    let folder = NSTemporaryDirectory() + "daybrief-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, text) in files {
      let file = "\(folder)/\(path)"
      try FileManager.default.createDirectory(
        atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    return try body(folder)
  }

  /// All files below a folder with their bytes.
  static func contents(of folder: String) -> [String: Data] {
    var contents: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(path)") { contents[path] = data }
    }
    return contents
  }
}
