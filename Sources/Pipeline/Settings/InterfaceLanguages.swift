internal import Languages

/// The languages that a site's own words may be in: those that have a file in `templates/words`.
package enum InterfaceLanguages {
  /// Their BCP 47 codes, in alphabetical order: "en", "fr".
  package static let codes: [String] = EmbeddedFile.files(below: InterfaceLanguages.folder).compactMap { file in
    guard file.path.hasSuffix(".txt") else { return nil }
    return String(file.path.dropFirst(InterfaceLanguages.folder.count).dropLast(4))
  }.sorted()

  /// The codes as a message names them: "en, es or fr".
  package static var listed: String {
    guard let last = codes.last, codes.count > 1 else { return codes.first ?? "" }
    return codes.dropLast().joined(separator: ", ") + " or " + last
  }

  private static let folder = "templates/words/"
}
