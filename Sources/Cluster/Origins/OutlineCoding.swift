extension ReportOutline {
  /// The outline as bytes, some 2 KB for an article of 4 KB: to be put aside during a run, not kept beyond it.
  package var encoded: [UInt8] {
    var out = SketchWriter()
    out.bytes.reserveCapacity(stems.count * 4 + facts.count * 4 + starts.count + 64)
    out.words(stems)
    out.number(UInt64(starts.count - 1))
    for (start, end) in zip(starts, starts.dropFirst()) { out.number(UInt64(end - start)) }
    out.fixed(text, bytes: 8)
    out.words(facts)
    out.list(relays) { $1.string($0) }
    out.list(credits) { $1.string($0) }
    out.byte(outlet == nil ? 0 : 1)
    out.string(outlet ?? "")
    out.string(language)
    return out.bytes
  }

  /// Reads what `encoded` wrote; nil for other bytes.
  package init?(encoded bytes: [UInt8]) {
    let read: ReportOutline? = bytes.withUnsafeBufferPointer { buffer in
      var reader = SketchReader(bytes: buffer)
      let stems = reader.words()
      let count = reader.count(least: 1)
      var starts: [Int32] = [0]
      starts.reserveCapacity(count + 1)
      var end: UInt64 = 0
      for _ in 0..<count {
        end += min(reader.number(), UInt64(stems.count))
        starts.append(Int32(clamping: end))
      }
      guard end == stems.count else { return nil }
      let text = reader.fixed(bytes: 8)
      let facts = reader.words()
      let relays = reader.list(least: 1) { $0.string() }
      let credits = reader.list(least: 1) { $0.string() }
      let hasOutlet = reader.byte() == 1
      let outlet = reader.string()
      let language = reader.string()
      guard reader.isWhole else { return nil }
      return ReportOutline(
        stems: stems, starts: starts, text: text, facts: facts, relays: relays, credits: credits,
        outlet: hasOutlet ? outlet : nil, language: language)
    }
    guard let read else { return nil }
    self = read
  }
}

extension SketchWriter {
  /// Numbers of four bytes as they lie in memory, behind their count.
  fileprivate mutating func words(_ words: [UInt32]) {
    number(UInt64(words.count))
    words.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

extension SketchReader {
  /// What `words` wrote.
  fileprivate mutating func words() -> [UInt32] {
    let count = count(least: 4)
    defer { at += count * 4 }
    return [UInt32](unsafeUninitializedCapacity: count) { out, filled in
      UnsafeMutableRawBufferPointer(out).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[at..<at + count * 4]))
      filled = count
    }
  }
}
