internal import CFileSystem
internal import Foundation
internal import NewsModel

/// The few calls of the system that a publication is made of; each fails with words about its path.
enum Disk {
  /// What stands at a path itself; symbolic links are not followed.
  enum Kind { case file, folder, link, special, missing }

  static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .missing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .special
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(PublishError) {
    if mkdir(path, 0o777) == 0 { return }
    let number = errno
    switch number {
    case EEXIST:
      var status = stat()
      if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
      throw PublishError(path: path, doing: "the folder cannot be made", number: ENOTDIR)
    case ENOENT:
      let parent = folder(of: path)
      guard parent != path else { fallthrough }
      try makeFolder(parent)
      if mkdir(path, 0o777) == 0 { return }
      throw PublishError(path: path, doing: "the folder cannot be made", number: errno)
    default: throw PublishError(path: path, doing: "the folder cannot be made", number: number)
    }
  }

  /// The folder that a path lies in.
  static func folder(of path: String) -> String {
    let parent = FolderPath.folder(of: path)
    return parent.isEmpty ? "." : parent
  }

  /// Writes a new file; one that is half written is removed again.
  ///
  /// - Parameters:
  ///   - group: the group that the file is given, where the folder that it goes to hands its group on.
  ///   - name: the path to name in an error, where it is not the file's own.
  static func store(
    _ bytes: [UInt8], to path: String, group: gid_t? = nil, synchronously: Bool = false, name: String? = nil
  ) throws(PublishError) {
    let descriptor = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else {
      throw PublishError(path: name ?? path, doing: "it cannot be written", number: errno)
    }
    var number = bytes.withUnsafeBytes { written($0, to: descriptor) }
    if number == 0, let group, fchown(descriptor, uid_t.max, group) != 0, errno != EPERM { number = errno }
    if number == 0, synchronously, fsync(descriptor) != 0 { number = errno }
    // Network file systems tell only now that the disk was full.
    if close(descriptor) != 0, number == 0 { number = errno }
    guard number == 0 else {
      unlink(path)
      throw PublishError(path: name ?? path, doing: "it cannot be written", number: number)
    }
  }

  private static func written(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
      let count = write(descriptor, start, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// The bytes of a regular file, or nil where there is none or it cannot be read.
  static func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    var total = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while total < size, let start = buffer.baseAddress {
        let got = read(descriptor, start + total, size - total)
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { break }
        total += got
      }
      count = total
    }
    return total == size ? bytes : nil
  }

  /// Whether a regular file holds just these bytes; its size is looked at first.
  static func holds(_ bytes: [UInt8], at path: String) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count else {
      return false
    }
    return contents(of: path) == bytes
  }

  /// Puts a file in the place of another, in one step.
  static func move(_ from: String, to path: String) throws(PublishError) {
    guard rename(from, path) == 0 else {
      throw PublishError(path: path, doing: "it cannot be put in place", number: errno)
    }
  }

  /// Writes a small file all or nothing.
  static func replace(_ path: String, with bytes: [UInt8]) throws(PublishError) {
    try store(bytes, to: "\(path).new", synchronously: true, name: path)
    try move("\(path).new", to: path)
  }

  /// Gives a file a second name, or copies it where the file system knows no second names.
  static func duplicate(_ from: String, to path: String) throws(PublishError) {
    if link(from, path) != 0 && errno != EEXIST { try copy(from, to: path) }
  }

  /// Copies a file, or makes a symbolic link that says the same.
  static func copy(_ from: String, to path: String) throws(PublishError) {
    if let target = linkTarget(of: from) {
      if symlink(target, path) == 0 || errno == EEXIST { return }
      throw PublishError(path: path, doing: "the link cannot be made", number: errno)
    }
    guard let bytes = contents(of: from) else {
      throw PublishError(path: from, doing: "it cannot be read", number: errno)
    }
    try store(bytes, to: path, synchronously: true)
  }

  /// Where a symbolic link points to, or nil where there is none.
  static func linkTarget(of path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, Int(PATH_MAX))
    return count < 0 ? nil : String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes a file; that there is none is no error.
  static func remove(_ path: String) throws(PublishError) {
    guard unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR else {
      throw PublishError(path: path, doing: "it cannot be removed", number: errno)
    }
  }

  /// Removes a folder with all in it, links as links; what cannot be removed stays.
  static func removeTree(_ path: String) {
    for name in names(in: path) {
      let inside = "\(path)/\(name)"
      if unlink(inside) != 0, kind(of: inside) == .folder { removeTree(inside) }
    }
    rmdir(path)
  }

  /// The names in a folder, sorted; empty where there is none.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Above so many files, one call for the whole file system costs less than one for each.
  private static let syncedApart = 8

  /// Makes sure that what was written to files or folders is on the disk, and not only on its way: after a loss of
  /// power a renamed file would else be empty.
  static func sync(_ paths: [String], on folder: String) throws(PublishError) {
    guard paths.count <= syncedApart else { return try syncAll(on: folder) }
    for path in paths { try sync(path, fsync) }
  }

  /// Makes sure that all that was written on the file system of a folder is on the disk.
  static func syncAll(on folder: String) throws(PublishError) { try sync(folder, cfilesystem_sync) }

  private static func sync(_ path: String, _ call: (Int32) -> Int32) throws(PublishError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    // A folder that the same publication emptied is gone.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder, and say so.
    guard call(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw PublishError(path: path, doing: "it cannot be brought to the disk", number: errno)
    }
  }

  /// Lets two paths change places in one step; false where the file system cannot.
  static func exchange(_ one: String, _ other: String) throws(PublishError) -> Bool {
    if cfilesystem_exchange(one, other) == 0 { return true }
    if errno == EINVAL || errno == ENOSYS || errno == ENOTSUP { return false }
    throw PublishError(path: other, doing: "it cannot be put in place", number: errno)
  }
}
