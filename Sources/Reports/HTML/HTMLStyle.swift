/// The page's style: one calm sheet of paper; signs and words carry what colours repeat.
enum HTMLStyle {
  /// Letters, headings, tables, and what all sections share.
  static let screen = #"""

    :root{--ink:#1b2733;--faint:#56636f;--line:#d5dbe1;--soft:#f4f6f8;--paper:#fff;--accent:#17507a;
      --bad:#9b2415;--open:#7a5200;--good:#20603a}
    *{box-sizing:border-box}
    html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
    body{margin:0 auto;max-width:78rem;padding:0 1.25rem 3rem;background:var(--paper);color:var(--ink);
      font:15px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,"Noto Sans Symbols2","Segoe UI Symbol",sans-serif;
      font-variant-numeric:tabular-nums;overflow-wrap:break-word}
    h1,h2,h3,h4{line-height:1.25;margin:0}
    h1{font-size:1.7rem;letter-spacing:-.01em}
    h2{font-size:1.25rem;margin:0 0 .6rem;padding-bottom:.35rem;border-bottom:2px solid var(--ink)}
    h2:focus{outline:none}
    h3{font-size:1.05rem;margin:1.2rem 0 .4rem}
    h4{font-size:.95rem;margin:.8rem 0 .2rem}
    p{margin:.3rem 0 .6rem;max-width:52rem}
    ul,ol{margin:.3rem 0;padding-left:1.2rem}
    a{color:var(--accent);text-underline-offset:.15em}
    code{font:.86em/1.4 ui-monospace,Consolas,"Liberation Mono","Noto Sans Mono",monospace;color:#33424f}
    a:focus-visible,summary:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,
    [tabindex]:focus-visible{outline:3px solid #1f6fb2;outline-offset:2px;border-radius:2px}
    .skip{position:absolute;left:-99rem}
    .skip:focus{position:fixed;left:1rem;top:1rem;z-index:9;background:#fff;padding:.5rem 1rem;border:2px solid var(--accent)}
    .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .faint{color:var(--faint)}
    .warn{border-left:4px solid #c98a00;background:#fff8e6;padding:.4rem .7rem;color:#5c3d00}
    section{margin-top:2.6rem}
    .scroll{overflow-x:auto;max-width:100%;position:relative}
    table{border-collapse:collapse;width:100%;font-size:.92rem}
    caption{text-align:left;color:var(--faint);font-size:.9rem;padding:.2rem 0 .4rem;caption-side:top;max-width:calc(100vw - 2.5rem)}
    caption.sr{padding:0}
    th,td{padding:.3rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    thead th{font-weight:600;border-bottom:1.5px solid var(--ink);vertical-align:bottom}
    tbody th{font-weight:400}
    .n{text-align:right;white-space:nowrap}
    summary{cursor:pointer}
    summary h3,summary h4{display:inline;margin:0}
    .cell{display:block;margin:.1rem 0 .1rem;font-size:.92rem}
    .sign{font-weight:700;font-family:"Noto Sans Symbols2","Segoe UI Symbol",system-ui,sans-serif}
    .s-open{color:var(--open)}
    .tag{display:inline-block;border:1px solid var(--line);border-radius:999px;padding:0 .55em;font-size:.82rem;white-space:nowrap;background:#fff}
    .stamp{display:inline-block;border:1.5px solid var(--ink);padding:.15rem .6rem;font-weight:600;font-size:.9rem;margin:.3rem 0 .6rem}

    .top{padding-top:1.8rem}
    .kind{margin:0;color:var(--faint);font-size:.9rem}
    .asof{margin:.3rem 0 0;font-size:1.05rem}
    .scope{margin:.1rem 0 .3rem}
    .facts{display:grid;grid-template-columns:repeat(6,1fr);gap:0;margin:.8rem 0 .5rem;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
    .fact{display:flex;flex-direction:column-reverse;justify-content:flex-end;padding:.6rem .8rem;border-left:1px solid var(--line)}
    .fact:first-child{border-left:0;padding-left:.1rem}
    .fact dt{font-size:.9rem;order:1}
    .fact dd{margin:0;order:2;display:contents}
    .fact b{order:3;font-size:1.9rem;line-height:1.1;font-weight:650}
    .fact small{order:0;color:var(--faint);font-size:.82rem;line-height:1.3}
    .fact-bad b{color:var(--bad)}.fact-open b{color:var(--open)}
    .conclusion{color:var(--faint)}
    .toc ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;padding:.3rem 0;margin:0}
    footer{margin-top:3rem;border-top:1px solid var(--line);padding-top:.6rem;font-size:.85rem;color:var(--faint)}

    """#

  /// Sections one by one.
  static let parts = #"""
    .cause{border-left:4px solid #c98a00;padding:.1rem 0 .1rem .9rem;margin:.9rem 0}
    .cause h3{margin:.1rem 0}
    .cause li{margin:.15rem 0}

    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;list-style:none;padding:0;font-size:.88rem}
    .key{display:inline-block;min-width:2.6rem;text-align:center;padding:0 .3rem;border:1px solid var(--line)}
    .heat{border-collapse:separate;border-spacing:2px;width:auto;min-width:100%}
    .heat th,.heat td{border:0}
    .heat thead th{position:sticky;top:0;background:var(--paper);text-align:center;padding:.2rem .25rem;font-weight:600}
    .heat thead th:first-child,.heat tbody th,.heat tfoot th{position:sticky;left:0;background:var(--paper);text-align:left;min-width:9.5rem;max-width:17rem;line-height:1.25;z-index:1}
    .heat a{color:inherit;text-decoration-color:#9fb0be}
    .heat td{text-align:center;padding:.32rem .2rem;white-space:nowrap;min-width:3.1rem;line-height:1.2;border-radius:2px}
    .heat thead th a{text-decoration-style:dotted}
    .heat td b,.heat td i{font-style:normal;display:block}
    .heat td .rest{white-space:normal}
    .heat td a{display:block;text-decoration:none}
    .heat td a:hover{text-decoration:underline}
    .heat tbody td:last-child,.heat tfoot td{background:var(--soft);color:var(--ink)}
    .heat tfoot td{font-weight:600}
    .heat tbody td:last-child b,.heat tfoot td b{color:var(--bad)}
    .heat tbody td:last-child i,.heat tfoot td i{background:none;color:var(--open);padding:0}
    .h-none{background:#fff}
    .h-calm{background:#eef1f4;color:#47535f}
    .h-met{background:#e6f1ea;color:#1f5535}
    .h-waived{background:#e5ecf6;color:#274a78}
    .h-minor{background:#fbe6df;color:#5c1508}
    .h-major{background:#f3b5a4;color:#4a0f04}
    .h-critical{background:#b5301f;color:#fff}
    .h-open{background:repeating-linear-gradient(135deg,#fff3cf 0 5px,#fbe3a0 5px 7px);color:#4d3400}
    .h-minor i,.h-major i,.h-critical i{background:#fff6dc;color:#4d3400;margin:.1rem auto 0;padding:0 .25rem;width:max-content;border-radius:2px}
    .fold{border-top:1px solid var(--line);padding:.12rem 0}
    .fold>summary{padding:.1rem 0}
    .matrix{width:auto;min-width:100%;font-size:.88rem}
    .matrix th[scope=row]{min-width:17rem;max-width:34rem}
    .matrix td{text-align:center;white-space:nowrap}
    .matrix td:nth-child(2){text-align:left;font-size:.92em;color:var(--faint)}
    .turned abbr{writing-mode:vertical-rl;transform:rotate(180deg);text-decoration:none;font-weight:500;white-space:nowrap}
    .m-bad{background:#f3b5a4;color:#4a0f04;font-weight:700}
    .m-open{background:repeating-linear-gradient(135deg,#fff3cf 0 5px,#fbe3a0 5px 7px);font-weight:700}
    .m-met{color:#1f5535}.m-waived{background:#e5ecf6}.m-pending,.m-not_applicable{color:var(--faint)}

    .scores td,.scores th{vertical-align:middle}
    .scores .strip{width:28%;min-width:14rem;padding:0 1rem}
    .scores th[scope=row]{min-width:9rem}.scores .band{min-width:11rem}.scores .gates{white-space:nowrap}
    .scores svg{display:block;overflow:visible}
    .scores .range{white-space:nowrap}
    .zone{fill:#f4f6f8;stroke:#c3ccd4;stroke-width:1}
    .zone.even{fill:#e6ebf0}
    .axis text{font-size:12px;fill:#1b2733}
    .bar{fill:#17507a}
    .end{stroke:#17507a;stroke-width:3}
    .dot{fill:#17507a}
    .spark{width:7rem;height:1.9rem}
    .spark polygon{fill:#cddbe6}
    .spark polyline{fill:none;stroke:#17507a;stroke-width:1.5;vector-effect:non-scaling-stroke}
    .spark .low{stroke-dasharray:3 2}
    .bands span{white-space:nowrap;margin-right:.8rem}

    .kinds{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;list-style:none;padding:0}
    .kinds b{font-size:1.3rem}
    .kinds .zero{color:var(--faint)}
    .kinds .zero b{font-weight:400}
    .k-new:not(.zero) b{color:var(--bad)}.k-resolved:not(.zero) b{color:var(--good)}
    .trend .wide{width:60%}
    .trend svg{display:block}
    .this th,.this td{font-weight:650}
    .legend-bar span{margin-right:.9rem;font-weight:400;white-space:nowrap}
    .legend-bar i{display:inline-block;width:1.1rem;height:.8rem;margin-right:.3rem;vertical-align:-.05rem}
    .legend-bar .p-open{border:1px dashed #7a5200}
    .signs,.bands{max-width:none}
    .p-failed{fill:#8f2112;background:#8f2112;color:#fff}
    .p-overdue{fill:#cf6a52;background:#cf6a52;color:#000}
    .p-met_late{fill:#eec0b2;background:#eec0b2;color:#000}
    .p-open{fill:#ffe9ae;background:#ffe9ae;color:#000;stroke:#7a5200;stroke-dasharray:3 2}
    .trend rect{stroke:#fff;stroke-width:1}.trend rect.p-open{stroke:#7a5200}

    .filter{position:sticky;top:0;z-index:3;background:var(--paper);display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:flex-end;padding:.6rem 0;border-bottom:1px solid var(--line)}
    .filter[hidden],[hidden]{display:none!important}
    .field{margin:0}
    .field label{display:block;font-size:.82rem;color:var(--faint)}
    .grow{flex:1 1 14rem}
    .grow input{width:100%}
    .filter input,.filter select,.filter button{font:inherit;font-size:.92rem;padding:.28rem .45rem;border:1px solid #8795a1;border-radius:4px;background:#fff;color:inherit;max-width:13rem}
    .grow input{max-width:none}
    .filter button{cursor:pointer;background:var(--soft)}
    .count{flex:1 0 100%;margin:0;font-size:.9rem}

    .unit{border-top:1.5px solid var(--ink);padding:.7rem 0 .3rem;content-visibility:auto;contain-intrinsic-size:auto 3rem}
    .unit>summary h3{font-size:1.12rem}
    .unit>summary .tally{color:var(--faint);margin-left:.5rem}
    .unit>summary .range{float:right;font-weight:650}
    .unit.clean{border-top:1px solid var(--line)}
    .score{background:var(--soft);padding:.5rem .9rem;margin:.5rem 0}
    .score>p{margin:0}
    .score ul{margin:.2rem 0}
    .gate{color:var(--bad)}.gate ul,.gate .faint{color:var(--ink);font-weight:400}
    .violations{list-style:none;padding:0;margin:.4rem 0}
    .v{border-top:1px solid var(--line);border-left:5px solid #e3a593}
    .v-major{border-left-color:#cf6a52}
    .v-critical{border-left:5px double #8f2112}
    .v-minor{border-left:5px dotted #cf6a52}
    .v>details>summary{display:grid;grid-template-columns:2.6rem 1fr auto;gap:.2rem .5rem;padding:.45rem .6rem;list-style:none;align-items:start}
    .v>details>summary::-webkit-details-marker{display:none}
    .v>details>summary:hover,.v>details[open]>summary{background:var(--soft)}
    .v .sign{color:var(--bad);white-space:nowrap}
    .gist .head,.gist .sub{display:block}
    .sub{font-size:.92rem;color:#33424f}
    .verdict{color:var(--bad);font-weight:600}
    .tags{display:flex;gap:.35rem;align-items:center;flex-wrap:wrap;justify-content:flex-end}
    .points{font-weight:650;min-width:2.6rem;text-align:right}
    .t-critical{border-color:#8f2112;background:#8f2112;color:#fff}
    .t-major{border-color:#cf6a52}
    .t-new{border-color:var(--bad);color:var(--bad);font-weight:600}
    .why{margin:0;padding:.3rem .8rem .8rem 3.7rem}
    .why>div{display:grid;grid-template-columns:9.5rem 1fr;gap:.2rem .8rem;padding:.25rem 0;border-bottom:1px dotted var(--line)}
    .why>div:last-child{border:0}
    .why dt,.method dt{color:var(--faint)}
    .why dd,.method dd{margin:0}
    .why ul,.why ol{margin:0;padding:0;list-style:none}
    .why .figures,.steps{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem}
    .figures span,.steps span:first-child{color:var(--faint)}
    .steps li:not(:first-child)::before{content:"→ ";color:var(--faint)}
    .todo{font-weight:600}
    .evidence .plain{font-size:.88rem}
    .plain th,.plain td{padding:.2rem .5rem .2rem 0}
    .notes li{margin:.35rem 0}
    .method>div{display:grid;grid-template-columns:9.5rem 1fr;gap:.2rem .8rem;padding:.35rem 0;border-bottom:1px dotted var(--line)}
    .method dd{max-width:58rem}
    .digest{overflow-wrap:anywhere}
    @media (max-width:46rem){
      body{padding:0 .8rem 2rem}
      .facts{grid-template-columns:repeat(2,1fr)}
      .fact{border-left:0;padding-left:.1rem;border-top:1px solid var(--line)}
      .filter{position:static}
      .field{flex:1 1 40%}
      .filter select{width:100%;max-width:none}
      .why{padding-left:.8rem}
      .why>div,.method>div{grid-template-columns:1fr}
      .v>details>summary{grid-template-columns:2.2rem 1fr}
      .tags{grid-column:2;justify-content:flex-start}
      .unit>summary .range{float:none;margin-left:.5rem}
      .heat tbody th,.heat thead th:first-child,.heat tfoot th{min-width:6.5rem;max-width:7.5rem;font-size:.85rem}
      .scores .strip{min-width:11rem}
    }

    """#

  /// Paper: A4, black and white at least as good as colour, everything opened, pages numbered.
  static let print = #"""
    @page{size:A4;margin:14mm 12mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#444}}
    @media print{
      html{font-size:11.5px}
      body{font-size:1rem;line-height:1.35;max-width:none;padding:0;print-color-adjust:exact;-webkit-print-color-adjust:exact}
      .skip,.toc,.filter,.legend-none{display:none!important}
      h1{font-size:16pt}h2{font-size:13pt;break-after:avoid}h3,h4{break-after:avoid}
      section{margin-top:1.4rem}
      .scroll{overflow:visible}
      details::details-content{content-visibility:visible;block-size:auto;opacity:1}
      summary{list-style:none;break-after:avoid}
      summary::-webkit-details-marker{display:none}
      thead{display:table-header-group}
      tfoot{display:table-row-group}
      tr,.cause,.v>details>summary,.why>div,.score{break-inside:avoid}
      .why>div.evidence{break-inside:auto}
      .heat{font-size:7.4pt;border-spacing:1px}
      .heat td{min-width:0;padding:.15rem .08rem}
      .heat thead th{padding:.1rem .08rem;position:static}
      .heat thead th:first-child,.heat tbody th,.heat tfoot th{position:static;min-width:24mm;max-width:36mm;padding-left:0}
      .heat td,.key{outline:.5pt solid #9aa5af}
      .matrix{font-size:7.8pt}.matrix th[scope=row]{min-width:0}
      .matrix th,.matrix td,.scores th,.scores td{padding:.15rem .25rem}
      .scores{font-size:.95em}.scores .strip{min-width:0;width:26%;padding:0 .7rem}
      .scores .band{min-width:0;width:21%}.scores th[scope=row]{min-width:0}.axis text{font-size:9px}
      .spark{width:14mm}
      .facts{grid-template-columns:repeat(6,1fr)}
      .fact{padding:.3rem .5rem}.fact b{font-size:16pt}
      p,ul,ol{margin:.15rem 0}
      .unit{padding:.4rem 0 .1rem;content-visibility:visible}.score{padding:.25rem .6rem}
      .why{padding:.1rem .3rem .4rem 10mm}
      .why>div,.method>div{grid-template-columns:30mm 1fr;padding:.06rem 0;gap:.1rem .4rem}
      .v>details>summary{padding:.2rem .3rem}
      .sub,.evidence .plain,.cell{font-size:1em}
      th,td{padding:.12rem .3rem}
      .plain{font-size:.95em}
      .plain th,.plain td{padding:.08rem .4rem .08rem 0}
      .v>details>summary{grid-template-columns:9mm 1fr auto;background:none}
      a{color:inherit;text-decoration:none}
    }

    """#
}
