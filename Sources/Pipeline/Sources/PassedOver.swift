internal import Foundation
internal import NewsModel

/// Files in folders of sources that are read by no reader: who put them there believes that they are read.
///
/// Not counted is what nobody takes for an article: what saved pages are saved with, what a folder says of itself, and
/// settings.
struct PassedOver: Sendable {
  private var paths: Set<String> = []
  private var counts: [String: Int] = [:]

  /// Endings of pictures, sounds, films, fonts, styles, scripts and settings.
  private static let noArticles: Set<String> = [
    "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "css", "js", "mjs", "map", "woff", "woff2", "ttf",
    "otf", "eot", "mp3", "ogg", "wav", "m4a", "mp4", "webm", "mov", "yml", "yaml", "toml", "ini",
  ]
  /// Names, without their endings, of files about a folder.
  private static let ofFolders: Set<String> = [
    "readme", "license", "licence", "copying", "notice", "authors", "changelog", "makefile",
  ]
  /// Longer endings are parts of a name.
  private static let longestEnding = 8  // bytes

  /// Whether a file is about its folder.
  static func isOfFolder(_ name: String) -> Bool { stem(name) == "readme" }

  /// Notes a file by its path.
  mutating func note(_ path: String) {
    let name = FolderPath.name(of: path)
    let ending = (name as NSString).pathExtension.lowercased()
    guard !PassedOver.noArticles.contains(ending), !PassedOver.ofFolders.contains(PassedOver.stem(name)),
      paths.insert(path).inserted
    else { return }
    let isPlain = ending.utf8.count <= PassedOver.longestEnding && ending.utf8.allSatisfy { (0x30...0x7A).contains($0) }
    counts[ending.isEmpty || !isPlain ? "without an ending" : ".\(ending)", default: 0] += 1
  }

  /// How many of which ending there are, and what to do; nil where there is none.
  var words: String? {
    guard !counts.isEmpty else { return nil }
    let kinds = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
    let files = Count(paths.count, "file")
    let them = paths.count == 1 ? "it" : "them"
    return
      "\(files) passed over (\(kinds.joined(separator: ", "))): save \(them) as text or HTML to have \(them) read, "
      + "or name \(them) in leaveOut"
  }

  private static func stem(_ name: String) -> String { (name as NSString).deletingPathExtension.lowercased() }
}
