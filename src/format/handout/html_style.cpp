#include "format/handout/html_text.hpp"

namespace smpcare::format {

namespace {

/// Black on white with borders instead of backgrounds, so that it reads alike on paper and without colour.
constexpr std::string_view built_in = R"css(
:root { color-scheme: light; --line: #767676; --avoid: #a31515; --limit: #7a4b00; --do: #1b5e20; --warn: #6a1b5d; }
* { box-sizing: border-box; }
html { font: 100%/1.45 Arial, "Liberation Sans", "Helvetica Neue", Helvetica, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; color: #111; background: #fff; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.2rem; line-height: 1.25; margin: 1.5rem 0 .5rem; padding: .1rem 0 .1rem .5rem; border-left: .4rem solid #333; }
h3 { font-size: 1rem; margin: .75rem 0 .25rem; }
p, dl, ul { margin: .25rem 0; }
ul { padding-left: 1.2rem; }
a { color: #0b3d91; }
.clinic { border-bottom: .15rem solid #333; padding-bottom: .5rem; }
.clinic .name { font-size: 1.15rem; font-weight: bold; }
.call { font-size: 1.1rem; }
.call a { font-weight: bold; }
.blank { display: inline-block; min-width: 12rem; border-bottom: .08rem solid #111; height: 1.6em; vertical-align: bottom; }
dl.head { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .75rem; }
dl.head dt { font-weight: bold; max-width: 10rem; }
dl.head dd { margin: 0; min-width: 0; }
.now { border: .15rem solid #333; padding: .25rem .75rem .5rem; margin-top: 1rem; }
.now h2 { border: 0; padding: 0; margin-top: .25rem; }
.now .until { font-weight: bold; }
.avoid > h2, h3.avoid { border-color: var(--avoid); color: var(--avoid); }
.limit > h2, h3.limit { border-color: var(--limit); color: var(--limit); }
.do > h2 { border-color: var(--do); color: var(--do); }
.warn > h2 { border-color: var(--warn); color: var(--warn); }
.warn { border: .15rem solid var(--warn); padding: 0 .5rem .25rem; margin-top: 1.5rem; }
.warn > h2 { margin-top: .5rem; border: 0; padding-left: 0; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem .35rem 0; border-top: .06rem solid var(--line); }
thead th { border-top: 0; padding-top: 0; color: #444; font-size: .85rem; }
tbody th { width: 36%; font-weight: bold; }
th span, .detail, .note { display: block; }
th .note { font-weight: normal; }
td ul { list-style: none; padding: 0; margin: 0; }
td li + li { margin-top: .4rem; }
.joint { display: none; }
.note { font-style: italic; }
figure { margin: .5rem 0; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
svg text { paint-order: stroke; stroke: #fff; stroke-width: 2px; }
.wide { display: none; }
.signatures { margin-top: 1.5rem; }
.sign { display: grid; grid-template-columns: 1fr; gap: 1rem .75rem; margin: 1rem 0 0; }
.sign p { display: flex; gap: .5rem; align-items: flex-end; margin: 0; }
.sign .blank { flex: 1; min-width: 4rem; }
footer { margin-top: 1.5rem; border-top: .06rem solid var(--line); padding-top: .5rem; font-size: .9rem; }
.client + .client { margin-top: 3rem; border-top: .3rem double #333; padding-top: 1rem; }
@media (min-width: 44rem) {
  .beside { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
  .beside > section { margin-top: 1.5rem; }
  .expect > h2 { margin-top: .65rem; }
  .beside tbody th { width: 40%; }
  .wide { display: block; }
  .narrow { display: none; }
  .sign { grid-template-columns: 2fr 1fr 2fr 1fr; }
}
@media screen and (max-width: 43.99rem) {
  table, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody th { width: auto; padding: .4rem 0 .2rem; border-top: .12rem solid #333; }
  td { padding: 0 0 .6rem; border: 0; }
}
@page { margin: 8mm; }
@media print {
  html { font-size: 7.3pt; line-height: 1.14; }
  body { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 13pt; margin: 1.2mm 0 .8mm; }
  h2, .expect > h2, .beside > section > h2 { font-size: 9.5pt; margin: 1.6mm 0 .4mm; break-after: avoid; }
  h3 { font-size: 8pt; margin: .6mm 0 0; }
  .clinic { padding-bottom: 1mm; }
  .clinic .name { font-size: 11pt; }
  .call { font-size: 8.5pt; }
  .clinic .address, .clinic .call { display: inline; margin-right: 4mm; }
  dl.head { grid-template-columns: max-content 1fr max-content 1fr; gap: 0 2mm; }
  .now, .today { display: none; } /* paper is kept, and tomorrow it would be wrong */
  .beside { display: grid; grid-template-columns: 49.5fr 50.5fr; gap: 0 4mm; }
  .beside > section { margin-top: 1.4mm; }
  .warn { border-width: .4mm; padding: 0 1.5mm .6mm; }
  .lists { columns: 2; column-gap: 5mm; column-fill: balance; margin-top: 2mm; }
  table, tbody, tr, th, td { display: block; width: auto; }
  thead { display: none; }
  tr { break-inside: avoid; } /* an entry stays with its dates */
  tbody th, .beside tbody th { width: auto; padding: .5mm 0 0; border-top: .15mm solid #333; break-after: avoid; }
  td { padding: 0 0 .5mm; border: 0; }
  td li { break-inside: avoid; padding-left: 2mm; text-indent: -2mm; }
  td li + li { margin-top: 0; }
  td li::before { content: "\2022\00a0"; }
  th span, .detail, .note { display: inline; }
  th .note::before { content: " ("; }
  th .note::after { content: ")"; }
  .joint { display: inline; }
  figure { margin: .5mm 0; break-inside: avoid; }
  .wide { display: block; width: 92%; margin: 0 auto; }
  .narrow { display: none; }
  .signatures { margin-top: 1mm; break-inside: avoid; }
  .sign { grid-template-columns: 2fr 1fr 2fr 1fr; margin-top: 1mm; gap: 3mm; }
  .sign p { height: 6.5mm; }
  .sign .blank { min-width: 0; }
  .lists > section:first-child > h2 { margin-top: 0; }
  footer { margin-top: 1.5mm; padding-top: .5mm; font-size: 7pt; break-inside: avoid; }
  footer p { display: inline; }
  .client + .client { break-before: page; margin: 0; border: 0; padding: 0; }
}
)css";

}  // namespace

std::string style_sheet(std::string_view own) {
    std::string sheet(built_in);
    if (!own.empty()) sheet.append(own).append("\n");
    return sheet;
}

}  // namespace smpcare::format
