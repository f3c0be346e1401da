import type { Evidence } from './evidence.js'

import { languageTag } from '../languageTag.js'
import { escapeHtml } from '../redline/html/html.js'
import { redlineHtml } from '../redline/redlineHtml.js'
import { evidenceStyle } from './evidenceStyle.js'
import { verifyEvidence } from './verifyEvidence.js'

type Person = { collection?: string; id?: number | string; name?: string } | null

/**
 * An export as a page that can be printed, and that checks itself in any browser, without a network:
 * the export and the script stand in it.
 */
export const evidencePage = (evidence: Evidence): string => {
  const { events, exportedAt, notices, policy, predecessor, reviews, snapshot, version } = evidence
  const { count, publication, renditions, summaries } = snapshot
  const published = events.find(
    (event) =>
      String(event.version) === String(version.id) &&
      ['imported', 'published'].includes(event.type),
  )

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Record of version ${text(version.label)} of ${text(policy.slug)}</title>
<style>${evidenceStyle}</style>
</head>
<body>
<header>
<h1>Record of version ${text(version.label)} of “${text(titleOf(evidence))}”</h1>
<p>Exported at ${instant(exportedAt)}. This page holds everything that it shows, and what is needed to check it.</p>
<p id="check" role="status">Not checked: open the page in a browser with JavaScript, or run <code>node verify.mjs record.json</code>.</p>
</header>
<main>
${section(
  'What was published',
  facts([
    ['Policy', text(policy.slug)],
    ['Version', text(version.label)],
    [
      'Published',
      published
        ? `${instant(publication.publishedAt ?? published.at)} by ${person(published.actor as Person)}`
        : '–',
    ],
    [
      'Takes effect',
      publication.effectiveAt
        ? `${instant(publication.effectiveAt)} (${text(publication.effectiveOn ?? '')}, ${text(count.timeZone)})`
        : 'on an unknown day',
    ],
    ...(version.withdrawnAt
      ? [['Withdrawn', instant(version.withdrawnAt)] as [string, string]]
      : []),
    ['Material change', publication.materialChange ? 'yes' : 'no'],
    ['In place of', predecessor ? `version ${text(predecessor.label)}` : 'none: the first version'],
    ...(publication.exception
      ? [
          [
            'Exception to the notice period',
            text(`${publication.exception.reason}: ${publication.exception.explanation}`),
          ] as [string, string],
        ]
      : []),
    ['Fingerprint', `<code>${text(version.fingerprint)}</code>`],
  ]),
)}
${section(
  'Who approved it',
  table(
    ['When', 'Who', 'Decision', 'About', 'Comment', 'Fingerprint'],
    reviews.map(({ columns }) => [
      instant(columns.created_at),
      person(columns.reviewer as Person),
      text(columns.decision),
      text(columns.scope),
      text(columns.comment ?? ''),
      `<code>${text(columns.fingerprint)}</code>`,
    ]),
  ),
)}
${section(
  'When it was announced',
  table(
    ['Posted', 'Through', 'Shown until', 'Words', 'Attested by'],
    notices.map(({ columns }) => [
      instant(columns.posted_at),
      text(columns.channel),
      instant(columns.visible_until),
      Object.entries((columns.message ?? {}) as Record<string, { before: string }>)
        .map(
          ([language, { before }]) =>
            `<p lang="${languageTag(language) ?? ''}">${text(before)}</p>`,
        )
        .join(''),
      person(((columns.attestation ?? {}) as { by?: Person }).by ?? null),
    ]),
  ),
)}
${section(
  'How its days were counted',
  count.clauses.length === 0
    ? '<p>No version before it promised anything about changes.</p>'
    : count.clauses
        .map(
          ({
            calendar,
            days,
            earliestEffectiveAt,
            lastDay,
            preset,
            tier,
            tierName,
            version: promising,
          }) =>
            `<h3>${text(preset === null ? `Version ${promising.label}` : `${preset}, named by version ${promising.label}`)}</h3>
${facts([
  [
    'Promised',
    text(
      `${tierName}: ${tier.period.amount} ${tier.period.unit.replaceAll('_', ' ')}, ${tier.relation.replaceAll('_', ' ')} effect`,
    ),
  ],
  ['Calendar', text(calendar ?? 'none')],
  ['Last day', text(lastDay ?? 'none')],
  ['Not before', earliestEffectiveAt ? instant(earliestEffectiveAt) : 'could not be counted'],
])}
${
  days.length > 0
    ? `<details><summary>${days.length} days</summary>${table(
        ['Day', 'Kind'],
        days.map(({ date, kind }) => [text(date), text(kind.replaceAll('_', ' '))]),
      )}</details>`
    : ''
}`,
        )
        .join('\n') +
        facts([
          ['Counted from', instant(count.noticeFrom)],
          ['Time-zone data', text(count.timeZoneData)],
          ['Clock', count.isClockSimulated ? '<strong>simulated</strong>' : 'the database’s'],
        ]),
)}
${Object.entries(evidence.redlines)
  .map(([language, redline]) =>
    section(
      `What changed (${text(language)})`,
      `<div lang="${languageTag(language) ?? ''}">${redlineHtml({ redline })}</div>`,
    ),
  )
  .join('\n')}
${Object.entries(renditions)
  .map(([language, { html }]) =>
    section(
      `The text (${text(language)})`,
      `<article lang="${languageTag(language) ?? ''}"><h3>${text(summaries[language]?.title ?? '')}</h3>${html}</article>`,
    ),
  )
  .join('\n')}
${section(
  'The chain of the policy’s record',
  table(
    ['No.', 'When', 'What', 'Version', 'Who', 'Hash'],
    events.map(({ actor, at, hash, sequence, type, version: about }) => [
      String(sequence),
      instant(at),
      text(type.replaceAll('_', ' ')),
      text(about),
      person(actor as Person),
      `<code>${text(hash)}</code>`,
    ]),
  ),
)}
</main>
<script type="application/json" id="record">${JSON.stringify(evidence).replaceAll('<', '\\u003c')}</script>
<script>
${shippedCheck()}
const check = document.getElementById('check')
verifyEvidence(JSON.parse(document.getElementById('record').textContent)).then((findings) => {
  check.className = findings.length === 0 ? 'holds' : 'broken'
  check.textContent = findings.length === 0
    ? 'Checked in this browser: the fingerprint, the ${events.length} events of the chain and every row of this record hold.'
    : 'This record does not hold. ' + findings.join(' ')
}, (error) => { check.textContent = 'The check failed: ' + error })
</script>
</body>
</html>
`
}

/** The script that checks an export on the command line: `node verify.mjs record.json`. */
export const verifyScript = (): string => `import { readFileSync } from 'node:fs'

${shippedCheck()}

const findings = await verifyEvidence(JSON.parse(readFileSync(process.argv[2] ?? 'record.json', 'utf8')))
console.log(findings.length === 0 ? 'The record holds.' : findings.join('\\n'))
process.exit(findings.length === 0 ? 0 : 1)
`

/** The check's own source. What transpilers call to keep a function's name is nothing elsewhere. */
const shippedCheck = (): string =>
  `const __name = (named) => named\nconst verifyEvidence = ${verifyEvidence.toString()}`

const titleOf = ({ snapshot: { languages, summaries } }: Evidence): string =>
  summaries[languages.default]?.title ?? Object.values(summaries)[0]?.title ?? ''

const section = (title: string, content: string): string =>
  `<section>\n<h2>${title}</h2>\n${content}\n</section>`

const facts = (pairs: [string, string][]): string =>
  `<dl>${pairs.map(([term, fact]) => `<dt>${term}</dt><dd>${fact}</dd>`).join('')}</dl>`

const table = (heads: string[], rows: string[][]): string =>
  rows.length === 0
    ? '<p>None.</p>'
    : `<div class="table" tabindex="0"><table><thead><tr>${heads
        .map((head) => `<th scope="col">${head}</th>`)
        .join('')}</tr></thead><tbody>${rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</tbody></table></div>`

const instant = (value: unknown): string => {
  const iso = String(value)
  return `<time datetime="${text(iso)}">${text(iso.replace('T', ' ').replace('Z', ' UTC'))}</time>`
}

const person = (who: Person): string =>
  who ? text(`${who.name ?? ''} (${who.collection ?? ''} ${who.id ?? ''})`) : '–'

const text = (value: unknown): string => escapeHtml(String(value))
