import type { TextForm, VersionText } from '../domain/versionText.js'
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
}): Promise<VersionText> => {
  const text = await readRow<VersionText>({
    text: `
      select ${forms.map((form) => `${columns[form]} as ${form}`).join(', ')}
      from (
        -- Out of storage once, and not for each form.
        select v.snapshot || '{}' as unpacked from ${tables.versions} v
        where v.id = $1 and v.published_at is not null offset 0
      ) v`,
    values: [id, language],
  })

  if (!text) {
    throw new Error(`The text of version ${id} is not there yet.`)
  }
  return text
}

const at = (form: TextForm): string => `array['renditions', $2::text, '${form}']`

// As columns of their own, texts are neither escaped nor parsed.
const columns: Record<TextForm, string> = {
  body: `unpacked #> ${at('body')}`,
  html: `unpacked #>> ${at('html')}`,
  markdown: `coalesce(unpacked #>> ${at('markdown')}, unpacked #>> ${at('text')})`,
  text: `unpacked #>> ${at('text')}`,
}
