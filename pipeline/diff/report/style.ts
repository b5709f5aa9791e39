/** The look of the page that `quoin diff` makes: light and dark, on a screen and printed. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f4f2ed; --leaf: #fffefb; --ink: #22211f; --soft: #6a665e; --line: #d9d4c9; --desk: #e7e3da;
  --accent: #9c2f1f; --old: #a3291c; --old-tint: #f7dfd9; --new: #12624c; --new-tint: #d8ecdf;
  --shade: 0 1px 2px #0002, 0 12px 30px -14px #0004;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #1b1b1c; --leaf: #252526; --ink: #e8e5df; --soft: #a29d94; --line: #3b3a39; --desk: #141415;
    --accent: #e58e7c; --old: #f0a093; --old-tint: #4a2620; --new: #86cfb1; --new-tint: #17392d;
    --shade: 0 1px 2px #000a, 0 14px 34px -10px #000c;
  }
  .sheet img { filter: brightness(.9); }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 24px; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 "Sans", system-ui, sans-serif;
  font-variant-numeric: lining-nums tabular-nums; }
main, header { max-width: 1240px; margin: 0 auto; padding: 0 40px; }
header { padding-top: 64px; }
.kicker { margin: 0; color: var(--accent); font-weight: 600; letter-spacing: .01em; }
h1 { margin: 4px 0 12px; font: 300 58px/1.05 "Display", Georgia, serif; letter-spacing: -.015em; }
.sides { margin: 0; color: var(--soft); font-size: 17px; overflow-wrap: anywhere; }
.sides b { color: var(--ink); font-weight: 600; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(104px, 1fr)); gap: 0 20px; margin: 40px 0 0; padding: 0;
  list-style: none; border-top: 2px solid var(--ink); }
.facts a { display: block; height: 100%; padding: 14px 0 18px; color: inherit; text-decoration: none; }
.facts b { display: block; font: 300 40px/1.1 "Display", Georgia, serif; }
.facts span { display: block; color: var(--soft); font-size: 14px; line-height: 1.35; }
.facts a:hover span { color: var(--accent); }
.facts .grave b { color: var(--accent); }
section { display: grid; grid-template-columns: 176px minmax(0, 1fr); gap: 0 40px; padding: 36px 0 44px; border-top: 1px solid var(--line); }
h2 { margin: 0; font: 600 17px/1.35 "Sans", system-ui, sans-serif; }
h2 small { display: block; color: var(--soft); font-weight: 400; font-size: 14px; }
h3 { margin: 0 0 12px; font: 600 15px/1.4 "Sans", system-ui, sans-serif; }
h3 span { color: var(--soft); font-weight: 400; }
ol, ul { margin: 0; padding: 0; list-style: none; }
.words > li { max-width: 720px; padding: 0 0 20px; }
.words > li:last-child { padding-bottom: 0; }
.place { margin: 0 0 2px; color: var(--soft); font-size: 14px; }
.place em { color: var(--ink); font-style: normal; font-weight: 600; }
.text { margin: 0; font: 18px/1.5 "Serif", Georgia, serif; overflow-wrap: break-word; }
del { color: var(--old); background: var(--old-tint); text-decoration-thickness: 1px; border-radius: 2px; padding: 0 .12em; }
ins { color: var(--new); background: var(--new-tint); text-decoration: none; border-radius: 2px; padding: 0 .12em;
  box-shadow: inset 0 -1px 0 var(--new); }
del, ins { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
details { max-width: 720px; margin-top: 6px; }
summary { color: var(--accent); cursor: pointer; font-size: 14px; }
.pairs > li { padding-bottom: 40px; }
.pairs > li:last-child { padding-bottom: 0; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 28px; padding: 28px; background: var(--desk); border-radius: 6px; }
.side { margin: 0; }
.side figcaption { padding-bottom: 10px; color: var(--soft); font-size: 14px; }
.sheet { position: relative; background: #fff; box-shadow: var(--shade); }
.sheet img { display: block; width: 100%; height: auto; }
.sheet i { position: absolute; border-radius: 2px; }
.was .sheet i { background: #e0503838; box-shadow: 0 0 0 1.5px #d9614acc; }
.is .sheet i { background: #1fa06e38; box-shadow: 0 0 0 1.5px #2f9c70cc; }
.none { display: grid; place-items: center; min-height: 220px; height: 100%; border: 1px dashed var(--soft); border-radius: 4px; color: var(--soft); }
.runs { max-width: 720px; }
.runs p { margin: 0 0 8px; }
.runs p:last-child { margin-bottom: 0; }
* + .runs { padding-top: 28px; }
table { border-collapse: collapse; width: 100%; max-width: 820px; }
caption, th { text-align: left; }
th { color: var(--soft); font-weight: 400; font-size: 14px; vertical-align: bottom; }
th, td { padding: 7px 20px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { border-bottom-color: var(--ink); }
td.number { white-space: nowrap; }
code { font: 14px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.kind { color: var(--soft); white-space: nowrap; }
.gone { color: var(--old); } .fresh { color: var(--new); }
footer { max-width: 1240px; margin: 0 auto; padding: 20px 40px 64px; color: var(--soft); font-size: 14px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
@media (max-width: 820px) {
  main, header, footer { padding-left: 20px; padding-right: 20px; }
  header { padding-top: 32px; }
  h1 { font-size: 42px; }
  section { grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 28px 0 32px; }
  h2 small { display: inline; padding-left: 8px; }
  .pair { gap: 12px; padding: 12px; }
  th, td { padding-right: 12px; }
}
@media print {
  body { background: none; }
  .pair, .words > li { break-inside: avoid; }
}
`;
