extension Array where Element == UInt8 {
  /// The byte that two hexadecimal digits at a place and behind it write; nil where they are none.
  package func hexOctet(at place: Int) -> UInt8? {
    guard place + 1 < count, let high = Self.digit(self[place]), let low = Self.digit(self[place + 1]) else {
      return nil
    }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
