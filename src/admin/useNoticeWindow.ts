'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import type { NoticeWindow } from '../operations/noticeWindow.js'

import { nothingShown, shownAfter } from './shownWindow.js'

/** The dry run of the document's publication, asked again whenever the document changes. */
export const useNoticeWindow = ({
  slug,
}: {
  slug: string
}): {
  address: string | undefined
  /** True where the last answer did not come: what is shown may be out of date. */
  hasFailed: boolean
  /** Asks again by the clock; the answer about another text than the one on the screen is dropped. */
  recount: () => Promise<void>
  refresh: () => Promise<void>
  window: NoticeWindow | undefined
} => {
  const { id, data } = useDocumentInfo()
  const {
    config: {
      routes: { api },
      serverURL,
    },
  } = useConfig()
  const asked = useRef(0)
  const [{ hasFailed, window }, setShown] = useState(nothingShown)
  const address = id === undefined ? undefined : `${serverURL}${api}/${slug}/${id}`
  const savedAt: unknown = data?.updatedAt

  const ask = useCallback(
    async ({ isRecount = false }: { isRecount?: boolean } = {}): Promise<void> => {
      if (address === undefined) {
        return
      }
      asked.current += 1
      const question = asked.current
      const answer = await windowAt(address)

      setShown((shown) => shownAfter({ answer, isRecount, question, shown }))
    },
    [address],
  )
  const recount = useCallback(() => ask({ isRecount: true }), [ask])
  const refresh = useCallback(() => ask(), [ask])

  useEffect(() => {
    void refresh()
  }, [refresh, savedAt])

  return { address, hasFailed, recount, refresh, window }
}

/** Undefined where the server cannot be reached, or refuses. */
const windowAt = async (address: string): Promise<NoticeWindow | undefined> => {
  try {
    const response = await fetch(`${address}/notice-window`, { credentials: 'include' })

    return response.ok ? ((await response.json()) as NoticeWindow) : undefined
  } catch {
    return undefined
  }
}
