/** The channel of Postgres' NOTIFY on which every event of a record is told. */
export const changesChannel = 'policy_versioning'

/** What of a client of the `pg` package is used. */
export type ListeningClient = {
  connect: () => Promise<unknown>
  end: () => Promise<void>
  on: (event: 'error' | 'notification', heard: () => void) => unknown
  once: (event: 'end', heard: () => void) => unknown
  query: (statement: string) => Promise<unknown>
}

/**
 * Listens for changes of any policy, on a connection of its own to the primary, until it is told to
 * stop. A lost connection is made again after a second; whatever was told meanwhile is lost, so
 * `changed` is called once it stands again.
 */
export const listenForChanges = ({
  changed,
  connect,
}: {
  changed: () => void
  /** Makes a client; it is connected here. */
  connect: () => ListeningClient
}): { stop: () => Promise<void> } => {
  let client: ListeningClient | undefined
  let isStopped = false
  let retry: NodeJS.Timeout | undefined

  const again = (): void => {
    client = undefined
    if (!isStopped) {
      retry = setTimeout(() => void listen(), 1_000)
      retry.unref()
    }
  }
  const listen = async (): Promise<void> => {
    const made = connect()
    client = made
    made.on('error', () => {
      // Followed by 'end'.
    })
    made.once('end', again)
    made.on('notification', changed)

    try {
      await made.connect()
      // Waiting for news keeps nobody's process running.
      const { stream } = (made as unknown as { connection: { stream: { unref?: () => void } } })
        .connection
      stream.unref?.()
      await made.query(`listen ${changesChannel}`)
      changed()
    } catch {
      await made.end().catch(() => undefined)
    }
  }

  void listen()

  return {
    stop: async () => {
      isStopped = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
