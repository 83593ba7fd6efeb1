/** The page's one style sheet, served by itself so that the content security policy needs no exception. */
export const STYLES = `
:root { color-scheme: light; --ink: #1b2430; --soft: #5b6878; --line: #dfe4ea; --paper: #ffffff; --wash: #f5f7f9;
  --accent: #0b5394; --good: #2f7d4f; --bad: #b3402a; --note: #fff6dd; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; color: var(--ink); background: var(--wash); }
header.bar { background: var(--ink); color: #fff; padding: .7rem 1.5rem; display: flex; gap: 1.5rem; align-items: baseline; }
header.bar a { color: #fff; text-decoration: none; } header.bar .brand { font-weight: 700; letter-spacing: .02em; }
header.bar nav { margin-left: auto; display: flex; gap: 1rem; font-size: .9rem; }
main { max-width: 78rem; margin: 0 auto; padding: 1.2rem 1.5rem 4rem; }
h1 { font-size: 1.5rem; margin: .2rem 0 .1rem; line-height: 1.25; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p.lead { color: var(--soft); margin: 0 0 1rem; max-width: 62rem; }
form.asof { display: flex; flex-wrap: wrap; gap: .6rem; align-items: end; background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: .8rem 1rem; margin-bottom: 1rem; }
form.asof label { display: grid; font-size: .85rem; color: var(--soft); gap: .15rem; }
input, select, button { font: inherit; padding: .35rem .6rem; border: 1px solid #b8c1cc; border-radius: 4px; background: #fff; color: var(--ink); }
button { background: var(--accent); border-color: var(--accent); color: #fff; cursor: pointer; }
:focus-visible { outline: 3px solid #ffbf47; outline-offset: 1px; }
form.asof .years { display: flex; gap: .3rem; flex-wrap: wrap; margin-left: auto; font-size: .9rem; align-self: center; }
.years a { padding: .15rem .45rem; border: 1px solid var(--line); border-radius: 99px; text-decoration: none; background: #fff; } .years a[aria-current] { background: var(--accent); color: #fff; border-color: var(--accent); }
a { color: var(--accent); }
.note { background: var(--note); border-left: 4px solid #e0b100; padding: .5rem .8rem; margin: .4rem 0; border-radius: 0 4px 4px 0; }
.problem { background: #fdecea; border-left: 4px solid var(--bad); padding: .7rem 1rem; }
table { border-collapse: collapse; width: 100%; background: var(--paper); border: 1px solid var(--line); }
th, td { text-align: left; padding: .45rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--paper); font-size: .82rem; color: var(--soft); font-weight: 600; box-shadow: inset 0 -1px var(--line); }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.day { white-space: nowrap; } td.name { min-width: 16rem; } td.name a { font-weight: 600; text-decoration: none; } td.name a:hover { text-decoration: underline; }
td.why { color: var(--soft); font-size: .9rem; }
tr.unranked td { color: var(--soft); }
svg.parts { display: block; } svg.parts rect.k0 { fill: #0b5394; } svg.parts rect.k1 { fill: #4f9bd9; } svg.parts rect.k2 { fill: #9aa9b8; } svg.parts rect.k3 { fill: #7a5ea8; } svg.parts rect.k4 { fill: #3d8f7f; } svg.parts rect.k5 { fill: #c98a2b; }
.legend { display: flex; gap: 1rem; flex-wrap: wrap; font-size: .85rem; color: var(--soft); margin: .2rem 0 .6rem; } .legend svg.parts { display: inline; vertical-align: -1px; }
footer { color: var(--soft); font-size: .85rem; margin-top: 1.2rem; overflow-wrap: anywhere; } footer code { font-size: .8rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; background: var(--paper); border: 1px solid var(--line); padding: .8rem 1rem; border-radius: 6px; } dl.facts dt { color: var(--soft); } dl.facts dd { margin: 0; }
h3 { font-size: .95rem; margin: 1.1rem 0 .35rem; }
nav.pages { display: flex; flex-wrap: wrap; gap: .3rem .4rem; margin-bottom: .8rem; font-size: .9rem; }
nav.pages a, p.contents a { padding: .15rem .6rem; border: 1px solid var(--line); border-radius: 99px; text-decoration: none; background: var(--paper); }
nav.pages a[aria-current] { background: var(--ink); border-color: var(--ink); color: #fff; }
p.contents { display: flex; flex-wrap: wrap; gap: .3rem .4rem; font-size: .85rem; margin: 1.2rem 0 0; }
div.wide { overflow-x: auto; margin: .4rem 0; } div.wide table { width: auto; min-width: min(36rem, 100%); } div.wide thead th { position: static; } div.wide td { max-width: 34rem; overflow-wrap: break-word; }
td small { color: var(--soft); }
ul.missing { margin: .3rem 0; padding-left: 1.1rem; color: var(--soft); font-size: .9rem; } ul.missing:empty { display: none; }
ul.tree, ul.scale { margin: .3rem 0; padding-left: 1.2rem; } ul.tree li, ul.scale li { margin: .15rem 0; } ul.scale { font-size: .9rem; }
summary { cursor: pointer; padding: .2rem 0; }
form.asof > a { padding-bottom: .4rem; } h1 + form.asof { margin-top: .8rem; }
p.drawn { background: var(--paper); border: 1px solid var(--line); border-left: 4px solid var(--accent); padding: .5rem .8rem; border-radius: 0 4px 4px 0; max-width: 62rem; }
td.funded { white-space: nowrap; } td.funded small.said { white-space: normal; display: block; min-width: 11rem; } td.why { min-width: 14rem; } tr.line td { background: var(--accent); color: #fff; font-weight: 600; padding: .2rem .6rem; }
td.funded strong { color: var(--soft); } td.above strong, td.must-have strong { color: var(--good); } td.below strong { color: var(--bad); }
div.letter { background: var(--paper); border: 1px solid var(--line); border-radius: 6px; padding: 1.2rem 1.5rem; max-width: 46rem; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 50rem) { td.why, th.why { display: none; } main > table { display: block; overflow-x: auto; } main > table thead th { position: static; } main { padding: 1rem .6rem; } }
`;
