import type { StoredText, TextForm } from '../domain/versionText.js'
import type { PublicTables, ReadRow } from './statement.js'

/**
 * Reads the text of a published version from its snapshot: one language, and of that only the forms
 * that are asked for.
 * @throws Error where the version is not there, as on a replica that is behind.
 */
export const readVersionText = async ({
  forms,
  id,
  language,
  readRow,
  tables,
}: {
  forms: readonly TextForm[]
  id: number | string
  language: string
  readRow: ReadRow
  tables: PublicTables
}): Promise<StoredText> => {
  const text = await readRow<StoredText>({
    text: `
      select ${textColumns({ forms, from: 'version.snapshot', language: '$2' })}
      from (${unpackedSnapshot({ forms, id: '$1', tables })}) version`,
    values: [id, language],
  })

  if (!text) {
    throw new Error(`The text of version ${id} is not there yet.`)
  }
  return text
}

/**
 * The published version of an id with its snapshot; taken out of storage once where several forms are
 * read of it, since each reference to the column would do it again.
 */
export const unpackedSnapshot = ({
  forms,
  id,
  tables,
}: {
  forms: readonly TextForm[]
  id: string
  tables: Pick<PublicTables, 'versions'>
}): string => `
        select v.id, v.snapshot${forms.length > 1 ? ` || '{}' as snapshot` : ''} from ${tables.versions} v
        where v.id = ${id} and v.published_at is not null offset 0`

/** The forms of a text in a language, out of a snapshot. As columns of their own they are neither escaped nor parsed. */
export const textColumns = ({
  forms,
  from,
  language,
}: {
  forms: readonly TextForm[]
  /** The snapshot. */
  from: string
  /** A parameter. */
  language: string
}): string => {
  const part = (form: TextForm) => `array['renditions', ${language}::text, '${form}']`
  const columns: Record<TextForm, string> = {
    body: `${from} #>> ${part('body')}`,
    html: `${from} #>> ${part('html')}`,
    markdown: `coalesce(${from} #>> ${part('markdown')}, ${from} #>> ${part('text')})`,
    text: `${from} #>> ${part('text')}`,
  }

  return forms.map((form) => `${columns[form]} as "${form}"`).join(', ')
}
