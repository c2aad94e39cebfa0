import Model
import Policy

/// What our pages have in common.
protocol PageView {
  /// The words in the page's language.
  var say: Wording { get }
}

extension PageView {
  /// The whole page.
  func document(_ title: String, @MarkupBuilder _ content: () -> Markup) -> String {
    page(language: say("zh-CN", "en"), title: title, style: PageStyle.css) {
      tag("main", [:], content)
    }
  }

  /// A section of the page with its heading.
  func section(
    _ id: String, _ heading: String, @MarkupBuilder _ content: () -> Markup
  ) -> Markup {
    tag("section", ["id": id, "aria-labelledby": id + "-heading"]) {
      tag("h2", ["id": id + "-heading"]) { heading }
      content()
    }
  }

  /// A table with a caption and column headings; those in `numbers` stand at the right.
  func table(
    _ caption: String, _ columns: [String], numbers: Range<Int> = 0..<0,
    @MarkupBuilder _ body: () -> Markup
  ) -> Markup {
    table(caption: { caption }, columns, numbers: numbers, body)
  }

  /// A table whose caption holds more than text.
  func table(
    @MarkupBuilder caption: () -> Markup, _ columns: [String], numbers: Range<Int> = 0..<0,
    @MarkupBuilder _ body: () -> Markup
  ) -> Markup {
    tag("div", ["class": "wide"]) {
      tag("table") {
        tag("caption", [:], caption)
        tag("thead") {
          tag("tr") {
            for (index, column) in columns.enumerated() {
              tag("th", ["scope": "col", "class": numbers.contains(index) ? "n" : "t"]) { column }
            }
          }
        }
        body()
      }
    }
  }

  /// A cell that holds a number.
  func number(_ text: String) -> Markup {
    tag("td", ["class": "n"]) { text }
  }

  /// The marks of what a line rests on, with the reasons of local settings.
  @MarkupBuilder
  func marks(_ bases: [Basis]) -> Markup {
    for basis in bases {
      switch basis {
      case .clause:
        tag("span", ["class": "mark clause"]) { say.mark(basis) }
        " "
      case .local(let reason):
        tag("span", ["class": "mark local"]) { say.mark(basis) }
        " " + say(reason) + " "
      }
    }
  }

  /// Says that more exists than is shown, and where.
  @MarkupBuilder
  func rest<Element>(of excerpt: Excerpt<Element>) -> Markup {
    if excerpt.shown.count < excerpt.total {
      tag("p", ["class": "note"]) {
        say(
          "以上为 \(say.count(excerpt.total)) 项中的前 \(say.count(excerpt.shown.count)) 项",
          "The first \(say.count(excerpt.shown.count)) of \(say.count(excerpt.total))")
        if let file = excerpt.file {
          say("，全部见 ", "; all of them in ")
          tag("a", ["href": file]) { file }
        }
        say("。", ".")
      }
    }
  }

  /// A name and its value in the head of a page.
  func fact(_ name: String, _ value: String) -> Markup {
    tag("div") {
      tag("dt") { name }
      tag("dd") { value }
    }
  }

  /// A large number with what it counts.
  func figure(_ number: String, _ name: String) -> Markup {
    tag("li") {
      tag("strong") { number }
      tag("span") { name }
    }
  }

  /// A chart with its title above it, on one sheet of paper.
  func figure(_ title: String, _ chart: Markup) -> Markup {
    tag("figure") {
      tag("figcaption") { title }
      chart
    }
  }
}
