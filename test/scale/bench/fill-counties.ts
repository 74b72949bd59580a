import { countyAt, countyOffice, countyRubric, countyYears, fillCounty } from './counties.ts'

/** `fill-counties.ts URL COUNT`, in a process of its own: the one that is measured has never held what is filled in. Writes how many events that are. */
const [url = '', count = ''] = process.argv.slice(2)
const { office, close } = await countyOffice(url, null)
const rubric = await countyRubric()
const years = countyYears(rubric)
const AT_ONCE = 8
let events = 0
let next = 0
const fill = async (): Promise<void> => {
  while (next < Number(count)) {
    const at = next
    next += 1
    const filled = await fillCounty(office, countyAt(at), rubric, years[at % years.length] ?? [])
    events += filled
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, fill))
await close()
process.stdout.write(String(events))
