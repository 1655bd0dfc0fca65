// Loaded into a measured process: when it ends, what it used goes to the fourth stream.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ kilobytes: maxRSS, cpu: (userCPUTime + systemCPUTime) / 1000 }));
});
