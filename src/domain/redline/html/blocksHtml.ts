import type { RedlineBlock } from '../redline.js'

import { element, escapeHtml, type HtmlContext, segmentsHtml } from './html.js'

/** Blocks as HTML; unless they are folded already, what is unchanged or cosmetic among them is. */
export const blocksHtml = ({
  blocks,
  context,
  isFolded,
}: {
  blocks: readonly RedlineBlock[]
  context: HtmlContext
  isFolded: boolean
}): string =>
  isFolded
    ? flowHtml({ blocks, context })
    : runsOf(blocks)
        .map(({ fold, run }) =>
          fold === 'none'
            ? flowHtml({ blocks: run, context })
            : `<details class="redline-${fold}"><summary>${escapeHtml(
                context.words[fold].replace('{{count}}', String(run.length)),
              )}</summary>\n${flowHtml({ blocks: run, context })}</details>`,
        )
        .join('\n')

type Fold = 'cosmetic' | 'none' | 'unchanged'

type FoldRun = { fold: Fold; run: RedlineBlock[] }

const runsOf = (blocks: readonly RedlineBlock[]): FoldRun[] => {
  const folds = blocks.map((block, index) => foldOf({ block, blocks, index }))
  const runs: FoldRun[] = []

  blocks.forEach((block, index) => {
    const isAlone = folds[index - 1] !== 'unchanged' && folds[index + 1] !== 'unchanged'
    // A fold takes as much room as a block.
    const fold = folds[index] === 'unchanged' && isAlone ? 'none' : folds[index]!
    const last = runs.at(-1)

    if (last?.fold === fold) {
      last.run.push(block)
    } else {
      runs.push({ fold, run: [block] })
    }
  })
  return runs
}

const foldOf = ({
  block,
  blocks,
  index,
}: {
  block: RedlineBlock
  blocks: readonly RedlineBlock[]
  index: number
}): Fold => {
  // The heading of a section is what its changes are found by.
  if (block.type === 'heading' || isOpen(block)) {
    return 'none'
  }
  if (block.kind === 'cosmetic') {
    return 'cosmetic'
  }
  // A block beside a change shows what it is about.
  return [blocks[index - 1], blocks[index + 1]].some((other) => other && isOpen(other))
    ? 'none'
    : 'unchanged'
}

const isOpen = ({ kind, status }: RedlineBlock): boolean =>
  kind === 'substantial' || status === 'moved' || status === 'moved_away'

const flowHtml = ({
  blocks,
  context,
}: {
  blocks: readonly RedlineBlock[]
  context: HtmlContext
}): string => {
  const parts: string[] = []
  let list: string | undefined

  const inList = (tag: string | undefined) => {
    if (tag !== list) {
      parts.push(...(list ? [`</${list}>`] : []), ...(tag ? [`<${tag}>`] : []))
      list = tag
    }
  }

  blocks.forEach((block, index) => {
    // Of blocks that left together one place is marked.
    if (block.status !== 'moved_away' || !isSameMove(blocks[index - 1], block)) {
      inList(block.type === 'item' ? (block.number === null ? 'ul' : 'ol') : undefined)
      parts.push(blockHtml({ block, context }))
    }
  })
  inList(undefined)
  return parts.join('\n')
}

const isSameMove = (one: RedlineBlock | undefined, other: RedlineBlock): boolean =>
  one?.status === 'moved_away' && one.change === other.change

const blockHtml = ({ block, context }: { block: RedlineBlock; context: HtmlContext }): string => {
  const { kind, level, number, segments, status, type } = block
  const isLeft = status === 'moved_away'
  const tag = type === 'item' ? 'li' : type === 'heading' && !isLeft ? `h${level}` : 'p'
  const classes = [
    'redline-block',
    `redline-${status.replace('_', '-')}`,
    ...(kind ? [`redline-${kind}`] : []),
    ...(type === 'item' ? [`redline-level-${level}`] : [`redline-${type}`]),
  ]
  const content = segmentsHtml({
    context,
    segments,
    shows: kind === 'substantial' ? 'substantial' : 'all',
  })

  return element({
    attributes: {
      dir: 'auto',
      id: `${context.idPrefix}-${block.id}`,
      ...(number !== null && { value: String(number) }),
    },
    className: classes.join(' '),
    content: `${moveHtml({ block, context })}${content}`,
    tag,
  })
}

const moveHtml = ({
  block: { moved, status },
  context: { idPrefix, words },
}: {
  block: RedlineBlock
  context: HtmlContext
}): string => {
  if (moved === null) {
    return ''
  }

  const text = status === 'moved_away' ? words.movedTo : words.movedFrom
  const section = moved.section ?? words.noHeading

  return `<a class="redline-note" href="#${idPrefix}-${moved.block}">[${escapeHtml(
    text.replace('{{section}}', () => section),
  )}]</a> `
}
