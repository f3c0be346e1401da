'use client'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import type { NoticeWindow } from '../operations/noticeWindow.js'

/** The dry run of the document's publication, asked again whenever the document changes. */
export const useNoticeWindow = ({
  slug,
}: {
  slug: string
}): {
  address: string | undefined
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
  const [window, setWindow] = useState<NoticeWindow>()
  const address = id === undefined ? undefined : `${serverURL}${api}/${slug}/${id}`
  const savedAt: unknown = data?.updatedAt

  const ask = useCallback(async (): Promise<NoticeWindow | undefined> => {
    if (address === undefined) {
      return undefined
    }
    const response = await fetch(`${address}/notice-window`, { credentials: 'include' })
    return response.ok ? ((await response.json()) as NoticeWindow) : undefined
  }, [address])
  const refresh = useCallback(async () => {
    setWindow(await ask())
  }, [ask])
  const recount = useCallback(async () => {
    const answer = await ask()
    setWindow((shown) => (answer && answer.fingerprint === shown?.fingerprint ? answer : shown))
  }, [ask])

  useEffect(() => {
    // Without an answer the panel stays as it was; the server refuses what is unlawful anyway.
    refresh().catch(() => undefined)
  }, [refresh, savedAt])

  return { address, recount, refresh, window }
}
