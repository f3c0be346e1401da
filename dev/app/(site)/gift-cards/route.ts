/** A page of the shop that is made without React, as most of the web is: one file and one script. */
export const GET = (): Response =>
  new Response(page, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta content="width=device-width, initial-scale=1" name="viewport">
<meta content="light dark" name="color-scheme">
<link href="data:," rel="icon">
<title>Gift cards – Harborlight Books</title>
<script src="/policy-notice.js" type="module"></script>
<style>
:root{color-scheme:light dark;--ink:light-dark(#1e2a34,#e8e4da);--muted:light-dark(#55616b,#a5b0b9);--line:light-dark(#e0d8c8,#2c3741);--accent:light-dark(#0b5566,#8ecbd8);--serif:'Iowan Old Style',Charter,'Palatino Linotype',Palatino,Georgia,serif}
*{box-sizing:border-box}
body{background:light-dark(#faf6ee,#11181e);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;margin:0 auto;max-width:68rem;padding:0 clamp(1rem,4vw,2.5rem) 3rem}
header,footer{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;padding-block:.85rem}
header{align-items:center;border-bottom:1px solid var(--line)}
footer{border-top:1px solid var(--line);color:var(--muted);margin-top:3rem}
a{color:var(--accent);text-underline-offset:.18em}
header a{color:var(--ink);font:600 1.3rem/1.2 var(--serif);text-decoration:none}
header a+a{font:inherit;text-decoration:underline}
:focus-visible{border-radius:3px;outline:3px solid var(--accent);outline-offset:3px}
h1{font:600 clamp(1.9rem,1.4rem + 2.4vw,2.9rem)/1.2 var(--serif);margin:1.5rem 0 .5rem}
policy-notice{--policy-notice-background:light-dark(#fdf0d9,#2a2315);margin-top:1.25rem}
ul{display:grid;gap:1.25rem;grid-template-columns:repeat(auto-fit,minmax(min(13rem,100%),1fr));list-style:none;margin:2rem 0 0;padding:0}
li{aspect-ratio:8/5;background:linear-gradient(140deg,#15344a,#0a1f2d);border-radius:10px;color:#f7f1e4;display:flex;flex-direction:column;justify-content:space-between;padding:1.1rem 1.3rem}
li strong{color:#fbdf9d;font:600 2rem/1 var(--serif)}
</style>
</head>
<body>
<header><a href="/">Harborlight Books</a><a href="/#books">Books</a></header>
<policy-notice label="Changes to our policies" src="/api/policy-notices/active?placement=homepage">
<p><a href="/policies/privacy">Our privacy policy</a></p>
</policy-notice>
<main>
<h1>Gift cards</h1>
<p>For somebody who has read everything. Good in all three shops, and for as long as we are here.</p>
<ul>
<li>Harborlight Books <strong>$25</strong></li>
<li>Harborlight Books <strong>$50</strong></li>
<li>Harborlight Books <strong>$100</strong></li>
</ul>
</main>
<footer><span>12 Quayside, Portland, ME 04101</span><a href="/policies/privacy">Privacy policy</a></footer>
</body>
</html>
`
