/// The named fields of something on a page.
struct Record: Sendable, Equatable {
  /// What programs may rely on: it stands in `index.json` too.
  var data: Fields
  /// What the template alone sees: formatted words, links, pieces.
  var view: Fields

  /// A record of data and of what only a template needs.
  init(_ data: Fields = [:], view: Fields = [:]) {
    self.data = data
    self.view = view
  }

  /// The field of a name for a template; the view's where both have it.
  func field(hash: UInt64) -> Field? { view.field(hash: hash) ?? data.field(hash: hash) }

  /// The same record with more for the template.
  func viewing(_ more: Fields) -> Record { Record(data, view: view.merging(more)) }

  /// The same record with more data.
  func adding(_ more: Fields) -> Record { Record(data.merging(more), view: view) }
}

/// Fields by name, in the order in which they were given: so few that looking through them is the fastest way.
struct Fields: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  /// Names with their values, in the form of a literal, which so need not be copied.
  private(set) var entries: [(Name, Field)]

  /// Fields of which each has a name of its own.
  init(_ entries: [(Name, Field)]) { self.entries = entries }

  init(dictionaryLiteral elements: (Name, Field)...) { self.init(elements) }

  /// The field of a name.
  subscript(name: Name) -> Field? {
    get { field(hash: name.hash) }
    set {
      let index = entries.firstIndex { $0.0 == name }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].1 = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append((name, value))
      case (nil, nil): break
      }
    }
  }

  /// The field whose name has that number.
  @inline(__always)
  func field(hash: UInt64) -> Field? {
    for index in entries.indices where entries[index].0.hash == hash { return entries[index].1 }
    return nil
  }

  /// Both; where a name is in both, the field of `more`.
  func merging(_ more: Fields) -> Fields {
    if entries.isEmpty { return more }
    var out = self
    out.entries.reserveCapacity(entries.count + more.entries.count)
    for (name, value) in more.entries { out[name] = value }
    return out
  }

  static func == (a: Fields, b: Fields) -> Bool {
    a.entries.count == b.entries.count && a.entries.allSatisfy { b[$0.0] == $0.1 }
  }
}
