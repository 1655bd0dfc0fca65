/** The line that a long job keeps on stderr while a person watches. */
import { cells } from './layout.ts';

export interface Progress { readonly done: number; readonly of: number; /** Of those done, how many were there at first. */ readonly before?: number; readonly milliseconds: number }

/** 7.2 → '7 s', 130 → '2 min 10 s'. */
export function seconds(value: number): string {
  const whole = Math.max(0, Math.round(value));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function rate(progress: Progress): number {
  return progress.milliseconds > 0 ? ((progress.done - (progress.before ?? 0)) * 1000) / progress.milliseconds : 0;
}

/** '▇▇▇▇▁▁▁▁ 512 of 1000 runs, 840 a second, 1 s left', cut to one line. */
export function progressLine(progress: Progress, width: number): string {
  const share = progress.of === 0 ? 1 : progress.done / progress.of;
  const speed = rate(progress);
  const left = speed > 0 && progress.done > 0 ? `, ${Math.round(speed)} a second, ${seconds((progress.of - progress.done) / speed)} left` : '';
  const words = `${progress.done} of ${progress.of} runs${left}`;
  // One cell stays free: a terminal wraps a line that fills it.
  const room = Math.min(30, width - 1 - cells(words) - 1);
  if (room < 4) return words.slice(0, Math.max(0, width - 1));
  const full = Math.round(share * room);
  return `${'█'.repeat(full)}${'░'.repeat(room - full)} ${words}`;
}

export function finishedLine(progress: Progress): string {
  const speed = Math.round(rate(progress));
  return `${progress.done} runs in ${seconds(progress.milliseconds / 1000)}${speed > 0 ? `, ${speed} a second` : ''}`;
}
