internal import Foundation
internal import NewsModel
internal import Outside
internal import Pipeline
internal import Synchronization

/// Tells on standard error how a run goes: a bar on a terminal, plain lines otherwise.
final class ConsoleProgress: RunObserver {
  /// How much is told.
  enum Level: Sendable { case quiet, normal, verbose }

  private struct State {
    var started: [String: ContinuousClock.Instant] = [:]
    var step = ""
    var shownPercent = -1
    var lineIsOpen = false
  }
  private let level: Level
  private let isTerminal: Bool
  private let state = Mutex(State())
  /// Letters of a bar.
  private static let barWidth = 30

  init(level: Level, isTerminal: Bool = Terminal.errorIsTerminal) {
    self.level = level
    self.isTerminal = isTerminal
  }

  func begin(_ step: String) {
    state.withLock {
      $0.started[step] = ContinuousClock.now
      $0.step = step
      $0.shownPercent = -1
    }
  }

  func advance(_ done: Int, of total: Int) {
    guard level != .quiet, isTerminal, total > 0 else { return }
    let percent = done * 100 / total
    state.withLock { state in
      guard percent > state.shownPercent else { return }
      state.shownPercent = percent
      state.lineIsOpen = true
      let full = ConsoleProgress.barWidth * done / total
      let bar = String(repeating: "█", count: full) + String(repeating: "░", count: ConsoleProgress.barWidth - full)
      write("\r\(state.step) \(bar) \(done)/\(total)")
    }
  }

  func end(_ step: String, _ summary: String) {
    guard level != .quiet else { return }
    state.withLock { state in
      close(&state)
      var line = "\(step): \(summary)"
      if level == .verbose, let started = state.started[step] {
        let elapsed = started.duration(to: ContinuousClock.now)
        let milliseconds = elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000
        line += " (\(milliseconds) ms)"
      }
      write(line + "\n")
    }
  }

  func tell(_ diagnostic: Diagnostic) {
    state.withLock { state in
      close(&state)
      write("daybrief: \(diagnostic.message)\n")
    }
  }

  private func close(_ state: inout State) {
    guard state.lineIsOpen else { return }
    state.lineIsOpen = false
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) { StandardStreams.report(text) }
}
