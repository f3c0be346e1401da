import { createHash } from 'node:crypto'

/** The style of a policy's page. It loads nothing, and makes the text readable on a phone, in the dark and on paper. */
export const policyPageStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2126;--muted:#545d66;--line:#d5d9dd;--accent:#0a5268;--box:#f1f3f5;--good:#1b5a39;--soon:#8a4b00;--gone:#8b2e2b}
@media (prefers-color-scheme:dark){:root{--paper:#14181c;--ink:#e6e8ea;--muted:#a9b2bb;--line:#39424b;--accent:#8ecbdc;--box:#1f252b;--good:#8fd1aa;--soon:#f1c479;--gone:#f2aba2}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:44rem;padding:1.5rem clamp(1rem,5vw,2rem) 3rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.65 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{margin:2em 0 .6em;line-height:1.25;text-wrap:balance}
h1{font-size:clamp(1.7rem,1.3rem + 2vw,2.4rem)}h2{font-size:1.4rem}h3{font-size:1.2rem}h4,h5,h6{font-size:1.05rem}
header h1{margin:.2em 0 .3em}
a{color:var(--accent);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
article:focus{outline:none}
.skip{position:absolute;top:-10rem;inset-inline-start:.5rem;padding:.6rem 1rem;background:var(--accent);color:var(--paper)}
.skip:focus{top:.5rem}
.facts{display:flex;flex-wrap:wrap;gap:0 1.25rem;margin:0;color:var(--muted)}
.box{--tone:var(--muted);margin:1.25rem 0;padding:.9rem 1.1rem;background:var(--box);border-inline-start:5px solid var(--tone);border-radius:4px}
.box p{margin:0}.box p+p{margin-top:.4rem}
.box h2{margin:0 0 .3rem;font-size:1rem}
.lead{font-weight:600}
.in_force{--tone:var(--good)}.upcoming{--tone:var(--soon)}.withdrawn{--tone:var(--gone)}
article{margin-top:2rem}
article :is(ol,ul){padding-inline-start:1.6em}
article li+li{margin-top:.35em}
blockquote{margin:1em 0;padding-inline-start:1em;border-inline-start:3px solid var(--line)}
hr{margin:2em 0;border:0;border-top:1px solid var(--line)}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
div:has(>table){overflow-x:auto}
table{border-collapse:collapse}
td,th{padding:.4em .7em;border:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere}
:is(td,th)>:first-child{margin-top:0}:is(td,th)>:last-child{margin-bottom:0}
${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => `[data-indent="${step}"]{margin-inline-start:min(${2 * step}em,${step * 4}vw)}`).join('')}
footer{margin-top:3rem;padding-top:1.25rem;border-top:1px solid var(--line);color:var(--muted);font-size:.875rem}
footer p{margin:0 0 .6rem}
footer code{overflow-wrap:anywhere}
@media print{
@page{margin:20mm 18mm}
:root{color-scheme:light;--paper:#fff;--ink:#000;--muted:#333;--line:#999;--accent:#000;--box:#fff;--good:#000;--soon:#000;--gone:#000}
body{max-width:none;padding:0;font-size:11pt;line-height:1.45}
.skip{display:none}
.box{background:none;border:1px solid var(--line);border-inline-start-width:5px}
a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6{break-after:avoid}
.box,blockquote,li,tr{break-inside:avoid}
p,li{orphans:3;widows:3}
div:has(>table){overflow:visible}
}
`

/** The source by which a content security policy lets this style pass, and no other. */
export const policyPageStyleSource = `'sha256-${createHash('sha256').update(policyPageStyle).digest('base64')}'`

/** The `Content-Security-Policy` to send a policy's page with: its style, its links, and nothing else. */
export const policyPageSecurityPolicy = `default-src 'none'; style-src ${policyPageStyleSource}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`
