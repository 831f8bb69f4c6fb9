/// Time zones as dates of feeds name them.
enum FeedZone {
  /// Minutes east of Greenwich of the names that mean one thing in the press (RFC 822, RFC 2822, and the usual ones of
  /// Europe, Asia and Oceania). Names that mean several, such as "IST", are left out: then the zone is unknown.
  private static let hours: [String: Double] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "akst": -9, "akdt": -8, "hst": -10, "ast": -4, "adt": -3, "nst": -3.5, "ndt": -2.5, "brt": -3,
    "bst": 1, "west": 1, "cet": 1, "mez": 1, "met": 1, "wat": 1, "cest": 2, "mesz": 2, "mest": 2, "eet": 2, "sast": 2,
    "cat": 2, "eest": 3, "msk": 3, "eat": 3, "trt": 3, "pkt": 5, "wib": 7, "ict": 7, "hkt": 8, "sgt": 8, "awst": 8,
    "jst": 9, "kst": 9, "acst": 9.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13,
  ]

  /// Minutes east of Greenwich of a name; nil where it means none or several.
  static func named(_ name: String) -> Int? { hours[name.lowercased()].map { Int($0 * 60) } }

  /// "+0200", "+02:00", "-5", at a sign; passes over it.
  static func offset(_ bytes: [UInt8], _ at: inout Int) -> Int? {
    guard at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D else { return nil }
    var next = at + 1
    var digits: [Int] = []
    while next < bytes.count, digits.count < 5 {
      if (0x30...0x39).contains(bytes[next]) {
        digits.append(Int(bytes[next] - 0x30))
      } else if bytes[next] != 0x3A || digits.isEmpty || digits.count > 2 {
        break
      }
      next += 1
    }
    let pairs: (Int, Int)
    switch digits.count {
    case 1: pairs = (digits[0], 0)
    case 2: pairs = (digits[0] * 10 + digits[1], 0)
    case 3: pairs = (digits[0], digits[1] * 10 + digits[2])
    case 4: pairs = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    default: return nil
    }
    guard let offset = FeedClock.offset(hours: pairs.0, minutes: pairs.1, isWest: bytes[at] == 0x2D) else { return nil }
    at = next
    return offset
  }
}
