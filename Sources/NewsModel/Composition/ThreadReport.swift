/// A thread as its page tells it.
package final class ThreadReport: Sendable {
  package let id: String
  package let slug: String
  /// What its stories share: names and words of the sources, most telling first.
  package let title: String
  /// Story ids, oldest first, undated last.
  package let stories: [String]
  package let timeline: [TimelineEvent]
  /// Actor ids, those of most stories first.
  package let actors: [String]
  package let why: [Tie]

  /// A thread's report.
  package init(
    id: String, slug: String, title: String, stories: [String], timeline: [TimelineEvent], actors: [String],
    why: [Tie]
  ) {
    self.id = id
    self.slug = slug
    self.title = title
    self.stories = stories
    self.timeline = timeline
    self.actors = actors
    self.why = why
  }
}
