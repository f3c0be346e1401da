import type Mammoth from 'mammoth'

import type { Telling } from '../../domain/textImport/readHtml.js'

import { PolicyError } from '../../domain/policyError.js'
import { tellLostInWord } from './lostInWord.js'
import { type Parts, unzip, zip } from './zip.js'

/** The text of a Word file as HTML, and what was lost on the way. */
export type WordText = { html: string; tellLost: (telling: Telling) => void }

/**
 * Reads a Word file (.docx). Pictures are left out, and never unpacked.
 * @throws PolicyError `INVALID_PARAMETER` for what is no such file, unpacks to too much, or cannot be
 * read, and where the package that reads it is not installed.
 */
export const htmlOfWord = async (bytes: Uint8Array): Promise<WordText> => {
  const parts = partsOf(bytes)
  assertReadable(parts)

  const xmlOf = new Map([...parts].map(([name, part]) => [name, new TextDecoder().decode(part)]))

  if (![...xmlOf.keys()].some((name) => /^word\/document\d*\.xml$/u.test(name))) {
    throw refused(
      'The file is an archive, but none that Word writes. Save it in Word as a document (.docx), or as HTML.',
    )
  }
  // Word never writes one, and what it declares could unfold without end.
  if ([...xmlOf.values()].some((xml) => xml.includes('<!DOCTYPE'))) {
    throw refused(
      'The Word file holds declarations that Word does not write. Open it in Word, save it anew and import that.',
    )
  }

  if (repeatsNotes([...xmlOf.values()])) {
    throw refused(
      'The Word file refers to the same note from more places than Word does, and each would show it again. Open it in Word, save it anew and import that.',
    )
  }

  const { convertToHtml, images } = await loadMammoth()
  const hasTitle = /<w:pStyle w:val="Title"\s*\/>/u.test(xmlOf.get('word/document.xml') ?? '')
  const { messages, value } = await convertToHtml(
    { buffer: Buffer.from(zip(parts)) },
    {
      convertImage: images.imgElement(() => Promise.resolve({ src: '' })),
      includeEmbeddedStyleMap: false,
      styleMap: styleMapOf(hasTitle),
    },
  ).catch(() => {
    throw refused(
      'The Word file is broken or nests too deeply, so it cannot be read. Open it in Word, save it anew and import that.',
    )
  })

  return {
    html: value,
    tellLost: (telling) => {
      tellLostInWord({ telling, xmlOf })
      for (const { message } of messages) {
        const [, style] =
          /^Unrecognised (?:paragraph|run|table) style: '?([^']*)'?/u.exec(message) ?? []
        telling.drop(style === undefined ? 'unknown' : 'wordStyle', style ?? message)
      }
    },
  }
}

/** Far more than the longest policy has, and little enough to be read at once. */
const mostXml = 30_000_000

const partsOf = (bytes: Uint8Array): Parts => {
  try {
    return unzip({ bytes, isWanted: (name) => /\.(?:rels|xml)$/u.test(name), mostBytes: mostXml })
  } catch (error) {
    throw refused(
      error instanceof RangeError
        ? `The Word file unpacks to more than ${mostXml / 1_000_000} MB of text, which no policy has. Copy the text and paste it instead.`
        : 'The file is no Word file (.docx), or a broken one. Save it in Word as a document (.docx), or as HTML.',
    )
  }
}

/** A text of 1,000 pages has about a tenth; each takes a parser half a kilobyte, however short it is. */
const mostMarks = 500_000

/** Counts what makes elements (`<`), and what makes their attributes (`=`), over all parts. */
const assertReadable = (parts: Parts): void => {
  let elements = 0
  let attributes = 0

  for (const part of parts.values()) {
    for (const byte of part) {
      elements += byte === 0x3c ? 1 : 0
      attributes += byte === 0x3d ? 1 : 0
    }
  }
  if (elements > mostMarks || attributes > 2 * mostMarks) {
    throw refused(
      `The Word file holds more than ${mostMarks.toLocaleString('en')} marks of XML, which no policy has. Copy the text and paste it instead.`,
    )
  }
}

/** True where a note would be shown many times: Word refers to each from one place. */
const repeatsNotes = (xmls: readonly string[]): boolean => {
  const places = new Map<string, number>()

  for (const xml of xmls) {
    for (const [, kind = '', attributes = ''] of xml.matchAll(
      /<[^<>\s]*(foot|end)noteReference(?=[\s/>])([^<>]*)/gu,
    )) {
      const [, id, other] = /\bid="(-?\d{1,9})"(.*\bid\s*=)?/su.exec(attributes) ?? []
      // Written in any other way, several could be the same.
      const note = other === undefined ? `${kind} ${Number(id)}` : kind
      places.set(note, (places.get(note) ?? 0) + 1)
    }
  }
  return [...places.values()].some((count) => count > mostPlaces)
}

/** A note may be referred to anew where its paragraph was copied. */
const mostPlaces = 20

const loadMammoth = async (): Promise<typeof Mammoth> => {
  try {
    // A host's bundler must not look for what the host need not have.
    const { default: mammoth } = await import(
      /* webpackIgnore: true */ /* turbopackIgnore: true */ 'mammoth'
    )
    return mammoth
  } catch {
    throw refused(
      'Word files are read by the package "mammoth", which is not installed here. Run "npm install mammoth", or save the file as HTML and import that.',
    )
  }
}

/** Where a document names itself with the style of titles, its sections are one level below. */
const styleMapOf = (hasTitle: boolean): string[] => [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  // A table of contents lists the pages of the file.
  "p[style-name^='TOC'] => !",
  'u => u',
  ...(hasTitle
    ? [1, 2, 3, 4, 5, 6].map(
        (level) => `p[style-name='heading ${level}'] => h${Math.min(level + 1, 6)}:fresh`,
      )
    : []),
]

const refused = (message: string) => new PolicyError({ code: 'INVALID_PARAMETER', message })
