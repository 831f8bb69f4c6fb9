internal import CCurl
internal import Foundation

/// One answer of a server.
package struct Answer: Sendable {
  package var url: WebURL
  package var status: Int
  package var header: HeaderFields
  /// Decompressed.
  package var body: [UInt8]
}

/// One request and its answer, within limits of time and size, and to public addresses only.
final class Transfer {
  private let url: WebURL
  private let settings: FetchSettings
  private let largest: Int
  private var header = HeaderFields()
  private var headerBytes = 0
  private var body: [UInt8] = []
  private var stop: FetchFailure?

  /// A header of more bytes is not one of a feed.
  private static let largestHeader = 128 << 10

  private init(_ url: WebURL, _ settings: FetchSettings, largest: Int) {
    self.url = url
    self.settings = settings
    self.largest = largest
  }

  /// Asks for an address; a redirect is an answer.
  ///
  /// - Parameters:
  ///   - header: fields to send, "Name: value".
  ///   - largest: bytes that the answer may have once decompressed.
  ///   - seconds: that are left for it.
  static func answer(
    _ url: WebURL, header: [String], settings: FetchSettings, largest: Int, seconds: Double
  ) -> Result<Answer, FetchFailure> {
    guard seconds > 0 else { return .failure(.outOfTime) }
    let transfer = Transfer(url, settings, largest: largest)
    if settings.proxy != nil, !transfer.mayAskProxy { return .failure(.privateAddress) }
    let (end, status) = transfer.perform(header, seconds: seconds)
    if let stop = transfer.stop { return .failure(stop) }
    switch end {
    case CCURL_DONE:
      return .success(Answer(url: url, status: status, header: transfer.header, body: transfer.body))
    case CCURL_ADDRESS: return .failure(.badAddress)
    case CCURL_NAME: return .failure(.unknownHost)
    case CCURL_CONNECT: return .failure(.noConnection)
    case CCURL_TLS: return .failure(.notSecure)
    case CCURL_TIME: return .failure(seconds < settings.timeout ? .outOfTime : .tooSlow)
    case CCURL_CUT: return .failure(.cutOff)
    case CCURL_ENCODING: return .failure(.badEncoding)
    default: return .failure(.other)
    }
  }

  private func perform(_ fields: [String], seconds: Double) -> (ccurl_end, Int) {
    let milliseconds: (Double) -> Int = { max(1, Int($0 * 1000)) }
    var request = ccurl_request()
    request.connect_timeout = milliseconds(min(settings.connectTimeout, seconds))
    request.timeout = milliseconds(min(settings.timeout, seconds))
    request.low_speed = settings.lowSpeed
    request.low_speed_time = settings.lowSpeedTime
    request.context = Unmanaged.passUnretained(self).toOpaque()
    request.on_header = { context, bytes, count in Transfer.of(context)?.take(header: bytes, count) ?? 0 }
    request.on_body = { context, bytes, count in Transfer.of(context)?.take(body: bytes, count) ?? 0 }
    request.on_progress = { context, received in Transfer.of(context)?.take(received: received) ?? 0 }
    request.may_connect = { context, bytes, count in Transfer.of(context)?.mayConnect(bytes, count) ?? 0 }
    let strings = ([url.text, settings.agent, settings.proxy ?? "", url.user ?? ""] + fields).map { strdup($0) }
    defer { for string in strings { free(string) } }
    request.url = UnsafePointer(strings[0])
    request.agent = UnsafePointer(strings[1])
    request.proxy = UnsafePointer(strings[2])
    request.user = url.user == nil ? nil : UnsafePointer(strings[3])
    let headers = strings.dropFirst(4).map { UnsafePointer($0) }
    return headers.withUnsafeBufferPointer { pointers in
      request.headers = pointers.baseAddress
      request.header_count = pointers.count
      var status = 0
      let end = withExtendedLifetime(self) { ccurl_perform(&request, &status) }
      return (end, status)
    }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> Transfer? {
    context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  private func ended(_ failure: FetchFailure) -> Int32 {
    stop = stop ?? failure
    return 0
  }

  private func take(header bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    headerBytes += count
    guard headerBytes <= Transfer.largestHeader else { return ended(.tooLarge) }
    header.take(UnsafeBufferPointer(start: bytes, count: count))
    return 1
  }

  private func take(body bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    guard body.count + count <= largest else { return ended(.tooLarge) }
    body.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
    return 1
  }

  private func take(received: Int64) -> Int32 {
    received <= Int64(min(settings.largestTransfer, largest)) ? 1 : ended(.tooLarge)
  }

  private func mayConnect(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    if settings.proxy != nil || settings.allowedHosts.contains(url.host) { return 1 }
    let address = PeerAddress(Array(UnsafeBufferPointer(start: bytes, count: count)))
    // Another address of the same host may be a public one: the failure is the last one's.
    stop = address.isPublic ? nil : .privateAddress
    return address.isPublic ? 1 : 0
  }

  /// A proxy resolves names itself, so only what the name says can be looked at.
  private var mayAskProxy: Bool {
    if settings.allowedHosts.contains(url.host) { return true }
    if url.host == "localhost" || url.host.hasSuffix(".localhost")
      || !url.host.contains(where: { $0 == "." || $0 == ":" })
    {
      return false
    }
    var four = in_addr()
    if inet_pton(AF_INET, url.host, &four) == 1 {
      return PeerAddress(withUnsafeBytes(of: &four) { Array($0) }).isPublic
    }
    var six = in6_addr()
    if inet_pton(AF_INET6, url.host.filter { $0 != "[" && $0 != "]" }, &six) == 1 {
      return PeerAddress(withUnsafeBytes(of: &six) { Array($0) }).isPublic
    }
    return true
  }
}
