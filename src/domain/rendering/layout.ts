import type { Layout } from './richText.js'

import { type Node, wholeNumber } from './nodes.js'

/** What of a node's look is kept: values of a closed set, and nothing else that it says. */
export const layoutOf = ({ direction, format, indent }: Node): Layout => ({
  align: aligns.find((align) => align === format),
  direction: directions.find((known) => known === direction),
  indent: Math.min(wholeNumber({ from: 0, to: 999, value: indent }) ?? 0, 9),
})

/** The start of a line is where words stand anyway. */
const aligns = ['center', 'end', 'justify', 'left', 'right'] as const

const directions = ['ltr', 'rtl'] as const
