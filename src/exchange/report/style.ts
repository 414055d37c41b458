/** The look of a round's report: plain, legible, fit for print on A4. */
export const REPORT_STYLE = `
:root{--ink:#1c2733;--soft:#5b6875;--line:#d5dbe2;--head:#f3f5f8;--accent:#17457f;--good:#1d6b45;--mid:#8a5a00;--bad:#9b2c2c}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:#fff;font:14px/1.65 "Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:1180px;margin:0 auto;padding:32px 28px 64px}
h1{font-size:24px;line-height:1.35;margin:0 0 4px;font-weight:600}
h2{font-size:17px;margin:36px 0 10px;padding-bottom:6px;border-bottom:2px solid var(--accent);font-weight:600}
h2 small,h1 small,th small{font-weight:400;color:var(--soft);font-size:.78em;margin-left:.4em}
h1 small{display:block;margin:2px 0 0;font-size:15px}
h3{font-size:13px;margin:14px 0 4px;color:var(--accent)}
.facts{display:grid;grid-template-columns:max-content 1fr max-content 1fr;gap:2px 16px;margin:16px 0;padding:12px 16px;background:var(--head);border-left:3px solid var(--accent)}
.facts dt{color:var(--soft)}.facts dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:0 0 8px}
th,td{border:1px solid var(--line);padding:6px 9px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:var(--head);font-weight:600;word-break:keep-all}th,td .en{overflow-wrap:break-word}th small{display:block;margin:0}
.num{text-align:right}td.num{font-variant-numeric:tabular-nums;white-space:nowrap}
td.bad{background:#f6d9d6}td.mid{background:#fbecc8}td.good{background:#e2f0e3}
.soft{color:var(--soft)}.small{font-size:12px}.en{color:var(--soft);font-size:12px;display:block}.en,small{font-family:"Noto Sans","Segoe UI",Arial,"DejaVu Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
nav{columns:2;margin:12px 0;font-size:13px}nav a{display:block;color:var(--accent);text-decoration:none;padding:1px 0}nav small{color:var(--soft);margin-left:.4em}
.bar{display:block;height:5px;margin-top:3px;background:#e6eaef;min-width:70px}
.bar i{display:block;height:100%;background:var(--accent)}
.recommended{color:var(--good);font-weight:600}.possible{color:var(--mid)}.unfit,.failed{color:var(--bad)}.passed{color:var(--good)}.unknown{color:var(--mid)}
.verdict{white-space:nowrap}
details{margin:6px 0 10px;border:1px solid var(--line);break-inside:avoid-page}
summary{cursor:pointer;padding:7px 12px;background:var(--head)}
details>div{padding:4px 14px 12px}
q{quotes:"“" "”"}blockquote,ul{margin:4px 0;padding-left:20px}
figure{margin:8px 0 14px}figcaption{font-weight:600;margin-bottom:4px}figure svg{width:100%;max-width:720px;height:auto}
ol{margin:4px 0;padding-left:22px}
.entry{break-inside:avoid-page;margin-top:20px}
footer{margin-top:40px;padding-top:10px;border-top:1px solid var(--line);color:var(--soft);font-size:12px;overflow-wrap:anywhere}
@media screen and (max-width:1000px){.facts{grid-template-columns:max-content 1fr}table{display:block;overflow-x:auto;font-size:12px}th,td{padding:4px 6px}}
@media (max-width:760px){main{padding:16px 12px}}
@media print{nav{display:none}main{max-width:none;padding:0}body{font-size:11px}summary{list-style:none}tr{break-inside:avoid}@page{size:A4 landscape;margin:14mm}}
`;
