/// An address of the Internet that a host's name was resolved to.
package struct PeerAddress: Sendable, Equatable {
  /// 4 or 16 bytes, in the order of the network.
  let bytes: [UInt8]

  /// An address of 4 or 16 bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether it is one of the public Internet: not this machine, its network, or what stands in for such.
  ///
  /// The IANA special-purpose registries for IPv4 and IPv6 (RFC 6890 and its updates): all that is not globally
  /// reachable, multicast too. Addresses of IPv6 that carry one of IPv4 (mapped, compatible, translated, 6to4, Teredo,
  /// ISATAP) are what they carry, as they may be routed there.
  package var isPublic: Bool {
    switch bytes.count {
    case 4: return PeerAddress.isPublicIPv4(bytes)
    case 16: return isPublicIPv6
    default: return false
    }
  }

  private static func isPublicIPv4(_ b: some RandomAccessCollection<UInt8>) -> Bool {
    let b = Array(b)
    switch b[0] {
    case 0, 10, 127: return false  // this network, private, loopback
    case 100: return !(64...127).contains(b[1])  // carriers' translation, RFC 6598
    case 169: return b[1] != 254  // link-local
    case 172: return !(16...31).contains(b[1])
    case 192:
      if b[1] == 168 || b[1] == 0 && (b[2] == 0 || b[2] == 2) { return false }  // private, protocols, documentation
      return !(b[1] == 88 && b[2] == 99)  // 6to4 relays
    case 198: return !(b[1] == 18 || b[1] == 19 || b[1] == 51 && b[2] == 100)  // benchmarks, documentation
    case 203: return !(b[1] == 0 && b[2] == 113)  // documentation
    default: return b[0] < 224  // multicast, reserved, broadcast
    }
  }

  private var isPublicIPv6: Bool {
    let b = bytes
    let isZero: (Range<Int>) -> Bool = { range in b[range].allSatisfy { $0 == 0 } }
    if isZero(0..<10), b[10] == 0xFF, b[11] == 0xFF { return PeerAddress.isPublicIPv4(b[12...]) }  // mapped
    if isZero(0..<12) { return !isZero(12..<15) && PeerAddress.isPublicIPv4(b[12...]) }  // ::, ::1, compatible
    if isZero(0..<8), b[8] == 0xFF, b[9] == 0xFF, b[10] == 0, b[11] == 0 {
      return PeerAddress.isPublicIPv4(b[12...])  // translated (RFC 2765)
    }
    if b.starts(with: [0x00, 0x64, 0xFF, 0x9B]) {
      // NAT64 (RFC 6052); the local-use prefix 64:ff9b:1::/48 leads into somebody's own network.
      return isZero(4..<12) && PeerAddress.isPublicIPv4(b[12...])
    }
    if b.starts(with: [0x20, 0x02]) { return PeerAddress.isPublicIPv4(b[2..<6]) }  // 6to4
    if b.starts(with: [0x20, 0x01]), b[2] < 0x02 { return false }  // protocols, Teredo, ORCHID, benchmarks
    if b.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || b.starts(with: [0x3F, 0xFF]) && b[2] < 0x10 { return false }
    if b[8] & 0xFD == 0, b[9] == 0, b[10] == 0x5E, b[11] == 0xFE {
      return (b[0] & 0xE0) == 0x20 && PeerAddress.isPublicIPv4(b[12...])  // ISATAP
    }
    // Only 2000::/3 is given out; private, link-local, site-local and multicast stand outside it.
    return b[0] & 0xE0 == 0x20
  }
}
