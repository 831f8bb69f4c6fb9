internal import NewsModel

/// What a robots.txt says to this program (RFC 9309).
package struct RobotsRules: Sendable, Equatable, Codable {
  /// A line of a group.
  struct Rule: Sendable, Equatable, Codable {
    /// A path with `*` for anything, and `$` at its end for the end.
    var pattern: String
    var allows: Bool
  }
  private(set) var rules: [Rule] = []
  /// Seconds between two requests, where the file asks for so many: no part of the standard, and widely used.
  private(set) var delay: Double?

  /// All is allowed.
  static let open = RobotsRules()
  /// Nothing is: the file could not be had for a fault of the server (§2.3.1.4).
  static let closed = RobotsRules(rules: [Rule(pattern: "/", allows: false)])

  /// So much of a file is read at least (§2.5).
  static let mostBytes = 500 << 10
  /// More rules than this, and longer ones, are passed over: matching takes time with both.
  static let mostRules = 2_000
  static let longestRule = 256  // bytes

  private init(rules: [Rule] = []) { self.rules = rules }

  /// The rules of a file for a program: of all groups that name it, else of all groups for `*`.
  package init(_ file: [UInt8], product: String = FetchSettings.product) {
    var named = RobotsRules()
    var others = RobotsRules()
    var isNamed = false
    var groupNames: Set<String> = []
    var isInRules = true
    let text = String(decoding: file.prefix(RobotsRules.mostBytes), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.prefix { $0 != "#" }
      guard let colon = words.firstIndex(of: ":") else { continue }
      let key = RobotsRules.trimmed(words[..<colon]).drop { $0 == "\u{FEFF}" }.lowercased()
      let value = RobotsRules.trimmed(words[words.index(after: colon)...])
      if key == "user-agent" {
        if isInRules { groupNames = [] }
        isInRules = false
        let name =
          value == "*" ? "*" : value.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }.lowercased()
        groupNames.insert(name)
        if name == product { isNamed = true }
        continue
      }
      guard ["allow", "disallow", "crawl-delay"].contains(key) else { continue }
      isInRules = true
      if groupNames.contains(product) { named.take(key, value) }
      if groupNames.contains("*") { others.take(key, value) }
    }
    self = isNamed ? named : others
  }

  private mutating func take(_ key: String, _ value: String) {
    if key == "crawl-delay" {
      if let seconds = Double(value), seconds >= 0 { delay = min(seconds, RobotsRules.longestDelay) }
    } else if !value.isEmpty, value.utf8.count <= RobotsRules.longestRule, rules.count < RobotsRules.mostRules {
      rules.append(Rule(pattern: RobotsRules.encoded(value), allows: key == "allow"))
    }
  }

  /// Longer pauses would keep a feed out of most runs.
  private static let longestDelay = 30.0  // seconds

  /// Whether a path with its query may be asked for: the longest rule decides, of two the one that allows (§2.2.2).
  package func allow(_ target: String) -> Bool {
    if target == "/robots.txt" { return true }
    let path = Array(RobotsRules.encoded(target).utf8)
    var best = (length: -1, allows: true)
    for rule in rules {
      let pattern = Array(rule.pattern.utf8)
      guard pattern.count > best.length || pattern.count == best.length && rule.allows,
        RobotsRules.matches(pattern, path)
      else { continue }
      best = (pattern.count, rule.allows)
    }
    return best.allows
  }

  /// Whether a pattern fits a path from its start. Linear but for stars, of which only the last is tried anew.
  static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isAnchored = pattern.last == 0x24
    let pattern = isAnchored ? pattern.dropLast() : pattern[...]
    var (at, p) = (0, pattern.startIndex)
    var star: (pattern: Int, path: Int)?
    while true {
      if p == pattern.endIndex {
        if !isAnchored || at == path.count { return true }
      } else if pattern[p] == 0x2A {
        star = (p + 1, at)
        p += 1
        continue
      } else if at < path.count, pattern[p] == path[at] {
        p += 1
        at += 1
        continue
      }
      guard let last = star, last.path < path.count else { return false }
      star = (last.pattern, last.path + 1)
      (p, at) = (last.pattern, last.path + 1)
    }
  }

  /// A path as rules and addresses are compared: octets beyond ASCII in percent signs, hexadecimal digits in capitals,
  /// and letters that need no sign without one.
  static func encoded(_ path: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(path.utf8)
    let hex = Array("0123456789ABCDEF".utf8)
    func signed(_ byte: UInt8) -> [UInt8] { [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]] }
    var at = 0
    while at < bytes.count {
      if bytes[at] == 0x25, let byte = bytes.hexOctet(at: at + 1) {
        let isPlain =
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
        out += isPlain ? [byte] : signed(byte)
        at += 3
      } else {
        out += bytes[at] < 0x80 ? [bytes[at]] : signed(bytes[at])
        at += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func trimmed(_ text: Substring) -> String {
    var rest = text
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest.drop(while: \.isWhitespace))
  }
}
