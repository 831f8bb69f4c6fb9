internal import CLibxml2
internal import Foundation
internal import NewsModel

/// Holds feeds and XML files to what their readers need.
enum FeedCheck {
  /// The faults of an XML file: it has to be well formed, and an Atom feed has to have what RFC 4287 asks for.
  static func faults(inXML data: Data, path: String) -> [Diagnostic] {
    let options = Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue)
    let document = data.withUnsafeBytes { buffer in
      xmlReadMemory(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil, options)
    }
    guard let document else {
      return [Diagnostic(.badTemplate, "this is not well-formed XML; build the site again", file: path)]
    }
    defer { xmlFreeDoc(document) }
    guard let root = xmlDocGetRootElement(document), String(cString: root.pointee.name) == "feed" else { return [] }
    var faults = missing(["id", "title", "updated"], in: root, "the feed", path)
    for (number, entry) in children(of: root).filter({ name(of: $0) == "entry" }).enumerated() {
      faults += missing(["id", "title", "updated"], in: entry, "entry \(number + 1)", path)
    }
    return faults
  }

  /// The faults of a JSON Feed: version, title and items, each with an id (JSON Feed 1.1).
  static func faults(inJSONFeed data: Data, path: String) -> [Diagnostic] {
    guard let feed = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] else { return [] }
    func fault(_ words: String) -> Diagnostic { Diagnostic(.badTemplate, words, file: path) }
    var faults: [Diagnostic] = []
    if (feed["version"] as? String)?.hasPrefix("https://jsonfeed.org/version/1") != true {
      faults.append(fault("names no version of JSON Feed"))
    }
    if feed["title"] as? String == nil { faults.append(fault("has no title")) }
    guard let items = feed["items"] as? [[String: Any]] else { return faults + [fault("has no items")] }
    for (number, item) in items.enumerated() where item["id"] as? String == nil {
      faults.append(fault("item \(number + 1) has no id"))
    }
    return faults
  }

  private static func missing(_ names: [String], in node: xmlNodePtr, _ what: String, _ path: String) -> [Diagnostic] {
    let there = Set(children(of: node).map(name))
    return names.filter { !there.contains($0) }.map {
      Diagnostic(.badTemplate, "\(what) has no <\($0)>", file: path)
    }
  }

  private static func children(of node: xmlNodePtr) -> [xmlNodePtr] {
    var children: [xmlNodePtr] = []
    var next = node.pointee.children
    while let child = next {
      if child.pointee.type == XML_ELEMENT_NODE { children.append(child) }
      next = child.pointee.next
    }
    return children
  }

  private static func name(of node: xmlNodePtr) -> String { String(cString: node.pointee.name) }
}
