internal import Foundation
internal import NewsModel

/// Tells to which day's edition an article belongs, in the site's time zone.
struct EditionCalendar {
  private let zone: TimeZone?

  /// A calendar for an IANA time zone; an unknown name leaves instants at the day as written.
  init(timeZone: String) { zone = TimeZone(identifier: timeZone) }

  /// The days of articles whose date can be trusted, by article id.
  func days(of articles: [Article]) -> [String: CivilDay] {
    articles.reduce(into: [:]) { days, article in
      if let day = day(of: article) { days[article.id] = day }
    }
  }

  /// The day of an article whose date can be trusted; nil for all others.
  func day(of article: Article) -> CivilDay? {
    guard let written = article.trustedPublicationDay, let published = article.published else { return nil }
    guard let zone, let seconds = EditionCalendar.secondsSince1970(instant: published, day: written) else {
      return written
    }
    let local = seconds + zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    return CivilDay(number: local >= 0 ? local / 86_400 : -((86_399 - local) / 86_400))
  }

  /// Reads the time and the offset of an RFC 3339 instant; nil where one of them is missing.
  static func secondsSince1970(instant: String, day: CivilDay) -> Int? {
    let bytes = Array(instant.utf8)
    guard bytes.count >= 17, bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20,
      let hour = number(bytes, 11), bytes[13] == 0x3A, let minute = number(bytes, 14)
    else { return nil }
    let second = bytes[16] == 0x3A ? number(bytes, 17) ?? 0 : 0
    let time = day.number * 86_400 + hour * 3600 + minute * 60 + second
    guard let last = bytes.last else { return nil }
    if last == 0x5A || last == 0x7A { return time }
    guard let sign = bytes[16...].lastIndex(where: { $0 == 0x2B || $0 == 0x2D }),
      let hours = number(bytes, sign + 1)
    else { return nil }
    let minutes = number(bytes, bytes.count - 2) ?? 0
    let offset = hours * 3600 + (bytes.count >= sign + 5 ? minutes * 60 : 0)
    return bytes[sign] == 0x2B ? time - offset : time + offset
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at + 1 < bytes.count, (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1]) else {
      return nil
    }
    return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
  }
}
