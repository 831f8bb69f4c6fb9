internal import Foundation
internal import Measurement

/// What was measured, as people read it.
struct Document {
  var rows: [Row]
  /// Work that could not be measured.
  var failed: [String]
  /// Work that is still to be measured.
  var pending: [String]
  var machine: Machine
  var size: Bench.Size
  var seconds: Double
  /// What someone wrote about profiles, put in whole.
  var profiles: String

  /// The table of all work; without the aims where sizes are not those that they are for.
  var table: String {
    func shown(_ cells: [String]) -> [String] {
      zip(Row.header, cells).filter { size == .full || $0.0 != Row.reach }.map(\.1)
    }
    var table = Table(shown(Row.header))
    table.rows = rows.map { shown($0.cells) }
    return table.markdown
  }

  private var duration: String {
    seconds < 90 ? Numbers.seconds(seconds) : "\(Int((seconds / 60).rounded())) minutes"
  }

  /// `BENCHMARKS.md`.
  var markdown: String {
    var runs = Table(Side.header)
    runs.rows = rows.flatMap { row in row.more + [row.ours] + (row.peer.map { [$0] } ?? []) }.map(\.cells)
    var facts = Table(["", ""])
    facts.rows = machine.facts.map { [$0.name, $0.value] }
    let notes =
      rows.flatMap(\.notes) + failed.map { "\($0) failed in this run, and is missing." }
      + pending.map { "\($0) was not measured yet when this was written." }
    return """
      # Benchmarks

      Written by `make bench SIZE=\(size.rawValue)`\(size == .quick ? ", which measures small sizes, to try it: `make bench SIZE=full` measures those that the aims are for, and tells how far they are reached" : ""). It took \(duration). Rates are articles (of rendering: HTML pages) for each processor second on one core, start-up apart; times are wall time on all cores. Ours and the peer's run in turn, and a ratio of one run says more than a time: medians, with the least and the most in parentheses.

      \(table)
      The aims and the peers are those of the issue: 12 articles a second for extraction with spaCy, sumy and dateparser, 1,180 pages for trafilatura, 2,100 and 290 articles for scikit-learn, 2,800 pages for Hugo.

      ## Machine and versions

      \(facts.markdown)
      ## Runs

      Each process is measured whole, by `wait4`: processor time is user and system, with all threads. Start-up is the processor time of the same on one article. On one core means `taskset -c` and one thread for the peers' libraries. Peaks are of resident memory, and cannot be told below \(Numbers.megabytes(Machine.ownPeak)), the peak of the program that starts them. Folders are fresh, nothing is removed before the end.

      \(runs.markdown)
      \(notes.map { "- \($0)" }.joined(separator: "\n"))

      \(profiles)
      """
  }
}
