import type { ShownNotices } from '../delivery/noticesAnswer.js'
import type { Ask } from './asking.js'
import type { Span } from './spans.js'
import type { StaticFile } from './staticFiles.js'

import { homepage } from '../channels.js'
import { fileOfChannel } from './fileNames.js'

/** What a channel shows from now on, as far as it is posted by then. */
export const noticeFile = async ({
  ask,
  at,
  channel,
}: {
  ask: Ask
  at: Date
  channel: string
}): Promise<StaticFile> => {
  const name = channel === homepage ? 'active.json' : `active/${fileOfChannel(channel)}`
  const file = `${ask.folder}policy-notices/${name}`
  const path = `policy-notices/active?${new URLSearchParams({ placement: channel })}`
  const spans: Span<Pick<ShownNotices, 'notices'>>[] = []
  let from: null | string = null

  do {
    const instant: Date = from === null ? at : new Date(from)
    const answer = await ask.answer({ at: instant, file, path })
    const { nextChangeAt, notices } = JSON.parse(answer) as ShownNotices
    spans.push({ from, notices, until: nextChangeAt })
    from = nextChangeAt
  } while (from !== null)

  return { path: file, text: JSON.stringify({ spans }) }
}
