internal import NewsModel

/// A value that an article gives, with what is known of the thing that it is a value of.
struct MeasuredSlot {
  /// What two values have to agree in before anything else is asked.
  enum Kind: Hashable {
    /// People whom an event befell, or who took part in it.
    case people(Measure)
    /// Things counted, by the stem of their noun.
    case things(UInt64)
    /// Things counted, by a name of them that is the same in all languages.
    case named(String)
    /// How many voted for or against.
    case tally(String)
    /// A measure of money, length, weight, share …, by its unit.
    case amount(String)
    /// A measure of what its clause is about, by the words of the subject.
    case level(UInt64)
    /// A share, by the stem of the noun that it is of.
    case share(UInt64)
    /// A length of time.
    case lasting(Measure)
    /// The age of somebody, by the index of the identity.
    case age(Int)
    /// A value on a scale ("magnitude 6.2").
    case degree(Measure)
    /// A day.
    case day(Measure)

    /// Whether it is of what its whole clause is about.
    var isLevel: Bool { if case .level = self { true } else { false } }
    /// Whether it is one of the two numbers of a vote, where "against" tells which.
    var isTally: Bool { if case .tally = self { true } else { false } }
    /// Whether it is a length, an area, a weight: a thing has one of it.
    var isExtent: Bool { if case .amount(let unit) = self { MeasuredSlot.extents.contains(unit) } else { false } }
  }
  var kind: Kind
  var quantity: FigureDifferences.Quantity
  var date: CalendarValue?
  /// A day that is counted from another one ("Tuesday").
  var isCounted = false
  /// An index into the sentences of the text.
  var sentence: Int
  /// The event in whose clause it stands.
  var measure: Measure?
  /// What money or land around it is for.
  var payments: Set<Measure>
  /// "Per week": the stem of what it is told for each of; 0 where it is no rate.
  var rate: UInt64
  /// A part, an earlier value, or what comes on top of another value.
  var isPartial: Bool
  /// "Another 30": on top of whatever was counted before it.
  var isFurther: Bool
  /// Identities named around it, those who only say so left out.
  var names: Set<Int>
  /// Those of them that are places.
  var places: Set<Int>
  /// Days named around it, the value itself left out.
  var days: [ClosedRange<CivilDay>]
  /// Stems of the words of matter around it, names and measures left out.
  var keys: Set<UInt64>
  /// Those that a length or a weight may be of; none for other values.
  var heads: Set<UInt64>
  /// The stem of the word that the value is right behind: "wins", "employs"; 0 where a name or another number stands there.
  var governor: UInt64

  /// The value in the base of its unit, so that 120 minutes are two hours.
  var base: Double? {
    guard let value = quantity.value else { return nil }
    return value * (MeasuredSlot.minutes[quantity.unit ?? ""] ?? 1)
  }

  /// Units of what a thing has one of: lengths, areas, weights, contents.
  static let extents: Set<String> = [
    "m", "cm", "mm", "km", "mile", "nautical mile", "ft", "in", "yd", "m2", "km2", "sq mile", "ha", "acre", "t", "ton",
    "kg", "g", "lb", "livre", "oz", "l", "gal", "barrel", "m3",
  ]

  /// Units of the two numbers that a vote ends with.
  static let tallies: Set<String> = ["vote for", "vote against"]

  /// Units of time in minutes; months and years are no fixed number of them.
  static let minutes: [String: Double] = [
    "second": 1.0 / 60, "minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60,
  ]
}
