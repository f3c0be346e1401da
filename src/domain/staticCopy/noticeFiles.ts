import type { ShownNotices } from '../delivery/noticesAnswer.js'
import type { Ask } from './asking.js'
import type { Span } from './spans.js'
import type { StaticFile } from './staticFiles.js'

/** What a channel shows from now on, as far as it is posted by then. */
export const noticeFile = async ({ ask, at }: { ask: Ask; at: Date }): Promise<StaticFile> => {
  const file = `${ask.folder}policy-notices/active.json`
  const spans: Span<Pick<ShownNotices, 'notices'>>[] = []
  let from: null | string = null

  do {
    const instant: Date = from === null ? at : new Date(from)
    const answer = await ask.answer({ at: instant, file, path: 'policy-notices/active' })
    const { nextChangeAt, notices } = JSON.parse(answer) as ShownNotices
    spans.push({ from, notices, until: nextChangeAt })
    from = nextChangeAt
  } while (from !== null)

  return { path: file, text: JSON.stringify({ spans }) }
}
