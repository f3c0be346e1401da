import type { Redline, RedlineBlock } from '../redline/redline.js'
import type { SentencesToJudge } from './materialitySigns.js'

import { changedSentences, sentencesIn } from '../redline/changedSentences.js'
import { textAfter, textBefore } from '../redline/segmentTexts.js'
import { withoutSame } from './sentenceTokens.js'

/**
 * The sentences that substantial changes of a redline touch, block by block, so that each can be shown
 * in its place. One that only stands elsewhere in its block is left out.
 */
export const sentencesToJudge = (redline: Redline): SentencesToJudge[] =>
  redline.sections.flatMap((section) => {
    const inBlock = (block: RedlineBlock, isHeading: boolean) =>
      block.kind === 'substantial'
        ? changedSentences({
            ...redline,
            sections: [
              { ...section, blocks: isHeading ? [] : [block], heading: isHeading ? block : null },
            ],
          }).map(({ after, before, section: title }) => ({
            after: withoutSame(after, sentencesIn(textBefore(block.segments))),
            before: withoutSame(before, sentencesIn(textAfter(block.segments))),
            block: block.id,
            section: title,
          }))
        : []

    return [
      ...(section.heading ? inBlock(section.heading, true) : []),
      ...section.blocks.flatMap((block) => inBlock(block, false)),
    ]
  })
