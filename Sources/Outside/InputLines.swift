internal import CCompression
package import Foundation

/// The lines of files or of standard input, one after the other, of which only a part is in memory at a time.
package enum InputLines {
  /// Bytes of room at first; a longer line makes more.
  private static let room = 1 << 20

  /// Gives `use` each line that holds something, without its newline, with its number from 1 over all files.
  ///
  /// A file may be compressed (.gz): that is told by what it holds.
  ///
  /// - Parameter files: paths; standard input where there is none.
  /// - Returns: the errors of files that could not be read, or not to their end; the others go on.
  package static func each(of files: [String], _ use: (_ number: Int, _ line: Data) -> Void) -> [FileError] {
    var number = 0
    guard !files.isEmpty else {
      _ = run({ read(STDIN_FILENO, $0, $1) }, &number, use)
      return []
    }
    var errors: [FileError] = []
    for file in files {
      do throws(FileError) { try each(of: file, &number, use) } catch { errors.append(error) }
    }
    return errors
  }

  /// Gives `use` each line of a file that holds something, numbered from 1.
  package static func each(
    of file: String, _ use: (_ number: Int, _ line: Data) -> Void
  ) throws(FileError) {
    var number = 0
    try each(of: file, &number, use)
  }

  private static func each(
    of file: String, _ number: inout Int, _ use: (Int, Data) -> Void
  ) throws(FileError) {
    let descriptor = FileTree.kind(of: file) == .file ? open(file, O_RDONLY | O_CLOEXEC) : -1
    guard descriptor >= 0, let reader = ccompression_read_begin(descriptor) else {
      // Says what is wrong with it.
      _ = try FileTree.read(file)
      throw FileError(path: file, reason: "it cannot be read")
    }
    defer { ccompression_read_end(reader) }
    guard run({ ccompression_read(reader, $0, $1) }, &number, use) else {
      throw FileError(path: file, reason: "it is damaged or cut off; the lines before that were read")
    }
  }

  /// False where the input ended in an error.
  private static func run(
    _ input: (UnsafeMutablePointer<UInt8>, Int) -> Int, _ number: inout Int, _ use: (Int, Data) -> Void
  ) -> Bool {
    var isSound = true
    var (held, capacity) = (UnsafeMutablePointer<UInt8>.allocate(capacity: room), room)
    defer { held.deallocate() }
    var (start, end) = (0, 0)
    while true {
      if start > 0 {
        memmove(held, held + start, end - start)
        (start, end) = (0, end - start)
      }
      if end == capacity {
        let longer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        memcpy(longer, held, end)
        held.deallocate()
        (held, capacity) = (longer, capacity * 2)
      }
      let looked = end
      errno = 0
      let got = input(held + end, capacity - end)
      if got < 0, errno == EINTR { continue }
      guard got > 0 else {
        isSound = got == 0
        break
      }
      end += got
      var from = looked
      while let found = memchr(held + from, 0x0A, end - from) {
        let stop = UnsafeRawPointer(found) - UnsafeRawPointer(held)
        number += 1
        give(held + start, stop - start, number, use)
        start = stop + 1
        from = start
      }
    }
    // What an error cut off is no line.
    guard start < end, isSound else { return isSound }
    number += 1
    give(held + start, end - start, number, use)
    return isSound
  }

  private static func give(_ start: UnsafePointer<UInt8>, _ count: Int, _ number: Int, _ use: (Int, Data) -> Void) {
    let line = UnsafeBufferPointer(start: start, count: count)
    if line.contains(where: { $0 > 0x20 }) { use(number, Data(line)) }
  }
}
