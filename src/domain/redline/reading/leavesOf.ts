/**
 * The values of what is no text, such as an upload or a block of the host's own, each with its
 * name: a change of them must not go unseen.
 */
export const leavesOf = (node: Record<string, unknown>): string[] => {
  const leaves: string[] = []
  const tasks: { name: string; value: unknown }[] = [{ name: '', value: node }]

  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { name, value } = task

    if (typeof value === 'object' && value !== null) {
      const entries: [string, unknown][] = Object.entries(value)

      if (!Array.isArray(value)) {
        // The order in which a database keeps the keys says nothing.
        entries.sort(([one], [other]) => (one < other ? -1 : 1))
      }
      for (let index = entries.length - 1; index >= 0; index -= 1) {
        const [key, inner] = entries[index]!

        if (!saysNothing.has(key)) {
          tasks.push({ name: Array.isArray(value) ? name : key, value: inner })
        }
      }
    } else if (typeof value === 'string' || typeof value === 'number' || value === true) {
      leaves.push(name === 'text' ? String(value) : `${name}: ${value}`)
    }
  }
  return leaves
}

/** What an editor notes of a node that no reader sees. */
const saysNothing = new Set([
  ...['detail', 'direction', 'format', 'id', 'indent', 'mode', 'style'],
  ...['textFormat', 'textStyle', 'version'],
])
