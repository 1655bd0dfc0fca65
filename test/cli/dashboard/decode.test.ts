import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../cli/views/dashboard/decode.ts';

const names = (...chunks: readonly string[]): readonly string[] => {
  const decoder = new Decoder();
  return [...chunks.flatMap((chunk) => decoder.feed(chunk)), ...decoder.flush()].map((key) => key.name);
};

describe('what a terminal sends', () => {
  it('gives keys typed fast one by one', () => {
    expect(names('jjj rG')).toEqual(['j', 'j', 'j', 'space', 'r', 'G']);
  });
  it('knows the arrows in both spellings, with Shift, and the keys around them', () => {
    expect(names('\u001b[A\u001bOB\u001b[1;2C\u001b[D\u001b[H\u001b[4~\u001b[5~\u001b[6~\u001b[Z')).toEqual(['up', 'down', 'shift-right', 'left', 'home', 'end', 'page-up', 'page-down', 'shift-tab']);
  });
  it('puts a sequence together that arrives in two pieces', () => {
    expect(names('\u001b', '[C')).toEqual(['right']);
    expect(names('\u001b[', 'C', 'x')).toEqual(['right', 'x']);
  });
  it('takes a lone ESC for the Escape key once nothing follows', () => {
    expect(names('\u001b')).toEqual(['escape']);
    expect(names('\u001b\u001b')).toEqual(['escape', 'escape']);
  });
  it('swallows mouse reports, answers to queries, and what it does not know', () => {
    expect(names('\u001b[<0;12;7M\u001b[<0;12;7mj')).toEqual(['j']);
    expect(names('\u001b[M !!j')).toEqual(['j']);
    expect(names('\u001b[?62;4cj', '\u001b]11;rgb:00/00/00\u0007j', '\u001bP1$r0m\u001b\\j', '\u001b[200;3zj')).toEqual(['j', 'j', 'j', 'j']);
  });
  it('makes one key of a paste, however it is cut', () => {
    const decoder = new Decoder();
    const keys = ['\u001b[200~qq', 'q\u001b[20', '1~j'].flatMap((chunk) => decoder.feed(chunk));
    expect(keys).toEqual([{ name: 'paste', text: 'qqq' }, { name: 'j', text: 'j' }]);
  });
  it('names the control keys', () => {
    expect(names('\u0003\u001a\u000c\r\t\u007f\b')).toEqual(['ctrl-c', 'ctrl-z', 'ctrl-l', 'enter', 'tab', 'backspace', 'backspace']);
  });
  it('drops control characters of both ranges', () => {
    expect(names('\u0001\u009b\u0000j')).toEqual(['j']);
  });
});
