/// A table in Markdown, with columns of one width so that it reads on a terminal too.
package struct Table: Sendable {
  package var header: [String]
  package var rows: [[String]] = []

  /// An empty table.
  package init(_ header: [String]) { self.header = header }

  /// The lines of the table. Cells that are missing are empty, pipes in cells are escaped.
  package var markdown: String {
    let cells = ([header] + rows).map { row in
      header.indices.map {
        $0 < row.count ? row[$0].split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") : ""
      }
    }
    let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      "| " + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ") + " |"
    }
    lines.insert("|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|") + "|", at: 1)
    return lines.joined(separator: "\n") + "\n"
  }
}
