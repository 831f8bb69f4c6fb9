/// All that one article says, found without knowledge of any other article.
package struct Digest: Sendable, Equatable {
  package var article: Article
  /// Sentences that matter, best first.
  package var keyPoints: [KeyPoint] = []
  /// In the order of the text.
  package var quotes: [Quote] = []
  /// Who and what is named, in the order of first mention.
  package var actors: [Actor] = []
  /// In the order of the text.
  package var dates: [DateMention] = []
  /// In the order of the text.
  package var figures: [Figure] = []
  /// Who the article says it has this from.
  package var relays: [Relay] = []
  package var diagnostics: [Diagnostic] = []

  /// A digest with nothing found yet.
  package init(article: Article) { self.article = article }

  /// The actor of an identifier of this digest.
  package func actor(_ id: String) -> Actor? { actors.first { $0.id == id } }
}

/// A sentence that says what the article is about.
package struct KeyPoint: Sendable, Equatable {
  package var span: Span
  /// Greater matters more; comparable within one article only.
  package var score: Double

  /// A key point at a place.
  package init(span: Span, score: Double) {
    self.span = span
    self.score = score
  }
}

/// Words that somebody said.
package struct Quote: Sendable, Equatable {
  /// How the words stand in the text.
  package enum Form: String, Sendable {
    /// Between marks, a clause or more.
    case direct
    /// Between marks, a few words inside the writer's own sentence.
    case partial
    /// Reported without marks; never shown between any.
    case indirect
  }
  /// The words, without the marks around them.
  package var span: Span
  package var form: Form
  /// The words that say that somebody speaks ("a déclaré"), if any.
  package var cue: Span?
  /// Runs of one quote that an incise interrupts share a number, unique within the article.
  package var utterance: Int
  package var speaker: Speaker?
  /// The closing mark is missing in the source.
  package var leftOpen: Bool
  /// Which rule found it, for `inspect`.
  package var rule: String

  /// A quote at a place.
  package init(
    span: Span, form: Form, cue: Span? = nil, utterance: Int, speaker: Speaker? = nil, leftOpen: Bool = false,
    rule: String
  ) {
    self.span = span
    self.form = form
    self.cue = cue
    self.utterance = utterance
    self.speaker = speaker
    self.leftOpen = leftOpen
    self.rule = rule
  }
}

/// Who said it.
package struct Speaker: Sendable, Equatable {
  /// How the speaker is known.
  package enum Basis: String, Sendable {
    /// Name or title stands by the quote.
    case stated
    /// Worked out: a pronoun, the paragraph before.
    case inferred
  }
  /// The actor of this digest, where it is known who that is.
  package var actor: String?
  /// The words beside the quote ("il", "le général Milley").
  package var span: Span
  package var basis: Basis

  /// A speaker at a place.
  package init(actor: String?, span: Span, basis: Basis) {
    self.actor = actor
    self.span = span
    self.basis = basis
  }
}

/// A person, organization or place, as one article names it.
package struct Actor: Sendable, Equatable {
  /// What an actor is.
  package enum Kind: String, Sendable, CaseIterable { case person, organization, place }
  /// Unique within the digest, made from the name.
  package var id: String
  /// The fullest form of the name in this article.
  package var name: String
  package var kind: Kind
  /// Role and title words ("porte-parole de l’armée américaine"), in the order of the text.
  package var roles: [Span]
  /// Each place where it is named, without civility, in the order of the text.
  package var mentions: [Span]
  /// What spoke for its kind, for people who look into the program; not part of the data.
  package var evidence: Evidence?

  /// Points that the rules for each kind gave a name; the kind with most won.
  package struct Evidence: Sendable, Equatable {
    package var person: Int
    package var organization: Int
    package var place: Int
    /// Against its being an actor.
    package var nothing: Int

    /// Points for each kind.
    package init(person: Int, organization: Int, place: Int, nothing: Int) {
      (self.person, self.organization, self.place, self.nothing) = (person, organization, place, nothing)
    }
  }

  /// An actor with its mentions.
  package init(
    id: String, name: String, kind: Kind, roles: [Span] = [], mentions: [Span], evidence: Evidence? = nil
  ) {
    self.evidence = evidence
    self.id = id
    self.name = name
    self.kind = kind
    self.roles = roles
    self.mentions = mentions
  }
}

/// An expression of time and what it resolves to.
package struct DateMention: Sendable, Equatable {
  /// How the value was found.
  package enum Basis: String, Sendable {
    /// Written in the text.
    case stated
    /// Counted from an anchor.
    case relative
  }
  /// What a relative date is counted from.
  package enum Anchor: Sendable, Equatable {
    case published(CivilDay)
    case mention(CalendarValue)
  }
  package var span: Span
  /// Nil where nothing trustworthy is there to count from.
  package var value: CalendarValue?
  package var basis: Basis
  package var anchor: Anchor?
  /// Which rule read it ("weekday"), for people who look into the program; not part of the data.
  package var rule: String

  /// An expression of time at a place.
  package init(span: Span, value: CalendarValue?, basis: Basis, anchor: Anchor? = nil, rule: String = "") {
    self.rule = rule
    self.span = span
    self.value = value
    self.basis = basis
    self.anchor = anchor
  }
}

/// A number with what it measures or counts.
package struct Figure: Sendable, Equatable {
  /// How exact the writer says it is.
  package enum Approximation: String, Sendable { case exact, about, atLeast, atMost, between }
  /// Number and unit, as written.
  package var span: Span
  /// Nil where the words give no number ("quelques heures") or two ("entre 10 et 15 %").
  package var value: Double?
  /// The two ends of a figure that lies between them, the lower one first; nil for others.
  package var bounds: Bounds?
  /// "USD", "%", "hour", "kg" … for measures; "share" for parts of one ("un tiers des voix" is 0.333…); the folded words
  /// counted ("pays") otherwise; nil where they are left out ("12,5 milliards").
  package var unit: String?
  package var approximation: Approximation
  /// Which rule read it ("share"), for people who look into the program; not part of the data.
  package var rule: String

  /// Two numbers that a figure lies between.
  package struct Bounds: Sendable, Equatable {
    package var low: Double
    package var high: Double

    /// From the lower one to the higher one.
    package init(low: Double, high: Double) { (self.low, self.high) = (low, high) }
  }

  /// A figure at a place.
  package init(
    span: Span, value: Double?, unit: String?, approximation: Approximation = .exact, bounds: Bounds? = nil,
    rule: String = ""
  ) {
    self.rule = rule
    self.span = span
    self.value = value
    self.unit = unit
    self.approximation = approximation
    self.bounds = bounds
  }
}

/// A credit: who the article says it has this from.
package struct Relay: Sendable, Equatable {
  package var span: Span
  /// The outlet or author credited.
  package var name: String?
  package var url: String?

  /// A credit at a place.
  package init(span: Span, name: String? = nil, url: String? = nil) {
    self.span = span
    self.name = name
    self.url = url
  }
}
