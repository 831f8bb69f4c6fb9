internal import CLibxml2
internal import Foundation
internal import NewsModel

/// Follows every link inside a site, and finds what a page would load from elsewhere.
struct LinkCheck {
  private struct Link {
    /// Numbers of paths, and of targets.
    var from: Int32
    var target: Int32
  }
  private var links: [Link] = []
  private var names = NameNumbers()
  private var anchors: [String: Set<String>] = [:]
  private var paths: Set<String> = []
  private var found: [Diagnostic] = []
  /// Where the site says that it stands: the canonical address of its front page.
  private var address: String?
  /// What the page that a host serves at any depth loads by whole addresses.
  private var addressed: [(element: String, target: String)] = []
  private static let anyDepth = "404.html"
  /// How many internal links were followed.
  var count: Int { links.count }

  /// Elements and attributes by which a page loads something when it is shown.
  private static let loading: [(element: String, attribute: String)] = [
    ("script", "src"), ("link", "href"), ("img", "src"), ("img", "srcset"), ("iframe", "src"), ("source", "src"),
    ("source", "srcset"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("embed", "src"),
    ("object", "data"), ("track", "src"), ("input", "src"), ("image", "href"), ("use", "href"),
  ]
  /// Relations of `link` that load nothing.
  private static let passive: Set<String> = ["canonical", "alternate", "next", "prev", "license", "author"]

  /// Says that a file is there.
  mutating func note(path: String) { paths.insert(path) }

  /// Reads a page's links, anchors and loads.
  mutating func read(_ data: Data, path: String) {
    let options = Int32(HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue)
    let document = data.withUnsafeBytes { buffer in
      htmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8", options)
    }
    guard let document else {
      found.append(Diagnostic(.badTemplate, "this is not HTML; correct the template", file: path))
      return
    }
    defer { xmlFreeDoc(document) }
    walk(xmlDocGetRootElement(document), path)
  }

  /// Reads where the search leads to: scripts of documents, each with the name of its page and an anchor there.
  mutating func read(documents data: Data, path: String) {
    let folders: [Character: String] = [
      "a": "actors", "t": "threads", "s": "stories", "q": "articles", "p": "articles",
    ]
    let text = String(decoding: data, as: UTF8.self)
    let name = path.split(separator: "/").last ?? ""
    guard let folder = name.first.flatMap({ folders[$0] }), let start = text.firstIndex(of: ","),
      let end = text.lastIndex(of: ")"), start < end,
      let records = try? JSONSerialization.jsonObject(with: Data(text[text.index(after: start)..<end].utf8)) as? [[Any]]
    else {
      found.append(Diagnostic(.badLine, "this is no list of documents; build the site again", file: path))
      return
    }
    for record in records {
      let parts = (record.dropFirst().first as? String ?? "").split(separator: "#", maxSplits: 1)
      let anchor = parts.count == 2 ? "#\(parts[1])" : ""
      append("\(folder)/\(parts.first ?? "")/index.html\(anchor)", from: path)
    }
  }

  private mutating func append(_ target: String, from path: String) {
    links.append(Link(from: names.number(of: path), target: names.number(of: target)))
  }

  /// Adds what was read of other files.
  mutating func add(_ other: LinkCheck) {
    let numbers = other.names.names.map { names.number(of: $0) }
    for link in other.links {
      links.append(Link(from: numbers[Int(link.from)], target: numbers[Int(link.target)]))
    }
    anchors.merge(other.anchors) { $1 }
    paths.formUnion(other.paths)
    found += other.found
    address = address ?? other.address
    addressed += other.addressed
  }

  /// What of all that was read leads nowhere.
  func faults() -> [Diagnostic] {
    // Most pages lead to the same places: each is looked for once.
    var reasons: [Int32: String?] = [:]
    let elsewhere = addressed.filter { !isOwn($0.target) }.map {
      LinkCheck.loads($0.target, from: $0.element, path: LinkCheck.anyDepth)
    }
    return found + elsewhere
      + links.compactMap { link in
        if reasons[link.target] == nil { reasons[link.target] = .some(reason(against: names.names[Int(link.target)])) }
        guard let known = reasons[link.target], let reason = known else { return nil }
        return Diagnostic(.brokenLink, reason, file: names.names[Int(link.from)])
      }
  }

  /// Whether an address is that of a file of the site.
  private func isOwn(_ target: String) -> Bool {
    guard let address, target.hasPrefix(address) else { return false }
    return paths.contains(String(target.dropFirst(address.count)))
  }

  private static func loads(_ target: String, from element: String, path: String) -> Diagnostic {
    Diagnostic(.brokenLink, "<\(element)> loads \"\(target)\" from elsewhere", file: path)
  }

  /// Why a link's target is none; nil where it is there.
  private func reason(against target: String) -> String? {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let file = String(parts[0])
    guard paths.contains(file) else { return "leads to \"\(file)\", which is not there" }
    guard parts.count == 2, !parts[1].isEmpty, file.hasSuffix(".html") else { return nil }
    let anchor = parts[1].removingPercentEncoding ?? String(parts[1])
    return anchors[file]?.contains(anchor) == true
      ? nil : "leads to \"\(file)#\(anchor)\", an anchor that is not there"
  }

  /// What a style sheet would load from elsewhere.
  static func loads(inStyle data: Data, path: String) -> [Diagnostic] {
    let text = String(decoding: data, as: UTF8.self)
    var faults: [Diagnostic] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.contains("url(") || line.contains("@import") else { continue }
      if line.contains("//") {
        faults.append(Diagnostic(.brokenLink, "loads something from elsewhere", file: path, line: number + 1))
      }
    }
    return faults
  }

