/** What a running process takes: its peak of resident memory since the last look, and its processor time. Linux only. */
import { readFileSync, writeFileSync } from 'node:fs';

export interface Taken {
  /** Bytes. */
  readonly peak: number;
  /** Seconds of all threads since the process began. */
  readonly cpu: number;
}

/** Clock ticks a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;
/** Sets the peak back to what is resident now (man 5 proc). */
const RESET_PEAK = '5';

/** Null where the process is gone. The peak counts anew from here. */
export function lookAt(pid: number): Taken | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(status) ?? [];
    const [, afterName = ''] = /\) (.*)$/su.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const fields = afterName.split(' ');
    if (kilobytes === undefined) return null;
    writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK);
    return { peak: Number(kilobytes) * 1024, cpu: (Number(fields[11]) + Number(fields[12])) / TICKS };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return null;
    throw error;
  }
}
