internal import CICU

/// Abbreviations of CLDR behind which no sentence ends ("M.", "Ph.D."), matched as ICU's filtered iterator does, but for
/// whole words alone: that takes the end of "travaux." for the abbreviation "aux.".
struct SentenceExceptions: Sendable {
  /// Words behind which nothing ends, from their last byte to their first.
  private var backwards = ByteTrie()
  /// Words with a full stop inside, which go on behind it.
  private var forwards = ByteTrie()

  private static let whole = 1
  private static let partial = 2
  /// The second byte of "°", which belongs to the unit behind it.
  private static let degree: UInt8 = 0xB0

  /// The exceptions of a language; none where CLDR has none.
  init(language: String) {
    let words = SentenceExceptions.words(of: language)
    var heads: Set<[UInt8]> = []
    for word in words {
      if let stop = word.firstIndex(of: 0x2E), stop + 1 < word.count { heads.insert(Array(word[...stop])) }
    }
    for head in heads.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      backwards.insert(head.reversed(), SentenceExceptions.partial)
    }
    for word in words {
      // A word that starts as another goes on is found with it, from its first full stop on.
      let head = word.firstIndex(of: 0x2E).map { Array(word[...$0]) }
      if let head, heads.contains(head) {
        forwards.insert(word, SentenceExceptions.partial)
      } else {
        backwards.insert(word.reversed(), SentenceExceptions.whole)
      }
    }
  }

  private static func words(of language: String) -> [[UInt8]] {
    let length = cicu_sentence_exceptions(language, nil, 0)
    guard length > 0 else { return [] }
    var bytes = [CChar](repeating: 0, count: Int(length))
    guard cicu_sentence_exceptions(language, &bytes, length) == length else { return [] }
    return bytes.map { UInt8(bitPattern: $0) }.split(separator: 0x0A).map { Array($0) }
  }

  /// Whether a boundary inside a text is none because of the word before it.
  func suppress(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ boundary: Int) -> Bool {
    var at = boundary
    if at > start, bytes[at - 1] == 0x20 { at -= 1 }
    var (node, best, place) = (0, 0, 0)
    while at > start, let next = backwards.step(from: node, by: bytes[at - 1]) {
      at -= 1
      node = next
      if backwards.value(at: node) > 0, !isInsideWord(bytes, start, at) {
        (best, place) = (backwards.value(at: node), at)
      }
    }
    guard best == SentenceExceptions.partial else { return best == SentenceExceptions.whole }
    node = 0
    while place < end {
      guard let next = forwards.step(from: node, by: bytes[place]) else { return false }
      place += 1
      node = next
      if forwards.isLeaf(node) { break }
    }
    return forwards.value(at: node) > 0
  }

  /// Whether a letter stands before a byte: "travaux." ends with the abbreviation "aux." and is none.
  private func isInsideWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ at: Int) -> Bool {
    guard at > start else { return false }
    let byte = bytes[at - 1]
    return byte >= 0x80 && !isPunctuation(bytes, start, at) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Whether what ends before a byte is a mark of more than one byte: « “ ’ or a space that is not broken.
  private func isPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ at: Int) -> Bool {
    if at - 2 >= start, bytes[at - 2] == 0xC2 { return bytes[at - 1] != SentenceExceptions.degree }
    return at - 3 >= start && bytes[at - 3] == 0xE2 && (bytes[at - 2] == 0x80 || bytes[at - 2] == 0x81)
  }
}

/// Strings of bytes, each with a value above 0, found byte by byte from node 0 on.
private struct ByteTrie: Sendable {
  /// By node and byte, the node that follows.
  private var steps: [Int: Int] = [:]
  private var values = [0]
  private var isInner = [false]

  mutating func insert(_ bytes: some Sequence<UInt8>, _ value: Int) {
    var node = 0
    for byte in bytes {
      if let next = step(from: node, by: byte) {
        node = next
        continue
      }
      values.append(0)
      isInner.append(false)
      steps[node << 8 | Int(byte)] = values.count - 1
      isInner[node] = true
      node = values.count - 1
    }
    values[node] = value
  }

  func step(from node: Int, by byte: UInt8) -> Int? { steps[node << 8 | Int(byte)] }
  func value(at node: Int) -> Int { values[node] }
  func isLeaf(_ node: Int) -> Bool { !isInner[node] }
}
