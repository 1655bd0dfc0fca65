/** How the report looks, on a screen and on paper. */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #1a1a1a; font: 17px/1.55 Georgia, 'DejaVu Serif', 'Times New Roman', serif; }
main, header, footer, nav { max-width: 52rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1, h2, h3, th, caption, figcaption, nav, summary, .meta { font-family: 'DejaVu Sans', Verdana, Arial, sans-serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .6rem; }
h2 { font-size: 1.2rem; margin: 2.6rem 0 .7rem; padding-top: .6rem; border-top: 1px solid #c9c9c9; }
h3 { font-size: 1rem; margin: 1.5rem 0 .4rem; }
p, ul, ol { margin: .5rem 0 .8rem; }
.question { font-size: 1.15rem; font-style: italic; }
.lead { font-size: 1.05rem; border-left: 4px solid #1f4e79; padding-left: .9rem; }
.meta { font-size: .82rem; color: #444; }
.because { color: #4a4a4a; font-style: italic; }
nav ol { columns: 2; column-gap: 2rem; font-size: .88rem; padding-left: 1.3rem; }
a { color: #14466f; }
figure { margin: 1.2rem 0; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { font-size: .84rem; color: #333; margin-top: .4rem; }
.table { overflow-x: auto; margin: .8rem 0; }
.table:focus-visible { outline: 2px solid #1f4e79; outline-offset: 2px; }
table { border-collapse: collapse; font: .82rem/1.4 'DejaVu Sans', Verdana, Arial, sans-serif; width: 100%; }
caption { text-align: left; font-size: .84rem; color: #333; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .28rem .6rem .28rem 0; border-bottom: 1px solid #ddd; font-weight: normal; }
thead th { border-bottom: 1.5px solid #555; font-weight: bold; }
details { margin: .5rem 0; }
summary { cursor: pointer; font-size: .84rem; color: #14466f; }
code { font: .82rem/1.5 'DejaVu Sans Mono', Menlo, Consolas, monospace; overflow-wrap: anywhere; background: #f2f2f2; padding: .1rem .3rem; }
footer { margin: 3rem auto; border-top: 1px solid #c9c9c9; padding-top: 1rem; }
@page { margin: 18mm 16mm; }
@media print {
  body { font-size: 10.5pt; }
  main, header, footer, nav { max-width: none; padding: 0; }
  nav { display: none; }
  figure, tr, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;
