extension HTMLTemplate {
  /// Units against groups, and below it every rule.
  static let heat = #"""
    <section id="map" aria-labelledby="h-map">
    <h2 id="h-map">[[Bản đồ nghĩa vụ: đơn vị × nhóm của Kế hoạch|Heat map: units × groups of the plan]]</h2>
    {{#.heat}}
    <ul class="legend" aria-label="[[Chú giải|Legend]]">
    <li><span class="key h-minor">✗ 1</span> [[vi phạm ít nghiêm trọng|minor violation]]</li>
    <li><span class="key h-major">✗! 1</span> [[nghiêm trọng|major]]</li>
    <li><span class="key h-critical">✗!! 1</span> [[rất nghiêm trọng|critical]]</li>
    <li><span class="key h-open">? 1</span> [[chưa kết luận được|not decided]]</li>
    <li><span class="key h-met">✓ 1</span> [[đạt hết, trừ phần không áp dụng|all met, but for what is not applicable]]</li>
    <li><span class="key h-waived">○ 1</span> [[được miễn|waived]]</li>
    <li><span class="key h-calm">… 1</span> [[chưa đến hạn|pending]]</li>
    <li><span class="key h-calm">– 1</span> [[không áp dụng|not applicable]]</li>
    <li><span class="key h-none">&nbsp;</span> [[không có nghĩa vụ|nothing owed]]</li>
    </ul>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="c-map">
    <table class="heat">
    <caption id="c-map">[[Mỗi ô: số vi phạm và số chưa kết luận của một đơn vị trong một nhóm; ô không có cả hai ghi đủ các kết luận khác; bấm vào ô để xem đúng các vi phạm ấy.|Each cell: violations and open obligations of a unit in a group; every other verdict where there are none; press a cell to see just those violations.]]</caption>
    <thead><tr><th scope="col">[[Đơn vị|Unit]]</th>
    {{#.columns}}
    <th scope="col"><a href="#g-{{.key}}"{{#.summary}} title="{{.}}"{{/.summary}}>{{.label}}</a></th>
    {{/.columns}}
    <th scope="col">[[Tổng|All]]</th></tr></thead>
    <tbody>
    {{#.rows}}
    <tr><th scope="row"><a href="#{{.anchor}}">{{.name}}</a></th>
    {{#.cells}}
    {{> heat-cell}}
    {{/.cells}}
    {{#.total}}
    {{> heat-cell}}
    {{/.total}}
    </tr>
    {{/.rows}}
    </tbody>
    <tfoot><tr><th scope="row">[[Toàn xã|All units]]</th>
    {{#.totals}}
    {{> heat-cell}}
    {{/.totals}}
    {{#.all}}
    {{> heat-cell}}
    {{/.all}}
    </tr></tfoot>
    </table>
    </div>
    {{#.leftOut}}
    <p class="faint">{{.}} ([[đơn vị; dòng tổng tính đủ|units; the last row counts all]])</p>
    {{/.leftOut}}
    {{/.heat}}
    {{^.heat}}
    <p>[[Không có nghĩa vụ nào để xét.|There is no obligation to judge.]]</p>
    {{/.heat}}
    </section>

    """#

  /// One cell of the heat map.
  static let heatCell = #"""
    <td class="h-{{.mark}}" title="{{.words}}">{{#.link}}<a href="#{{.target}}" data-filter="{{.filter}}">{{/.link}}<span aria-hidden="true">{{#.bad}}<b>{{.}}</b>{{/.bad}} {{#.open}}<i>{{.}}</i>{{/.open}}{{#.plain}}<span class="rest">{{.}}</span>{{/.plain}}</span> <span class="sr">{{.words}}</span>{{#.link}}</a>{{/.link}}</td>

    """#

  /// Every rule of every group.
  static let matrices = #"""
    {{#.matrices}}
    <section id="rules" aria-labelledby="h-rules">
    <h2 id="h-rules">[[Từng quy tắc của mỗi nhóm|Every rule of each group]]</h2>
    <p class="faint signs">[[Mở một nhóm để xem từng nghĩa vụ:|Open a group to see each obligation:]] ✗ [[không đạt|failed]] · ⊗ [[quá hạn chưa hoàn thành|overdue]] · ◷ [[hoàn thành quá hạn|met late]] · ? [[chưa đủ số liệu|no data]] · ! [[lỗi kiểm tra|error]] · ○ [[được miễn|waived]] · … [[chưa đến hạn|pending]] · ✓ [[đạt|met]] · – [[không áp dụng|not applicable]]</p>
    {{#.groups}}
    <details class="fold group" id="g-{{.key}}"><summary><h3>{{.label}}</h3> <span class="faint">{{.count}}</span>{{#.mark}} <strong>{{.}}</strong>{{/.mark}}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="[[Nhóm|Group]] {{.label}}">
    <table class="matrix">
    <caption class="sr">[[Nhóm|Group]] {{.label}}: [[quy tắc theo đơn vị|rules by unit]]</caption>
    <thead><tr><th scope="col">[[Quy tắc|Rule]]</th><th scope="col">[[Mức|Severity]]</th>
    {{#.units}}
    <th scope="col" class="turned"><abbr title="{{.name}}">{{.short}}</abbr></th>
    {{/.units}}
    {{^.units}}
    <th scope="col">[[Kết luận|Verdicts]]</th>
    {{/.units}}
    </tr></thead>
    <tbody>
    {{#.rules}}
    <tr><th scope="row">{{.title}} <code>{{.id}}</code></th><td>{{.severity}}</td>
    {{#.cells}}
    <td class="m-{{.mark}}" title="{{.words}}"><span aria-hidden="true">{{.sign}}</span> <span class="sr">{{.words}}</span></td>
    {{/.cells}}
    {{#.counts}}
    <td>{{.}}</td>
    {{/.counts}}
    </tr>
    {{/.rules}}
    </tbody>
    </table>
    </div>
    </details>
    {{/.groups}}
    {{#.leftOut}}
    <p class="faint">{{.}}</p>
    {{/.leftOut}}
    </section>
    {{/.matrices}}

    """#

  /// The interval of each unit's score, as a strip on one axis.
  static let scores = #"""
    <section id="scores" aria-labelledby="h-scores">
    <h2 id="h-scores">[[Khoảng điểm của từng đơn vị|Score interval of each unit]]</h2>
    <p class="stamp">[[Đầu vào chấm điểm, không phải kết quả xếp loại|Input to scoring, not a classification]]</p>
    {{#.scores}}
    {{#.remark}}
    <p class="warn"><span aria-hidden="true">! </span>{{.}}</p>
    {{/.remark}}
    <p>[[Cận dưới: mọi điều chưa kết luận đều là vi phạm. Cận trên: mọi điều chưa kết luận đều đạt. Khoảng càng rộng thì càng chưa chắc chắn. Thang điểm bắt đầu từ|The lower end: everything undecided turns out violated. The upper end: everything undecided turns out met. The wider, the less certain. The scale starts at]] {{.base}}[[, thấp nhất|, the lowest is]] {{.floor}}.</p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="c-scores">
    <table class="scores">
    <caption id="c-scores">[[Khoảng điểm, mức tương ứng và điểm trừ theo đơn vị|Interval, bands and deductions by unit]]</caption>
    <thead>
    <tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Khoảng điểm|Interval]]</th>
    <th scope="col" class="strip"><span class="sr">[[Biểu đồ khoảng điểm|Chart of the interval]]</span>
    <svg class="axis" width="100%" height="34" role="img" aria-label="[[Trục điểm và các mức|Axis and bands]]">
    {{#zones}}
    <rect class="zone{{#.isEven}} even{{/.isEven}}" x="{{.x}}" y="0" width="{{.width}}" height="34"><title>{{.from}}+ {{.name}}</title></rect>
    {{/zones}}
    {{#.ticks}}
    <text x="{{.x}}" y="24" text-anchor="{{.anchor}}">{{.label}}</text>
    {{/.ticks}}
    </svg></th>
    <th scope="col" class="band">[[Mức ở hai cận|Bands at both ends]]</th><th scope="col" class="n">[[Đã trừ|Deducted]]</th><th scope="col" class="n">[[Có thể<br>trừ thêm|May<br>come]]</th>{{#hasGates}}<th scope="col" class="gates">[[Cảnh báo|Warnings]]</th>{{/hasGates}}{{#hasHistory}}<th scope="col">[[Các lần trước|Earlier runs]] <span class="faint">({{.historyScale}})</span></th>{{/hasHistory}}</tr>
    </thead>
    <tbody>
    {{#.rows}}
    <tr><th scope="row"><a href="#{{.anchor}}">{{.name}}</a></th>
    {{#.isJudged}}
    <td class="range"><b>{{.worst}}</b>{{^.isExact}} – <b>{{.best}}</b>{{/.isExact}}</td>
    {{/.isJudged}}
    {{^.isJudged}}
    <td class="range faint">[[chưa có|none]]</td>
    {{/.isJudged}}
    <td class="strip"><svg width="100%" height="26" role="img" aria-label="{{.words}}">
    {{#zones}}
    <rect class="zone{{#.isEven}} even{{/.isEven}}" x="{{.x}}" y="0" width="{{.width}}" height="26"/>
    {{/zones}}
    {{#.isJudged}}
    <rect class="bar" x="{{.x1}}" y="9" width="{{.width}}" height="8"/>
    <line class="end" x1="{{.x1}}" x2="{{.x1}}" y1="4" y2="22"/>
    <line class="end" x1="{{.x2}}" x2="{{.x2}}" y1="4" y2="22"/>
    {{#.isExact}}
    <circle class="dot" cx="{{.x1}}" cy="13" r="5"/>
    {{/.isExact}}
    {{/.isJudged}}
    </svg></td>
    <td class="band">{{.bands}}</td><td class="n">{{.certain}}</td><td class="n">{{.possible}}</td>{{#hasGates}}<td>{{#.gates}}{{.}}{{/.gates}}{{^.gates}}<span class="faint">–</span>{{/.gates}}</td>{{/hasGates}}
    {{#hasHistory}}
    <td>{{#.history}}<svg class="spark" viewBox="0 0 100 30" preserveAspectRatio="none" role="img" aria-label="{{.words}}">{{#.areas}}<polygon points="{{.}}"/>{{/.areas}}{{#.best}}<polyline points="{{.}}"/>{{/.best}}{{#.worst}}<polyline class="low" points="{{.}}"/>{{/.worst}}</svg>{{/.history}}</td>
    {{/hasHistory}}
    </tr>
    {{/.rows}}
    </tbody>
    </table>
    </div>
    <p class="bands">[[Các mức|Bands]]: {{#zones}}<span>{{.name}} ([[từ|from]] {{.from}})</span> {{/zones}}</p>
    {{#.historyNote}}
    <p class="faint">{{.}}</p>
    {{/.historyNote}}
    {{#.leftOut}}
    <p class="faint">{{.}} ([[đơn vị|units]])</p>
    {{/.leftOut}}
    {{/.scores}}
    {{^.scores}}
    <p>[[Bộ quy tắc không có bảng điểm, nên không có điểm.|The pack has no scoring table, so there are no scores.]]</p>
    {{/.scores}}
    </section>

    """#

  /// What changed, and the recorded runs as bars.
  static let trend = #"""
    <section id="trend" aria-labelledby="h-trend">
    <h2 id="h-trend">[[Thay đổi so với các lần trước|Changes since earlier runs]]</h2>
    {{#.trend}}
    {{#.hasBaseline}}
    <p>[[So với lần xét tính đến ngày|Compared with the run as of]] <strong>{{.baseline}}</strong>:</p>
    <ul class="kinds">
    {{#.kinds}}
    <li class="k-{{.kind}}{{#.isZero}} zero{{/.isZero}}"><b>{{.count}}</b> {{.label}}</li>
    {{/.kinds}}
    </ul>
    {{/.hasBaseline}}
    {{^.hasBaseline}}
    <p>[[Đây là lần xét đầu tiên trong lịch sử: chưa có gì để so sánh.|This is the first run in the history: nothing to compare with yet.]]</p>
    {{/.hasBaseline}}
    {{#.hasSeveralRuns}}
    <table class="trend">
    <caption>[[Số vi phạm và số chưa kết luận ở mỗi lần xét|Violations and open obligations of each run]]</caption>
    <thead><tr><th scope="col">[[Tính đến ngày|As of]]</th><th scope="col" class="n">[[Vi phạm|Violations]]</th><th scope="col" class="n">[[Chưa kết luận|Not decided]]</th><th scope="col" class="wide"><span class="legend-bar"><span><i class="p-failed"></i>✗ [[không đạt|failed]]</span> <span><i class="p-overdue"></i>⊗ [[quá hạn|overdue]]</span> <span><i class="p-met_late"></i>◷ [[muộn|late]]</span> <span><i class="p-open"></i>? [[chưa kết luận|not decided]]</span></span></th></tr></thead>
    <tbody>
    {{#.entries}}
    <tr{{#.isThis}} class="this"{{/.isThis}}><th scope="row">{{.asOf}}{{#.isThis}} [[(lần này)|(this run)]]{{/.isThis}}</th><td class="n">{{.violations}}</td><td class="n">{{.open}}</td><td class="wide"><svg width="100%" height="18" aria-hidden="true">
    {{#.parts}}
    <rect class="p-{{.mark}}" x="{{.x}}" y="2" width="{{.width}}" height="14"/>
    {{/.parts}}
    </svg></td></tr>
    {{/.entries}}
    </tbody>
    </table>
    {{/.hasSeveralRuns}}
    {{#.leftOut}}
    <p class="faint">{{.}} ([[lần xét trước|earlier runs]])</p>
    {{/.leftOut}}
    {{#.details}}
    <details class="fold"><summary><h3>{{.label}}: {{.count}}</h3></summary>
    <table class="plain"><caption class="sr">{{.label}}</caption><thead><tr><th scope="col">[[Đơn vị|Unit]]</th><th scope="col">[[Nghĩa vụ|Obligation]]</th><th scope="col">[[Trước|Before]]</th><th scope="col">[[Nay|Now]]</th></tr></thead><tbody>
    {{#.items}}
    <tr><td>{{.unit}}</td><td>{{.duty}}</td><td>{{.before}}</td><td>{{.after}}</td></tr>
    {{/.items}}
    </tbody></table>
    {{#.rest}}
    <p class="faint">{{.}}</p>
    {{/.rest}}
    </details>
    {{/.details}}
    {{/.trend}}
    {{^.trend}}
    <p>[[Báo cáo này không kèm lịch sử, nên không nói được điều gì đã thay đổi; hãy chạy với|This report has no history, so it cannot say what changed; run with]] <code>--history [[TỆP|FILE]]</code>.</p>
    {{/.trend}}
    </section>

    """#
}
