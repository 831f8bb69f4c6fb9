/// Asks for addresses as a good guest: one request at a time to a host, where robots.txt allows it, redirects followed
/// by hand so that every address on the way is looked at.
struct PoliteClient: Sendable {
  let settings: FetchSettings
  let gate: HostGate
  let ledger: Ledger

  /// What came of an address and those that it led to.
  struct Arrival: Sendable {
    var answer: Answer
    /// Where permanent redirects from the start led to; nil where there was none.
    var movedTo: WebURL?
  }

  /// An address could not be had.
  struct Failure: Error, Sendable {
    var why: FetchFailure
    var status: Int?
    /// Seconds that the server asks to wait.
    var wait: Double?
  }

  /// What is asked for with an address.
  struct Question: Sendable {
    var kind: UsageTerms.Kind = .feed
    var accept = "*/*"
    /// The address that the validators hold for, and they as header fields.
    var validated: String?
    var validators: [String] = []
  }

  /// Follows an address to its answer: a body, or "not modified" where validators were sent.
  func arrival(at start: WebURL, _ question: Question) -> Result<Arrival, Failure> {
    var url = start
    var movedTo: WebURL?
    var isPermanent = true
    var seen: Set<String> = []
    for _ in 0...settings.mostRedirects {
      guard seen.insert(url.text).inserted else { break }
      if let refusal = refusal(of: url) { return .failure(Failure(why: refusal)) }
      let sends = question.validated == url.text
      let header = ["Accept: \(question.accept)"] + (sends ? question.validators : [])
      let answer: Answer
      switch ask(url, header) {
      case .failure(let why): return .failure(Failure(why: why))
      case .success(let got): answer = got
      }
      switch answer.status {
      case 200...299: return .success(Arrival(answer: answer, movedTo: movedTo))
      case 304 where sends: return .success(Arrival(answer: answer, movedTo: movedTo))
      case 301, 302, 303, 307, 308:
        guard let location = answer.header["location"], let next = WebURL(location, base: url) else {
          return .failure(Failure(why: .badAddress, status: answer.status))
        }
        isPermanent = isPermanent && (answer.status == 301 || answer.status == 308)
        // A site that gives up its encryption may be somebody in between.
        if next.scheme == "http" && url.scheme == "https" { isPermanent = false }
        if isPermanent { movedTo = next }
        url = next
      default: return .failure(failure(answer))
      }
    }
    return .failure(Failure(why: .redirectLoop))
  }

  private func failure(_ answer: Answer) -> Failure {
    let why: FetchFailure
    switch answer.status {
    case 404: why = .notFound
    case 410: why = .gone
    case 429: why = .tooManyRequests
    case 400...499: why = .refused
    case 500...599: why = .serverError
    default: why = .unexpectedAnswer
    }
    return Failure(why: why, status: answer.status, wait: Freshness.retryAfter(answer.header, now: ledger.now()))
  }

  /// One request, when the host is free.
  private func ask(_ url: WebURL, _ header: [String], largest: Int? = nil) -> Result<Answer, FetchFailure> {
    let pause = max(settings.pause, ledger.site(url.origin)?.robots.delay ?? 0)
    return gate.pass(url.host, pause: pause) {
      Transfer.answer(
        url, header: header, settings: settings, largest: largest ?? settings.largestAnswer, seconds: gate.secondsLeft)
    } ?? .failure(.outOfTime)
  }

  // MARK: What the site asks for

  /// Why an address is to be left alone, by its site's robots.txt and list of reservations.
  private func refusal(of url: WebURL) -> FetchFailure? {
    switch site(of: url) {
    case .failure(let why): return why
    case .success(let site):
      if !site.robots.allow(url.target) {
        ledger.note(url, .robots)
        return .robots
      }
      if site.mining?.reserves(url.target) == true {
        ledger.note(url, .reserved)
        return .reserved
      }
      return nil
    }
  }

  /// A cached robots.txt holds for a day (RFC 9309, §2.4), a fault of the server for ten minutes.
  private static let cachedFor = 86_400.0  // seconds
  private static let faultsCachedFor = 600.0  // seconds
  /// Redirects of robots.txt that are followed (§2.3.1.2).
  private static let redirectsOfRobots = 5

  private func site(of url: WebURL) -> Result<FetchState.Site, FetchFailure> {
    let now = ledger.now()
    var site = ledger.site(url.origin)
    if site == nil || (site?.robotsUntil ?? 0) <= now {
      switch file("/robots.txt", of: url) {
      case .failure(let why): return .failure(why)
      case .success(let answer):
        let isFault = answer.status >= 500 || answer.status == 429
        let rules = (200...299).contains(answer.status) ? RobotsRules(answer.body) : isFault ? .closed : .open
        site = FetchState.Site(
          robots: rules, robotsUntil: now + (isFault ? PoliteClient.faultsCachedFor : PoliteClient.cachedFor),
          mining: site?.mining, miningUntil: site?.miningUntil)
      }
    }
    guard var known = site else { return .failure(.other) }
    if (known.miningUntil ?? 0) <= now, known.robots.allow(url.target) {
      ledger.set(site: url.origin, known)
      switch file(MiningReservation.path, of: url) {
      case .success(let answer):
        known.mining = (200...299).contains(answer.status) ? MiningReservation(answer.body) : MiningReservation.none
        known.miningUntil = now + PoliteClient.cachedFor
      case .failure(.outOfTime): return .failure(.outOfTime)
      // The list cannot be had, and what it said before holds on.
      case .failure: known.miningUntil = now + PoliteClient.faultsCachedFor
      }
    }
    ledger.set(site: url.origin, known)
    return .success(known)
  }

  /// A file that a site keeps for programs; where it leads on, to no more than a few addresses.
  private func file(_ path: String, of url: WebURL) -> Result<Answer, FetchFailure> {
    guard var next = WebURL(path, base: url) else { return .failure(.badAddress) }
    var last: Answer?
    for _ in 0...PoliteClient.redirectsOfRobots {
      switch ask(next, ["Accept: */*"], largest: RobotsRules.mostBytes) {
      // What is longer is cut at the limit by the standard; here it is taken for a file that says nothing.
      case .failure(.tooLarge):
        return .success(Answer(url: next, status: 404, header: HeaderFields(), body: []))
      case .failure(let why): return .failure(why)
      case .success(let answer):
        last = answer
        guard (300...399).contains(answer.status), let location = answer.header["location"],
          let target = WebURL(location, base: next)
        else { return .success(answer) }
        next = target
      }
    }
    // Too many redirects count as a file that is not there.
    guard var answer = last else { return .failure(.redirectLoop) }
    answer.status = 404
    return .success(answer)
  }
}
