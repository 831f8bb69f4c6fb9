internal import NewsModel

/// A page before it is printed: its values and its place.
struct Draft {
  /// What it is about: "story", "actor", "timeline" …; the template is `pages/<template>.md`.
  var kind: String
  var template: String
  /// The folder of the page, "stories/x/"; "" for the front page.
  var path: String
  var id: String
  var title: String
  var date: CivilDay?
  /// The entry of the navigation that it belongs to.
  var section: String
  /// The folder whose feeds are about this page; nil where only the site's are.
  var feedFolder: String?
  /// One sentence for whoever shows a link to the page.
  var description: String
  /// BCP 47 of the title where it is not the interface's.
  var titleLanguage: String?
  var values: Record
  /// What the page is about, for machines; nil where there is nothing to say.
  var linked: Record?
  /// Where a reader is taken at once; nil keeps them here.
  var refresh: String?
  /// Whether search engines are asked to leave the page out.
  var isUnindexed = false

  /// A page of a kind, with the template of the same name.
  init(
    _ kind: String, path: String, id: String? = nil, title: String, date: CivilDay? = nil, section: String,
    description: String = "", values: Record
  ) {
    self.kind = kind
    template = kind
    self.path = path
    self.id = id ?? kind
    self.title = title
    self.date = date
    self.section = section
    self.description = description
    self.values = values
  }

  /// What its HTML is printed from besides its Markdown, as bytes.
  var head: [UInt8] {
    var out: [UInt8] = []
    let texts = [
      kind, template, path, id, title, date?.description, section, feedFolder, description, titleLanguage, refresh,
    ]
    for text in texts { Field(text).fold(into: &out) }
    Field.flag(isUnindexed).fold(into: &out)
    if let linked { linked.fold(into: &out) }
    return out
  }
}
