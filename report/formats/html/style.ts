/** Readable in light, dark, narrow and on paper; colours never say anything alone. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fff; --text: #1b1f24; --muted: #555d66; --line: #6b7480; --rule: #d5dae0;
  --box: #f4f6f8; --link: #0b4fb3; --high: #a3130b; --medium: #7a4b00; --low: #3d4650; --good: #14622c; }
@media (prefers-color-scheme: dark) { :root { --page: #12161b; --text: #e6edf3; --muted: #a9b4bf; --line: #93a0ad;
  --rule: #343c46; --box: #1c222a; --link: #8ab8ff; --high: #ff9d94; --medium: #f0be6a; --low: #b9c4cf; --good: #7fd694; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 78rem; padding: 1rem 1.25rem 3rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 1rem 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: .5rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: .5rem 0; max-width: 48rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:target { outline: 2px dashed var(--line); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; background: var(--page); padding: .5rem; }
.skip:focus { left: 1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: .75rem 0; padding: 0; }
code, pre { font: .875em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { background: var(--box); border: 1px solid var(--rule); border-radius: 4px; margin: .5rem 0; padding: .6rem .8rem;
  overflow-x: auto; }
.muted, caption { color: var(--muted); }
.scroll { overflow-x: auto; margin: .75rem 0; }
table { border-collapse: collapse; min-width: 100%; font-size: .925rem; }
caption { text-align: left; padding: .25rem 0; font-size: .925rem; }
th, td { border: 1px solid var(--rule); padding: .4rem .6rem; text-align: left; vertical-align: top; min-width: 6rem;
  max-width: 30rem; overflow-wrap: break-word; }
thead th { background: var(--box); }
tbody th { font-weight: 600; }
.badge { border: 1.5px solid currentColor; border-radius: 4px; font-weight: 600; padding: 0 .4rem; white-space: nowrap; }
.high, .destroy { color: var(--high); border-width: 3px; } .medium, .leaves { color: var(--medium); } .low { color: var(--low); }
.good { color: var(--good); }
dl.facts { display: grid; grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr); gap: .25rem 1rem; margin: .75rem 0; }
dl.facts dt { font-weight: 600; } dl.facts dd { margin: 0; }
dl.facts ul { margin: 0; padding-left: 1.1rem; }
figure { margin: 0; }
article { border-left: 4px solid var(--rule); margin: 1rem 0; padding: .1rem 0 .1rem 1rem; }
svg { display: block; } svg text { fill: var(--text); font: 600 13px system-ui, Arial, sans-serif; }
svg .about { fill: var(--muted); font-weight: 400; font-size: 12px; }
svg .box { fill: var(--box); stroke: var(--line); stroke-width: 1.5; }
svg .inner { fill: none; stroke: var(--line); stroke-width: 1.5; }
svg .off { stroke-dasharray: 5 4; } svg .edge { fill: none; stroke: var(--line); stroke-width: 1.5; }
svg .tip { fill: var(--line); } svg a:hover .box, svg a:focus .box { stroke: var(--link); stroke-width: 3; }
meter { width: 8rem; }
.sign { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 2.5rem 1.5rem; margin-top: 3rem; }
.sign div { border-top: 1px solid var(--text); padding-top: .25rem; }
@media (max-width: 40rem) { body { padding: .5rem .75rem 2rem; } dl.facts { grid-template-columns: minmax(0, 1fr); }
  dl.facts dd { margin-bottom: .5rem; } td, th { min-width: 8rem; } }
@media print { :root { --page: #fff; --text: #000; --muted: #333; --line: #333; --rule: #999; --box: #fff; --link: #000;
    --high: #000; --medium: #000; --low: #000; --good: #000; }
  body { font-size: 9.5pt; max-width: none; padding: 0; } nav, .skip { display: none; } .scroll, pre { overflow: visible; }
  pre { white-space: pre-wrap; } svg { max-width: 100%; height: auto; } h2, h3 { break-after: avoid; }
  tr, article, .sign, figure { break-inside: avoid; } th, td { min-width: 0; padding: .2rem .35rem; }
  table { font-size: 8.5pt; } details { display: none; }
  thead { display: table-header-group; } @page { margin: 15mm; } }
`;
