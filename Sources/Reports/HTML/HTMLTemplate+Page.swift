extension HTMLTemplate {
  /// The page: head, key figures, then the sections in the order in which they are read.
  static let page = #"""
    <!DOCTYPE html>
    <html lang="{{.language}}">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{{.policy}}">
    <meta name="referrer" content="no-referrer">
    <meta name="format-detection" content="telephone=no">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="generator" content="{{.tool}}">
    <title>{{.title}} – {{.asOf}}</title>
    <style>{{{.style}}}</style>
    </head>
    <body>
    <a class="skip" href="#main">[[Đến nội dung|Skip to content]]</a>
    <header class="top">
    <p class="kind">[[Báo cáo kiểm tra thực hiện|Compliance report]]</p>
    <h1>{{.title}}</h1>
    <p class="asof">[[Tính đến ngày|As of]] <strong>{{.asOf}}</strong> <span class="faint">({{.asOfSource}})</span></p>
    <p class="scope faint">{{.scope}}{{#.isMasked}} · [[dữ liệu cá nhân đã được che|personal data are masked]]{{/.isMasked}}</p>
    {{#.restrictions}}
    <p class="warn"><span aria-hidden="true">! </span>{{.}}</p>
    {{/.restrictions}}
    <p class="stamp">[[Đầu vào chấm điểm, không phải kết quả xếp loại|Input to scoring, not a classification]]</p>
    <dl class="facts">
    {{#.facts}}
    <div class="fact fact-{{.mark}}"><dt>{{.label}}</dt><dd><b>{{.value}}</b>{{#.note}}<small>{{.}}</small>{{/.note}}</dd></div>
    {{/.facts}}
    </dl>
    <p class="conclusion">{{.conclusion}}</p>
    </header>
    <nav class="toc" aria-label="[[Các phần của báo cáo|Parts of the report]]">
    <ul>
    <li><a href="#open">[[Chưa kết luận|Not decided]]</a></li>
    <li><a href="#map">[[Bản đồ nghĩa vụ|Heat map]]</a></li>
    <li><a href="#scores">[[Điểm|Scores]]</a></li>
    <li><a href="#trend">[[Thay đổi|Changes]]</a></li>
    <li><a href="#violations">[[Từng đơn vị|Unit by unit]]</a></li>
    <li><a href="#rules">[[Từng quy tắc|Rule by rule]]</a></li>
    <li><a href="#notes">[[Sắp đến hạn, miễn trừ|Due soon, waived]]</a></li>
    <li><a href="#inputs">[[Dữ liệu đầu vào|Inputs]]</a></li>
    <li><a href="#method">[[Cách tính, khiếu nại|Method, contesting]]</a></li>
    </ul>
    </nav>
    <main id="main" tabindex="-1">
    {{> undecided}}
    {{> heat}}
    {{> scores}}
    {{> trend}}
    <section id="violations" aria-labelledby="h-violations">
    <h2 id="h-violations">[[Từng đơn vị: vi phạm và căn cứ|Unit by unit: violations and grounds]]</h2>
    {{#.units}}
    <p>[[Vi phạm|Violations]]: <strong>{{.total}}</strong>. [[Trong mỗi đơn vị, vi phạm nặng hơn đứng trước. Đơn vị phối hợp chỉ được thông báo, không bị quy lỗi.|Within each unit the gravest comes first. Supporting units are informed, never blamed.]]</p>
    {{#.isCut}}
    <p class="warn"><span aria-hidden="true">! </span>[[Trang này chỉ ghi|This page writes only]] {{.written}} [[vi phạm nặng nhất (mỗi đơn vị không quá|of the gravest violations (at most]] {{.perUnit}}[[); tổng số, bản đồ và điểm tính đủ. Danh sách đầy đủ có trong tệp CSV và Excel:| a unit); totals, heat map and scores count everything. The whole list is in the CSV and Excel files:]] <code>--format csv=[[TỆP|FILE]]</code>, <code>--format xlsx=[[TỆP|FILE]]</code>.</p>
    {{/.isCut}}
    {{/.units}}
    {{#.filter}}
    {{> filter}}
    {{/.filter}}
    <div id="units">
    {{#.units}}
    {{#.units}}
    {{> unit}}
    {{/.units}}
    {{#.leftOut}}
    <p class="faint">{{.}} ([[đơn vị|units]])</p>
    {{/.leftOut}}
    {{/.units}}
    </div>
    </section>
    {{> matrices}}
    <section id="notes" aria-labelledby="h-notes">
    <h2 id="h-notes">[[Sắp đến hạn, miễn trừ, loại trừ, lưu ý|Due soon, waived, excluded, remarks]]</h2>
    {{#.soon}}
    <h3>[[Sắp đến hạn|Due soon]]: {{.total}}</h3>
    {{> list}}
    {{/.soon}}
    {{^.soon}}
    <p class="faint">[[Không có nghĩa vụ nào sắp đến hạn.|Nothing falls due soon.]]</p>
    {{/.soon}}
    {{#.waived}}
    <h3>[[Được miễn (không trừ điểm)|Waived (nothing deducted)]]: {{.total}}</h3>
    {{> list}}
    {{/.waived}}
    {{#.eased}}
    <h3>[[Được gia hạn hoặc giảm chỉ tiêu|With a later deadline or a lower target]]: {{.total}}</h3>
    {{> list}}
    {{/.eased}}
    {{#.exclusions}}
    <details class="fold"><summary><h3>[[Đã loại trừ theo quy tắc|Excluded by rules]]: {{.total}} [[quy tắc|rules]]</h3></summary>
    {{> list}}
    </details>
    {{/.exclusions}}
    {{#.warnings}}
    <h3>[[Lưu ý|Remarks]]: {{.total}}</h3>
    {{> list}}
    {{/.warnings}}
    </section>
    {{> inputs}}
    {{> method}}
    </main>
    <footer>
    <p>{{.tool}} · [[quy tắc|rules]] <code>{{.rulesDigest}}</code> · [[dữ liệu|data]] <code>{{.dataDigest}}</code></p>
    <p>[[Đầu vào chấm điểm, không phải kết quả xếp loại.|Input to scoring, not a classification.]]</p>
    </footer>
    <script>{{{.script}}}</script>
    </body>
    </html>

    """#

  /// What could not be judged: always there, so that nobody wonders.
  static let undecided = #"""
    <section id="open" aria-labelledby="h-open">
    {{#.undecided}}
    <h2 id="h-open">[[Chưa kết luận được|Not decided]]: {{.total}} [[nghĩa vụ|obligations]]</h2>
    <p>[[Những điều dưới đây chưa ai kết luận được. Chúng không được tính là đạt, cũng không được tính là vi phạm; cận dưới và cận trên của điểm cho thấy chúng có thể đổi kết quả đến đâu.|Nobody can conclude the following yet. It counts neither as met nor as violated; the two ends of a score show how much it could change.]]</p>
    {{#.causes}}
    <article class="cause">
    <h3><span class="sign s-open" aria-hidden="true">{{.sign}}</span> {{.label}}: {{.why}}</h3>
    <p><span class="tag">{{.count}} [[nghĩa vụ|obligations]]</span> <strong>[[Cần|Needed]]:</strong> {{.remedy}}</p>
    {{> faults}}
    <ul>
    {{#.rules}}
    <li>{{.title}} <code>{{.rule}}</code>: {{.who}}{{#.figures}} – {{.}}{{/.figures}}
    {{> cells}}
    </li>
    {{/.rules}}
    {{#.rest}}
    <li class="faint">{{.}}</li>
    {{/.rest}}
    </ul>
    </article>
    {{/.causes}}
    {{/.undecided}}
    {{^.undecided}}
    <h2 id="h-open">[[Chưa kết luận được: không có|Not decided: nothing]]</h2>
    <p>[[Mọi nghĩa vụ đều đã được xét.|Every obligation was judged.]]</p>
    {{/.undecided}}
    {{#.dataErrors}}
    <p class="warn"><span aria-hidden="true">! </span>[[Dữ liệu có|The data have]] {{.total}} [[lỗi|errors]]: <a href="#errors">[[xem danh sách|see the list]]</a>.</p>
    {{/.dataErrors}}
    </section>

    """#
}
