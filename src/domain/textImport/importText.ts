import type { TextFormat } from './textFormat.js'

import { PolicyError } from '../policyError.js'
import { type Dropped, dropTally } from './dropped.js'
import { element, type ImportedBlock, type ImportedBody, wordsOf } from './importedNodes.js'
import { markedHeadings } from './markedHeadings.js'
import { type Note, noteTally } from './note.js'
import { readHtml, type Telling } from './readHtml.js'
import { htmlOfMarkdown } from './readMarkdown.js'
import { readPlainText } from './readPlainText.js'
import { repeatedText, type RepeatedText } from './repeatedText.js'
import { withoutPageMarks } from './withoutPageMarks.js'

/** A text as a version can have it, and what became of the rest. */
export type ImportedText = {
  body: ImportedBody
  /** What was not taken over, by kind. */
  dropped: Dropped[]
  notes: Note[]
  /** Present where the document is one text several times over. */
  repeated?: { copies: number; isWholeKept: boolean }
  /** What the text calls itself, where it says so. */
  title?: string
}

/**
 * Reads a text into what the editor of a version can hold: headings, paragraphs, lists, quotations,
 * links, tables and rules. Words are kept wherever they stand; what is not kept is told. The same text
 * gives the same result, to the last byte.
 *
 * @throws PolicyError `INVALID_PARAMETER` for a text without words, or one that nests too deeply.
 */
export const importText = ({
  format,
  isEveryCopyKept = false,
  prepare,
  text: source,
}: {
  /** For `docx`, the text is the HTML that was made of it. */
  format: TextFormat
  /** Whether to keep all copies of a text that stands there several times. */
  isEveryCopyKept?: boolean
  /** Tells first what was lost before the text came here. */
  prepare?: (telling: Telling) => void
  text: string
}): ImportedText => {
  const { drop, dropped } = dropTally()
  const { note, notes } = noteTally()
  const telling = { drop, note }
  // A lone surrogate cannot be stored; a mark of byte order is no word.
  const text = source.replace(/^\uFEFF/u, '').replace(/\p{Surrogate}/gu, '\uFFFD')

  prepare?.(telling)

  const { blocks, repeated, title } =
    format === 'text'
      ? fromPlainText({ isEveryCopyKept, telling, text })
      : fromHtml({
          html: format === 'markdown' ? htmlOfMarkdown({ note: telling.note, text }) : text,
          isEveryCopyKept,
          telling,
        })

  assertWords(blocks)

  const name = titleIn(blocks) ?? title

  return {
    body: { root: element('root', blocks) },
    dropped: dropped(),
    notes: notes(),
    ...(repeated && { repeated: { copies: repeated.copies, isWholeKept: !isEveryCopyKept } }),
    ...(name !== undefined && { title: name }),
  }
}

type Read = {
  blocks: ImportedBlock[]
  repeated: RepeatedText | undefined
  title: string | undefined
}

/** Copies are looked for line by line, before fragments are taken for headings. */
const fromPlainText = ({
  isEveryCopyKept,
  telling,
  text,
}: {
  isEveryCopyKept: boolean
  telling: Telling
  text: string
}): Read => {
  const lines = withoutPageMarks({ drop: telling.drop, text })
  const repeated = repeatedText(lines)
  const kept = withoutCopies({ isEveryCopyKept, parts: lines, repeated, telling, wordsIn: String })

  return { blocks: readPlainText({ lines: kept, telling }), repeated, title: undefined }
}

const fromHtml = ({
  html,
  isEveryCopyKept,
  telling,
}: {
  html: string
  isEveryCopyKept: boolean
  telling: Telling
}): Read => {
  const { blocks: parts, title } = readHtml({ html, telling })
  const repeated = repeatedText(parts.map(wordsOf))
  const blocks = withoutCopies({ isEveryCopyKept, parts, repeated, telling, wordsIn: wordsOf })

  return { blocks: markedHeadings({ blocks, telling }), repeated, title }
}

const withoutCopies = <Part>({
  isEveryCopyKept,
  parts,
  repeated,
  telling: { drop, note },
  wordsIn,
}: {
  isEveryCopyKept: boolean
  parts: Part[]
  repeated: RepeatedText | undefined
  telling: Telling
  wordsIn: (part: Part) => string
}): Part[] => {
  if (!repeated || isEveryCopyKept) {
    return parts
  }
  note('COPIES_DIFFER', repeated.differences)
  for (const { from, to } of repeated.repetitions) {
    drop(
      'repeated',
      parts
        .slice(from, Math.min(to, from + 20))
        .map(wordsIn)
        .join(' '),
    )
  }
  return parts.filter(
    (_, index) => !repeated.repetitions.some(({ from, to }) => index >= from && index < to),
  )
}

const assertWords = (blocks: ImportedBlock[]): void => {
  if (!blocks.some((block) => /[\p{L}\p{N}]/u.test(wordsOf(block)))) {
    throw new PolicyError({
      code: 'INVALID_PARAMETER',
      message:
        'There are no words in it to import. Where a file only shows pictures of pages, it takes a program that recognises text.',
    })
  }
}

const titleIn = (blocks: ImportedBlock[]): string | undefined => {
  const title = blocks.find((block) => block.type === 'heading' && block.tag === 'h1')

  return title && (wordsOf(title).trim() || undefined)
}
