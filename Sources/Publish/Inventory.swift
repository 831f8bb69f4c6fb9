internal import Foundation

/// Knows which files of a site were made by Daybrief: `data/files.txt`, one path a line, sorted.
///
/// What is not in it belongs to somebody else and is never removed.
struct Inventory {
  /// Sorted by bytes, without doubles; only paths that stay below the site.
  let paths: [String]

  /// What a site says it holds; empty where it says nothing.
  init(of root: String) {
    guard let bytes = Disk.contents(of: "\(root)/\(SiteWriter.inventoryPath)") else {
      paths = []
      return
    }
    paths = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .filter(SitePath.isSafe)
  }

  /// The inventory of some paths.
  init(_ paths: [String]) { self.paths = paths.sorted(by: SitePath.precedes) }

  /// This inventory with some paths more and without others; both lists are merged, not sorted anew.
  func changed(adding added: [String], removing removed: Set<String>) -> Inventory {
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
    return Inventory(sorted: merged)
  }

  private init(sorted: [String]) { paths = sorted }

  /// The bytes of the file.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for path in paths {
      bytes += path.utf8
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}
