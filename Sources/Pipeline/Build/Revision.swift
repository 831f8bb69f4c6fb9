internal import Archive
internal import Foundation
internal import Languages
internal import Outside

/// What the reading and the extraction of an article depend on besides the article.
///
/// Where it changes, articles are read and extracted again, and pages are written where that changes them.
enum Revision {
  /// Raised by hand with every change of code that changes what is found in an article; a test compares the digests of
  /// a small corpus and asks for it.
  static let code = 3

  /// The program itself, by what its file looks like: what one build composed is not taken for another's.
  static let program: String = {
    let path = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
    return "\(SiteBuild.version) \(FileTree.stamp(of: path) ?? "") \(text)"
  }()

  /// The code's revision with a checksum of the language data.
  static let text: String = {
    var contents: [String] = []
    for file in EmbeddedFile.files(below: "languages/") { contents += [file.path, file.text] }
    return "\(code)-\(Checksum.hex(of: contents).prefix(16))"
  }()
}
