internal import Foundation
internal import Glibc
internal import Measurement

/// The machine that was measured on, and the versions of what was measured.
struct Machine {
  /// Names and values, in the order in which they are told.
  let facts: [(name: String, value: String)]

  init(program: String, work: String, checkout: String, peers: Peers) {
    func file(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
    func value(_ key: String, of path: String) -> String {
      file(path).split(separator: "\n").first { $0.hasPrefix(key) }?.split(separator: ":").last
        .map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown"
    }
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let memory = Double(ProcessInfo.processInfo.physicalMemory)
    let commit = (try? Shell.run(Machine.commit, checkout)) ?? "unknown"
    let ours = (try? Shell.run("exec \"$1\" --version", program)) ?? "unknown"
    let swift = (try? Shell.run("swift --version 2>/dev/null | head -n 1")) ?? "unknown"
    let system = value("PRETTY_NAME", of: "/etc/os-release")
    facts =
      [
        ("cores", "\(cores), \(value("model name", of: "/proc/cpuinfo"))"),
        ("memory", Numbers.megabytes(memory)),
        (
          "system",
          (system.split(separator: "\"").last.map(String.init) ?? system) + ", Linux "
            + ((try? Shell.run("uname -r")) ?? "")
        ),
        ("file system", (try? Shell.run("findmnt -n -o FSTYPE -T \"$1\"", work)) ?? "unknown"),
        ("load before it began", file("/proc/loadavg").split(separator: " ").prefix(3).joined(separator: " ")),
        ("daybrief", "\(ours), commit \(commit.split(separator: "\n").joined(separator: " "))"),
        ("Swift", swift),
      ] + peers.versions.map { ($0.name, $0.version) }
  }

  /// The commit, marked where files differ from it; those that this program writes and takes in count for nothing.
  private static let commit = """
    cd "$1" && git rev-parse --short HEAD
    git diff --quiet HEAD -- :/ ':(top,exclude)BENCHMARKS.md' ':(top,exclude)Benchmarks/profiles.md' || echo and changes
    """

  /// The peak memory of this program, below which no peak of another can be told: the kernel counts from it.
  static var ownPeak: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Double(usage.ru_maxrss) * 1024
  }
}
