import { describe, expect, it } from 'vitest';
import { FrameSink, pinned } from '../../../cli/views/dashboard/sink.ts';

function sent(): { readonly sink: FrameSink; readonly take: () => string } {
  let text = '';
  const sink = new FrameSink((more) => { text += more; }, 80, 24);
  return { sink, take: () => { const had = text; text = ''; return had; } };
}

describe('the frame sink', () => {
  it('sends only the lines that changed, as one synchronised update', () => {
    const { sink, take } = sent();
    sink.write('one\ntwo\nthree');
    take();
    sink.write('one\n2\nthree');
    expect(take()).toBe('\u001b[?2026h\u001b[2;1H\u001b[0m\u001b[K2\u001b[0m\u001b[?2026l');
  });
  it('sends nothing for the same frame, and never more lines than the screen has', () => {
    const { sink, take } = sent();
    const frame = Array.from({ length: 30 }, (_, at) => `line ${at}`).join('\n');
    sink.write(frame);
    expect(take()).not.toContain('line 24');
    sink.write(frame);
    expect(take()).toBe('');
  });
  it('clears lines that a shorter frame no longer has', () => {
    const { sink, take } = sent();
    sink.write('one\ntwo');
    take();
    sink.write('one');
    expect(take()).toContain('\u001b[2;1H\u001b[0m\u001b[K');
  });
  it('clears once when told to forget, never the scrollback', () => {
    const { sink, take } = sent();
    sink.write('one');
    take();
    sink.forget();
    sink.write('one');
    const text = take();
    expect(text.split('\u001b[2J')).toHaveLength(2);
    expect(text).not.toContain('\u001b[3J');
    expect(text).toContain('one');
  });
  it('pins what follows a wide character to its column', () => {
    expect(pinned('\u001b[31mplain\u001b[0m ✓ ─')).toBe('\u001b[31mplain\u001b[0m ✓ ─');
    expect(pinned('a⛔b')).toBe('a  \u001b[2G⛔\u001b[4Gb');
  });
});
