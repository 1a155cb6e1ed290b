extension HTMLTemplate {
  /// Cells of dumps in a line each.
  static let cells = #"""
    {{#.cells}}
    <span class="cell"><code>{{.place}}</code>{{#.column}} {{.}}{{/.column}}{{#.value}} = “{{.}}”{{/.value}}{{#.key}} <span class="faint">({{.}})</span>{{/.key}}{{#.note}} {{.}}{{/.note}}</span>
    {{/.cells}}
    {{#.rest}}
    <span class="cell faint">{{.}}</span>
    {{/.rest}}

    """#

  /// Faults of files, a line each.
  static let faults = #"""
    {{#.faults}}
    <p class="cell"><code>{{.place}}</code>{{#.column}} {{.}}{{/.column}}{{#.value}} = “{{.}}”{{/.value}}{{#.note}} {{.}}{{/.note}}</p>
    {{/.faults}}

    """#

  /// Cells of evidence as a table.
  static let evidence = #"""
    <div class="scroll"><table class="plain"><caption class="sr">[[Minh chứng|Evidence]]: {{.title}}</caption><thead><tr><th scope="col">[[Tệp, dòng hoặc ô|File, row or cell]]</th><th scope="col">[[Cột|Column]]</th><th scope="col">[[Giá trị|Value]]</th><th scope="col">[[Khoá|Key]]</th><th scope="col">[[Ghi chú|Note]]</th></tr></thead><tbody>
    {{#.evidence}}
    <tr><td><code>{{.place}}</code></td><td>{{#.column}}<code>{{.}}</code>{{/.column}}</td><td>{{#.value}}{{.}}{{/.value}}</td><td>{{#.key}}{{.}}{{/.key}}</td><td>{{#.note}}{{.}}{{/.note}}</td></tr>
    {{/.evidence}}
    </tbody></table></div>

    """#

  /// A list of remarks.
  static let list = #"""
    <ul class="notes">
    {{#.items}}
    <li><b>{{.title}}</b>{{#.rule}} <code>{{.}}</code>{{/.rule}}
    {{#.lines}}
    <span class="cell">{{.}}</span>
    {{/.lines}}
    </li>
    {{/.items}}
    {{#.rest}}
    <li class="faint">{{.}}</li>
    {{/.rest}}
    </ul>

    """#

  /// The dumps, and the mistakes in them.
  static let inputs = #"""
    <section id="inputs" aria-labelledby="h-inputs">
    <h2 id="h-inputs">[[Dữ liệu đầu vào|Inputs]]</h2>
    {{#.inputs}}
    <div class="scroll" tabindex="0" role="region" aria-labelledby="c-inputs">
    <table class="plain">
    <caption id="c-inputs">[[Các tệp đã đọc|Files that were read]]: {{.total}}. [[Dấu vân tay SHA-256 cho biết đúng tệp nào đã được xét.|The SHA-256 digest tells exactly which file was judged.]]</caption>
    <thead><tr><th scope="col">[[Bảng|Dataset]]</th><th scope="col">[[Tệp|File]]</th><th scope="col" class="n">[[Số dòng|Rows]]</th><th scope="col" class="n">[[Lỗi|Errors]]</th><th scope="col">[[Đầy đủ đến|Complete up to]]</th><th scope="col">[[Bảng mã|Encoding]]</th><th scope="col">SHA-256</th></tr></thead>
    <tbody>
    {{#.files}}
    <tr><th scope="row">{{.title}} <code>{{.dataset}}</code></th><td>{{.file}}{{#.warnings}}<span class="cell warn">! {{.}}</span>{{/.warnings}}</td><td class="n">{{.rows}}</td><td class="n">{{#.hasErrors}}<a href="#errors">{{/.hasErrors}}{{.errors}}{{#.hasErrors}}</a>{{/.hasErrors}}</td><td>{{.coversUntil}}</td><td>{{.encoding}}</td><td><code class="digest" title="{{.digest}}">{{.shortDigest}}</code></td></tr>
    {{/.files}}
    </tbody>
    </table>
    </div>
    {{#.rest}}
    <p class="faint">{{.}}</p>
    {{/.rest}}
    {{/.inputs}}
    <h3 id="errors">[[Lỗi dữ liệu|Data errors]]: {{#.dataErrors}}{{.total}}{{/.dataErrors}}{{^.dataErrors}}[[không có|none]]{{/.dataErrors}}</h3>
    {{#.dataErrors}}
    <div class="scroll"><table class="plain"><caption class="sr">[[Lỗi dữ liệu|Data errors]]</caption><thead><tr><th scope="col">[[Tệp, dòng hoặc ô|File, row or cell]]</th><th scope="col">[[Cột|Column]]</th><th scope="col">[[Giá trị|Value]]</th><th scope="col">[[Lỗi|Error]]</th></tr></thead><tbody>
    {{#.cells}}
    <tr><td><code>{{.place}}</code></td><td>{{#.column}}<code>{{.}}</code>{{/.column}}</td><td>{{#.value}}{{.}}{{/.value}}</td><td>{{#.note}}{{.}}{{/.note}}</td></tr>
    {{/.cells}}
    </tbody></table></div>
    {{#.rest}}
    <p class="faint">{{.}}</p>
    {{/.rest}}
    {{/.dataErrors}}
    </section>

    """#

  /// How the report comes about, and how to contest it.
  static let method = #"""
    <section id="method" aria-labelledby="h-method">
    <h2 id="h-method">[[Cách tính và cách khiếu nại|Method, and how to contest]]</h2>
    <dl class="method">
    <div><dt>[[Nghĩa vụ|Obligation]]</dt><dd>[[Một quy tắc × một đơn vị × một kỳ. Đơn vị bị xét lấy từ danh mục đơn vị, không phải từ dữ liệu: đơn vị không gửi gì vẫn có nghĩa vụ. Mỗi nghĩa vụ thuộc nhóm của điều khoản đầu tiên mà quy tắc viện dẫn.|One rule × one unit × one period. Who is judged comes from the register, not from the data: a unit that sent nothing still owes. An obligation belongs to the group of its rule's first clause.]]</dd></div>
    <div><dt>[[Kết luận|Verdict]]</dt><dd>[[Vi phạm là: không đạt, quá hạn chưa hoàn thành, hoàn thành quá hạn. Thiếu tệp, dữ liệu chưa đủ đến hạn, ô trống hoặc sai có thể làm đổi kết luận thì là “chưa đủ số liệu”: không bao giờ là đạt, cũng không quy lỗi cho đơn vị. Số lẻ được so đúng, không làm tròn.|Violations are: failed, overdue, met late. A missing file, data that end before the deadline, empty or wrong cells that could tip the result give “no data”: never met, and never blame. Numbers are compared exactly, never rounded.]]</dd></div>
    <div><dt>[[Điểm|Score]]</dt><dd>[[Đầu vào chấm điểm, không phải kết quả xếp loại. Điểm là một khoảng: cận dưới coi mọi điều chưa kết luận là vi phạm, cận trên coi là đạt. Một sự việc chỉ trừ một lần. Điều được miễn không bị trừ và được nêu riêng. Đơn vị chưa xét được gì thì không có điểm. Cảnh báo chỉ để người có thẩm quyền xem xét.|Input to scoring, not a classification. A score is an interval: the lower end takes everything undecided as violated, the upper end as met. One fact is deducted once. What is waived is not deducted and stands apart. A unit with nothing judged has no score. Gates are warnings for those who decide.]]</dd></div>
    <div><dt>[[Từ khi nào|Since when]]</dt><dd>[[Lấy từ các lần xét đã ghi. Bổ sung hoặc sửa muộn không xoá việc vi phạm đã từng được thấy.|Taken from recorded runs. A late correction does not erase that a violation was seen.]]</dd></div>
    <div><dt>[[Mã thoát|Exit code]]</dt><dd>{{.conclusion}} [[0: xét hết, không có vi phạm; 1: có vi phạm, đã xét hết; 2: chưa đầy đủ.|0: everything judged, no violation; 1: violations, everything judged; 2: incomplete.]]</dd></div>
    <div><dt>[[Khiếu nại|Contesting]]</dt><dd>[[Mở vi phạm, đối chiếu tệp, dòng, ô ở phần minh chứng với sổ gốc. Nếu dữ liệu sai: sửa ở sổ gốc, kết xuất lại, xét lại. Nếu cách tính sai: gửi người soạn quy tắc dòng lệnh ở mục “Xem lại”; lệnh ấy kể từng bước dẫn đến kết luận. Cùng dữ liệu và quy tắc (cùng dấu vân tay) luôn cho cùng một báo cáo.|Open the violation and hold file, row and cell against the original record. If the data are wrong: mend the record, export again, judge again. If the reasoning is wrong: send the command under “Check it” to the author of the rule; it tells every step. The same data and rules (the same digests) always give the same report.]]</dd></div>
    <div><dt>[[Dấu vân tay|Digests]]</dt><dd>[[quy tắc|rules]] <code class="digest">{{.rulesDigest}}</code>; [[dữ liệu|data]] <code class="digest">{{.dataDigest}}</code></dd></div>
    </dl>
    </section>

    """#
}
