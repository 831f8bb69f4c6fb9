/// Why a feed or a page could not be had. The names are kept in files and on pages: they never change.
package enum FetchFailure: String, Error, Sendable, Codable, CaseIterable {
  /// The address is none of http or https.
  case badAddress
  /// The host's name is not known.
  case unknownHost
  /// No connection could be made.
  case noConnection
  /// The certificate or the encryption is at fault.
  case notSecure
  /// The address is one of this machine or of a private network.
  case privateAddress
  /// It took too long, or came too slowly.
  case tooSlow
  /// The answer is larger than it may be.
  case tooLarge
  /// The answer ended before its end.
  case cutOff
  /// The compression is damaged or unknown.
  case badEncoding
  /// It leads on and on, or in a circle.
  case redirectLoop
  /// 404, or another refusal that says it is not there.
  case notFound
  /// 410: gone for good.
  case gone
  /// 401, 403 or another refusal.
  case refused
  /// 429: asked too often.
  case tooManyRequests
  /// A status of 500 or more.
  case serverError
  /// A status that means nothing here, such as 304 where nothing was asked about.
  case unexpectedAnswer
  /// What came is no feed, or no page.
  case wrongType
  /// robots.txt says no.
  case robots
  /// The publisher reserves its text against mining, or against such programs.
  case reserved
  /// The run ended before its turn.
  case outOfTime
  /// Something else.
  case other

  /// In words, for operators.
  package var words: String {
    switch self {
    case .badAddress: "the address is none of http or https"
    case .unknownHost: "its host is not known by name"
    case .noConnection: "no connection could be made"
    case .notSecure: "its certificate or encryption is at fault"
    case .privateAddress:
      "it is at an address of this machine or of a private network; name the host under \"allow\" if that is meant"
    case .tooSlow: "it took too long, or came too slowly"
    case .tooLarge: "it is larger than it may be"
    case .cutOff: "the answer ended before its end"
    case .badEncoding: "its compression is damaged or unknown"
    case .redirectLoop: "it leads on and on, or in a circle"
    case .notFound: "it is not there any more"
    case .gone: "it is gone for good; take it out of the list"
    case .refused: "the server refuses it"
    case .tooManyRequests: "the server asks to come less often"
    case .serverError: "the server has a fault"
    case .unexpectedAnswer: "the server's answer means nothing here"
    case .wrongType: "what came is no feed"
    case .robots: "robots.txt does not allow it"
    case .reserved: "its publisher reserves it against text and data mining"
    case .outOfTime: "the run ended before its turn"
    case .other: "it could not be had"
    }
  }
}
