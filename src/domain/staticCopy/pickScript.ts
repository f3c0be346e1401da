/**
 * A script beside a static copy that picks by the clock what is in force. A page that loads it with
 * `?label=` moves on to the version in force where that is another; other scripts import it.
 */
export const pickScript = `// Picks by the clock what is in force, from the schedules of this copy.

/** The span that an instant (ms since 1970) lies in. */
export const spanAt = (spans, now = Date.now()) =>
  spans.filter(({ from }) => from === null || Date.parse(from) <= now).pop()

const read = async (address) => {
  const response = await fetch(address)
  if (!response.ok) throw new Error(address + ' answered ' + response.status)
  return response.json()
}

/** The version of a policy in force, as JSON, or null before the first. folder: the address of the policy's files. */
export const policyInForce = async (folder, now) => {
  const { spans } = await read(folder + '/schedule.json')
  const { label } = spanAt(spans, now)
  return label === null ? null : read(folder + '/versions/' + label + '.json')
}

/** The notices to be shown. folder: the address of this copy. */
export const noticesNow = async (folder, now) => {
  const { spans } = await read(folder + '/policy-notices/active.json')
  return spanAt(spans, now).notices
}

const shown = new URL(import.meta.url).searchParams.get('label')
if (shown !== null && typeof document !== 'undefined') {
  // Where the schedule cannot be read the page stays: it tells of the changes to come in words.
  read('schedule.json').then(({ spans }) => {
    const { label } = spanAt(spans)
    if (label !== null && label !== shown) location.replace('versions/' + label + '.html')
  }, () => undefined)
}
`
