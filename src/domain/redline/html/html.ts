import type { Segment } from '../redline.js'
import type { RedlineWords } from '../redlineWords.js'

/** What every part of a redline is written with. */
export type HtmlContext = {
  /** Escaped. */
  idPrefix: string
  words: RedlineWords
}

/** A text that may stand anywhere in HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => entities[character]!)

const entities: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

/** An element around content that is HTML already. */
export const element = ({
  attributes = {},
  className,
  content,
  tag,
}: {
  /** Their values are HTML already. */
  attributes?: Record<string, string>
  className: string
  content: string
  tag: string
}): string => {
  const others = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)

  return `<${tag} class="${className}"${others.join('')}>${content}</${tag}>`
}

/** A text as an insertion or a deletion, which a screen reader is told in words. */
export const markedHtml = ({
  context: { words },
  op,
  text,
}: {
  context: HtmlContext
  op: 'delete' | 'insert'
  text: string
}): string => {
  const [tag, word] = op === 'delete' ? ['del', words.deleted] : ['ins', words.inserted]

  return `<${tag}>${hidden(`[${word}: `)}${linesHtml(text)}${hidden(']')}</${tag}>`
}

/** Segments as HTML: with every difference, or with the substantial ones alone. */
export const segmentsHtml = ({
  context,
  segments,
  shows,
}: {
  context: HtmlContext
  segments: readonly Segment[]
  shows: 'all' | 'substantial'
}): string =>
  segments
    .map((segment) => {
      if (segment.op === 'equal') {
        return `${linesHtml(segment.text)}${segment.link ? linkHtml({ context, link: segment.link }) : ''}`
      }
      if (shows === 'all' || segment.kind === 'substantial') {
        return markedHtml({ context, op: segment.op, text: segment.text })
      }
      return segment.op === 'insert' ? linesHtml(segment.text) : ''
    })
    .join('')

const linkHtml = ({
  context,
  link: { after, before },
}: {
  context: HtmlContext
  link: { after: null | string; before: null | string }
}): string =>
  element({
    className: 'redline-link',
    content: ` (${[
      `${escapeHtml(context.words.link)}:`,
      before && markedHtml({ context, op: 'delete', text: before }),
      after && markedHtml({ context, op: 'insert', text: after }),
    ]
      .filter(Boolean)
      .join(' ')})`,
    tag: 'span',
  })

const linesHtml = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')

/** Out of sight, but read out; without support for styles it is seen, which does no harm. */
const hidden = (text: string): string =>
  `<span class="redline-hidden" style="position:absolute;clip-path:inset(50%)">${escapeHtml(text)}</span>`
