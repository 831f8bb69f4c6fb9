internal import CEmbedded

/// A file of the tree that the program carries inside: language data, templates, interface words.
package struct EmbeddedFile: Sendable {
  /// "languages/fr/months.txt" or "templates/story.md".
  package let path: String
  package let bytes: [UInt8]

  /// The whole as text; the files of the tree are UTF-8, which a test holds.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// All files below a folder ("templates/"), by path.
  package static func files(below folder: String) -> [EmbeddedFile] {
    withTable { table in
      table.compactMap { entry in
        let path = String(cString: entry.path)
        guard path.hasPrefix(folder) else { return nil }
        return EmbeddedFile(path: path, bytes: Array(UnsafeBufferPointer(start: entry.bytes, count: entry.length)))
      }
    }
  }

  /// One file, or nil where there is none of that path.
  package static func file(_ path: String) -> EmbeddedFile? {
    files(below: path).first { $0.path == path }
  }

  private static func withTable<T>(_ body: (UnsafeBufferPointer<cembedded_file>) -> T) -> T {
    var count = 0
    let first = cembedded_files(&count)
    return body(UnsafeBufferPointer(start: first, count: count))
  }
}
