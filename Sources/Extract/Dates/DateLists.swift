/// Days that share a month ("les 6 et 13 avril", "April 24 and 25"): two dates, each with its own words.
enum DateLists {
  /// The two readings with their tokens: the month's words go with the day that stands beside them.
  static func parts(
    _ first: DateReading, _ second: DateReading, _ tokens: Range<Int>
  ) -> [(reading: DateReading, tokens: Range<Int>)] {
    let one = first.place(of: .day)
    let two = first.place(of: .day2)
    if first.place(of: .month).lowerBound < one.lowerBound {
      return [(first, tokens.lowerBound..<one.upperBound), (second, two.lowerBound..<tokens.upperBound)]
    }
    return [(first, one), (second, two.lowerBound..<tokens.upperBound)]
  }
}
