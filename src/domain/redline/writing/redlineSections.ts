import type { RedlineCounts, RedlineSection } from '../redline.js'
import type { ChangeNumber } from './changeNumbers.js'
import type { WrittenBlock } from './writtenBlocks.js'

import { textAfter, textBefore } from '../segmentTexts.js'

/** Groups the blocks of the redline by the headings that they stand under. */
export const redlineSections = (written: readonly WrittenBlock[]): RedlineSection[] => {
  const groups: WrittenBlock[][] = []

  for (const block of written) {
    const group = groups.at(-1)

    if (group === undefined || block.startsSection) {
      groups.push([block])
    } else {
      group.push(block)
    }
  }
  return groups.map(sectionOf)
}

/** Counts the changes of some blocks; a change that stands in several of them counts once. */
export const countsOf = (written: readonly WrittenBlock[]): RedlineCounts => {
  const changes = { cosmetic: 0, moved: 0, substantial: new Set<ChangeNumber>() }
  const words = { deleted: 0, inserted: 0 }

  for (const { block, startsMove, wordsDeleted, wordsInserted } of written) {
    words.deleted += wordsDeleted
    words.inserted += wordsInserted
    if (block.kind === 'substantial') {
      changes.substantial.add(block.change)
    } else if (block.reasons.length > 0) {
      changes.cosmetic += 1
    }
    changes.moved += startsMove ? 1 : 0
  }
  return {
    cosmetic: changes.cosmetic,
    moved: changes.moved,
    substantial: changes.substantial.size,
    wordsDeleted: words.deleted,
    wordsInserted: words.inserted,
  }
}

const sectionOf = (group: WrittenBlock[]): RedlineSection => {
  const [first] = group
  const heading = first?.startsSection ? first.block : null

  return {
    blocks: group.slice(heading ? 1 : 0).map(({ block }) => block),
    counts: countsOf(group),
    heading,
    status: statusOf(group),
    title: heading && (textAfter(heading.segments) || textBefore(heading.segments)).trim(),
  }
}

const statusOf = (group: readonly WrittenBlock[]): RedlineSection['status'] => {
  // What left the section shows at its new place.
  const blocks = group.map(({ block }) => block).filter(({ status }) => status !== 'moved_away')
  const are = (wanted: string) => blocks.every(({ status }) => status === wanted)

  if (are('deleted')) {
    return 'removed'
  }
  if (are('unchanged')) {
    return 'unchanged'
  }
  if (are('inserted')) {
    return 'added'
  }
  if (are('moved') && blocks.every(({ kind }) => kind === 'cosmetic')) {
    return 'moved'
  }
  return blocks.every(
    ({ kind, status }) => kind !== 'substantial' && /edited|unchanged/u.test(status),
  )
    ? 'cosmetic'
    : 'changed'
}
