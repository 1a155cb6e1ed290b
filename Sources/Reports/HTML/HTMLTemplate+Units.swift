extension HTMLTemplate {
  /// Search and filters; hidden until the script is there to serve them.
  static let filter = #"""
    {{#.isUseful}}
    <div id="filter" class="filter" role="search" aria-label="[[Tìm và lọc vi phạm|Search and filter violations]]" hidden>
    <p class="field grow"><label for="f-q">[[Tìm|Search]]</label><input id="f-q" type="search" data-key="q" autocomplete="off" placeholder="[[từ bất kỳ, có dấu hoặc không dấu|any words, with or without marks]]"></p>
    <p class="field"><label for="f-unit">[[Đơn vị|Unit]]</label><select id="f-unit" data-key="unit"><option value="">[[tất cả|all]]</option>
    {{#.units}}
    <option value="{{.value}}">{{.label}}</option>
    {{/.units}}
    </select></p>
    <p class="field"><label for="f-verdict">[[Kết luận|Verdict]]</label><select id="f-verdict" data-key="verdict"><option value="">[[tất cả|all]]</option>
    {{#.verdicts}}
    <option value="{{.value}}">{{.label}}</option>
    {{/.verdicts}}
    </select></p>
    <p class="field"><label for="f-severity">[[Mức|Severity]]</label><select id="f-severity" data-key="severity"><option value="">[[tất cả|all]]</option>
    {{#.severities}}
    <option value="{{.value}}">{{.label}}</option>
    {{/.severities}}
    </select></p>
    {{#.hasChanges}}
    <p class="field"><label for="f-change">[[Thay đổi|Change]]</label><select id="f-change" data-key="change"><option value="">[[tất cả|all]]</option>
    {{#.changes}}
    <option value="{{.value}}">{{.label}}</option>
    {{/.changes}}
    </select></p>
    {{/.hasChanges}}
    <p class="field"><label for="f-group">[[Nhóm|Group]]</label><select id="f-group" data-key="group"><option value="">[[tất cả|all]]</option>
    {{#.groups}}
    <option value="{{.value}}">{{.label}}</option>
    {{/.groups}}
    </select></p>
    <p class="field buttons"><button type="button" id="f-reset">[[Bỏ lọc|Clear]]</button> <button type="button" id="f-open">[[Mở hết|Open all]]</button> <button type="button" id="f-close">[[Đóng hết|Close all]]</button></p>
    <p id="f-count" class="count" role="status" aria-live="polite" data-all="[[Đang hiện cả {n} vi phạm ghi trên trang này.|All {n} violations written on this page are shown.]]" data-some="[[Đang hiện {k} trong {n} vi phạm ghi trên trang này.|{k} of {n} violations written on this page are shown.]]" data-none="{{.noneWords}}"></p>
    </div>
    {{/.isUseful}}

    """#

  /// One unit.
  static let unit = #"""
    <details class="unit{{#.isClean}} clean{{/.isClean}}" id="{{.anchor}}" data-unit="{{.id}}"{{#.isOpen}} open{{/.isOpen}}>
    <summary><h3>{{.name}}</h3> <span class="tally">{{.tally}}</span>{{#.score}} <span class="range">{{.range}}{{#.hasNumber}}<span class="faint"> / {{.base}}</span>{{/.hasNumber}}</span>{{/.score}}</summary>
    {{#.score}}
    <div class="score">
    <p><b>{{.range}}</b>{{#.hasNumber}} / {{.base}}{{/.hasNumber}}{{#.bands}} · {{.}}{{/.bands}}<br><span class="faint">[[Đầu vào chấm điểm, không phải kết quả xếp loại|Input to scoring, not a classification]]</span></p>
    <ul>
    <li>[[Đã trừ chắc chắn|Deducted for certain]]: <b>{{.certain}}</b>; [[có thể trừ thêm|may come]]: <b>{{.possible}}</b></li>
    {{#.daysLate}}
    <li>[[Tổng số ngày quá hạn|Days late in all]]: <b>{{.}}</b></li>
    {{/.daysLate}}
    {{#.repeated}}
    <li>[[Tái phạm|Repeated]]: {{.}}</li>
    {{/.repeated}}
    {{#.gates}}
    <li class="gate"><b>{{.sign}} {{.state}}: {{.title}}</b>{{#.clause}} <code>{{.}}</code>{{/.clause}} <span class="faint">([[để người có thẩm quyền xem xét, không tự quyết định|for those who decide; never a decision]])</span>
    <ul>
    {{#.causes}}
    <li>{{#.isWritten}}<a href="#{{.anchor}}">{{.duty}}</a>{{/.isWritten}}{{^.isWritten}}{{.duty}}{{/.isWritten}}{{#.isOpen}} ([[chưa kết luận|not decided]]){{/.isOpen}}</li>
    {{/.causes}}
    {{#.rest}}
    <li class="faint">{{.}}</li>
    {{/.rest}}
    </ul></li>
    {{/.gates}}
    </ul>
    </div>
    {{/.score}}
    {{#.cleanWords}}
    <p class="none">{{.}}</p>
    {{/.cleanWords}}
    <ol class="violations">
    {{#.violations}}
    {{> violation}}
    {{/.violations}}
    </ol>
    {{#.leftOut}}
    <p class="warn"><span aria-hidden="true">! </span>{{.}}</p>
    {{/.leftOut}}
    <div class="aside">
    {{> unit-open}}
    {{> unit-waived}}
    </div>
    </details>

    """#

  /// What of a unit is undecided.
  static let unitOpen = #"""
    {{#.hasOpen}}
    <h4>[[Chưa kết luận được|Not decided]]</h4>
    <ul class="lines">
    {{#.open}}
    <li><span class="sign s-open" aria-hidden="true">{{.sign}}</span> <b>{{.duty}}</b>: {{.note}}</li>
    {{/.open}}
    {{#.openRest}}
    <li class="faint">{{.}}</li>
    {{/.openRest}}
    </ul>
    {{/.hasOpen}}

    """#

  /// What of a unit is waived.
  static let unitWaived = #"""
    {{#.hasWaived}}
    <h4>[[Được miễn (không trừ điểm)|Waived (nothing deducted)]]</h4>
    <ul class="lines">
    {{#.waived}}
    <li><span class="sign" aria-hidden="true">{{.sign}}</span> <b>{{.duty}}</b>: {{.note}}</li>
    {{/.waived}}
    {{#.waivedRest}}
    <li class="faint">{{.}}</li>
    {{/.waivedRest}}
    </ul>
    {{/.hasWaived}}

    """#

  /// One violation: the gist in its first line, the grounds below.
  static let violation = #"""
    <li class="v v-{{.severity}}" data-v data-unit="{{.unit}}" data-verdict="{{.verdict}}" data-severity="{{.severity}}" data-change="{{.change}}" data-group="{{.group}}">
    <details id="{{.anchor}}">
    <summary><span class="sign" aria-hidden="true">{{.sign}}{{.emphasis}}</span><span class="gist"><span class="head"><b>{{.title}}</b>{{#.period}} – {{.}}{{/.period}}</span><span class="sub"><span class="verdict">{{.verdictLabel}}</span> · {{.message}}</span></span><span class="tags"><span class="tag t-{{.severity}}">{{.severityLabel}}</span>{{#.hasChange}}<span class="tag t-{{.change}}">{{.changeLabel}}</span>{{/.hasChange}}{{#.points}}<span class="points"><span class="sr">[[điểm|points]]: </span>{{.}}</span>{{/.points}}</span></summary>
    <dl class="why">
    <div><dt>[[Căn cứ|Clause]]</dt><dd><ul>
    {{#.clauses}}
    <li><code>{{.reference}}</code>{{#.summary}} {{.}}{{/.summary}}{{#.document}} <span class="faint">– {{.}}</span>{{/.document}}</li>
    {{/.clauses}}
    </ul></dd></div>
    {{#.hasDeadline}}
    <div><dt>[[Thời hạn|Deadline]]</dt><dd><ol class="steps">
    {{#.deadline}}
    <li><span>{{.label}}</span> <b>{{.date}}</b>{{#.note}} <span class="faint">({{.}})</span>{{/.note}}</li>
    {{/.deadline}}
    </ol></dd></div>
    {{/.hasDeadline}}
    <div><dt>[[Kết quả|Result]]</dt><dd><b>{{.message}}</b>
    <ul class="figures">
    {{#.figures}}
    <li><span>{{.label}}</span> <b>{{.value}}</b></li>
    {{/.figures}}
    </ul>{{#.excluded}}<p>{{.}}</p>{{/.excluded}}</dd></div>
    {{#.distance}}
    <div><dt>[[Còn cách chỉ tiêu|Distance]]</dt><dd>{{.}}</dd></div>
    {{/.distance}}
    {{#.cost}}
    <div><dt>[[Điểm|Points]]</dt><dd>{{.}} <span class="faint">– [[đầu vào chấm điểm|input to scoring]]</span></dd></div>
    {{/.cost}}
    <div><dt>[[Từ khi nào|Since when]]</dt><dd>{{#.changeLabel}}<b>{{.}}</b>; {{/.changeLabel}}{{.since}}</dd></div>
    {{#.waiver}}
    <div><dt>[[Miễn trừ|Waiver]]</dt><dd>{{.}}</dd></div>
    {{/.waiver}}
    {{#.guidance}}
    <div><dt>[[Việc cần làm|To do]]</dt><dd class="todo">{{.}}</dd></div>
    {{/.guidance}}
    {{#.supporting}}
    <div><dt>[[Phối hợp|Supporting]]</dt><dd>{{.}} <span class="faint">([[chỉ được thông báo, không bị quy lỗi|informed, never blamed]])</span></dd></div>
    {{/.supporting}}
    {{#.hasEvidence}}
    <div class="evidence"><dt>[[Minh chứng|Evidence]] ({{.evidenceTotal}})</dt><dd>
    {{> evidence}}
    {{#.evidenceRest}}
    <p class="faint">{{.}}</p>
    {{/.evidenceRest}}
    </dd></div>
    {{/.hasEvidence}}
    <div><dt>[[Xem lại|Check it]]</dt><dd><code>{{.explain}}</code> <a class="faint" href="#{{.anchor}}">#{{.anchor}}</a></dd></div>
    </dl>
    </details>
    </li>

    """#
}
