/// Arcs from the first row of a list to each other one, the thicker the more they share.
///
/// The rows stand beside the picture, each of one height, so the picture is as high as the list.
struct ArcsDrawing {
  /// For each row after the first, how much it shares with the first.
  let weights: [Int]

  /// The height of a row in pixels, as the style sheet has it.
  static let row = 28
  private static let width = 98  // pixels
  private static let thickest = 4.0  // pixels

  /// Reads weights separated by spaces.
  init(text: String) { weights = text.split(separator: " ").compactMap { Int($0) }.filter { $0 > 0 } }

  /// The picture; empty where there are no rows.
  var svg: String {
    guard let most = weights.max() else { return "" }
    let (width, row) = (ArcsDrawing.width, ArcsDrawing.row)
    let start = row / 2
    var out = Drawing.open("arcs", width: "\(width)", height: (weights.count + 1) * row)
    for (at, weight) in weights.enumerated() {
      let end = start + (at + 1) * row
      let bulge = min(width - 14, 18 + at * (width - 32) / max(weights.count - 1, 1))
      let x = width - 8
      let stroke = Int((1 + Double(weight - 1) / Double(max(most - 1, 1)) * (ArcsDrawing.thickest - 1)).rounded())
      // A cubic curve reaches three quarters of the way to its handles.
      let handle = x - bulge * 4 / 3
      out +=
        "<path stroke-width=\"\(stroke)\" d=\"M\(x) \(start)C\(handle) \(start) \(handle) \(end) \(x) \(end)\"/><circle class=\"p\" cx=\"\(x)\" cy=\"\(end)\" r=\"4\"/>"
    }
    return out + "<circle class=\"d\" cx=\"\(width - 8)\" cy=\"\(start)\" r=\"6\"/></svg>"
  }
}