  private mutating func walk(_ first: xmlNodePtr?, _ path: String) {
    var pending = [first]
    while let next = pending.popLast() {
      var node = next
      while let current = node {
        if current.pointee.type == XML_ELEMENT_NODE { visit(current, path) }
        if let children = current.pointee.children { pending.append(children) }
        node = current.pointee.next
      }
    }
  }

  private mutating func visit(_ node: xmlNodePtr, _ path: String) {
    let name = String(cString: node.pointee.name)
    let attributes = attributes(of: node)
    if attributes.isEmpty, name != "style", name != "script" { return }
    func attribute(_ key: String) -> String? { attributes.first { $0.name == key }?.value }
    for (key, anchor) in attributes where key == "id" || (key == "name" && name == "a") {
      anchors[path, default: []].insert(anchor)
    }
    let isPassive = name == "link" && LinkCheck.passive.contains(attribute("rel") ?? "")
    for (element, key) in LinkCheck.loading where element == name {
      guard let target = attribute(key) else { continue }
      guard isElsewhere(target), !isPassive else { continue }
      if path == LinkCheck.anyDepth {
        addressed.append((name, target))
      } else {
        found.append(LinkCheck.loads(target, from: name, path: path))
      }
    }
    if path == "index.html", name == "link", attribute("rel") == "canonical" { address = attribute("href") }
    if attribute("style") != nil || name == "style" || (name == "script" && attribute("src") == nil) {
      let isData = attribute("type") == "application/ld+json"
      if !isData {
        found.append(Diagnostic(.badTemplate, "<\(name)> is inline, which the page's policy refuses", file: path))
      }
    }
    for (key, target) in attributes where key == "href" || key == "src" {
      guard !isElsewhere(target), let resolved = resolve(target, from: path) else { continue }
      append(resolved, from: path)
    }
  }

  private func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
    var out: [(name: String, value: String)] = []
    var next = node.pointee.properties
    while let attribute = next {
      next = attribute.pointee.next
      guard let value = xmlNodeListGetString(node.pointee.doc, attribute.pointee.children, 1) else {
        out.append((String(cString: attribute.pointee.name), ""))
        continue
      }
      out.append((String(cString: attribute.pointee.name), String(cString: value)))
      daybrief_xml_free(value)
    }
    return out
  }

  private func isElsewhere(_ target: String) -> Bool {
    target.hasPrefix("//") || target.prefix { $0 != "/" && $0 != "#" && $0 != "?" }.contains(":")
  }

  /// The file below the site, with its anchor, that a relative address leads to; nil for one that leads out of it.
  private func resolve(_ target: String, from path: String) -> String? {
    if let plain = LinkCheck.plain(target, from: path) { return plain }
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    var file = String(parts[0].prefix { $0 != "?" })
    file = file.removingPercentEncoding ?? file
    var folders = path.split(separator: "/").dropLast().map(String.init)
    if file.isEmpty { return parts.count == 2 ? "\(path)#\(parts[1])" : path }
    if file.hasPrefix("/") { folders = [] }
    for part in file.split(separator: "/") {
      switch part {
      case ".": continue
      case "..":
        guard !folders.isEmpty else { return "../\(file)" }
        folders.removeLast()
      default: folders.append(String(part))
      }
    }
    var resolved = folders.joined(separator: "/")
    if file.hasSuffix("/") || file == "." || file == ".." || resolved.isEmpty {
      resolved = resolved.isEmpty ? "index.html" : "\(resolved)/index.html"
    }
    return parts.count == 2 ? "\(resolved)#\(parts[1])" : resolved
  }

  /// The same for what most links are: up to the root, down to a file; nil for all others.
  private static func plain(_ target: String, from path: String) -> String? {
    var rest = target[...]
    for byte in path.utf8 where byte == 0x2F {
      guard rest.hasPrefix("../") else { return nil }
      rest = rest.dropFirst(3)
    }
    var before: UInt8 = 0x2F
    for byte in rest.utf8 {
      switch byte {
      case 0x25, 0x3F: return nil
      case 0x2E, 0x2F: if before == 0x2F { return nil }
      case 0x23: return before == 0x2F ? nil : String(rest)
      default: break
      }
      before = byte
    }
    return before == 0x2F ? nil : String(rest)
  }
}

/// Texts that come again and again, by number.
private struct NameNumbers {
  private(set) var names: [String] = []
  private var numbers: [String: Int32] = [:]

  /// The number of a text.
  mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}
