/// Pictures drawn from a text in the Markdown: `[2023-01](# ".ribbon")`.
///
/// The Markdown keeps the data, the HTML shows it. What a picture says stands in words beside it, so it is hidden from
/// readers that speak. Attributes of SVG place its parts, since the site's policy refuses style attributes.
enum Drawing {
  /// The classes that draw.
  static let names: Set<String> = ["ribbon", "timeline-chart", "activity-chart", "arcs"]

  /// The inline picture that a class names; nil where it names none.
  static func svg(_ name: String, of text: String) -> String? {
    switch name {
    case "ribbon": Ribbon(value: text).svg
    case "timeline-chart": TimelineDrawing(marks: ChartMark.all(in: text)).svg
    case "activity-chart": ActivityDrawing(marks: ChartMark.all(in: text)).svg
    case "arcs": ArcsDrawing(text: text).svg
    default: nil
    }
  }

  /// The start of a picture that readers who speak do not hear.
  static func open(_ name: String, width: String, height: Int) -> String {
    "<svg class=\"\(name)\" width=\"\(width)\" height=\"\(height)\" aria-hidden=\"true\" focusable=\"false\">"
  }
}

/// A number that is not negative, in tenths, written the same on every machine: "12.5".
struct Tenths: CustomStringConvertible {
  let description: String

  /// The nearest tenth.
  init(_ number: Double) { self.init(count: Int((number * 10).rounded())) }

  /// So many tenths.
  init(count: Int) { description = count % 10 == 0 ? "\(count / 10)" : "\(count / 10).\(count % 10)" }
}
