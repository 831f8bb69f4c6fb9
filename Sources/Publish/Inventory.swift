internal import NewsModel

/// Knows which files of a site were made by Daybrief: `data/files.txt`, one path a line, sorted.
///
/// What is not in it belongs to somebody else and is never removed. The paths stay the bytes that were read: a
/// large site has hundreds of thousands, of which a morning changes a few.
package struct Inventory: Sendable {
  /// Sorted by bytes, without doubles; only paths that stay below the site.
  private let paths: ByteStrings

  /// What a site says it holds; empty where it says nothing.
  init(of root: String) { self.init(Disk.contents(of: "\(root)/\(SiteWriter.inventoryPath)") ?? []) }

  /// The list that some bytes hold.
  init(_ bytes: [UInt8]) {
    var lines: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if SitePath.isSafe(bytes[start..<end]) { lines.append(start..<end) }
        start = end + 1
      }
    }
    paths = ByteStrings(bytes, at: lines)
  }

  /// Whether a folder holds a site that Daybrief made.
  package static func lists(_ root: String) -> Bool {
    guard Disk.kind(of: "\(root)/\(SiteWriter.inventoryPath)") == .file else { return false }
    return Inventory(of: root).place(of: SiteWriter.inventoryPath) != nil
  }

  /// How many paths it has.
  var count: Int { paths.count }

  /// The path of a place.
  func path(at place: Int) -> String { paths[place] }

  /// Whether it has a path, and where; the path may be said in two parts.
  func place(of path: String, _ rest: String = "") -> Int? { paths.place(of: path, rest) }

  /// The bytes of the file for the paths of this inventory with some more, and of its own only those that stay; both
  /// lists are merged, not sorted anew.
  func bytes(adding added: [String], keeping stays: [Bool]) -> [UInt8] {
    let new = added.sorted(by: SitePath.precedes)
    var out: [UInt8] = []
    var next = 0
    func add(_ path: some Sequence<UInt8>) {
      out.append(contentsOf: path)
      out.append(UInt8(ascii: "\n"))
    }
    for place in 0..<paths.count where stays[place] {
      paths.withBytes(of: place) { path in
        while next < new.count, new[next].utf8.lexicographicallyPrecedes(path) {
          add(new[next].utf8)
          next += 1
        }
        add(path)
      }
    }
    for path in new[next...] { add(path.utf8) }
    return out
  }
}
