package import Foundation
internal import NewsModel

/// What stands on disk, read without ever leaving the folder that was named.
package enum FileTree {
  /// What a path is.
  package enum Kind: Sendable { case file, folder, missing, special }

  /// A file found below a source.
  package struct Entry: Sendable, Equatable {
    /// The path to open.
    package var path: String
    /// The path below the source, with "/" between components; the file's own name where the source is a file.
    package var relative: String
  }

  /// What a path is; symbolic links are followed here, as a user may name one.
  package static func kind(of path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .special
    }
  }

  /// Whether files stand at all paths that begin so and end so.
  package static func areFiles(_ base: String, _ names: [String]) -> Bool {
    var base = base
    let longest = names.reduce(0) { max($0, $1.utf8.count) }
    return base.withUTF8 { base in
      withUnsafeTemporaryAllocation(byteCount: base.count + longest + 1, alignment: 1) { room in
        room.copyMemory(from: UnsafeRawBufferPointer(base))
        return names.allSatisfy { name in
          var end = base.count
          for byte in name.utf8 {
            room[end] = byte
            end += 1
          }
          room[end] = 0
          guard let path = room.bindMemory(to: CChar.self).baseAddress else { return false }
          var status = stat()
          return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        }
      }
    }
  }

  /// The names in a folder; none where it cannot be listed.
  package static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// Whether a path is a regular file itself, and no link to one.
  package static func isPlainFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a path, with all links followed, lies below a folder.
  package static func lies(_ path: String, below folder: String) -> Bool {
    guard let place = realpath(path, nil) else { return false }
    defer { free(place) }
    guard let root = realpath(folder.isEmpty ? "." : folder, nil) else { return false }
    defer { free(root) }
    let top = String(cString: root)
    return String(cString: place).hasPrefix(top == "/" ? top : top + "/")
  }

  /// A path with all links followed, as far as it is there; from the root, without "." and "..".
  package static func resolved(_ path: String) -> String {
    func resolved(_ path: String) -> String {
      if let place = realpath(path, nil) {
        defer { free(place) }
        return String(cString: place)
      }
      guard path.utf8.count > 1 else { return path }
      return FolderPath.path(of: FolderPath.name(of: path), in: resolved(FolderPath.folder(of: path)))
    }
    return resolved(URL(fileURLWithPath: path).standardizedFileURL.path)
  }

  /// How a file looks from outside: size, time of change and inode; nil where there is none. A file that was written
  /// since looks otherwise.
  package static func stamp(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if os(Linux)
      let changed = status.st_mtim
    #else
      let changed = status.st_mtimespec
    #endif
    return "\(status.st_size) \(changed.tv_sec).\(changed.tv_nsec) \(status.st_ino)"
  }

  /// The bytes of a file; nil where there is none.
  package static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// The files below a folder, sorted by path. Hidden entries are passed over, and so are symbolic links, pipes and
  /// devices, so that nothing leads out of the folder.
  ///
  /// - Parameter except: tells of a folder, by its path below the folder and by the path to open, whether it is not looked
  ///   into.
  package static func files(
    below folder: String, except: (_ relative: String, _ path: String) -> Bool = { _, _ in false }
  ) throws(FileError) -> [Entry] {
    var entries: [Entry] = []
    try collect(folder, prefix: "", into: &entries, except: except, depth: 0)
    return entries.sorted { $0.relative.utf8.lexicographicallyPrecedes($1.relative.utf8) }
  }

  /// The paths that a pattern with `*`, `?` or `[…]` stands for, sorted; empty where nothing matches.
  package static func paths(matching pattern: String) -> [String] {
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(pattern, 0, nil, &result) == 0 else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { result.gl_pathv[$0].map { String(cString: $0) } }
  }

  /// The bytes of a regular file.
  package static func read(_ path: String) throws(FileError) -> Data {
    guard kind(of: path) != .missing else { throw FileError(path: path, reason: "there is no such file") }
    guard kind(of: path) == .file else { throw FileError(path: path, reason: "it is not a regular file") }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw FileError(path: path, reason: FileError.lastReason() ?? "it cannot be read")
    }
  }

  /// The bytes of a regular file, read once into the array that is handed on.
  package static func bytes(_ path: String) throws(FileError) -> [UInt8] {
    guard kind(of: path) == .file, let size = size(of: path) else { return [UInt8](try read(path)) }
    // A file that grew meanwhile, or does not open, is left to `read`.
    let bytes = firstBytes(of: path, size + 1)
    return bytes.count == size ? bytes : [UInt8](try read(path))
  }

  /// Gives `use` the bytes of a regular file from its start, piece by piece, of which one is in memory at a time.
  ///
  /// - Parameters:
  ///   - size: bytes of a piece; only the last has fewer.
  /// - Returns: whether all of it was read.
  package static func pieces(of path: String, size: Int, _ use: (UnsafeRawBufferPointer) -> Void) -> Bool {
    guard kind(of: path) == .file else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
    defer { room.deallocate() }
    var filled = 0
    while true {
      let count = Foundation.read(descriptor, room.baseAddress?.advanced(by: filled), size - filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return false }
      filled += count
      if count == 0 || filled == size {
        use(UnsafeRawBufferPointer(rebasing: room[..<filled]))
        filled = 0
      }
      if count == 0 { return true }
    }
  }

  /// The words of a file that has to be UTF-8, such as a configuration: letters would be lost in silence.
  package static func text(_ path: String) throws(FileError) -> String {
    let data = try read(path)
    if let text = String(validating: data, as: UTF8.self) { return text }
    let lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw FileError(path: "\(path):\(line + 1)", reason: "this line is not UTF-8; save the file as UTF-8")
  }

  /// Deeper folders than this are passed over: no press archive is, and a loop of mounts would be.
  private static let deepest = 64

  private static func collect(
    _ folder: String, prefix: String, into entries: inout [Entry], except: (String, String) -> Bool,
    depth: Int
  ) throws(FileError) {
    guard depth < deepest else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw FileError(path: folder, reason: "the folder cannot be read")
    }
    for name in names where !name.hasPrefix(".") {
      let path = FolderPath.path(of: name, in: folder)
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      let relative = FolderPath.path(of: name, in: prefix)
      switch status.st_mode & S_IFMT {
      case S_IFREG: entries.append(Entry(path: path, relative: relative))
      case S_IFDIR where !except(relative, path):
        try collect(path, prefix: relative, into: &entries, except: except, depth: depth + 1)
      default: continue
      }
    }
  }
}

/// Something on disk that could not be used.
package struct FileError: Error, Sendable, CustomStringConvertible {
  package var path: String
  /// What was wrong, in words.
  package var reason: String

  /// An error about a path.
  package init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// "path: reason".
  package var description: String { "\(path): \(reason)" }

  /// The words of the system for the last failed call, or nil where none failed.
  package static func lastReason() -> String? { errno == 0 ? nil : String(cString: strerror(errno)) }
}

/// As many bytes of a file as there are, up to a count; none where it cannot be read.
private func firstBytes(of path: String, _ count: Int) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return [] }
  defer { close(descriptor) }
  return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    while filled < count, let start = buffer.baseAddress {
      let got = read(descriptor, start + filled, count - filled)
      if got < 0 && errno == EINTR { continue }
      if got <= 0 { break }
      filled += got
    }
  }
}
