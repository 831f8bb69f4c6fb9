internal import Foundation
internal import Synchronization

/// What happens when the process is asked to end (SIGTERM, SIGINT, SIGHUP).
///
/// Outside a shield nothing of the site is being changed, and the process ends at once. Within one, the work itself
/// looks at `isRequested` and takes back or finishes what it began; the process waits for it, but not for long.
package enum Interruption {
  private struct State {
    var signal: Int32 = 0
    var shields = 0
    var consequence = ""
    var status: Int32 = 0
    var tell: (@Sendable (String) -> Void)?
  }
  private static let state = Mutex(State())
  /// So long after the request the process ends whatever it does: cron, systemd and containers wait five to ten
  /// seconds or more before they kill, and a journal lets the next run go on from anywhere.
  private static let patience: TimeInterval = 4.5
  /// Written to by the handler of signals, which may do nothing else.
  private nonisolated(unsafe) static var wakeUp: Int32 = -1

  private static let signals = [SIGTERM, SIGINT, SIGHUP]

  /// Whether the process was asked to end.
  package static var isRequested: Bool { state.withLock { $0.signal != 0 } }

  /// Begins to listen to signals.
  ///
  /// - Parameters:
  ///   - consequence: what ending at once leaves, in words, and the exit status that says so.
  ///   - tell: prints a line.
  package static func watch(
    consequence: String, status: Int32, tell: @escaping @Sendable (String) -> Void
  ) {
    state.withLock {
      $0.consequence = consequence
      $0.status = status
      $0.tell = tell
    }
    guard wakeUp < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    wakeUp = ends[1]
    let reading = ends[0]
    let listener = Thread {
      // Whoever started the process may have let it inherit these as blocked, and so do the threads of the runtime.
      var ours = sigset_t()
      sigemptyset(&ours)
      for number in Interruption.signals { sigaddset(&ours, number) }
      pthread_sigmask(SIG_UNBLOCK, &ours, nil)
      Interruption.listen(reading)
    }
    listener.start()
    for number in signals {
      var ignored = sigaction()
      // What was started with nohup stays deaf to SIGHUP.
      if sigaction(number, nil, &ignored) == 0, Interruption.isIgnored(ignored) { continue }
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Interruption.wakeUp, &byte, 1)
      }
    }
    // A file above the limit for sizes is an error of the write then, which is told, and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    // Whoever read the messages may have gone ("| head"): the site is finished all the same.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Says anew what ending at once would leave.
  package static func consequence(_ words: String, status: Int32) {
    state.withLock {
      $0.consequence = words
      $0.status = status
    }
  }

  /// Does work during which the process does not end at once when asked to.
  package static func shielded<T>(_ work: () throws -> T) rethrows -> T {
    state.withLock { $0.shields += 1 }
    defer { state.withLock { $0.shields -= 1 } }
    return try work()
  }

  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Glibc) || canImport(Musl)
      let handler = action.__sigaction_handler.sa_handler
    #else
      let handler = action.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func listen(_ reading: Int32) {
    var byte: UInt8 = 0
    while true {
      let count = read(reading, &byte, 1)
      if count < 0 && errno == EINTR { continue }
      guard count == 1 else { return }
      let number = Int32(byte)
      let mayEnd = state.withLock {
        // Who asks twice does not want to wait.
        let isSecond = $0.signal != 0
        $0.signal = number
        return $0.shields == 0 || isSecond
      }
      if mayEnd { end() }
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: patience)
        end()
      }
    }
  }

  private static func end() -> Never {
    let (tell, words, status) = state.withLock { state in
      let name = [SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP"][state.signal] ?? "a signal"
      let consequence = state.shields == 0 ? state.consequence : "the next run goes on from here"
      return (state.tell, "stopped by \(name); \(consequence)", state.status)
    }
    tell?(words)
    _exit(status)
  }
}
