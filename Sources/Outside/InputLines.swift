package import Foundation

/// The lines of files or of standard input, one after the other, of which only a part is in memory at a time.
package enum InputLines {
  /// Bytes of room at first; a longer line makes more.
  private static let room = 1 << 20

  /// Gives `use` each line that holds something, without its newline, with its number from 1 over all files.
  ///
  /// - Parameter files: paths; standard input where there is none.
  /// - Returns: the errors of files that could not be read; the others go on.
  package static func each(of files: [String], _ use: (_ number: Int, _ line: Data) -> Void) -> [FileError] {
    var number = 0
    guard !files.isEmpty else {
      run(STDIN_FILENO, &number, use)
      return []
    }
    var errors: [FileError] = []
    for file in files {
      let descriptor = FileTree.kind(of: file) == .file ? open(file, O_RDONLY | O_CLOEXEC) : -1
      guard descriptor >= 0 else {
        // Says what is wrong with it.
        do throws(FileError) { _ = try FileTree.read(file) } catch { errors.append(error) }
        continue
      }
      run(descriptor, &number, use)
      close(descriptor)
    }
    return errors
  }

  private static func run(_ descriptor: Int32, _ number: inout Int, _ use: (Int, Data) -> Void) {
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
      let got = read(descriptor, held + end, capacity - end)
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
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
    guard start < end else { return }
    number += 1
    give(held + start, end - start, number, use)
  }

  private static func give(_ start: UnsafePointer<UInt8>, _ count: Int, _ number: Int, _ use: (Int, Data) -> Void) {
    let line = UnsafeBufferPointer(start: start, count: count)
    if line.contains(where: { $0 > 0x20 }) { use(number, Data(line)) }
  }
}
