internal import NewsModel
internal import Prose

/// A value that an article gives, with what stands around it: all that tells values of one thing from values of others.
struct ValueContext {
  /// What two values must agree in to be set side by side at all.
  enum Dimension: Hashable {
    /// A measure: money, shares, lengths, weights, by its unit; times by "minute" or "month".
    case measure(String)
    /// How old somebody is.
    case age
    /// People, whatever they are called.
    case people
    /// Things, by the name of them that is the same in all languages.
    case named(String)
    /// Things, by the stem of their noun.
    case things(UInt64)
  }
  var dimension: Dimension
  var quantity: FigureDifferences.Quantity
  /// An index into the sentences of the text.
  var sentence: Int
  /// What the people are called, by the name that is the same in all languages; nil where it says no more than people.
  var noun: String?
  /// What befell the people.
  var fate: Measure?
  /// The events named in its clause.
  var measures: Set<Measure>
  /// The words of matter around it, names among them.
  var words: Set<UInt64>
  /// The beginnings of those that are no names, so that a verb and its noun meet ("supprimer", "suppression").
  var beginnings: Set<UInt64>
  /// The words of matter and their beginnings right beside it.
  var near: Set<UInt64>
  /// Identities named around it, those who only say so left out.
  var names: Set<Int>
  /// Those of them that are places.
  var places: Set<Int>
  /// Days named around it, the value itself left out.
  var days: [ClosedRange<CivilDay>]
  /// What its clause is about, where a verb of reaching leads to it; see `SlotReader.level`.
  var subject: UInt64?
  /// Whether it is a share whose noun stands behind it: "26 % of the sensors".
  var isShareOfNoun: Bool
  /// A part, an earlier value, or what comes on top of another.
  var isPartial: Bool
  /// Where in the article its sentence stands, from 0 to 1.
  var position: Double

  /// The value in the base of its unit, the middle of a range; nil for a vague one.
  var base: Double? {
    let unit = quantity.unit ?? ""
    let factor = MeasuredSlot.minutes[unit] ?? ValueContext.months[unit] ?? 1
    if let value = quantity.value { return value * factor }
    return quantity.bounds.map { ($0.low + $0.high) / 2 * factor }
  }
  /// Whether it is a length of time.
  var isTime: Bool { dimension == .measure(ValueContext.short) || dimension == .measure(ValueContext.long) }

  /// Whether its subject says what it is of: shares and sums, of which some stories tell many. A river is told by its
  /// name or as one.
  var isOfSubject: Bool {
    guard case .measure(let unit) = dimension else { return false }
    return unit == "%" || !isTime && !MeasuredSlot.extents.contains(unit)
  }

  /// The units that times are told in: those of a fixed length, and those of months.
  static let short = "minute"
  static let long = "month"
  /// Longer units of time in months.
  static let months: [String: Double] = ["month": 1, "year": 12, "decade": 120, "century": 1200]
}
