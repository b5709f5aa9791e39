/** How a preflight report looks: paper, ink, and one colour for what is wrong. */
export const style = `
:root { --paper: #faf9f6; --ink: #1c1b19; --soft: #6d6a64; --line: #dcd8cf; --wrong: #b3261e; --doubt: #a86a00; --right: #3d6b52;
  --serif: "Source Serif 4", "Source Serif Pro", "Iowan Old Style", Charter, Georgia, serif;
  --sans: "Source Sans 3", "Source Sans Pro", "Segoe UI", "Helvetica Neue", Arial, sans-serif }
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); scroll-behavior: smooth; -webkit-text-size-adjust: 100% }
body { max-width: 1120px; margin: 0 auto; padding: 72px 48px 96px }
h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0 }
ul, ol { list-style: none }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: 3px }
a:hover { text-decoration-color: currentcolor }
.kicker { font-size: 12px; font-weight: 600; letter-spacing: .14em; text-transform: uppercase; color: var(--soft) }
h1 { font: 300 46px/1.12 var(--serif); letter-spacing: -.012em; margin: 10px 0 18px; max-width: 20em; text-wrap: balance }
h1 b { font-weight: 400 } .fail h1 b { color: var(--wrong) } .look h1 b { color: var(--doubt) } .pass h1 b { color: var(--right) }
.file { font-size: 16px; color: var(--soft); overflow-wrap: anywhere }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(140px, 1fr)); gap: 0 32px; margin: 44px 0 0; border-top: 1px solid var(--ink) }
.facts div { padding: 12px 0 0 } dt { font-size: 12.5px; color: var(--soft) }
dd { font: 400 21px/1.35 var(--serif); font-variant-numeric: lining-nums tabular-nums }
dd small { font: 400 13px/1.3 var(--sans); color: var(--soft); display: block }
section { margin-top: 76px }
h2 { font: 400 27px/1.2 var(--serif); padding-bottom: 14px; border-bottom: 1px solid var(--ink) }
h2 span { color: var(--soft); font-size: 17px; margin-left: 10px }
.finding { display: grid; grid-template-columns: 220px 1fr; gap: 6px 36px; padding: 22px 0; border-bottom: 1px solid var(--line) }
.finding h3 { font: 600 15px/1.45 var(--sans) } .finding h3 i { font-style: normal; display: block; font-size: 12.5px; font-weight: 600 }
.finding.fail i { color: var(--wrong) } .finding.look i { color: var(--doubt) }
.finding > div > p { color: var(--soft); margin-bottom: 8px }
.finding li { display: flex; gap: 14px; padding: 5px 0 } .finding li > a, .finding li > b { flex: 0 0 74px; font-weight: 600 }
.finding li span { min-width: 0 } .finding code { font: 13px/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--soft); white-space: nowrap; margin-left: 8px }
.spreads { display: flex; flex-wrap: wrap; gap: 40px 44px; padding-top: 30px; align-items: flex-end }
.spread { display: flex } .spread.single-right { padding-left: var(--leaf) } .spread.single-left { padding-right: var(--leaf) }
.page { width: var(--leaf); scroll-margin: 60px } .sheet { position: relative; background: #fff; box-shadow: 0 0 0 .5px #c9c4b8, 0 10px 26px -14px #0006; overflow: hidden }
.sheet img { position: absolute; display: block; max-width: none }
.spot { position: absolute; border: 1.5px solid var(--wrong); background: #b3261e1f; min-width: 7px; min-height: 7px; border-radius: 1px; outline: 1px solid #fffc }
.spot.doubt { border-color: var(--doubt); background: #a86a001f }
.page:target .sheet { box-shadow: 0 0 0 2px var(--wrong), 0 10px 26px -14px #0006 }
figcaption { display: flex; align-items: center; gap: 9px; margin: 9px 2px 0; font-size: 12.5px; color: var(--soft); font-variant-numeric: tabular-nums }
figcaption b { color: var(--ink); font-weight: 600 } .page.fail figcaption b { color: var(--wrong) } .page.look figcaption b { color: var(--doubt) }
.page:nth-child(2) figcaption { padding-left: 8px }
.ink { position: relative; flex: 1; height: 3px; background: #e6e2d9; max-width: 96px } .ink u { position: absolute; inset: 0 auto 0 0; background: #57534b }
.ink.over u { background: var(--wrong) } .ink s { position: absolute; top: -3px; width: 1px; height: 9px; background: var(--ink); opacity: .55 }
.plates { display: flex; gap: 2px } .plates i { width: 6px; height: 6px; border-radius: 50% }
.key { margin-top: 26px; font-size: 13px; color: var(--soft); max-width: 62em }
table { width: 100%; border-collapse: collapse; font-size: 14px } td { padding: 8px 18px 8px 0; border-bottom: 1px solid var(--line); vertical-align: baseline }
td:first-child { width: 74px; font-weight: 600 } td:nth-child(2) { width: 230px; color: var(--soft); font-size: 13px } tr.pass td:first-child { color: var(--right); font-weight: 400 }
tr.fail td:first-child { color: var(--wrong) } tr.look td:first-child { color: var(--doubt) }
tbody + tbody th { padding-top: 34px } th { text-align: left; font: 600 13px/1.4 var(--sans); padding: 22px 0 8px; border-bottom: 1px solid var(--line) }
footer { margin-top: 72px; font-size: 13px; color: var(--soft) }
@media (max-width: 760px) { body { padding: 36px 20px } h1 { font-size: 33px } .finding { grid-template-columns: 1fr } .spread.single-right { padding: 0 } .spreads { gap: 28px 20px } td:nth-child(2) { display: none } }
@media print { html { background: #fff } body { padding: 0; max-width: none } .finding, .spread { break-inside: avoid } }
`;
