/** What a sitting asks of the world: a file for a run, and the command that plays it again. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { plain } from '../../../engine/record/plain.ts';
import { writeWhole } from '../../save.ts';
import { Failure } from '../../stops.ts';
import type { Outside, Saving } from './session.ts';

export function filesOf(cwd: string, scenarioPath: string): Pick<Outside, 'save' | 'replay'> {
  return {
    save(name, text, replace): Saving {
      if (!replace && existsSync(path.resolve(cwd, name))) return { kind: 'exists' };
      try {
        writeWhole(name, text, cwd);
        return { kind: 'saved', shown: name };
      } catch (error) {
        if (error instanceof Failure) return { kind: 'failed', why: error.message };
        throw error;
      }
    },
    replay: (file) => `winset run ${plain(scenarioPath)} --replay ${/^[A-Za-z0-9_./-]+$/.test(file) ? file : `'${plain(file).replaceAll('\'', '\'\\\'\'')}'`}`,
  };
}
