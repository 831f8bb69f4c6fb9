/// Something that happened or will, or the publication of an article, with how its date is known.
///
/// An object, since lists of events are sorted, cut and handed on for every page that shows some.
package final class TimelineEvent: Sendable {
  /// Event time and publication time are never confused.
  package enum Kind: String, Sendable { case event, publication }
  package let kind: Kind
  /// Nil where the expression could not be resolved.
  package let value: CalendarValue?
  /// The first and the last day of the value; nil where there is none, or where it is malformed.
  package let days: ClosedRange<CivilDay>?
  /// The dated clause; for a publication an empty span at the start.
  package let passage: Passage
  /// The expression of time in it; nil for a publication.
  package let mention: DateMention?
  /// How a publication's date is known.
  package let publishedBasis: PublishedBasis?
  /// The value is that of another version of the story, which has a date to count from.
  package let borrowedFrom: String?
  package let alsoIn: [Passage]
  /// The story's id.
  package let story: String

  /// An event.
  package init(
    kind: Kind, value: CalendarValue?, passage: Passage, mention: DateMention? = nil,
    publishedBasis: PublishedBasis? = nil, borrowedFrom: String? = nil, alsoIn: [Passage] = [], story: String
  ) {
    self.kind = kind
    self.value = value
    days = value?.days
    self.passage = passage
    self.mention = mention
    self.publishedBasis = publishedBasis
    self.borrowedFrom = borrowedFrom
    self.alsoIn = alsoIn
    self.story = story
  }

  /// The same event as other words tell it.
  ///
  /// - Parameters:
  ///   - passage: the words; nil leaves them.
  ///   - mention: the expression of time in them; nil leaves it.
  ///   - borrowedFrom: the article that has the value; nil leaves it.
  ///   - alsoIn: all other words that tell it.
  package func told(
    by passage: Passage? = nil, mention: DateMention? = nil, borrowedFrom: String? = nil, alsoIn: [Passage]
  ) -> TimelineEvent {
    TimelineEvent(
      kind: kind, value: value, passage: passage ?? self.passage, mention: mention ?? self.mention,
      publishedBasis: publishedBasis, borrowedFrom: borrowedFrom ?? self.borrowedFrom, alsoIn: alsoIn, story: story)
  }
}

extension TimelineEvent: Equatable {
  /// Whether both say the same in the same words.
  package static func == (a: TimelineEvent, b: TimelineEvent) -> Bool {
    a === b
      || a.kind == b.kind && a.value == b.value && a.passage == b.passage && a.mention == b.mention
        && a.publishedBasis == b.publishedBasis && a.borrowedFrom == b.borrowedFrom && a.alsoIn == b.alsoIn
        && a.story == b.story
  }
}
