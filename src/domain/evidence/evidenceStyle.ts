/** How an export looks, on a screen in either light and on paper. */
export const evidenceStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { border-bottom: 1px solid; font-size: 1.2rem; margin-top: 2.5rem; padding-bottom: .25rem; }
h3 { font-size: 1rem; }
dl { display: grid; gap: .25rem 1rem; grid-template-columns: max-content 1fr; }
dt { font-weight: 600; } dd { margin: 0; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; width: 100%; } td code { display: inline-block; min-width: 16rem; }
th, td { border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: .35rem .5rem; text-align: start; vertical-align: top; }
code { font-size: .75rem; overflow-wrap: anywhere; }
article { border: 1px solid color-mix(in srgb, currentColor 25%, transparent); padding: 0 1rem; }
#check { border: 1px solid; border-radius: .25rem; padding: .5rem .75rem; }
#check.holds { border-color: #1a7f37; } #check.broken { border-color: #b42318; font-weight: 600; }
ins { background: color-mix(in srgb, #1a7f37 22%, transparent); } del { background: color-mix(in srgb, #b42318 20%, transparent); }
@media (max-width: 40rem) { dl { display: block; } dd { margin-bottom: .5rem; } }
@media print { :root { color-scheme: light; font-size: 11px; } section { break-inside: auto; } h2, h3 { break-after: avoid; } tr { break-inside: avoid; } details > summary { list-style: none; } .table { overflow: visible; } td code { min-width: 0; } }
`
