internal import NewsModel
internal import Prose

/// Finds at what time of day something began or happened, where two reports tell it otherwise in words of their own.
///
/// Most times of two reports are of different things, so only one whose clause says that something happened counts
/// ("the crash happened at 7.30am", "it was 7.50am when"), and only where its report gives no other such time.
struct EventTimeDifferences {
  /// Minutes from which on two times are of different things.
  static let mostApart = 180
  /// Minutes by which a rough time has to differ.
  static let leastApartRough = 15
  /// Tokens before and behind a time that say what happened then.
  static let (before, behind) = (6, 8)

  let scope: StoryScope
  /// Indices into the witnesses of the scope.
  let compared: [Int]

  /// A time at which something happened.
  private struct EventTime {
    var time: ClockTime
    var sentence: Int
    /// The beginnings of the words that say what happened; nil where "it" or "all" did.
    var subject: Set<UInt64>?
    var days: [ClosedRange<CivilDay>]
  }

  /// The differences between the witnesses of which no finder before has found one of times.
  func differences(besides found: [Difference]) -> [Difference] {
    let times = compared.map(eventTime)
    var differences: [Difference] = []
    for (i, a) in compared.enumerated() {
      guard let x = times[i] else { continue }
      for (j, b) in compared.enumerated().dropFirst(i + 1) where scope.areToldApart(a, b) {
        guard let y = times[j], differ(x, y), !isTold(x.time, by: b), !isTold(y.time, by: a), !isFound(a, b, found)
        else { continue }
        let isConflict = !scope.shareOrigin(a, b)
        differences.append(
          Difference(
            slot: .time, kind: isConflict ? .conflict : .discrepancy,
            versions: [
              scope.version(a, x.sentence, words: x.time.span), scope.version(b, y.sentence, words: y.time.span),
            ], note: isConflict ? .independentOrigins : .changedInCopy))
      }
    }
    return differences
  }

  /// The one time at which an article says that something happened.
  private func eventTime(_ witness: Int) -> EventTime? {
    let reader = scope.witnesses[witness]
    var found: [EventTime] = []
    for sentence in reader.text.sentences.indices {
      for time in reader.clockTimes(in: sentence) {
        guard let event = event(at: time, sentence, witness) else { continue }
        found.append(event)
      }
    }
    return Set(found.map(\.time.minutes)).count == 1 ? found.first : nil
  }

  private func event(at time: ClockTime, _ sentence: Int, _ witness: Int) -> EventTime? {
    let reader = scope.witnesses[witness]
    let limits = reader.text.sentences[sentence].tokens
    let range = reader.tokens(touching: time.span)
    guard !range.isEmpty else { return nil }
    let around =
      max(
        limits.lowerBound, range.lowerBound - EventTimeDifferences.before)..<min(
        limits.upperBound, range.upperBound + EventTimeDifferences.behind)
    func says(_ words: PhraseTable<Bool>, in range: Range<Int>) -> Bool {
      range.contains { words.match(reader.text.tokens, at: $0, limit: range.upperBound) != nil }
    }
    let words = reader.language.clock
    let isOpen = says(words.opens, in: around.lowerBound..<range.lowerBound)
    let isTied = words.beginsBehind.match(reader.text.tokens, at: range.upperBound, limit: limits.upperBound) != nil
    guard isOpen || isTied || says(words.begins, in: around) else { return nil }
    let subject = around.compactMap { token in
      reader.keys[token] == 0 ? nil : ValueReader.beginning(of: reader.text.tokens[token], in: reader.text.bytes)
    }
    let span = reader.text.span(limits)
    return EventTime(
      time: time, sentence: sentence, subject: isOpen ? nil : Set(subject),
      days: reader.digest.dates.filter { span.overlaps($0.span) }.compactMap { $0.value?.days })
  }

  /// Whether two times are of one event and differ.
  private func differ(_ x: EventTime, _ y: EventTime) -> Bool {
    let apart = abs(x.time.minutes - y.time.minutes)
    guard apart <= EventTimeDifferences.mostApart, x.time.hasZone == y.time.hasZone,
      apart >= (x.time.isRough || y.time.isRough ? EventTimeDifferences.leastApartRough : 1)
    else { return false }
    guard x.days.isEmpty || y.days.isEmpty || x.days.contains(where: { day in y.days.contains { $0.overlaps(day) } })
    else { return false }
    guard let p = x.subject, let q = y.subject else { return true }
    return !p.isDisjoint(with: q)
  }

  private func isTold(_ time: ClockTime, by other: Int) -> Bool {
    let reader = scope.witnesses[other]
    return reader.text.sentences.indices.contains { sentence in
      reader.clockTimes(in: sentence).contains { $0.minutes == time.minutes }
    }
  }

  private func isFound(_ a: Int, _ b: Int, _ found: [Difference]) -> Bool {
    let articles = [scope.witnesses[a].id, scope.witnesses[b].id]
    return found.contains { difference in
      difference.slot == .time && articles.allSatisfy { id in difference.versions.contains { $0.article == id } }
    }
  }
}
