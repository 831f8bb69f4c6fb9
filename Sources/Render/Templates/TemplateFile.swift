/// A file of `templates/`, or one of a user's that takes its place.
package struct TemplateFile: Sendable, Equatable {
  /// Below the folder of templates: "pages/story.md", "words/fr.txt", "style.css", "layout.html".
  package var path: String
  package var text: String

  /// A file with its text.
  package init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
