import type { TextFinding } from './textFinding.js'

import { readRichText } from '../rendering/readRichText.js'

/** One finding where a text has content that no public page will show, such as an upload or a link to a script. */
export const droppedFindings = (body: unknown): TextFinding[] => {
  const dropped = Object.entries(readRichText(body).dropped).sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  const excerpt = [
    ...dropped.slice(0, mostNamed).map(([type, count]) => `${type} (${count})`),
    ...(dropped.length > mostNamed ? ['…'] : []),
  ].join(', ')
  const advice = dropped.some(([type]) => type.endsWith('link')) ? ` ${linkAdvice}` : ''

  return dropped.length === 0
    ? []
    : [
        {
          code: 'CONTENT_DROPPED',
          excerpt,
          // It has to be acknowledged anew where more is dropped.
          key: `CONTENT_DROPPED:${excerpt}`,
          message: `The text has content that the public page will not show: ${excerpt}. Only the words in it stay. Take it out, or say in words what it shows.${advice}`,
        },
      ]
}

const mostNamed = 10

const linkAdvice =
  'A link may lead to an address of the web (https:), of mail (mailto:) or a telephone (tel:), or to one on the same site.'
