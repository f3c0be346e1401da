import type { Passage } from '../reading/passage.js'
import type { CosmeticReason } from '../redline.js'

import { blockSeparator } from '../reading/passage.js'
import { dash, quote } from '../reading/wordForms.js'

/** Why the form of a block differs, where the words may be the same. */
export const markupReasons = ({ a, b }: { a: Passage; b: Passage }): CosmeticReason[] => [
  ...(a.type !== b.type || (a.type === 'heading' && a.level !== b.level)
    ? (['markup'] as const)
    : []),
  ...(a.type === 'item' &&
  b.type === 'item' &&
  (a.isNumbered !== b.isNumbered || a.level !== b.level)
    ? (['list_mark'] as const)
    : []),
]

/** Why the same word is written in two ways. */
export const characterReason = ({
  after,
  before,
  isAddress,
}: {
  after: string
  before: string
  isAddress: boolean
}): CosmeticReason => {
  const pair = before + after

  return isAddress
    ? 'link_text'
    : quote.test(pair)
      ? 'quotes'
      : dash.test(pair)
        ? 'dashes'
        : 'characters'
}

/** Why what stands between words, in front of them or behind them differs. */
export const leadReasons = ({
  after,
  before,
}: {
  after: string
  before: string
}): CosmeticReason[] => {
  const marks = { after: marksOf(after), before: marksOf(before) }

  if (marks.after === marks.before) {
    return [
      before.includes(blockSeparator) === after.includes(blockSeparator) ? 'whitespace' : 'layout',
    ]
  }

  const pair = marks.before + marks.after
  const isCounting = /[\p{L}\p{N}]/u.test(pair) && !isClosing(marks)
  const isBullet = /[•‣▪◦●·○■□*–—-]/u.test(pair)

  return [
    ...(isCounting ? (['numbering'] as const) : []),
    ...(isBullet ? (['list_mark'] as const) : []),
    ...(closing.test(marks.before) || closing.test(marks.after) || !(isCounting || isBullet)
      ? (['punctuation'] as const)
      : []),
  ]
}

const closing = /^[.;,:。；：、]/u

const marksOf = (text: string): string => text.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')

/** "; and" closes an item; a letter in front of one counts it. */
const isClosing = ({ after, before }: { after: string; before: string }): boolean =>
  [after, before].every((marks) => marks === '' || closing.test(marks))
