import type { Segment } from './redline.js'

/** The old text of some segments, to the last character. */
export const textBefore = (segments: readonly Segment[]): string =>
  segments.map(({ op, text }) => (op === 'insert' ? '' : text)).join('')

/** The new text of some segments, to the last character. */
export const textAfter = (segments: readonly Segment[]): string =>
  segments.map(({ op, text }) => (op === 'delete' ? '' : text)).join('')
