import type { PolicyText } from './policyTextOf.js'

import { findingOf, type TextFinding } from './textFinding.js'

/** One finding where the numbers of the sections were lost, as they are when text is pasted. */
export const numberingFindings = (text: PolicyText): TextFinding[] => {
  const lost = [loneLists(text), loneNumbers(text)].find(({ length }) => length >= fewestLost)

  return lost === undefined
    ? []
    : [
        findingOf({
          because: `and ${lost.length - 1} more times it starts again at 1 without a 2: the numbering was lost. Number the sections anew, or take the numbers out.`,
          code: 'LIST_RESTARTS',
          excerpt: lost[0] ?? '',
        }),
      ]
}

/** A list of a single item may be meant; so many of them are not. */
const fewestLost = 3

const loneLists = ({ lists }: PolicyText): string[] =>
  lists.filter(({ length, start }) => length === 1 && start === 1).map(({ first }) => `1. ${first}`)

/** The blocks numbered 1 that no 2 follows before the next 1. */
const loneNumbers = ({ blocks }: PolicyText): string[] => {
  const numbered = blocks.flatMap(({ text, type }) => {
    const [, number] = type === 'item' ? [] : (/^(\d{1,3})[.)](?!\d)/u.exec(text) ?? [])

    return number === undefined ? [] : [{ number: Number(number), text }]
  })

  return numbered
    .filter(({ number }, index) => number === 1 && (numbered[index + 1]?.number ?? 1) === 1)
    .map(({ text }) => text)
}
