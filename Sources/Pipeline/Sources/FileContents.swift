internal import Archive
internal import NewsModel
internal import Outside

/// What the files that a site is made from hold, by a mark of their bytes.
///
/// A file is read for it only where it looks otherwise from outside than when that was done last. One that was written
/// anew with the same bytes is the same file: by a fresh checkout, a copy, a scraper that writes all of its articles at
/// each run.
struct FileContents: Sendable, Equatable {
  private struct Seen: Sendable, Equatable {
    /// Of the file from outside.
    var look: ContentMark
    /// Of its bytes.
    var content: ContentMark
  }
  /// By the mark of a path, so that no name of a person stands in it.
  private var seen: [ContentMark: Seen] = [:]

  /// Nothing is known.
  init() {}

  /// What is known of some files, and of no others.
  ///
  /// - Parameters:
  ///   - paths: files that are there; what cannot be read is left out.
  ///   - known: from an earlier run.
  ///   - jobs: how many threads read.
  init(of paths: [String], known: FileContents, jobs: Int) {
    let found = Workers.map(paths.count, jobs: jobs) { index -> (path: ContentMark, seen: Seen)? in
      guard let stamp = FileTree.stamp(of: paths[index]) else { return nil }
      let (path, look) = (FileContents.mark(of: paths[index]), FileContents.mark(of: stamp))
      if let same = known.seen[path], same.look == look { return (path, same) }
      return FileContents.content(of: paths[index]).map { (path, Seen(look: look, content: $0)) }
    }
    seen.reserveCapacity(found.count)
    for case let file? in found { seen[file.path] = file.seen }
  }

  /// A text that is equal as long as a file holds the same bytes; of one that cannot be read, how it looks from outside.
  func stamp(of path: String) -> String {
    seen[FileContents.mark(of: path)]?.content.hexadecimal ?? FileTree.stamp(of: path) ?? ""
  }

  private static func content(of path: String) -> ContentMark? {
    var pieces = ByteWriter()
    guard FileTree.pieces(of: path, size: piece, { pieces.put(whole: Checksum.mark($0)) }) else { return nil }
    return pieces.bytes.withUnsafeBytes { Checksum.mark($0) }
  }

  /// Bytes that are read at a time.
  private static let piece = 1 << 20

  private static func mark(of text: String) -> ContentMark {
    var text = text
    return text.withUTF8 { Checksum.mark(UnsafeRawBufferPointer($0)) }
  }
}

extension FileContents {
  /// What was kept of an earlier run; nil where these are no such bytes.
  init?(_ bytes: [UInt8]) {
    let read: [ContentMark: Seen]? = bytes.withUnsafeBytes { bytes in
      var input = ByteReader(bytes)
      var seen: [ContentMark: Seen] = [:]
      while !input.isAtEnd {
        guard let path = try? input.wholeMark(), let look = try? input.wholeMark(), let content = try? input.wholeMark()
        else { return nil }
        seen[path] = Seen(look: look, content: content)
      }
      return seen
    }
    guard let read else { return nil }
    seen = read
  }

  /// The bytes that are kept for the next run.
  var bytes: [UInt8] {
    var out = ByteWriter()
    for (path, file) in seen.sorted(by: { ($0.key.high, $0.key.low) < ($1.key.high, $1.key.low) }) {
      out.put(whole: path)
      out.put(whole: file.look)
      out.put(whole: file.content)
    }
    return out.bytes
  }
}
