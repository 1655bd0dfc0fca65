/** Each mistake of each kind: its exit code, what it says, and that stdout stays empty. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../cli/main.ts';
import { VERSION } from '../../cli/version.ts';
import { winset } from './fake-io.ts';

describe('wrong usage', () => {
  it.each([
    ['foo', 'no command “foo”'],
    ['rn tutorial', 'Did you mean run?'],
    ['tutorial', 'winset step tutorial'],
    ['mine.yaml', 'winset step mine.yaml'],
    ['minsk-2015', 'winset step history/minsk-2015'],
    ['show minsk-2015', 'Did you mean history/minsk-2015?'],
    ['--sed 3', 'Did you mean --seed?'],
    ['run', 'Name one scenario'],
    ['batch', 'Name a scenario'],
    ['check', 'Name the files'],
    ['run tutoral', 'Did you mean tutorial?'],
    ['run ./nowhere.yaml', 'no file “./nowhere.yaml”'],
    ['run nowhere/tutorial.yaml', 'simply called tutorial'],
    ['run scenarios/', 'is not a file'],
    ['check nowhere.yaml', 'no file “nowhere.yaml”'],
    ['run tutorial extra', '“extra” is one word too many'],
    ['run tutorial -- --foo', '“--foo” is one word too many'],
    ['list extra', '“extra” is one word too many'],
    ['run tutorial --sed 3', 'Did you mean --seed?'],
    ['run tutorial --no-colr', 'Did you mean --no-color?'],
    ['run tutorial -z', 'no option -z'],
    ['list --seed 3', 'It does not take --seed'],
    ['run tutorial --json=yes', '--json takes no value'],
    ['run --help=yes', '--help takes no value'],
    ['batch tutorial -n abc', 'not “abc”'],
    ['batch tutorial -n 1.5', 'not “1.5”'],
    ['batch tutorial -n -3', 'not “-3”'],
    ['batch tutorial -n 1e3', 'not “1e3”'],
    ['batch tutorial --runs 0', 'from 1 to'],
    ['batch tutorial --runs 9999999999', 'from 1 to'],
    ['batch tutorial -n 1 -n 2', 'more than once'],
    ['batch tutorial --seed', '--seed needs a value'],
    ['batch tutorial --seed=', '--seed needs a value'],
    ['batch tutorial --seed 1 --seed 2', 'more than once'],
    [`batch tutorial --seed ${'x'.repeat(300)}`, 'at most 200'],
    ['run tutorial --run 0', 'from 1 to'],
    ['run tutorial --out', '--out needs a value'],
    ['batch tutorial --set', '--set needs a value'],
    ['batch tutorial --set drought', 'lever=value'],
    ['batch tutorial --set =1', 'lever=value'],
    ['batch tutorial --set drougt=1', 'Did you mean drought?'],
    ['batch tutorial --set drought=x', 'takes a number'],
    ['batch tutorial --set drought=', 'takes a number'],
    ['batch tutorial --set drought=Infinity', 'takes a number'],
    ['batch tutorial --set drought=2', 'goes from 0 to 1'],
    ['batch tutorial --set drought=0.1 --set drought=0.2', 'set more than once'],
    ['text tutorial', 'The issues: water, dam'],
    ['text tutorial dam', 'form issue=option'],
    ['text tutorial dm=shared', 'Did you mean dam?'],
    ['text tutorial dam=shard', 'Did you mean shared?'],
    ['text tutorial dam=shared dam=none', 'named more than once'],
    ['text tutorial dam=constructor', 'no option “constructor”'],
    ['text tutorial __proto__=shared', 'no issue'],
    ['text london-april conditions=monitored crimea=not-raised', 'No stage negotiates all'],
    ['diagram tutorial --party lowr', 'Did you mean lower?'],
    ['step tutorial', 'winset run tutorial'],
    ['run --replay x --seed 3', 'exclude each other'],
    ['run tutorial --force', '--force is about the file of --out'],
    ['merge a.parquet b.parquet --force', '--force is about the file of --out'],
    ['report tutorial --force', '--force is about the file of --out'],
    ['watch scenarios/tutorial.yaml --ascii --json', '--ascii and --json exclude each other'],
  ])('winset %s', async (line, says) => {
    const { code, out, err } = await winset(line);
    expect(err).toContain(says);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).not.toMatch(/\n\s+at /u);
  });

  it('names the help that tells more', async () => {
    expect((await winset('batch tutorial -n abc')).err).toContain('Help: winset batch --help');
    expect((await winset('foo')).err).toContain('Help: winset --help');
  });

  it('lets nothing typed reach the terminal as a command', async () => {
    for (const line of [['run', 'a\u001b[2Jb'], ['\u001b]0;x\u0007'], ['run', 'tutorial', '--\u009b31m'], ['text', 'tutorial', 'dam=\u202eshared'], ['batch', 'tutorial', '-n', '\u001b[1m']]) {
      const { code, err } = await winset(line);
      expect(code).toBe(2);
      expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
    }
  });
});

describe('help', () => {
  it.each(COMMANDS.map((command) => command.name))('of %s has examples and fits 80 columns', async (name) => {
    const { code, out, err } = await winset(`${name} --help`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Examples:');
    expect(out).toContain(`winset ${name}`);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
  it('of the whole names every command', async () => {
    const { code, out } = await winset('--help');
    expect(code).toBe(0);
    for (const { name } of COMMANDS) expect(out).toContain(`winset ${name}`);
    expect((await winset('-h')).out).toBe(out);
  });
  it('shows the version of the package', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(VERSION).toBe(version);
    expect(await winset('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('what nobody foresaw', () => {
  const broken = (env: Record<string, string>) => winset('list', { env, fault: new Error('a\u001b[2J\nb') });
  it('is one harmless line and code 1', async () => {
    expect(await broken({})).toEqual({ code: 1, out: '', err: 'winset: internal failure: a[2J b\n' });
  });
  it('has its stack where somebody asks for it', async () => {
    expect((await broken({ WINSET_DEBUG: '1' })).err).toMatch(/internal failure: .*\n[\s\S]*\n\s+at /u);
  });
});
