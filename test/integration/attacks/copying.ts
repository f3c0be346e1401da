import type { Statement } from './publications.js'

/** A row that is copied in, as tools that load data do. */
export const copying = ({ into, row }: { into: string; row: unknown[] }): Statement => ({
  copied: `${row.join('\t')}\n`,
  text: `copy ${into} from stdin`,
})
