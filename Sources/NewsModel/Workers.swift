internal import Dispatch

/// Work on several threads at once.
package enum Workers {
  /// The results for 0..<count, in order, made on so many threads that need nothing to work with.
  package static func map<Result>(_ count: Int, jobs: Int, _ make: (Int) -> Result) -> [Result] {
    map(count, on: [Void](repeating: (), count: max(1, jobs))) { index, _ in make(index) }
  }

  /// The results for 0..<count, in order, made on one thread for each bench.
  ///
  /// - Parameters:
  ///   - benches: what a thread works with (tables, caches); no two threads use one. At least one.
  ///   - make: the result of an index; called on all threads, and with one bench never twice at a time.
  package static func map<Bench, Result>(
    _ count: Int, on benches: [Bench], _ make: (Int, Bench) -> Result
  ) -> [Result] {
    var results = [Result?](repeating: nil, count: count)
    let threads = min(benches.count, count)
    withoutActuallyEscaping(make) { make in
      results.withUnsafeMutableBufferPointer { results in
        // Each thread writes places of its own, and works with a bench of its own.
        nonisolated(unsafe) let results = results
        nonisolated(unsafe) let make = make
        nonisolated(unsafe) let benches = benches
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
          for index in stride(from: thread, to: count, by: threads) { results[index] = make(index, benches[thread]) }
        }
      }
    }
    return results.compactMap(\.self)
  }

  /// The results of two pieces of work, done at once where there is a thread for each.
  package static func both<First, Second>(
    jobs: Int, _ first: () -> First, _ second: () -> Second
  ) -> (First, Second) {
    let parts = map(2, jobs: jobs) { index -> Half<First, Second> in
      index == 0 ? .first(first()) : .second(second())
    }
    guard case .first(let one) = parts[0], case .second(let other) = parts[1] else { return (first(), second()) }
    return (one, other)
  }
}

private enum Half<First, Second> {
  case first(First)
  case second(Second)
}
