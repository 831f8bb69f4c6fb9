internal import Exchange
internal import Foundation
internal import NewsModel
internal import Outside

/// Lines that could not be used, or not wholly, as lines of JSON: what was wrong, where, and the line itself. A build
/// takes them beside digests, so that its pages count them.
final class RejectedLines {
  private let path: String
  private let file: FileHandle
  private var held = Data()

  /// Bytes held back at most.
  private static let room = 1 << 16

  /// Begins a file anew.
  init(_ path: String) throws {
    self.path = path
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw FileError(path: path, reason: FileError.lastReason() ?? "it cannot be written") }
    self.file = file
  }

  /// Notes what was wrong with a line, which is written as far as it is text, or with a file.
  func append(_ diagnostic: Diagnostic, of line: Data? = nil) {
    let record = RejectedRecord(diagnostic, input: line.map { String(decoding: $0, as: UTF8.self) })
    guard let encoded = try? JSONLine.encode(record) else { return }
    held += encoded + Data([0x0A])
    if held.count >= RejectedLines.room { try? flush() }
  }

  /// Writes what is held back.
  ///
  /// - Throws: `FileError` where it cannot be written.
  func close() throws {
    do {
      try flush()
      try file.close()
    } catch { throw FileError(path: path, reason: "\(error.localizedDescription)") }
  }

  private func flush() throws {
    if !held.isEmpty { try file.write(contentsOf: held) }
    held.removeAll(keepingCapacity: true)
  }
}

/// A line that could not be used, in JSON.
struct RejectedRecord: Codable {
  var code: Diagnostic.Code
  var detail: String
  var file: String?
  var line: Int?
  /// The line as it came in, where it was one.
  var input: String?

  /// The record of what was wrong.
  init(_ diagnostic: Diagnostic, input: String?) {
    (code, detail, file, line) = (diagnostic.code, diagnostic.detail, diagnostic.file, diagnostic.line)
    self.input = input
  }

  /// What was wrong.
  var diagnostic: Diagnostic { Diagnostic(code, detail, file: file, line: line) }
}
