internal import Foundation
internal import NewsModel

/// Proves the tables of a site: rows are whole, words stand in their articles, and quotes are such as pages print.
struct TableCheck {
  /// Quotes of the tables, for when all pages were read.
  private var quotes: [(key: String, path: String, line: Int)] = []

  /// The faults of a file of comma-separated values (RFC 4180).
  mutating func read(_ data: Data, path: String, _ passages: inout PassageCheck) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    let rows = TableCheck.rows(Array(data))
    guard let head = rows.first else {
      return [Diagnostic(.badLine, "this table has no row of names; build the site again", file: path)]
    }
    let columns = Dictionary(zip(head, head.indices)) { first, _ in first }
    let words = columns["quote"] ?? columns["text"]
    for (number, row) in rows.enumerated().dropFirst() {
      guard row.count == head.count else {
        faults.append(
          Diagnostic(
            .badLine, "row \(number + 1) has \(row.count) cells, not \(head.count); build the site again", file: path))
        continue
      }
      guard let words, let article = columns["article"].map({ row[$0] }),
        let start = columns["start"].flatMap({ Int(row[$0]) }), let end = columns["end"].flatMap({ Int(row[$0]) })
      else { continue }
      let form = columns["form"].map { row[$0] }
      faults += passages.read(
        TableCheck.unguarded(row[words]), start, end, of: article, isQuote: form == "direct" || form == "partial",
        path: path, line: number + 1)
      if form != nil { quotes.append((PassageCheck.quote(article, start, end), path, number + 1)) }
    }
    return faults
  }

  /// Adds what was read of other files.
  mutating func add(_ other: TableCheck) { quotes += other.quotes }

  /// Quotes of the tables that no page prints.
  func faults(_ passages: PassageCheck) -> [Diagnostic] {
    quotes.filter { !passages.quotes.contains($0.key) }.map {
      Diagnostic(.notVerbatim, "a quote that no page prints; build the site again", file: $0.path, line: $0.line)
    }
  }

  /// A cell without the apostrophe that keeps spreadsheets from reckoning.
  private static func unguarded(_ cell: String) -> String {
    guard cell.first == "'", let next = cell.dropFirst().unicodeScalars.first else { return cell }
    return "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(next) ? String(cell.dropFirst()) : cell
  }

  /// The cells of each row.
  static func rows(_ bytes: [UInt8]) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var at = 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if at < bytes.count, bytes[at] == 0x22 {
          cell.append(byte)
          at += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22: isQuoted = true
      case 0x2C, 0x0A:
        row.append(text())
        cell = []
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      case 0x0D where at < bytes.count && bytes[at] == 0x0A: continue
      default: cell.append(byte)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [text()]) }
    return rows
  }
}
