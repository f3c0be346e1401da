import { policyTextOf } from '../textLint/policyTextOf.js'
import type { Block } from './blocks.js'

/** How a conflict is marked: before what the other version says, or before what it no longer has. */
export type Marker = 'left_out' | 'says'

/**
 * A block that marks a conflict for the author to settle: a paragraph, or an item in a list. English
 * in every language, since no reader ever sees one: a text with a marker is not published.
 */
export const markerBlock = ({
  label,
  marker,
  type,
}: {
  /** Of the version that the draft is rebased onto. */
  label: string
  marker: Marker
  type: 'listitem' | 'paragraph'
}): Block => ({
  children: [
    {
      detail: 0,
      format: bold,
      mode: 'normal',
      style: '',
      text: `[Conflict: version ${label} ${words[marker]}]`,
      type: 'text',
      version: 1,
    },
  ],
  direction: null,
  format: '',
  indent: 0,
  ...(type === 'paragraph' && { textFormat: bold, textStyle: '' }),
  type,
  version: 1,
  ...(type === 'listitem' && { value: 1 }),
})

/** How many markers stand in a text: an editor state, or one for each language. */
export const openConflictsIn = (body: unknown): number => {
  if (typeof body !== 'object' || body === null) {
    return 0
  }
  return 'root' in body
    ? policyTextOf(body)
        .blocks.map(({ text }) => text.match(anyMarker)?.length ?? 0)
        .reduce((sum, count) => sum + count, 0)
    : Object.values(body)
        .map(openConflictsIn)
        .reduce((sum, count) => sum + count, 0)
}

const bold = 1

const words = { left_out: 'left out what follows', says: 'says' }

/** Half of a marker is one too: it must not be published either. */
const anyMarker = /\[\s?conflict: version /giu
