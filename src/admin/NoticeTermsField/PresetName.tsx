/** A preset as people know it, by where its rule stands, and the name that the terms have for it. */
export const PresetName = ({ name, source }: { name: string; source: string }) => (
  <>
    <strong>{source || name}</strong>
    {source && (
      <small>
        {' '}
        <code>{name}</code>
      </small>
    )}
  </>
)
