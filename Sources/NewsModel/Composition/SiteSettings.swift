/// What the editor decided about the site.
package struct SiteSettings: Sendable, Equatable {
  package var title: String
  /// BCP 47 of the interface.
  package var language: String
  /// Absolute, ending with "/"; nil keeps feeds and sitemap relative where the standard allows it.
  package var baseURL: String?
  /// IANA name.
  package var timeZone: String
  package var publisher: String?
  package var contact: String?
  /// Rights by outlet, in lower case; an outlet that is not here has `defaultRights`.
  package var rights: [String: Rights] = [:]
  package var defaultRights = Rights.excerpt
  /// Actors and words that the editor watches: stories that match rise and are marked. The word order of a name or
  /// phrase counts, capitals and diacritics do not.
  package var watch: [String] = []
  /// Whether search engines are asked to leave the whole site out.
  package var isUnindexed = false
  /// Whether the site has a guide for language models.
  package var guidesModels = false

  /// What may be printed of an outlet's articles.
  package func rights(of outlet: String?) -> Rights {
    outlet.flatMap { rights[$0.lowercased()] } ?? defaultRights
  }

  /// Whether of some outlets nothing but links may be printed.
  package var hasLinksOnly: Bool { defaultRights == .linkOnly || rights.values.contains(.linkOnly) }

  /// Settings of a site.
  package init(
    title: String = "Daybrief", language: String = "fr", baseURL: String? = nil, timeZone: String = "UTC",
    publisher: String? = nil, contact: String? = nil
  ) {
    self.title = title
    self.language = language
    self.baseURL = baseURL
    self.timeZone = timeZone
    self.publisher = publisher
    self.contact = contact
  }
}
