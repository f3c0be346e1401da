import type { ImportedBlock } from './importedNodes.js'
import type { Telling } from './readHtml.js'

import { lexicalFromText } from '../plainText/lexicalFromText.js'
import { wordsOf } from './importedNodes.js'

/** Reads plain text into blocks; what only its numbering lost is told. */
export const readPlainText = ({
  lines,
  telling: { drop, note },
}: {
  lines: readonly string[]
  telling: Telling
}): ImportedBlock[] => {
  const blocks: ImportedBlock[] = lexicalFromText(lines.join('\n')).root.children
  const headings = new Set(
    blocks.flatMap((block) => (block.type === 'heading' ? [wordsOf(block)] : [])),
  )
  const unnumbered = lines.flatMap((line) => {
    const [, number, words] = /^(\d{1,3}[.)])\s+(.+)$/u.exec(line.trim()) ?? []

    return words !== undefined && headings.has(words) ? [`${number} ${words}`] : []
  })

  unnumbered.forEach((line) => drop('number', line))
  note('NUMBERED_HEADINGS', unnumbered.length)
  return blocks
}
