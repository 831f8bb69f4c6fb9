import CCompression
import Foundation
import Synchronization

/// A server on this machine for tests: each path has a behaviour, and what was asked for is noted.
final class LocalServer: @unchecked Sendable {
  /// A request as it came.
  struct Request: Sendable {
    var path: String
    /// By name in lower case.
    var header: [String: String]
  }

  /// What a path does with a connection: it writes what it likes. True once the client is gone.
  typealias Behaviour = @Sendable (Request, Connection) -> Void

  /// The other end of a connection.
  struct Connection: Sendable {
    let descriptor: Int32

    /// Writes bytes; false where the client is gone.
    @discardableResult func send(_ bytes: [UInt8]) -> Bool {
      var at = 0
      while at < bytes.count {
        let sent = bytes[at...].withUnsafeBytes {
          Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if sent <= 0 { return false }
        at += sent
      }
      return true
    }

    /// Writes an answer as a whole.
    func answer(_ status: Int = 200, _ fields: [String] = [], _ body: String = "") {
      answer(status, fields, bytes: Array(body.utf8))
    }

    func answer(_ status: Int = 200, _ fields: [String] = [], bytes: [UInt8]) {
      let length = fields.contains { $0.hasPrefix("Content-Length") } ? [] : ["Content-Length: \(bytes.count)"]
      let head = (["HTTP/1.1 \(status) Answer", "Connection: close"] + length + fields).joined(separator: "\r\n")
      send(Array((head + "\r\n\r\n").utf8) + bytes)
    }
  }

  let port: Int
  private let listener: Int32
  private let behaviours: [String: Behaviour]
  private let isRunning = Mutex(true)
  private let noted = Mutex<[Request]>([])

  /// "http://127.0.0.1:PORT"
  var address: String { "http://127.0.0.1:\(port)" }
  /// What was asked for so far, but for robots.txt and reservations.
  var requests: [Request] {
    noted.withLock { $0 }.filter { $0.path != "/robots.txt" && !$0.path.hasPrefix("/.well-known") }
  }
  /// All that was asked for so far.
  var allPaths: [String] { noted.withLock { $0 }.map(\.path) }

  /// Serves paths; what is not listed is 404.
  init(_ behaviours: [String: Behaviour]) throws {
    self.behaviours = behaviours
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
    }
    guard bound == 0, listen(listener, 64) == 0 else { throw CocoaError(.fileNoSuchFile) }
    var taken = size
    _ = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &taken) }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [weak self] in
      while true {
        let descriptor = accept(listener, nil, nil)
        guard descriptor >= 0 else { return }
        guard let server = self else {
          close(descriptor)
          return
        }
        Thread.detachNewThread {
          server.serve(Connection(descriptor: descriptor))
          close(descriptor)
        }
      }
    }
  }

  deinit { stop() }

  /// Ends the server.
  func stop() {
    // A number that is closed twice may be somebody else's by then.
    guard
      isRunning.withLock({ running in
        defer { running = false }
        return running
      })
    else { return }
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private func serve(_ connection: Connection) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !bytes.suffix(4096 + 4).contains(subsequence: [13, 10, 13, 10]) {
      let count = recv(connection.descriptor, &buffer, buffer.count, 0)
      guard count > 0, bytes.count < 1 << 20 else { return }
      bytes += buffer[..<count]
    }
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    let parts = (lines.first ?? "").split(separator: " ")
    guard parts.count == 3 else { return }
    var header: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      header[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let request = Request(path: String(parts[1]), header: header)
    noted.withLock { $0.append(request) }
    if let behaviour = behaviours[request.path] { behaviour(request, connection) } else { connection.answer(404) }
  }

  /// Some bytes as a gzip file.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: ccompression_bound(bytes.count)) { buffer, count in
      count = ccompression_gzip(bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
  }
}

extension Collection where Element == UInt8 {
  fileprivate func contains(subsequence: [UInt8]) -> Bool {
    let all = Array(self)
    guard all.count >= subsequence.count else { return false }
    return (0...(all.count - subsequence.count)).contains { Array(all[$0..<($0 + subsequence.count)]) == subsequence }
  }
}
