import { type Caller, callers } from './callers.js'

/** What becomes of a call. Anything but `yes` leaves the record as it was, and tells nothing of it. */
export const outcomes = {
  /** Refused: the same for what there is and what there is not. */
  no: 'a role is missing (403)',
  /** Refused: a step of the workflow takes a person. */
  login: 'nobody is logged in (401 ACTOR_REQUIRED)',
  /** Refused, whatever the role. */
  illegal: 'nothing leads there (409 ILLEGAL_TRANSITION)',
  invalid: 'there is no such parameter (400 INVALID_PARAMETER)',
  none: 'there is no such thing (404, or unknown to the road)',
  own: 'nobody approves their own work (403 SELF_APPROVAL)',
  sealed: 'the record never changes (409 SEALED)',
  single: 'only one at a time (400 BULK_NOT_ALLOWED)',
  yes: 'done or answered',
} as const

export type Outcome = keyof typeof outcomes

/** True where the table refuses everybody for another reason than a role: then nobody gets round it. */
export const isRefusedToAll = ({ expected }: Row): boolean => {
  const [outcome, ...others] = new Set(Object.values(expected))
  return others.length === 0 && outcome !== 'no' && outcome !== 'yes'
}

export type Row = {
  collection: string
  expected: Record<Caller, Outcome>
  operation: string
}

/**
 * Who may do what. `customer` is logged in to another collection, with the id of the editor; `former`
 * lost their roles and `deleted` their account after the login.
 */
