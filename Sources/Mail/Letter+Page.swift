internal import Diagnostics
internal import Reports

extension Letter {
  /// The letter as a page for programs that read mail: styles at the elements, no image, no script,
  /// no link, nothing that is fetched.
  func page(_ language: Language) -> String {
    let page = Self.templates.render(self, "letter", language)
    return page.split(separator: "\n", omittingEmptySubsequences: false)
      .map { PrintableText.escaped(String($0)) }.joined(separator: "\n")
  }

  private static let templates = TemplateSet([
    ("letter", letter), ("section", section), ("item", item), ("table", tableTemplate),
  ])

  private static let letter = """
    <!DOCTYPE html>
    <html lang="{{language}}"><head><meta charset="utf-8"><title>{{subject}}</title></head>
    <body style="margin:0;padding:16px;background:#ffffff;color:#1a1a1a;\
    font-family:Arial,'Noto Sans',sans-serif;font-size:15px;line-height:1.45">
    <div style="max-width:760px">
    {{#warnings}}<p style="border:2px solid #8a4b00;padding:8px 12px;font-weight:bold">{{.}}</p>
    {{/warnings}}<h1 style="font-size:20px;margin:0 0 8px">{{title}}</h1>
    {{#intro}}<p style="margin:4px 0">{{.}}</p>
    {{/intro}}{{#table}}{{> table}}{{/table}}{{#sections}}{{> section}}{{/sections}}
    <hr style="border:0;border-top:1px solid #999999;margin:24px 0 8px">
    {{#closing}}<p style="margin:4px 0;font-size:13px;color:#444444">{{.}}</p>
    {{/closing}}</div></body></html>

    """

  private static let section = """
    <h2 style="font-size:17px;margin:24px 0 4px">{{title}}</h2>
    <p style="margin:0 0 8px;color:#444444">{{note}}</p>
    {{#items}}{{> item}}{{/items}}{{#more}}<p style="margin:4px 0">{{.}}</p>
    {{/more}}
    """

  private static let item = """
    <div style="margin:10px 0;padding:6px 12px;border-left:4px solid {{color}}">
    <div style="font-weight:bold">{{title}}</div>
    {{#facts}}<div><span style="color:#555555">{{label}}:</span> {{value}}</div>
    {{/facts}}{{#evidence}}<div style="font-family:Consolas,'DejaVu Sans Mono',monospace;\
    font-size:13px">{{.}}</div>
    {{/evidence}}{{#hidden}}<div style="color:#555555">{{.}}</div>
    {{/hidden}}</div>

    """

  private static let tableTemplate = """
    <table style="border-collapse:collapse;margin:12px 0">
    <tr>{{#heads}}<th style="border:1px solid #bbbbbb;padding:4px 8px;text-align:left;\
    background:#eeeeee">{{.}}</th>{{/heads}}</tr>
    {{#rows}}<tr><td style="border:1px solid #bbbbbb;padding:4px 8px">{{name}}</td>\
    {{#cells}}<td style="border:1px solid #bbbbbb;padding:4px 8px;text-align:right">{{.}}</td>\
    {{/cells}}</tr>
    {{/rows}}</table>
    <p style="margin:4px 0;color:#444444">{{note}}</p>

    """
}
