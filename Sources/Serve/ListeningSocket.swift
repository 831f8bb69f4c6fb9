internal import Foundation

/// The few calls of the system that a server needs.
enum ListeningSocket {
  /// Bytes of a request before its body; browsers send some hundred.
  private static let longestHead = 16_384
  private static let patience = 10  // seconds for a request to come and an answer to go

  /// Makes a socket that listens.
  ///
  /// - Returns: the socket, the port that it got, and whether it is reached from this machine alone.
  static func make(
    host: String, port: UInt16
  ) throws(ServeError) -> (descriptor: Int32, port: UInt16, isLoopback: Bool) {
    var hints = addrinfo()
    hints.ai_socktype = stream
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, "\(port)", &hints, &found) == 0, let first = found else {
      throw ServeError(description: "\(host) is no address of this machine; to be reached from here alone: 127.0.0.1")
    }
    defer { freeaddrinfo(first) }
    let descriptor = socket(first.pointee.ai_family, stream, 0)
    guard descriptor >= 0 else { throw failure(host, port) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    // A server that was ended a moment ago does not keep its port.
    var on: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    guard bind(descriptor, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0, listen(descriptor, 64) == 0 else {
      let error = failure(host, port)
      close(descriptor)
      throw error
    }
    var name = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    withUnsafeMutablePointer(to: &name) { pointer in
      _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    let bound = withUnsafeBytes(of: &name) { bytes in
      // Both families keep the port behind the family, most significant byte first.
      UInt16(bytes[2]) << 8 | UInt16(bytes[3])
    }
    let isLoopback = withUnsafeBytes(of: &name) { bytes in
      first.pointee.ai_family == AF_INET
        ? bytes[4] == 127 : bytes[8..<23].allSatisfy { $0 == 0 } && bytes[23] == 1
    }
    return (descriptor, bound, isLoopback)
  }

  private static var stream: Int32 {
    #if canImport(Glibc)
      Int32(SOCK_STREAM.rawValue)
    #else
      SOCK_STREAM
    #endif
  }

  private static func failure(_ host: String, _ port: UInt16) -> ServeError {
    let reason = String(cString: strerror(errno))
    let remedy = errno == EADDRINUSE ? "; take another one: --port 0 finds one that is free" : ""
    return ServeError(description: "\(host), port \(port): \(reason)\(remedy)")
  }

  /// Lets no connection wait for ever.
  static func limit(_ connection: Int32) {
    var time = timeval(tv_sec: patience, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(connection, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }
  }

  /// A request up to its empty line; nil where it does not come, or is too long.
  static func head(of connection: Int32) -> String? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count < longestHead {
      let count = recv(connection, &chunk, chunk.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      let from = max(0, bytes.count - 3)
      bytes += chunk[..<count]
      if let end = bytes[from...].firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A]) {
        return String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
      }
    }
    return nil
  }

  /// Sends all bytes, or gives up where nobody takes them.
  static func send(_ bytes: [UInt8], to connection: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(connection, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}
