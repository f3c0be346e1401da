import { demoNow } from '../../../clock.js'
import { wallTimeOf, writtenTimeOf } from '../newYorkTime.js'

const presets = [
  {
    at: '2026-11-03T15:00:00Z',
    label: '3 November 2026, 10:00',
    meaning: 'the change is announced',
  },
  {
    at: '2026-12-17T04:59:59Z',
    label: '16 December 2026, 23:59:59',
    meaning: 'a second before it takes effect',
  },
  { at: '2026-12-17T05:00:00Z', label: '17 December 2026, 00:00', meaning: 'it takes effect' },
  { at: '2027-01-16T05:00:00Z', label: '16 January 2027, 00:00', meaning: 'its notice comes down' },
]

/** Sets the demo's clock. Not part of the bookshop, and set apart from it. */
export const DemoClock = () => {
  const now = demoNow()
  return (
    <aside aria-labelledby="demo-clock-title" className="demo-clock" id="demo-clock">
      <div className="demo-clock__inner">
        <div>
          <h2 className="demo-clock__title" id="demo-clock-title">
            Demo clock
          </h2>
          <p className="demo-clock__now">
            <time dateTime={now.toISOString()}>{writtenTimeOf(now)}</time> in New York
          </p>
          <p className="demo-clock__why">
            This demo has a clock of its own, so that you can watch a change take effect.
          </p>
        </div>
        <form action="/demo-clock" aria-label="Go to a moment" className="presets" method="post">
          {presets.map(({ at, label, meaning }) => (
            <button className="preset" key={at} name="at" type="submit" value={at}>
              {label} <span className="preset__meaning">{meaning}</span>
            </button>
          ))}
        </form>
        <form action="/demo-clock" autoComplete="off" className="any-moment" method="post">
          <label htmlFor="demo-clock-at">Any other moment, in New York</label>
          <input
            defaultValue={wallTimeOf(now)}
            id="demo-clock-at"
            max="2099-12-31T23:59:59"
            min="2000-01-01T00:00:00"
            name="at"
            required
            step="1"
            type="datetime-local"
          />
          <button type="submit">Set the clock</button>
          <a href="/admin">Open the admin</a>
        </form>
      </div>
    </aside>
  )
}
