import type { Evidence } from './evidence.js'

/** What of an export does not hold; none where all does. */
export type EvidenceFindings = string[]

/**
 * Checks an export against itself: the fingerprint of the text, each event's hash and place in the
 * chain, and the rows of the version, its reviews and its notices against what the events sealed. It
 * needs nothing but this function and Web Crypto, since its source is shipped with every export: it
 * imports nothing, and is the second implementation of what it checks.
 */
export const verifyEvidence = async (evidence: Evidence): Promise<EvidenceFindings> => {
  // Canonical JSON, RFC 8785: keys in order of their code units, numbers and strings as JSON.stringify writes them.
  const canonical = (value: unknown): string => {
    if (Array.isArray(value)) {
      return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
    }
    if (typeof value === 'object' && value !== null) {
      const object = value as Record<string, unknown>
      return `{${Object.keys(object)
        .filter((key) => object[key] !== undefined)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`)
        .join(',')}}`
    }
    return JSON.stringify(value)
  }
  const fingerprint = async (value: unknown): Promise<string> => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value)))
    const digits = Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0'))
    return `sha256:${digits.join('')}`
  }
  const findings: string[] = []
  const { events, notices, reviews, snapshot, version, versionRow } = evidence

  if ((await fingerprint(snapshot.content)) !== version.fingerprint) {
    findings.push(`The fingerprint of version ${version.label} is not that of its content.`)
  }

  let previous: null | string = null
  for (const [index, event] of events.entries()) {
    const { actor, at, data, hash, id, policy, previousHash, seals, sequence, type } = event
    const link = {
      actor,
      at,
      data,
      id,
      policy,
      previousHash,
      seals,
      sequence,
      type,
      version: event.version,
    }
    if (sequence !== index + 1 || previousHash !== previous) {
      findings.push(`Event ${JSON.stringify(sequence)} does not continue the one before it.`)
    }
    if ((await fingerprint(link)) !== hash) {
      findings.push(`Event ${JSON.stringify(sequence)} does not match its hash.`)
    }
    previous = hash
  }

  type Seal = { fields: Record<string, null | string>; id: number | string; kind: string }
  const sealed = new Map<string, Seal>()
  for (const { seals } of events) {
    for (const seal of Array.isArray(seals) ? (seals as Seal[]) : []) {
      sealed.set(`${seal.kind} ${seal.id}`, seal)
    }
  }
  const rows = [
    { kind: 'version', row: { ...versionRow, columns: { ...versionRow.columns, snapshot } } },
    ...reviews.map((row) => ({ kind: 'review', row })),
    ...notices.map((row) => ({ kind: 'notice', row })),
  ]
  for (const { kind, row } of rows) {
    const seal = sealed.get(`${kind} ${row.id}`)
    if (!seal) {
      findings.push(`No event tells of the ${kind} ${row.id}.`)
      continue
    }
    for (const [name, expected] of Object.entries(seal.fields)) {
      const [child = '', column] = name.split('.')
      let actual: null | string
      if (column === undefined) {
        const value = row.columns[name] ?? null
        actual = value === null ? null : await fingerprint(value)
      } else {
        const values = (row.children[child]?.rows ?? [])
          .map((item) => ({
            item,
            key: `${canonical({ ...item, id: undefined })} ${String(item.id)}`,
          }))
          .sort((one, other) => (one.key < other.key ? -1 : 1))
          .map(({ item }) => item[column] ?? null)
        actual = values.every((value) => value === null) ? null : await fingerprint(values)
      }
      if (actual !== expected) {
        findings.push(`"${name}" of the ${kind} ${row.id} is not as its event sealed it.`)
      }
    }
  }

  return findings
}
