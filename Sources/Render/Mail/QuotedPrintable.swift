/// Text as quoted-printable (RFC 2045, 6.7): lines of at most 76 characters, ended by CR LF.
enum QuotedPrintable {
  private static let longest = 76  // characters of a line, a soft break among them
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// A text of lines ended by "\n"; the last one is ended too.
  static func encoded(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      append(Array(line.utf8), to: &out)
      out += [0x0D, 0x0A]
    }
    return out
  }

  private static func append(_ line: [UInt8], to out: inout [UInt8]) {
    var width = 0
    for (at, byte) in line.enumerated() {
      let isLast = at == line.count - 1
      let isSpace = byte == 0x20 || byte == 0x09
      // A dot alone would end a message for a careless server, and "From " begins one in a mailbox (RFC 2049, 3).
      let isRisky = width == 0 && (byte == 0x2E || byte == 0x46)
      let isPlain = (byte >= 0x21 && byte <= 0x7E && byte != 0x3D && !isRisky) || (isSpace && !isLast)
      let length = isPlain ? 1 : 3
      if width + length > longest - (isLast ? 0 : 1) {
        out += [0x3D, 0x0D, 0x0A]
        width = 0
      }
      if isPlain {
        out.append(byte)
      } else {
        out += [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
      width += length
    }
  }
}
