/// A file of the site.
package struct Page: Sendable, Equatable {
  /// Below the site's root, with "/" between components and no leading one: "stories/x/index.html".
  package var path: String
  package var bytes: [UInt8]

  /// A file with its bytes.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file of text.
  package init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
