/** Days of the report, counted in Beijing time (UTC+8, no summer time). */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `2024-05-06`, so many days after the time given; a text that is no time has none. */
export function beijingDay(iso: string, daysLater = 0): string | null {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  return new Date(time + 8 * HOUR + daysLater * DAY).toISOString().slice(0, 10);
}

/**
 * The day so many days later, or the Monday after it where it is a Saturday or Sunday: never earlier than asked.
 * Weekends only. Public holidays and the working weekends that make up for them are announced year by year by the
 * State Council (国务院办公厅节假日安排); nobody has them as data here, so a day may still fall on one.
 */
export function dueOn(iso: string, daysLater: number): string | null {
  const day = beijingDay(iso, daysLater);
  if (day === null) return null;
  const weekday = new Date(day).getUTCDay();
  const wait = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return beijingDay(iso, daysLater + wait);
}

/** `2024-05-06 14:30（北京时间）`; a text that is no time stays as it is. */
export function beijingTime(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  const local = new Date(time + 8 * HOUR).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}（北京时间 UTC+8）`;
}

/** `2024年5月6日`. */
export function chineseDay(iso: string): string {
  const day = beijingDay(iso);
  if (day === null) return iso;
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
