internal import Foundation

/// Times that programs and the system tell as text.
package enum ToldTimes {
  /// Clock ticks of user and system time in a line of `/proc/PID/stat`. The name of the program stands in parentheses
  /// and may hold blanks and parentheses itself, so fields are counted after the last one.
  package static func ticks(inStat line: String) -> Int? {
    guard let end = line.lastIndex(of: ")") else { return nil }
    let fields = line[line.index(after: end)...].split(separator: " ")
    guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { return nil }
    return user + system
  }

  /// The name of the step and its wall seconds in a line of `daybrief build --verbose`: "cluster: 3 stories, … (17 ms)".
  package static func step(in line: String) -> (name: String, wallSeconds: Double)? {
    guard line.hasSuffix(" ms)"), let colon = line.firstIndex(of: ":"), !line.hasPrefix("daybrief:") else { return nil }
    guard let start = line.lastIndex(of: "("), let told = Double(line[line.index(after: start)...].dropLast(4)) else {
      return nil
    }
    return (String(line[..<colon]), told / 1000)
  }

  /// Processor seconds by part in the line of `daybrief cluster --timings`:
  /// "daybrief: 9 articles, processor seconds: 0.38 reading, 0.18 stories, threads and actors, …".
  package static func timings(in line: String) -> [String: Double]? {
    guard let start = line.range(of: "processor seconds: ") else { return nil }
    var parts: [(name: [Substring], seconds: Double)] = []
    for word in line[start.upperBound...].split(separator: " ") {
      if let seconds = Double(word) {
        parts.append(([], seconds))
      } else if !parts.isEmpty {
        parts[parts.count - 1].name.append(word)
      }
    }
    let named = parts.map { part in
      let name = part.name.joined(separator: " ")
      return (name.hasSuffix(",") ? String(name.dropLast()) : name, part.seconds)
    }
    return Dictionary(named, uniquingKeysWith: +)
  }
}
