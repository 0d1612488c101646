import type { CommitmentInputs, JudgedCommitment } from './commitment.inputs';
import type { Course, Standing } from './course';
import { type DayNumber, dayNumber } from './day-number';
import { type Forecast, levelForecast, paceForecast } from './forecast';
import { expectationOf, straightLine } from './path';
import type { Prerequisites } from './prerequisites';
import { type DatedReports, datedReports, NOTHING_REPORTED, tallies, tallyOf } from './progress-report';
import { stepOn } from './steps';

/** A commitment from day to day, its path moved by the days that others were late. */
export function commitmentCourse({ judged }: CommitmentInputs, prerequisites: Prerequisites): Course {
  const { direction, counting, goal } = judged;
  const [from, deadline] = [dayNumber(judged.from), dayNumber(judged.deadline)];
  const bindsFrom = dayNumber(judged.inForceFrom);
  const reports = countingReports(judged, deadline);
  const steps = tallies(reports, counting);
  const pathOn = expectationOf(judged.path);
  const tallyOn = (day: DayNumber) => stepOn(steps, day)?.value ?? NOTHING_REPORTED;

  function standingOn(day: DayNumber): Standing {
    const { state, shiftedDays, freeSince } = prerequisites.waitingOn(day);
    // A cap allows and does not ask, so the delay of another moves nothing.
    const shift = direction === 'CAP' ? 0 : shiftedDays;
    const tally = tallyOn(day);
    const startsOn = from + shift;
    const dutySince = Math.max(startsOn - 1, bindsFrom - 1, freeSince ?? 0);
    return {
      ...tally,
      goal,
      expected: state === 'OPEN' ? 0 : pathOn(day - shift),
      expectedOn: day,
      isKnown: true,
      startsOn,
      endsOn: deadline + shift,
      waiting: state,
      silentSince: Math.max(tally.lastReportOn ?? dutySince, dutySince),
    };
  }

  function isReachedOn(day: DayNumber): boolean {
    const { realised, endsOn } = standingOn(day);
    if (direction === 'CAP') return day > endsOn && realised <= goal;
    if (counting === 'SUM') return realised >= goal;
    // A level can fall again: it counts on the deadline, and whoever comes late from the day of coming.
    return day >= endsOn && (realised >= goal || tallyOf(reports, counting, endsOn, day).realised >= goal);
  }

  return {
    direction,
    standingOn,
    bindsFrom,
    isReachedOn,
    isCompleteOn: () => true,
    changes: [from, ...steps.map((step) => step.from), ...prerequisites.changes],
    forecastOn: (day) => forecastOn(judged, { standingOn, tallyOn, expectedOn: pathOn, from }, day),
  };
}

/** What happened after the term is no longer under the cap. */
const countingReports = ({ direction, reports }: JudgedCommitment, deadline: DayNumber): DatedReports =>
  direction === 'CAP'
    ? datedReports(reports).filter(({ realisedOn }) => realisedOn <= deadline)
    : datedReports(reports);

interface Outlook {
  readonly standingOn: (day: DayNumber) => Standing;
  readonly tallyOn: (day: DayNumber) => {
    readonly realised: number;
    readonly lastReportOn: DayNumber | null;
  };
  readonly expectedOn: (day: DayNumber) => number;
  readonly from: DayNumber;
}

function forecastOn(judged: JudgedCommitment, outlook: Outlook, day: DayNumber): Forecast | null {
  const { startsOn, endsOn, expected, realised, lastReportOn } = outlook.standingOn(day);
  if (day > endsOn) return null;
  const realisedOn = (each: DayNumber) => outlook.tallyOn(each).realised;
  const { counting, direction, goal } = judged;
  if (counting === 'LEVEL' && (direction === 'CAP' || expected <= 0)) {
    return lastReportOn === null ? null : levelForecast(realised);
  }
  if (direction === 'CAP') {
    // A cap has no path to keep up with, so its pace is by the day.
    const share = expectationOf({
      ...straightLine({ from: judged.from, until: judged.deadline }, 1),
      rounding: 'NONE',
    });
    return paceForecast({ realisedOn, expectedOn: share, goal: 1 }, day);
  }
  const shift = startsOn - outlook.from;
  const expectedOn = (each: DayNumber) => outlook.expectedOn(each - shift);
  return expected <= 0 ? null : paceForecast({ realisedOn, expectedOn, goal }, day);
}
