internal import Cluster
internal import Exchange
internal import NewsModel

/// Says in lines of plain text why two articles are of one story or not.
enum ExplanationText {
  /// The lines, without line ends.
  static func lines(_ pair: PairExplanation) -> [String] {
    let isOne = pair.stories[0] == pair.stories[1]
    var lines = [
      isOne
        ? "together: \(pair.articles[0]) and \(pair.articles[1]) are of one story, \(pair.stories[0])"
        : "apart: \(pair.articles[0]) is of story \(pair.stories[0]), \(pair.articles[1]) of \(pair.stories[1])",
      "likeness: \(number(pair.likeness)); the threshold for the mean of a story is \(number(pair.threshold)), and "
        + "the mean \(isOne ? "within their story" : "between their stories") is \(number(pair.meanLikeness))",
      "their own likeness: \(number(pair.ownLikeness))"
        + (number(pair.ownLikeness) == number(pair.likeness) || pair.veto != nil
          ? "" : "; short articles count with what those nearest to them say"),
      "words: \(number(pair.words))"
        + (pair.isAcrossLanguages ? ", by what survives translation, as the languages differ" : ""),
      "actors, figures and dates: \(number(pair.facts)), counted for \(number(pair.factShare)) of the whole",
    ]
    if let days = pair.days {
      lines.append(
        "time: \(Count(days, "day")) between trusted dates, counted \(number(pair.nearness))")
    } else {
      lines.append(
        "time: one article or both have no trusted date"
          + (pair.nearness < 1 ? ", counted \(number(pair.nearness)) in a batch of so few" : ", not counted"))
    }
    switch pair.veto {
    case .when: lines.append("veto: too many days lie between")
    case .whoAndWhere: lines.append("veto: both say who and where, and share neither a name nor a place")
    case nil: lines.append("veto: none")
    }
    if pair.isLetGo { lines.append("let go: too unlike most of the articles that it had come together with") }
    if pair.shared.isEmpty { lines.append("shared: nothing that tells") }
    for tie in pair.shared {
      switch tie {
      case .actors(let names): lines.append("shared actors: \(names.joined(separator: ", "))")
      case .words(let words): lines.append("shared terms: \(words.joined(separator: ", "))")
      case .figures(let figures): lines.append("shared figures: \(figures.joined(separator: ", "))")
      case .dates(let dates): lines.append("shared dates: \(dates.joined(separator: ", "))")
      }
    }
    if let subjects = pair.subjects { lines += ExplanationText.lines(subjects) }
    return lines
  }

  private static func lines(_ subjects: PairExplanation.Subjects) -> [String] {
    let isOne = subjects.threads[0] == subjects.threads[1]
    func named(_ place: Int) -> String {
      "\(subjects.threads[place]) (\(Count(subjects.sizes[place], "story", "stories")))"
    }
    return [
      "thread: " + (isOne ? "both stories are of \(named(0))" : "\(named(0)) and \(named(1))"),
      "likeness of the two stories as subjects: \(number(subjects.likeness)); two single stories need "
        + "\(number(subjects.threshold)), and the mean \(isOne ? "within the thread" : "between the threads") is "
        + number(subjects.meanLikeness) + ", which counts up to twice over many pairs of articles",
    ]
  }

  /// Two decimals.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths % 100)
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
