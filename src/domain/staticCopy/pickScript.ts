/**
 * A script beside a static copy that picks by the clock what is in force. A page that loads it with its
 * `?folder=&page=` moves on to the same page as it is by then; other scripts import it.
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

/** The version of a policy in force, as JSON, or null before the first. address: of the policy's files. */
export const policyInForce = async (address, now) => {
  const { spans } = await read(address + '/schedule.json')
  const { folder, label } = spanAt(spans, now)
  return label === null ? null : read(address + '/' + folder + 'current.json')
}

const safely = (byte) => {
  const character = String.fromCharCode(byte)
  return /[a-z0-9_-]/.test(character) ? character : '~' + byte.toString(16).padStart(2, '0')
}

/** The notices that a channel shows; one without notices has no file. address: of this copy. */
export const noticesNow = async (address, now, placement = 'homepage') => {
  const channel = Array.from(new TextEncoder().encode(placement), safely).join('')
  const file = placement === 'homepage' ? 'active' : 'active/' + channel
  const { spans } = await read(address + '/policy-notices/' + file + '.json')
  return spanAt(spans, now).notices
}

const { searchParams } = new URL(import.meta.url)
const [folder, page] = [searchParams.get('folder'), searchParams.get('page')]
if (folder !== null && page !== null && typeof document !== 'undefined') {
  const top = new URL('./' + '../'.repeat((folder + page).split('/').length - 1), location.href)
  // Where the schedule cannot be read the page stays: it tells of the changes to come in words.
  read(new URL('schedule.json', top)).then(({ spans }) => {
    const span = spanAt(spans)
    if (span.label !== null && span.folder !== folder) {
      location.replace(new URL(span.folder + page, top))
    }
  }, () => undefined)
}
`
