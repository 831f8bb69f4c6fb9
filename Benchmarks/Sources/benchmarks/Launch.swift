internal import Foundation
internal import Glibc
internal import Measurement

/// A process to run and to measure.
struct Launch {
  var program: String
  var arguments: [String]
  /// The folder to run in.
  var folder: String
  /// Where standard output goes.
  var output = "/dev/null"
  /// Whether one core is all that it may use.
  var onOneCore = true

  /// Runs it to its end, and says what it used.
  ///
  /// `wait4` gives the processor time and the peak of memory of the process and of those that it waited for. While it
  /// runs its standard error is read: at the end of each step that it tells, the time used so far is looked up in
  /// `/proc`, so that a step's share is known without a word from the program.
  func measured() throws -> Sample {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure("no pipe could be made") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // What earlier runs wrote is not to be written out in the time of this one.
    sync()
    let started = ContinuousClock.now
    let process = try spawn(errors: ends[1])
    close(ends[1])
    let (told, steps) = watch(process, ends[0])
    close(ends[0])
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let wall = started.duration(to: .now)
    guard status == 0 else { throw Failure("\(shown) failed:\n" + told.suffix(5).joined(separator: "\n")) }
    var sample = Sample(
      processorSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds, wallSeconds: wall / .seconds(1),
      peakBytes: Double(usage.ru_maxrss) * 1024)
    sample.steps = steps
    sample.told = told
    return sample
  }

  /// The command as a reader may repeat it: programs by their names, paths by their last two parts.
  var shown: String {
    ([program] + arguments).enumerated().map { index, word in
      guard word.hasPrefix("/") else { return word }
      return word.split(separator: "/").suffix(index == 0 ? 1 : 2).joined(separator: "/")
    }.joined(separator: " ")
  }

  private func spawn(errors: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    let pinned = onOneCore ? ["taskset", "-c", Launch.core] : []
    // Both replace themselves with the program, which keeps their process.
    let start = ["env", "-C", folder] + pinned
    let words = (start + [program] + arguments).map { strdup($0) } + [nil]
    let names = Launch.environment(onOneCore: onOneCore).map { strdup($0) } + [nil]
    defer { for word in words + names { free(word) } }
    var process: pid_t = 0
    let problem = posix_spawnp(&process, "env", &actions, nil, words, names)
    guard problem == 0 else { throw Failure("\(program) cannot be started: \(String(cString: strerror(problem)))") }
    return process
  }

  /// The last core that may be used: interrupts go to the first.
  private static let core: String = {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let allowed = status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") } ?? "0"
    return allowed.split { !$0.isNumber }.last.map(String.init) ?? "0"
  }()

  /// The environment, and for one core what keeps libraries from starting threads of their own.
  private static func environment(onOneCore: Bool) -> [String] {
    var values = ProcessInfo.processInfo.environment
    if onOneCore {
      for name in ["GOMAXPROCS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"] { values[name] = "1" }
    }
    return values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }

  /// Reads lines to the end of the pipe, noting the processor time at the end of each step.
  private func watch(_ process: pid_t, _ pipe: Int32) -> (told: [String], steps: [Sample.Step]) {
    var told: [String] = []
    var steps: [Sample.Step] = []
    var used = 0.0
    var open: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(pipe, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      let now = Launch.processorSeconds(of: process)
      open += buffer[..<count]
      while let end = open.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: open[..<end], as: UTF8.self)
        open.removeFirst(end + 1)
        told.append(line)
        if let now, let step = ToldTimes.step(in: line) {
          steps.append(
            Sample.Step(name: step.name, processorSeconds: now - used, wallSeconds: step.wallSeconds))
          used = now
        }
      }
    }
    return (told, steps)
  }

  private static func processorSeconds(of process: pid_t) -> Double? {
    guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return nil }
    return ToldTimes.ticks(inStat: stat).map { Double($0) / Double(sysconf(Int32(_SC_CLK_TCK))) }
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}

/// Why something could not be measured, and the remedy.
struct Failure: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
