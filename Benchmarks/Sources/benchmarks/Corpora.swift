internal import Foundation

/// The corpora to measure on, made once by the generator and kept from run to run.
struct Corpora {
  /// The generator.
  let generator: String
  /// Where corpora are kept.
  let folder: String

  /// Articles that stand aside of a folder, to be added one at a time.
  static let aside = 8

  init(generator: String, folder: String) throws {
    self.generator = generator
    self.folder = folder
    guard FileManager.default.isReadableFile(atPath: generator) else {
      throw Failure(
        "the generator of the corpus is not at \(generator); put it there, or name it: make bench CORPUS=/path/make_corpus.py"
      )
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// A file of `count` articles, one JSON object a line.
  func lines(_ count: Int) throws -> String {
    try made("\(count).jsonl") { part in try generate(count, "--jsonl", part) }
  }

  /// A folder of `count` articles, one file each, as `html` or `md`.
  func files(_ count: Int, _ kind: String) throws -> String {
    try made("\(count)-\(kind)") { part in
      try generate(count, "--\(kind)", part)
      try FileManager.default.removeItem(atPath: "\(part)/labels.tsv")
    }
  }

  /// The first articles of a file of lines, as a file.
  func head(_ count: Int, of path: String) throws -> String {
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return try made("\(name)-first-\(count).jsonl") { part in
      try Shell.run("head -n \(count) \"$1\" > \"$2\"", path, part)
    }
  }

  /// The files of a folder in their order; days come first in their names.
  static func list(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private func generate(_ count: Int, _ kind: String, _ path: String) throws {
    FileHandle.standardError.write(Data("bench: making a corpus of \(count) articles (\(kind))\n".utf8))
    try Shell.run("exec python3 -B \"$1\" \"$2\" \"$3\" \"$4\"", generator, String(count), kind, path)
  }

  private func made(_ name: String, _ make: (String) throws -> Void) throws -> String {
    let path = "\(folder)/\(name)"
    if !FileManager.default.fileExists(atPath: path) {
      let part = "\(path).part"
      try? FileManager.default.removeItem(atPath: part)
      try make(part)
      try FileManager.default.moveItem(atPath: part, toPath: path)
    }
    return path
  }
}

/// Commands that are not measured.
enum Shell {
  /// Runs a line of shell with arguments to its end, and gives back what it printed.
  @discardableResult
  static func run(_ line: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line, "sh"] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure("this failed: \(line) \(arguments.joined(separator: " "))")
    }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
