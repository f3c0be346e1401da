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
 * stop. A lost connection is made again, after a second at first and after ever longer where it cannot
 * be: a replica lets nobody listen. What was told meanwhile is lost, so `changed` is called once the
 * connection stands again.
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
  let wait = shortestWait

  const listen = async (): Promise<void> => {
    const made = connect()
    client = made
    made.on('error', () => {
      // Followed by its end.
    })
    made.once('end', () => lost(made))
    made.on('notification', changed)

    try {
      await made.connect()
      letProcessEnd(made)
      await made.query(`listen ${changesChannel}`)
      wait = shortestWait
      changed()
    } catch {
      await made.end().catch(() => undefined)
      lost(made)
    }
  }
  const lost = (made: ListeningClient): void => {
    if (isStopped || client !== made) {
      return
    }
    client = undefined
    retry = setTimeout(() => void listen(), wait)
    retry.unref()
    wait = Math.min(2 * wait, longestWait)
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

/** Waiting for news keeps nobody's process running. */
const letProcessEnd = (client: ListeningClient): void => {
  const { connection } = client as { connection?: { stream?: { unref?: () => void } } }
  connection?.stream?.unref?.()
}

/** Milliseconds. */
const shortestWait = 1_000
const longestWait = 60_000
