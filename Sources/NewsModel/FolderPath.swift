/// Paths of files as strings.
package enum FolderPath {
  /// The folder of a path: "a/b" gives "a", "/b" gives "/", "b" gives "". A slash at the end counts for nothing.
  ///
  /// `NSString.deletingLastPathComponent` of swift-corelibs-foundation traps at a relative path of one letter.
  package static func folder(of path: String) -> String {
    var bytes = path.utf8[...]
    while bytes.count > 1, bytes.last == 0x2F { bytes.removeLast() }
    guard let slash = bytes.lastIndex(of: 0x2F) else { return "" }
    var folder = bytes[..<slash]
    while folder.last == 0x2F { folder.removeLast() }
    return folder.isEmpty ? "/" : String(Substring(folder))
  }

  /// What a path is called in its folder: "a/b" and "a/b/" give "b", "/" gives "/", "" gives "".
  package static func name(of path: String) -> String {
    var bytes = path.utf8[...]
    while bytes.count > 1, bytes.last == 0x2F { bytes.removeLast() }
    guard bytes.count > 1, let slash = bytes.lastIndex(of: 0x2F) else { return String(Substring(bytes)) }
    return String(Substring(bytes[bytes.index(after: slash)...]))
  }

  /// The path of a file in a folder; "" is the current folder, or the one that paths are told from.
  package static func path(of name: String, in folder: String) -> String {
    folder.isEmpty ? name : folder.utf8.last == 0x2F ? folder + name : "\(folder)/\(name)"
  }
}
