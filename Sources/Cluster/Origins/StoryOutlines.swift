/// The outlines of one story's articles with stems and runs of stems as small numbers, so that two of them are compared
/// by looking into flat arrays.
///
/// Not for use by several threads at once.
final class StoryOutlines {
  /// Stems in a row that two reporters seldom share by chance, quotes left out (n-grams of METER, Clough et al. 2002).
  static let shingle = 4

  let outlines: [ReportOutline]
  /// Stems of all outlines, one after the other, by number; where each outline's begin.
  let stems: [Int32]
  let stemStarts: [Int32]
  /// How many stems there are.
  let stemCount: Int
  /// Runs of stems within a sentence, each once an outline, by number; where each outline's begin.
  private let runs: [Int32]
  private let runStarts: [Int32]
  private let runCount: Int
  /// For each run, the outline that it was last marked for.
  private var marks: [Int32]
  private var marked: Int32 = -1
  /// Tables that comparisons of sentences share.
  let room: ParallelSentences.Room

  /// Numbers what some outlines have.
  init(_ outlines: [ReportOutline]) {
    self.outlines = outlines
    let numbers = HashNumbers(room: 1024)
    let runNumbers = HashNumbers(room: 1024)
    var (stems, runs): ([Int32], [Int32]) = ([], [])
    var (stemStarts, runStarts): ([Int32], [Int32]) = ([0], [0])
    // For each run, the outline that had it last.
    var owners: [Int32] = []
    for (index, outline) in outlines.enumerated() {
      for stem in outline.stems { stems.append(numbers.number(UInt64(stem))) }
      for sentence in outline.starts.indices.dropLast() {
        let (start, end) = (Int(outline.starts[sentence]), Int(outline.starts[sentence + 1]))
        guard end - start >= StoryOutlines.shingle else { continue }
        for first in start...end - StoryOutlines.shingle {
          var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
          for at in first..<first + StoryOutlines.shingle {
            hash = (hash ^ UInt64(outline.stems[at])) &* 0x100_0000_01B3
          }
          let run = runNumbers.number(hash)
          if Int(run) == owners.count { owners.append(-1) }
          if owners[Int(run)] != Int32(index) {
            owners[Int(run)] = Int32(index)
            runs.append(run)
          }
        }
      }
      stemStarts.append(Int32(stems.count))
      runStarts.append(Int32(runs.count))
    }
    (self.stems, self.stemStarts, stemCount) = (stems, stemStarts, numbers.count)
    (self.runs, self.runStarts, runCount) = (runs, runStarts, runNumbers.count)
    marks = [Int32](repeating: -1, count: runNumbers.count)
    room = ParallelSentences.Room(stems: numbers.count)
  }

  /// The runs of stems that two outlines share.
  func overlap(_ a: Int, _ b: Int) -> Overlap {
    if marked != Int32(a) {
      for run in shingles(a) { marks[Int(run)] = Int32(a) }
      marked = Int32(a)
    }
    var shared = 0
    for run in shingles(b) where marks[Int(run)] == Int32(a) { shared += 1 }
    return Overlap(shared: shared, of: min(shingles(a).count, shingles(b).count))
  }

  /// The runs of stems of an outline, by number, each once.
  func shingles(_ outline: Int) -> ArraySlice<Int32> { runs[Int(runStarts[outline])..<Int(runStarts[outline + 1])] }

  /// How many runs of stems there are.
  var shingleCount: Int { runCount }

  /// The sentences of an outline that are long enough to prove something, as ranges of `stems`.
  func sentences(_ outline: Int) -> [Range<Int>] {
    let first = Int(stemStarts[outline])
    let starts = outlines[outline].starts
    return starts.indices.dropLast().compactMap { sentence in
      let range = first + Int(starts[sentence])..<first + Int(starts[sentence + 1])
      return range.count >= ParallelSentences.shortest ? range : nil
    }
  }
}
