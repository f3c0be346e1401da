import type { ChangeKind, Segment } from '../redline.js'

/** The link of words that stayed, before and after. */
export type LinkChange = { after: null | string; before: null | string }

/** Writes segments, one for what belongs together. */
export const segmentWriter = () => {
  const segments: Segment[] = []
  /** The pieces of the last segments: a replacement has two. */
  let open: { segment: Segment; texts: string[] }[] = []

  const close = () => {
    for (const { segment, texts } of open) {
      segment.text = texts.join('')
      if (segment.text !== '') {
        segments.push(segment)
      }
    }
    open = []
  }

  return {
    /** Writes what was replaced, one side of which may be empty. */
    change: ({ after, before, kind }: { after: string; before: string; kind: ChangeKind }) => {
      const last = open[0]?.segment

      if (last === undefined || last.op === 'equal' || last.kind !== kind) {
        close()
        open = [
          { segment: { kind, op: 'delete', text: '' }, texts: [] },
          { segment: { kind, op: 'insert', text: '' }, texts: [] },
        ]
      }
      open[0]!.texts.push(before)
      open[1]!.texts.push(after)
    },
    equal: (text: string, link?: LinkChange) => {
      const last = open[0]?.segment

      if (text === '') {
        return
      }
      if (last?.op !== 'equal' || !isSameLink({ one: last.link, other: link })) {
        close()
        open = [{ segment: { ...(link && { link }), op: 'equal', text: '' }, texts: [] }]
      }
      open[0]!.texts.push(text)
    },
    segments: (): Segment[] => {
      close()
      return segments
    },
  }
}

const isSameLink = ({
  one,
  other,
}: {
  one: LinkChange | undefined
  other: LinkChange | undefined
}): boolean => one?.before === other?.before && one?.after === other?.after
