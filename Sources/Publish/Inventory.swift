internal import Foundation

/// Knows which files of a site were made by Daybrief: `data/files.txt`, one path a line, sorted.
///
/// What is not in it belongs to somebody else and is never removed.
package struct Inventory: Sendable {
  /// Sorted by bytes, without doubles; only paths that stay below the site.
  let paths: [String]
  /// Where each path stands among them.
  private let places: [String: Int]

  /// What a site says it holds; empty where it says nothing.
  init(of root: String) {
    let bytes = Disk.contents(of: "\(root)/\(SiteWriter.inventoryPath)") ?? []
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    self.init(sorted: lines.filter(SitePath.isSafe))
  }

  /// Whether it has a path, and where.
  func place(of path: String) -> Int? { places[path] }

  /// The paths of this inventory with some paths more and without others; both lists are merged, not sorted anew.
  func changed(adding added: [String], removing removed: Set<String>) -> [String] {
    let new = added.sorted(by: SitePath.precedes)
    var merged: [String] = []
    merged.reserveCapacity(paths.count + new.count)
    var next = 0
    for path in paths where !removed.contains(path) {
      while next < new.count, SitePath.precedes(new[next], path) {
        merged.append(new[next])
        next += 1
      }
      merged.append(path)
    }
    merged += new[next...]
    return merged
  }

  private init(sorted: [String]) {
    paths = sorted
    places = Dictionary(zip(sorted, 0...)) { first, _ in first }
  }

  /// The bytes of the file for some paths.
  static func bytes(of paths: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for path in paths {
      bytes += path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
