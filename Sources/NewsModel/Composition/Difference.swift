/// Versions that differ, set side by side without a verdict.
package struct Difference: Sendable, Equatable {
  /// What differs.
  package enum Slot: String, Sendable, CaseIterable {
    case figure, date, time, duration, age, name, place, role, attribution, statement

    /// The slot in the site's data, whose list is fixed: a time of day is part of when, an age is a length of time.
    package var published: Slot {
      switch self {
      case .time: .date
      case .age: .duration
      default: self
      }
    }
  }
  /// How it differs, by weight: a contradiction first, the way a name is spelt last. `conflict` only between independent
  /// origins.
  package enum Class: String, Sendable, CaseIterable {
    case conflict
    /// Values that exclude each other and are no conflict of sources: versions of one report, counts of two days.
    case discrepancy
    /// One lies within the rounding, the bound or the range of the other.
    case precision
    case onlyIn = "only-in"
    case translation, spelling

    /// The class in the site's data, whose list is fixed.
    package var published: Class { self == .discrepancy ? .precision : self }

    /// Its place where differences are told by weight.
    package var rank: Int { Class.allCases.firstIndex(of: self) ?? 0 }
  }
  /// Why it is so classed; the interface has words for each.
  package enum Note: String, Sendable, CaseIterable {
    case sameRole, vagueBesideExact, knownFalseFriend, nameBesideNoun, sameSentence, independentOrigins, oneVersionOnly
    /// Two versions of one report give values that exclude each other: one of them changed it on the way.
    case changedInCopy
    /// Two numbers that are both said to be about so many, further apart than their last digits.
    case bothRounded
    /// Independent reports of different days: what they count may have changed meanwhile.
    case otherDay
  }
  /// One side.
  package struct Version: Sendable, Equatable {
    package var article: String
    /// The clause or sentence shown.
    package var context: Span
    /// The words in it that differ.
    package var variants: [Span]

    /// One side of a difference.
    package init(article: String, context: Span, variants: [Span]) {
      self.article = article
      self.context = context
      self.variants = variants
    }
  }
  package var slot: Slot
  package var kind: Class
  package var versions: [Version]
  package var note: Note?

  /// A difference between versions.
  package init(slot: Slot, kind: Class, versions: [Version], note: Note?) {
    self.slot = slot
    self.kind = kind
    self.versions = versions
    self.note = note
  }
}
