internal import Foundation
internal import Outside
internal import Synchronization

/// Shows a site in a browser on the same machine while it is being made: plain HTTP/1.1 (RFC 9112), GET and HEAD, one
/// answer a connection.
///
/// It is for looking at a site before it is published; hosts that publish are web servers.
package final class PreviewServer: Sendable {
  /// Where the server listens, as people type it: "http://127.0.0.1:8000/".
  package let address: String
  private let site: PreviewSite
  private let listener: Int32
  /// Connections at work. A browser opens six, and each of its pages waits on one more.
  private let open = Mutex(0)
  private static let most = 64

  /// Begins to listen; nothing is answered until `run`.
  ///
  /// - Parameters:
  ///   - folder: the site; it may be a link that is set anew with every build.
  ///   - host: a name or an address of this machine; "127.0.0.1" is reached from this machine alone.
  ///   - port: 0 takes one that is free.
  /// - Throws: `ServeError`, where the host is none of this machine or the port is taken.
  package init(folder: String, host: String, port: UInt16) throws(ServeError) {
    let bound = try ListeningSocket.make(host: host, port: port)
    listener = bound.descriptor
    let name = host.contains(":") ? "[\(host)]" : host
    address = "http://\(name):\(bound.port)/"
    site = PreviewSite(folder: folder, hosts: bound.isLoopback ? ["127.0.0.1", "localhost", "[::1]", name] : nil)
  }

  /// Answers until the process ends, on threads of its own.
  package func run() {
    // A browser that goes away while it is answered is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    Thread.detachNewThread { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0 {
          // Too many files are open, or the connection is gone already: the next one may fare better.
          Thread.sleep(forTimeInterval: 0.05)
          continue
        }
        let isFree = open.withLock { count in
          guard count < PreviewServer.most else { return false }
          count += 1
          return true
        }
        guard isFree else {
          close(connection)
          continue
        }
        Thread.detachNewThread { [self] in
          answer(connection)
          close(connection)
          open.withLock { $0 -= 1 }
        }
      }
    }
  }

  private func answer(_ connection: Int32) {
    ListeningSocket.limit(connection)
    guard let head = ListeningSocket.head(of: connection) else { return }
    let answer = PreviewRequest(head: head).map(site.answer) ?? PreviewAnswer(status: 400, text: "not a request")
    ListeningSocket.send(answer.bytes, to: connection)
  }
}

/// Why a server cannot listen.
package struct ServeError: Error, CustomStringConvertible {
  /// What is wrong and what helps.
  package var description: String
}
