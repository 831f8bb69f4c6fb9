internal import NewsModel

/// What the editor's watchlist matches in an edition: each entry with its stories, in the order of the list.
struct WatchSection {
  let desk: Desk
  /// The stories of the edition, in order.
  let stories: [StoryReport]

  private struct Entry {
    var text: String
    var stories: [StoryReport]
  }

  private var entries: [Entry] {
    var seen: Set<String> = []
    return desk.site.composition.settings.watch.filter { seen.insert($0).inserted }.map { entry in
      Entry(text: entry, stories: stories.filter { $0.watched.contains(entry) })
    }
  }

  /// For the data of the page: ids of stories by entry; entries without one too; absent where nothing is watched.
  var data: Field {
    let rows = entries.map { Record(["entry": .text($0.text), "stories": $0.stories.map(\.id).field]) }
    return rows.isEmpty ? .none : rows.field
  }

  /// For the template: nothing where nothing is watched.
  var view: Fields {
    let rows = entries.map { entry in
      Record(view: [
        "entry": .text(entry.text), "stories": Desk.separated(entry.stories.map(desk.story)).field,
        "tail": entry.stories.isEmpty ? .text(desk.words.text("new-none")) : .none,
      ])
    }
    return ["watched": rows.field, "hasWatched": .flag(!rows.isEmpty)]
  }
}
