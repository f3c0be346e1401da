import type { RedlineBlock, RedlineSection } from '../../domain/redline/redline.js'

/** What is shown of a redline, from top to bottom. */
export type Row =
  /** Blocks that moved together and kept their words. */
  | { blocks: RedlineBlock[]; type: 'moved' }
  /** What stays folded until somebody asks for it. */
  | { blocks: RedlineBlock[]; cosmetic: number; type: 'fold' }
  | { block: RedlineBlock; type: 'block' }

/**
 * Arranges a redline for reading: what changed stands open under its heading; what did not, or only
 * cosmetically, is folded, however many sections it is.
 */
export const rowsOf = ({
  isCosmeticShown,
  sections,
}: {
  isCosmeticShown: boolean
  sections: readonly RedlineSection[]
}): Row[] => {
  const rows: Row[] = []
  let waiting: RedlineBlock[] = []
  const isOpen = (block: RedlineBlock) =>
    isChange(block) || (isCosmeticShown && block.kind !== null)
  const foldWaiting = () => {
    if (waiting.length > 0) {
      rows.push(foldOf(waiting))
    }
    waiting = []
  }

  for (const { blocks, heading } of sections) {
    const all = heading ? [heading, ...blocks] : blocks
    const hasOpen = all.some(isOpen)

    for (const block of all) {
      if (!isOpen(block) && !(hasOpen && block === heading)) {
        waiting.push(block)
        continue
      }
      foldWaiting()
      const last = rows.at(-1)

      if (!isWholeMove(block)) {
        rows.push({ block, type: 'block' })
      } else if (last?.type === 'moved' && isSameMove(last.blocks[0]!, block)) {
        last.blocks.push(block)
      } else {
        rows.push({ blocks: [block], type: 'moved' })
      }
    }
  }
  foldWaiting()
  return rows
}

/** True for what a reader must not miss: another text, or another place. */
export const isChange = ({ kind, status }: RedlineBlock): boolean =>
  kind === 'substantial' || status === 'moved' || status === 'moved_away'

const isWholeMove = ({ kind, status }: RedlineBlock): boolean =>
  status === 'moved_away' || (status === 'moved' && kind !== 'substantial')

const isSameMove = (one: RedlineBlock, other: RedlineBlock): boolean =>
  one.status === other.status && one.change === other.change

/** A single paragraph is as short as what would stand for it. */
const foldOf = (blocks: RedlineBlock[]): Row =>
  blocks.length === 1 && blocks[0]!.kind === null
    ? { block: blocks[0]!, type: 'block' }
    : { blocks, cosmetic: blocks.filter(({ kind }) => kind === 'cosmetic').length, type: 'fold' }
