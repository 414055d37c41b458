/** Days of the report, counted in Beijing time (UTC+8, no summer time). */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `2024-05-06`, so many days after the time given; a text that is no time has none. */
export function beijingDay(iso: string, daysLater = 0): string | null {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return null;
  return new Date(time + 8 * HOUR + daysLater * DAY).toISOString().slice(0, 10);
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
