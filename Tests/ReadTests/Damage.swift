/// Damages bytes at places that look random and are the same on every run.
struct Damage {
  /// The state of Marsaglia's xorshift generator (Journal of Statistical Software 8, 2003).
  private var random: UInt64

  /// Damage that depends on a seed other than 0.
  init(seed: UInt64) { random = seed }

  private mutating func next(_ limit: Int) -> Int {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return Int(random % UInt64(limit))
  }

  /// The bytes cut on every second round, and up to seven of them changed.
  mutating func damaged(_ bytes: [UInt8], round: Int) -> [UInt8] {
    var damaged = round % 2 == 0 ? Array(bytes.prefix(next(bytes.count))) : bytes
    for _ in 0..<next(8) where !damaged.isEmpty { damaged[next(damaged.count)] = UInt8(next(256)) }
    return damaged
  }
}
