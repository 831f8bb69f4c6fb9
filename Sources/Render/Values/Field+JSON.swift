internal import Exchange

extension Field {
  /// The data as a file for people too: indented, keys sorted, slashes plain, with a newline at the end; what is for
  /// templates only is left out. The form of `JSONLine.document`.
  var document: [UInt8] {
    let json = JSONText()
    write(to: json, indentation: 0)
    json.literal("\n")
    return Array(json.bytes)
  }

  /// The data on one line, without its newline.
  var line: [UInt8] {
    let json = JSONText()
    write(to: json, indentation: nil)
    return Array(json.bytes)
  }

  /// - Parameter indentation: of the line that the value starts on, in levels; nil writes all on one line.
  fileprivate func write(to json: JSONText, indentation: Int?) {
    switch self {
    case .text(let text): json.string(text)
    case .number(let number): json.number(number)
    case .decimal(let number): json.number(number)
    case .flag(let flag): json.literal(flag ? "true" : "false")
    case .none: json.literal("null")
    case .list(let list): Field.write(list, to: json, indentation)
    case .record(let record): record.data.write(to: json, indentation)
    }
  }

  private static func write(_ list: [Field], to json: JSONText, _ indentation: Int?) {
    json.literal("[")
    for index in list.indices {
      if index > 0 { json.literal(",") }
      startLine(json, indentation.map { $0 + 1 })
      list[index].write(to: json, indentation: indentation.map { $0 + 1 })
    }
    if list.isEmpty, indentation != nil { json.literal("\n") }
    startLine(json, indentation)
    json.literal("]")
  }

  fileprivate static func startLine(_ json: JSONText, _ indentation: Int?) {
    guard let indentation else { return }
    json.literal("\n")
    for _ in 0..<indentation { json.literal("  ") }
  }

}

extension Fields {
  /// Writes the fields that are known, by the order of their names.
  fileprivate func write(to json: JSONText, _ indentation: Int?) {
    json.literal("{")
    withUnsafeTemporaryAllocation(of: Int.self, capacity: entries.count) { order in
      var count = 0
      for index in entries.indices {
        if case .none = entries[index].1 { continue }
        // Sorted by insertion: they are few, and many stand in order.
        var at = count
        while at > 0, Name.precedes(entries[index].0, entries[order[at - 1]].0) {
          order[at] = order[at - 1]
          at -= 1
        }
        order[at] = index
        count += 1
      }
      for at in 0..<count {
        if at > 0 { json.literal(",") }
        Field.startLine(json, indentation.map { $0 + 1 })
        json.string(entries[order[at]].0.bytes)
        json.literal(indentation == nil ? ":" : " : ")
        entries[order[at]].1.write(to: json, indentation: indentation.map { $0 + 1 })
      }
      if count == 0, indentation != nil { json.literal("\n") }
    }
    Field.startLine(json, indentation)
    json.literal("}")
  }
}
