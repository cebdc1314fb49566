// How a proof looks. The first rules are the colours and types of Galley's own style sheet, each to be had otherwise by a
// custom property of its name: `--galley-ink`, `--galley-people` … They follow the page's own `color-scheme`.

export const STYLE = `
/* PALETTE */
:host { display: block; padding: .75rem; background: var(--paper); color: var(--ink); }
:host([hidden]) { display: none; }
.frame { container-type: inline-size; position: relative; }
.proof { font: 1.125rem/1.75 var(--serif); overflow-wrap: anywhere; padding-inline-start: calc(var(--margin) + var(--gap)); max-width: var(--measure); white-space: normal; }
h2, h3, p { font: inherit; margin: 0 0 1.2rem; white-space: pre-wrap; }
h2 { font-size: 1.7em; line-height: 1.25; font-weight: 700; }
h3 { font-size: 1.15em; font-weight: 700; }
[data-part] { color: var(--soft); font-size: .9em; }
[data-part="list"], [data-part="table"] { color: inherit; font-size: 1em; }

mark { position: relative; color: inherit; background: none; border-radius: 2px; text-decoration-skip-ink: none; text-underline-offset: .2em; -webkit-box-decoration-break: clone; box-decoration-break: clone; cursor: pointer; }
mark:focus-visible { outline: 3px solid var(--people); outline-offset: 2px; }
.people { text-decoration: underline solid 2px var(--people); }
.organisations { text-decoration: underline double 1.5px var(--organisations); }
.places { text-decoration: underline dotted 3px var(--places); }
.groups { text-decoration: underline dashed 2px var(--groups); }
.others { text-decoration: underline wavy 1.25px var(--others); }
.times { text-decoration: overline solid 1.5px var(--times); }
.amounts { text-decoration: underline solid 1px var(--amounts); }
.terms { text-decoration: underline dashed 1px var(--terms); }
.references { text-decoration: underline dotted 1.5px var(--references); }
.attitudes { border-bottom: 2px dotted var(--attitudes); }
.cue { text-decoration: underline solid 3px color-mix(in srgb, var(--quotations) 55%, transparent); }
.dateline { box-shadow: 0 0 0 2px var(--paper), 0 0 0 3px var(--dateline); }
.quotations { border-bottom: 2px solid var(--quotations); padding-bottom: .1em; }
.direct { background: var(--tint); }
.indirect, .mixed { background: var(--tint-indirect); border-bottom-style: dashed; }
.quotations .quotations { background: color-mix(in srgb, var(--quotations) 14%, transparent); }
.unattributed { border-bottom-color: var(--open); }

.note { float: inline-start; clear: inline-start; box-sizing: border-box; width: var(--margin); margin-inline-start: calc(-1 * (var(--margin) + var(--gap))); padding: .35rem .7rem .1rem 0; border-inline-end: 3px solid var(--quotations); font: .8rem/1.3 var(--sans); text-align: end; white-space: normal; user-select: none; -webkit-user-select: none; }
.note::before { content: attr(data-lead); font-weight: 650; color: var(--ink); }
.note.day { border-inline-end: 3px double var(--times); }
.note.open { border-inline-end: 3px dashed var(--open); }
.note.open::before { color: var(--open); }
@container (max-width: 48rem) {
  .proof { padding-inline-start: 0; }
  .note { float: none; width: auto; margin: 0 .35em 0 0; padding: .05rem .35rem; border: 1px solid var(--quotations); border-radius: 4px; }
  .note.day { border: 1px solid var(--times); }
  .note.open { border: 1px dashed var(--open); }
}

.legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0 0 1rem; padding: 0; list-style: none; font: .85rem/2 var(--sans); }
.told { position: sticky; bottom: 0; min-height: 1.4em; margin: 0; padding: .3rem 0; background: var(--paper); border-top: 1px solid var(--rule); color: var(--ink); font: .85rem/1.4 var(--sans); }
.trouble { margin: 0; padding: .8rem 1rem; border: 2px solid var(--open); color: var(--ink); font: 1rem/1.4 var(--sans); }

@media (forced-colors: active) {
  mark, .sample { forced-color-adjust: none; color: CanvasText; background: transparent !important; border-color: CanvasText !important; text-decoration-color: CanvasText !important; }
  .dateline { outline: 1px solid CanvasText; outline-offset: 1px; }
  .unattributed { border-bottom: 3px double CanvasText; }
  .note, .note::before, [data-part] { forced-color-adjust: auto; color: CanvasText; }
  mark:focus-visible { outline-color: Highlight; }
}
@media print { .told { display: none; } }
`;
