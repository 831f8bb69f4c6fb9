internal import Languages
internal import NewsModel

/// The pages that list everything, search and the undated shelf, and the two that explain.
struct IndexPages {
  let desk: Desk
  private var site: SiteIndex { desk.site }
  private var words: InterfaceWords { desk.words }

  /// "search/": all stories, and all actors by letter; where there are many, the letters lead to their sheets.
  var search: Draft {
    let letters = site.letters
    let pages = ActorPages(desk: desk)
    let stories =
      letters.areStoriesLong ? [] : site.composition.stories.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
    let rows = stories.map { desk.story($0) }
    let kinds = letters.areActorsLong ? letters.actors : []
    return Draft(
      "search", path: desk.path, title: words.text("search-title"), section: "search",
      values: Record(
        ["stories": rows.field],
        view: [
          "stories": rows.field, "letters": pages.rows(letters.allActors).field,
          "links": letters.areStoriesLong ? pages.links(letters.stories) { $0.stories } : [],
          "kinds": kinds.map { kind, letters in
            Record(view: [
              "label": .text(words.text("kind-plural.\(kind.rawValue)")),
              "links": pages.links(letters) { $0.actors(kind) },
            ])
          }.field,
        ]))
  }

  /// "undated/": stories of which no article has a date to trust.
  var undated: Draft {
    let all = site.undatedStories
    let shown = site.composition.undated.prefix(all.isLong ? Listing.shown : .max)
    let stories = shown.compactMap { site.stories[$0] }.map { story in
      desk.story(story).viewing(desk.counts(story)).viewing(["points": desk.keyPoints(story, limit: 2).field])
    }
    return Draft(
      "undated", path: desk.path, title: words.text("undated-shelf"), section: "brief",
      values: Record(
        ["stories": stories.field],
        view: ["rows": stories.field, "hasRows": .flag(!stories.isEmpty), "sheets": desk.sheets(of: all)]))
  }

  /// "about/": how the brief is made and what it covers.
  var about: Draft {
    let settings = site.composition.settings
    let contact = settings.contact
    let address =
      contact.map { $0.contains("@") && !$0.contains("/") ? "mailto:\($0)" : LinkAddress.outside($0) ?? "#" } ?? "#"
    return Draft(
      "about", path: desk.path, title: words.text("about-title"), section: "about",
      values: Record(
        [
          "coverage": .record(CoverageWords(desk: desk).data), "publisher": Field(settings.publisher),
          "contact": Field(contact),
        ],
        view: [
          "coverage": CoverageWords(desk: desk).lines.field, "publisher": Field(settings.publisher),
          "contact": Field(contact), "contactHref": .text(address), "timeZone": .text(settings.timeZone),
          "legend": ribbonLegend.field,
        ]))
  }

  private var ribbonLegend: [Record] {
    [("day", "2001-05-17"), ("month", "2001-05"), ("year", "2001"), ("unknown", "?")].map { key, value in
      Record(view: ["edtf": .text(value), "label": .text(words.text("ribbon.\(key)"))])
    }
  }

  /// "404.html".
  var notFound: Draft {
    Draft(
      "not-found", path: desk.path, title: words.text("not-found-title"), section: "",
      values: Record([:], view: ["home": .text(desk.href("")), "search": .text(desk.href("search/"))]))
  }
}
