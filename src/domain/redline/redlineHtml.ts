import type { CallOut, Redline, RedlineBlock, RedlineSection } from './redline.js'

import { blocksHtml } from './html/blocksHtml.js'
import { element, escapeHtml, type HtmlContext, markedHtml, segmentsHtml } from './html/html.js'
import { englishRedlineWords, type RedlineWords } from './redlineWords.js'

/**
 * Writes a redline as HTML that can be read without a style sheet: what is new stands in `<ins>`,
 * what is gone in `<del>`, what is unchanged or changed cosmetically is folded into `<details>`.
 * Every text is escaped, and no address becomes a link. Class names start with `redline`.
 */
export const redlineHtml = ({
  idPrefix = 'redline',
  redline,
  words = {},
}: {
  /** What the ids of the blocks start with, so that a page can show several redlines. */
  idPrefix?: string
  redline: Redline
  /** The words around the text, in its language; English where they are left out. */
  words?: Partial<RedlineWords>
}): string => {
  const context: HtmlContext = {
    idPrefix: escapeHtml(idPrefix),
    words: { ...englishRedlineWords, ...words },
  }

  return element({
    className: 'redline',
    content: [
      summaryHtml({ context, redline }),
      titleHtml({ context, redline }),
      callOutsHtml({ callOuts: redline.callOuts, context }),
      ...redline.sections.map((section) => sectionHtml({ context, section })),
    ].join('\n'),
    tag: 'article',
  })
}

type Part = { context: HtmlContext; redline: Redline }

const summaryHtml = ({ context: { words }, redline: { counts } }: Part): string =>
  element({
    className: 'redline-summary',
    content: escapeHtml(
      words.summary.replace(/\{\{(\w+)\}\}/gu, (name, key: string) =>
        key in counts ? String(counts[key as keyof typeof counts]) : name,
      ),
    ),
    tag: 'p',
  })

const titleHtml = ({ context, redline: { title } }: Part): string =>
  title.kind === null
    ? ''
    : element({
        className: `redline-title redline-${title.kind}`,
        content: segmentsHtml({ context, segments: title.segments, shows: 'all' }),
        tag: 'p',
      })

const callOutsHtml = ({
  callOuts,
  context,
}: {
  callOuts: readonly CallOut[]
  context: HtmlContext
}): string => {
  const list = (kind: CallOut['kind']) => {
    const items = callOuts
      .filter((callOut) => callOut.kind === kind)
      .map((callOut) => `<li>${callOutHtml({ callOut, context })}</li>`)

    return items.length === 0
      ? ''
      : element({ className: 'redline-call-outs', content: items.join('\n'), tag: 'ul' })
  }
  const { words } = context
  const [cosmetic, substantial] = [list('cosmetic'), list('substantial')]

  return [
    substantial && `<p class="redline-note">${escapeHtml(words.callOuts)}</p>\n${substantial}`,
    cosmetic &&
      `<details class="redline-cosmetic"><summary>${escapeHtml(words.callOuts)}</summary>\n${cosmetic}</details>`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

const callOutHtml = ({
  callOut: { after, before, blocks, type },
  context,
}: {
  callOut: CallOut
  context: HtmlContext
}): string => {
  const places = blocks.map(
    (block, index) => `<a href="#${context.idPrefix}-${block}">${index + 1}</a>`,
  )

  return [
    `${escapeHtml(context.words[type])}:`,
    before && markedHtml({ context, op: 'delete', text: before }),
    after && markedHtml({ context, op: 'insert', text: after }),
    `(${places.join(', ')})`,
  ]
    .filter(Boolean)
    .join(' ')
}

const sectionHtml = ({
  context,
  section,
}: {
  context: HtmlContext
  section: RedlineSection
}): string => {
  const { blocks, counts, heading, status, title } = section
  const all: RedlineBlock[] = heading ? [heading, ...blocks] : blocks
  const { words } = context
  const className = `redline-section redline-${status}`
  const name = escapeHtml(title ?? words.noHeading)

  switch (status) {
    case 'cosmetic':
      return folded({
        className,
        content: blocksHtml({ blocks: all, context, isFolded: true }),
        summary: `${name} (${escapeHtml(words.cosmetic.replace('{{count}}', String(counts.cosmetic)))})`,
      })
    case 'unchanged':
      return folded({
        className,
        content: blocksHtml({ blocks: all, context, isFolded: true }),
        summary: `${name} (${escapeHtml(words.unchangedSection)})`,
      })
    default:
      return element({
        className,
        content: blocksHtml({ blocks: all, context, isFolded: false }),
        tag: 'section',
      })
  }
}

const folded = ({
  className,
  content,
  summary,
}: {
  className: string
  content: string
  summary: string
}): string => `<details class="${className}"><summary>${summary}</summary>\n${content}</details>`
