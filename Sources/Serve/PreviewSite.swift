internal import Foundation
internal import Outside

/// The files of a site as a static host gives them, with a script that loads a page again when the site changed.
struct PreviewSite: Sendable {
  let folder: String
  /// The names under which this machine may be asked for; nil where any will do. A page of somewhere else that had its
  /// name lead here would be told apart by it.
  let hosts: [String]?

  /// How pages ask whether they are still the newest, and the script that does so.
  private static let changes = "changes", script = "reload.js", room = "-"
  /// What a page shows besides itself.
  private static let shared = ["style.css", "search.js"]
  private static let longestWait = 20.0  // seconds that a page waits for a change before it asks again
  private static let pause = 0.25  // seconds

  /// The answer to a request.
  func answer(_ request: PreviewRequest) -> PreviewAnswer {
    if let hosts, let host = request.host, !hosts.contains(host) {
      return PreviewAnswer(status: 403, text: "this server is for \(hosts.joined(separator: ", ")) alone")
    }
    var answer =
      request.path.first == PreviewSite.room
      ? own(Array(request.path.dropFirst()), request.query) : file(request.path)
    answer.isHead = request.isHead
    return answer
  }

  // MARK: What the server adds

  private func own(_ names: [String], _ query: String) -> PreviewAnswer {
    switch names.first {
    case PreviewSite.script:
      return PreviewAnswer(status: 200, type: "text/javascript; charset=utf-8", body: Array(PreviewSite.reload.utf8))
    case PreviewSite.changes:
      let page = path(of: Array(names.dropFirst()))
      let end = Date(timeIntervalSinceNow: PreviewSite.longestWait)
      while stamp(of: page) == query, Date() < end { Thread.sleep(forTimeInterval: PreviewSite.pause) }
      return PreviewAnswer(status: 200, type: "text/plain; charset=utf-8", body: Array(stamp(of: page).utf8))
    default: return PreviewAnswer(status: 404, text: "there is no such page")
    }
  }

  /// How a page and what it shows look now; letters and digits alone, so that it may stand in an address.
  private func stamp(of page: String) -> String {
    let files = [page, page + "/index.html"] + PreviewSite.shared.map { "\(folder)/\($0)" }
    let stamp = files.map { FileTree.kind(of: $0) == .file ? FileTree.stamp(of: $0) ?? "" : "" }.joined(separator: "-")
    return String(stamp.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  /// The file or folder that some names lead to.
  private func path(of names: [String]) -> String {
    ([folder] + names.filter { !$0.isEmpty }).joined(separator: "/")
  }

  private static let reload = """
    (() => {
      let seen = "";
      const ask = async () => {
        try {
          const answer = await fetch("/-/changes" + location.pathname + "?" + seen);
          const now = await answer.text();
          if (seen && now !== seen) return location.reload();
          seen = now;
        } catch {
          await new Promise((done) => setTimeout(done, 1000));
        }
        return ask();
      };
      ask();
    })();

    """

  /// A page with the script, and leave for it; a site's own pages may run none.
  static func reloading(_ page: [UInt8]) -> [UInt8] {
    var text = String(decoding: page, as: UTF8.self)
    if let policy = text.firstRange(of: "http-equiv=\"Content-Security-Policy\" content=\""),
      let end = text[policy.upperBound...].firstIndex(of: "\"")
    {
      var rules = text[policy.upperBound..<end].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      rules.removeAll { $0.hasPrefix("script-src") || $0.hasPrefix("connect-src") }
      text.replaceSubrange(
        policy.upperBound..<end, with: (rules + ["script-src 'self'", "connect-src 'self'"]).joined(separator: "; "))
    }
    guard let end = text.range(of: "</body>", options: .backwards) else { return page }
    text.insert(contentsOf: "<script src=\"/-/reload.js\" defer></script>\n", at: end.lowerBound)
    return Array(text.utf8)
  }

  // MARK: What the site has

  private func file(_ names: [String]) -> PreviewAnswer {
    let path = path(of: names)
    if FileTree.kind(of: path) == .folder {
      guard names.last?.isEmpty != false else { return moved(to: names) }
      return found(path + "/index.html") ?? missing
    }
    guard names.last?.isEmpty == false else { return missing }
    return found(path) ?? missing
  }

  private func found(_ path: String) -> PreviewAnswer? {
    guard FileTree.kind(of: path) == .file, let data = try? FileTree.read(path) else { return nil }
    let type = PreviewSite.type(of: path)
    let body = [UInt8](data)
    return PreviewAnswer(
      status: 200, type: type, body: type.hasPrefix("text/html") ? PreviewSite.reloading(body) : body)
  }

  /// A folder is asked for with a slash, or the links of its page would lead elsewhere.
  private func moved(to names: [String]) -> PreviewAnswer {
    let path = names.map {
      $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(["-", ".", "_"])) ?? ""
    }
    var answer = PreviewAnswer(status: 301, text: "with a slash at its end")
    answer.location = "/" + path.joined(separator: "/") + "/"
    return answer
  }

  private var missing: PreviewAnswer {
    let page = (try? FileTree.read(folder + "/404.html")).map { [UInt8]($0) }
    return page.map { PreviewAnswer(status: 404, type: "text/html; charset=utf-8", body: PreviewSite.reloading($0)) }
      ?? PreviewAnswer(status: 404, text: "there is no such page, and no site yet: see what the build says")
  }

  private static let types = [
    "html": "text/html", "md": "text/markdown", "css": "text/css", "js": "text/javascript", "txt": "text/plain",
    "json": "application/json", "jsonl": "application/jsonl", "xml": "application/xml", "csv": "text/csv",
    "svg": "image/svg+xml", "opml": "text/x-opml",
  ]

  private static func type(of path: String) -> String {
    guard let ending = path.split(separator: ".").last, let type = types[String(ending)] else {
      return "application/octet-stream"
    }
    return type + "; charset=utf-8"
  }
}
