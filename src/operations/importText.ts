import type { PayloadRequest } from 'payload'

import { createHash } from 'node:crypto'

import type { Actor } from '../domain/lifecycle.js'
import type { PolicyContext } from '../options.js'

import { PolicyError } from '../domain/policyError.js'
import { decodeText } from '../domain/textImport/decodeText.js'
import { importText, type ImportedText } from '../domain/textImport/importText.js'
import { guessFormat, type TextFormat } from '../domain/textImport/textFormat.js'
import { importTool, type TextSource } from '../domain/textImport/textSource.js'
import { renderText } from '../domain/rendering/renderText.js'
import { personOnly } from './actor.js'
import { present } from './present.js'
import { htmlOfWord } from './wordFile/htmlOfWord.js'

/** The most bytes of a Word file. */
export const mostFileBytes = 10_000_000

/** The most bytes of any other text. */
export const mostTextBytes = 2_000_000

/** An imported text with what a preview shows of it. */
export type TextImport = ImportedText & {
  /** What the body will look like to readers. */
  html: string
  provenance: TextSource
}

/**
 * Reads a text for a version. Nothing is stored: whoever asked for it looks at it first.
 *
 * @throws PolicyError `INVALID_PARAMETER` for what is too large, empty, or no text of its format.
 */
export const importTextFor = async ({
  actor,
  bytes,
  context,
  fileName,
  format: asked,
  isEveryCopyKept,
  req,
}: {
  actor: Actor
  bytes: Uint8Array
  context: PolicyContext
  fileName: null | string
  /** Left out, it is guessed. */
  format: TextFormat | undefined
  isEveryCopyKept: boolean
  req: PayloadRequest
}): Promise<TextImport> => {
  const format = asked ?? guess({ bytes, fileName })
  assertReadable({ bytes, format })

  const imported = await read({ bytes, format, isEveryCopyKept })

  return {
    ...imported,
    html: renderText({ body: imported.body, language: req.locale ?? context.language }).html,
    provenance: {
      bytes: bytes.length,
      fileName,
      format,
      importedAt: (await present({ context, req })).toISOString(),
      importedBy: personOnly(actor),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      tool: importTool,
    },
  }
}

const read = async ({
  bytes,
  format,
  isEveryCopyKept,
}: {
  bytes: Uint8Array
  format: TextFormat
  isEveryCopyKept: boolean
}): Promise<ImportedText> => {
  if (format === 'docx') {
    const { html, tellLost } = await htmlOfWord(bytes)
    assertSize({ length: html.length, most: mostTextBytes, what: 'The text in the Word file' })
    return importText({ format, isEveryCopyKept, prepare: tellLost, text: html })
  }

  const { isGuessed, text } = decodeText(bytes)

  return importText({
    format,
    isEveryCopyKept,
    prepare: ({ note }) => note('ENCODING_GUESSED', isGuessed ? 1 : 0),
    text,
  })
}

const guess = ({ bytes, fileName }: { bytes: Uint8Array; fileName: null | string }): TextFormat =>
  kindOf(bytes) === 'zip'
    ? 'docx'
    : guessFormat({
        fileName: fileName ?? undefined,
        text: decodeText(bytes.subarray(0, mostTextBytes)).text,
      })

/** @throws PolicyError `INVALID_PARAMETER` for bytes that show another format than the one that was named. */
const assertReadable = ({ bytes, format }: { bytes: Uint8Array; format: TextFormat }): void => {
  const kind = kindOf(bytes)

  if (kind === 'pdf') {
    throw refused(
      'The file is a PDF, which only says where letters stand on its pages. Save it as text, HTML or a Word file (.docx) first, or copy the text and paste it.',
    )
  }
  if (kind === 'ole') {
    throw refused(
      'The file is a Word file of the old kind (.doc), or protected by a password. Open it in Word and save it as a document (.docx) without one.',
    )
  }
  if (kind === 'rtf') {
    throw refused(
      'The file is in the Rich Text Format (.rtf). Open it in a word processor and save it as a document (.docx) or as HTML.',
    )
  }
  if (format === 'docx') {
    assertSize({ length: bytes.length, most: mostFileBytes, what: 'The Word file' })
    if (kind !== 'zip') {
      throw refused(
        'The file is no Word file (.docx): allowed formats are docx, html, markdown and text. Choose the one that it is.',
      )
    }
    return
  }
  assertSize({ length: bytes.length, most: mostTextBytes, what: 'The text' })
  if (kind === 'zip' || kind === 'binary') {
    throw refused(
      kind === 'zip'
        ? 'The file is an archive and no text, perhaps a Word file. Choose Word (.docx) as its format.'
        : 'The file is no text. Allowed are Word files (.docx), HTML, Markdown and plain text.',
    )
  }
}

/** What bytes are, by how they begin. */
const kindOf = (bytes: Uint8Array): 'binary' | 'ole' | 'pdf' | 'rtf' | 'text' | 'zip' => {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')

  if (start.startsWith('PK\u0003\u0004')) {
    return 'zip'
  }
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    return 'ole'
  }
  if (start.startsWith('%PDF-')) {
    return 'pdf'
  }
  if (start.startsWith('{\\rtf')) {
    return 'rtf'
  }
  // In UTF-16, every second byte of plain English is one.
  return start.includes('\u0000') && !/^(?:\u00ff\u00fe|\u00fe\u00ff)/u.test(start)
    ? 'binary'
    : 'text'
}

/** @throws PolicyError `INVALID_PARAMETER`. */
export const assertSize = ({
  length,
  most,
  what,
}: {
  length: number
  most: number
  what: string
}): void => {
  if (length > most) {
    throw refused(
      `${what} is larger than ${most / 1_000_000} MB, which is the most that can be imported. Leave out what is not the policy, such as pictures, or import it in parts.`,
    )
  }
}

const refused = (message: string) => new PolicyError({ code: 'INVALID_PARAMETER', message })
