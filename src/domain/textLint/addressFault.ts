/** What is wrong with an e-mail address, or undefined where nothing is. */
export const addressFault = ({
  hasMore,
  host,
  local,
}: {
  /** Whether something follows a second @. */
  hasMore: boolean
  host: string
  local: string
}): string | undefined => {
  if (hasMore) {
    return 'it has two @'
  }
  if (/^\.|\.$/u.test(local)) {
    return 'the part before the @ starts or ends with a dot'
  }
  if (local.includes('..') || host.includes('..')) {
    return 'it has two dots in a row'
  }
  if (local === '' || host === '') {
    return 'it has nothing on one side of the @'
  }
  return isHost(host) ? undefined : 'it has no domain with an ending such as .org'
}

/** The start of a text that can be a host; the marks of the sentence after it are none of it. */
export const hostIn = (text: string): string => {
  const [host = ''] = /^[\p{L}\p{N}.-]*/u.exec(text) ?? []
  let end = host.length

  while (end > 0 && /[.-]/u.test(host[end - 1] ?? '')) {
    end -= 1
  }
  return host.slice(0, end)
}

/** Whether a text is names with dots between them, the last one that of a top-level domain. */
export const isHost = (text: string): boolean => {
  const labels = text.split('.')

  return (
    labels.length > 1 &&
    labels.every((label) => /^(?!-)[\p{L}\p{N}-]+$/u.test(label) && !label.endsWith('-')) &&
    /^(?:\p{L}{2,}|xn--[a-z\d-]+)$/iu.test(labels.at(-1) ?? '')
  )
}