const table = `
                                     anonymous customer former  deleted editor  reviewer publisher admin
policies          find               no        no       no      no      yes     yes      yes       yes
policies          findByID           no        no       no      no      yes     yes      yes       yes
policies          count              no        no       no      no      yes     yes      yes       yes
policies          findDistinct       no        no       no      no      yes     yes      yes       yes
policies          findVersions       no        no       no      no      no      no       no        no
policies          findVersionByID    no        no       no      no      no      no       no        no
policies          create             no        no       no      no      yes     no       no        yes
policies          update             no        no       no      no      yes     no       no        yes
policies          delete             no        no       no      no      no      no       no        yes
policies          deleteWithVersions no        no       no      no      no      no       no        sealed
policies          updateMany         single    single   single  single  single  single   single    single
policies          deleteMany         single    single   single  single  single  single   single    single
policies          duplicate          none      none     none    none    none    none     none      none
policies          restoreVersion     illegal   illegal  illegal illegal illegal illegal  illegal   illegal
policies          newVersion         no        no       no      no      yes     no       no        yes
policies          report             no        no       no      no      yes     yes      yes       yes
policies          overview           no        no       no      no      yes     yes      yes       yes
policies          current            yes       yes      yes     yes     yes     yes      yes       yes
policies          timeline           yes       yes      yes     yes     yes     yes      yes       yes
policies          publishedVersion   yes       yes      yes     yes     yes     yes      yes       yes
policies          publishedText      yes       yes      yes     yes     yes     yes      yes       yes
policies          draftVersion       none      none     none    none    none    none     none      none
policies          draftText          none      none     none    none    none    none     none      none

policy-versions   find               no        no       no      no      yes     yes      yes       yes
policy-versions   findByID           no        no       no      no      yes     yes      yes       yes
policy-versions   count              no        no       no      no      yes     yes      yes       yes
policy-versions   findDistinct       no        no       no      no      yes     yes      yes       yes
policy-versions   findVersions       no        no       no      no      yes     yes      yes       yes
policy-versions   findVersionByID    no        no       no      no      yes     yes      yes       yes
policy-versions   create             no        no       no      no      yes     no       no        yes
policy-versions   createImport       no        no       no      no      no      no       no        yes
policy-versions   update             no        no       no      no      yes     no       no        yes
policy-versions   updateImport       no        no       no      no      no      no       no        yes
policy-versions   updateSubmitted    no        no       no      no      yes     no       no        yes
policy-versions   updatePublished    no        no       no      no      sealed  no       no        sealed
policy-versions   saveSameStatus     login     no       no      login   yes     illegal  illegal   yes
policy-versions   saveOneLanguage    invalid   invalid  invalid invalid invalid invalid  invalid   invalid
policy-versions   rewriteHistory     invalid   invalid  invalid invalid invalid invalid  invalid   invalid
policy-versions   delete             no        no       no      no      no      no       no        yes
policy-versions   deleteSubmitted    no        no       no      no      no      no       no        sealed
policy-versions   deletePublished    no        no       no      no      no      no       no        sealed
policy-versions   updateMany         single    single   single  single  single  single   single    single
policy-versions   deleteMany         single    single   single  single  single  single   single    single
policy-versions   duplicate          none      none     none    none    none    none     none      none
policy-versions   restoreVersion     illegal   illegal  illegal illegal illegal illegal  illegal   illegal
policy-versions   noticeWindow       no        no       no      no      yes     yes      yes       yes
policy-versions   redline            no        no       no      no      yes     yes      yes       yes
policy-versions   effectiveDays      no        no       no      no      yes     yes      yes       yes
policy-versions   newEffectiveDays   no        no       no      no      yes     yes      yes       yes
policy-versions   evidence           no        no       no      no      yes     yes      yes       yes
policy-versions   importText         no        no       no      no      yes     no       no        yes
policy-versions   acknowledge        no        no       no      no      yes     no       no        yes
policy-versions   rebase             no        no       no      no      yes     no       no        yes
policy-versions   replace            no        no       no      no      yes     no       no        yes
policy-versions   submit             login     no       no      login   yes     no       no        yes
policy-versions   approve            login     no       no      login   no      yes      no        yes
policy-versions   approveAdminsOwn   login     no       no      login   no      yes      no        own
policy-versions   requestChanges     login     no       no      login   no      yes      no        yes
policy-versions   publish            login     no       no      login   no      no       yes       yes
policy-versions   publishImport      login     no       no      login   no      no       no        yes
policy-versions   withdraw           login     no       no      login   no      no       yes       yes

policy-reviews    find               no        no       no      no      yes     yes      yes       yes
policy-reviews    findByID           no        no       no      no      yes     yes      yes       yes
policy-reviews    count              no        no       no      no      yes     yes      yes       yes
policy-reviews    findDistinct       no        no       no      no      yes     yes      yes       yes
policy-reviews    findVersions       no        no       no      no      no      no       no        no
policy-reviews    findVersionByID    no        no       no      no      no      no       no        no
policy-reviews    create             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-reviews    update             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-reviews    delete             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-reviews    updateMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-reviews    deleteMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-reviews    duplicate          none      none     none    none    none    none     none      none
policy-reviews    restoreVersion     sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed

policy-notices    find               no        no       no      no      yes     yes      yes       yes
policy-notices    findByID           no        no       no      no      yes     yes      yes       yes
policy-notices    count              no        no       no      no      yes     yes      yes       yes
policy-notices    findDistinct       no        no       no      no      yes     yes      yes       yes
policy-notices    findVersions       no        no       no      no      no      no       no        no
policy-notices    findVersionByID    no        no       no      no      no      no       no        no
policy-notices    create             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-notices    update             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-notices    delete             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-notices    updateMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-notices    deleteMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-notices    duplicate          none      none     none    none    none    none     none      none
policy-notices    restoreVersion     sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-notices    activeNotices      yes       yes      yes     yes     yes     yes      yes       yes

policy-events     find               no        no       no      no      yes     yes      yes       yes
policy-events     findByID           no        no       no      no      yes     yes      yes       yes
policy-events     count              no        no       no      no      yes     yes      yes       yes
policy-events     findDistinct       no        no       no      no      yes     yes      yes       yes
policy-events     findVersions       no        no       no      no      no      no       no        no
policy-events     findVersionByID    no        no       no      no      no      no       no        no
policy-events     create             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-events     update             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-events     delete             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-events     updateMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-events     deleteMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-events     duplicate          none      none     none    none    none    none     none      none
policy-events     restoreVersion     sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed

policy-calendars  find               no        no       no      no      yes     yes      yes       yes
policy-calendars  findByID           no        no       no      no      yes     yes      yes       yes
policy-calendars  count              no        no       no      no      yes     yes      yes       yes
policy-calendars  findDistinct       no        no       no      no      yes     yes      yes       yes
policy-calendars  findVersions       no        no       no      no      no      no       no        no
policy-calendars  findVersionByID    no        no       no      no      no      no       no        no
policy-calendars  create             no        no       no      no      no      no       no        yes
policy-calendars  update             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-calendars  delete             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-calendars  updateMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-calendars  deleteMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-calendars  duplicate          none      none     none    none    none    none     none      none
policy-calendars  restoreVersion     sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed

policy-deliveries find               no        no       no      no      yes     yes      yes       yes
policy-deliveries findByID           no        no       no      no      yes     yes      yes       yes
policy-deliveries count              no        no       no      no      yes     yes      yes       yes
policy-deliveries findDistinct       no        no       no      no      yes     yes      yes       yes
policy-deliveries findVersions       no        no       no      no      no      no       no        no
policy-deliveries findVersionByID    no        no       no      no      no      no       no        no
policy-deliveries create             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-deliveries update             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-deliveries delete             sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-deliveries updateMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-deliveries deleteMany         sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
policy-deliveries duplicate          none      none     none    none    none    none     none      none
policy-deliveries restoreVersion     sealed    sealed   sealed  sealed  sealed  sealed   sealed    sealed
`

const rowOf = (line: string): Row => {
  const [collection, operation, ...cells] = line.split(/\s+/)
  const unknown = cells.find((cell) => !Object.keys(outcomes).includes(cell))

  if (!collection || !operation || unknown !== undefined || cells.length !== callers.length) {
    throw new Error(`The table has a line that cannot be read: ${line}`)
  }

  return {
    collection,
    expected: Object.fromEntries(
      callers.map((caller, index) => [caller, cells[index]]),
    ) as Row['expected'],
    operation,
  }
}

const [header, ...lines] = table.split('\n').filter((line) => line.trim() !== '')

if (header!.trim().split(/\s+/).join() !== callers.join()) {
  throw new Error('The columns of the table are not the callers.')
}

export const rows: Row[] = lines.map(rowOf)
